#include "readout/engine/compare.h"

namespace readout {

Edition edition_of(const Account& account) {
  return {account.document, account.speeches, account.persons, account.speakers};
}

std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<VersionLink>> group_links(
    std::span<const AccountLink> links) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<VersionLink>> grouped;
  for (const AccountLink& one : links) {
    VersionLink link = one.link;
    if (one.a > one.b) link = turned(std::move(link));
    grouped[std::minmax(one.a, one.b)].push_back(std::move(link));
  }
  return grouped;
}

std::vector<ComparedAccounts> compare_accounts(std::span<const Account> accounts, std::span<const AccountLink> links) {
  std::vector<ComparedAccounts> out;
  for (auto& [pair, among] : group_links(links)) {
    ComparedAccounts compared{pair.first, pair.second, std::move(among), {}};
    const Edition a = edition_of(accounts[pair.first]);
    if (pair.first == pair.second)
      compared.counterparts = find_counterparts(a, a, compared.links);
    else
      compared.counterparts = find_counterparts(a, edition_of(accounts[pair.second]), compared.links);
    out.push_back(std::move(compared));
  }
  return out;
}

}  // namespace readout
