// Two documents with a form feed between them: linked, set against each other, and what does not agree.
#include <cstdint>
#include <string>
#include <vector>

#include "fuzz/hold.h"
#include "readout/discrepancy/document_diff.h"
#include "readout/engine/account.h"
#include "readout/engine/disagree.h"

namespace readout::fuzz {
namespace {

void hold_discrepancy(const AccountDiscrepancy& one, const std::vector<Account>& accounts) {
  const auto text_of = [&](const DiscrepancyPlace& place) {
    return accounts[place.side == 0 ? one.a : one.b].document.text.view();
  };
  hold(!one.discrepancy.places.empty(), "a discrepancy has places");
  for (const DiscrepancyPlace& place : one.discrepancy.places) hold_span(text_of(place), place.span, "a place");
  hold(one.discrepancy.changes.empty() || one.discrepancy.places.size() >= 2, "changes stand in two places");
  for (const TellingChange& change : one.discrepancy.changes) {
    hold_span(text_of(one.discrepancy.places[0]), change.a, "a change in the first place");
    hold_span(text_of(one.discrepancy.places[1]), change.b, "a change in the second place");
  }
}

}  // namespace
}  // namespace readout::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  static const Settings kSettings = default_settings();
  const std::string_view both = fuzz::view(data, size);
  const std::size_t cut = std::min(both.find('\f'), both.size());
  std::vector<Account> accounts;
  for (const std::string_view part : {both.substr(0, cut), both.substr(std::min(cut + 1, both.size()))})
    for (Account& account :
         give_accounts({"page" + std::to_string(accounts.size()) + ".txt", std::string(part), "", ""}, kSettings))
      accounts.push_back(std::move(account));
  const std::vector<AccountLink> links = link_accounts(accounts);
  int before = 1000;
  for (const AccountDiscrepancy& one : find_discrepancies(accounts, links)) {
    fuzz::hold_discrepancy(one, accounts);
    fuzz::hold(one.discrepancy.weight <= before, "heaviest first");
    before = one.discrepancy.weight;
  }
  for (const ComparedAccounts& pair : compare_accounts(accounts, links)) {
    const Edition a = edition_of(accounts[pair.a]), b = edition_of(accounts[pair.b]);
    for (const DiffItem& item : diff_documents(a, b, pair.counterparts)) {
      fuzz::hold_span(a.document.text.view(), item.a.span, "a passage of the first");
      fuzz::hold_span(b.document.text.view(), item.b.span, "a passage of the second");
    }
  }
  return 0;
}
