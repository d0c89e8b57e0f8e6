// compare_accounts: the passages of accounts set against each other, document by document, from their links.
//
//   for (const ComparedAccounts& pair : compare_accounts(accounts, link_accounts(accounts)))
//     pair.a, pair.b, pair.counterparts                       // a == b: a document's repetitions
#pragma once

#include <cstdint>
#include <span>
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

// One for each two accounts with links, in order of a, then b.
std::vector<ComparedAccounts> compare_accounts(std::span<const Account> accounts, std::span<const AccountLink> links);

}  // namespace readout
