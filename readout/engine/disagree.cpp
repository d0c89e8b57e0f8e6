#include "readout/engine/disagree.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace readout {

std::vector<AccountDiscrepancy> find_discrepancies(std::span<const Account> accounts,
                                                   std::span<const AccountLink> links) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<VersionLink>> grouped = group_links(links);
  for (std::uint32_t i = 0; i < accounts.size(); ++i) grouped.try_emplace({i, i});
  std::vector<AccountDiscrepancy> out;
  for (const auto& [pair, among] : grouped) {
    const Edition a = edition_of(accounts[pair.first]);
    const Edition b = edition_of(accounts[pair.second]);
    for (Discrepancy& one :
         pair.first == pair.second ? find_discrepancies(a, among) : find_discrepancies(a, b, among)) {
      std::string id = discrepancy_id(one, a, b);
      out.push_back({pair.first, pair.second, std::move(id), std::move(one)});
    }
  }
  std::ranges::stable_sort(out, [](const AccountDiscrepancy& x, const AccountDiscrepancy& y) {
    return std::tie(y.discrepancy.weight, x.id) < std::tie(x.discrepancy.weight, y.id);
  });
  const auto rest = std::ranges::unique(out, {}, &AccountDiscrepancy::id);
  out.erase(rest.begin(), rest.end());
  return out;
}

}  // namespace readout
