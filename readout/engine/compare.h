// compare_accounts: the passages of accounts set against each other, document by document, from their links.
//
//   for (const ComparedAccounts& pair : compare_accounts(accounts, link_accounts(accounts)))
//     pair.a, pair.b, pair.counterparts                       // a == b: a document's repetitions
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "readout/discrepancy/counterpart.h"
#include "readout/engine/link.h"
#include "readout/record/account.h"

namespace readout {

struct ComparedAccounts {
  std::uint32_t a = 0;  // indices of the accounts; a <= b
  std::uint32_t b = 0;
  std::vector<VersionLink> links;
  std::vector<Counterpart> counterparts;
};

// A view of the account; it must outlive it.
Edition edition_of(const Account& account);

// The links of each two accounts, the smaller index first; links that came the other way about are turned.
std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<VersionLink>> group_links(
    std::span<const AccountLink> links);

// One for each two accounts with links, in order of a, then b.
std::vector<ComparedAccounts> compare_accounts(std::span<const Account> accounts, std::span<const AccountLink> links);

}  // namespace readout
