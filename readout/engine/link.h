// link_accounts: the versions among some accounts, without a record. What score and tests ask.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "readout/record/account.h"
#include "readout/statement/version.h"

namespace readout {

struct AccountLink {
  std::uint32_t a = 0;  // index of the account; a == b for repetitions
  std::uint32_t b = 0;
  VersionLink link;

  friend bool operator==(const AccountLink&, const AccountLink&) = default;
};

// A document's place in every order of linking: of its bytes and its origin.
std::uint64_t rank_of(const Document& document);

Witness witness_of(const Account& account);

// Which links stand does not hang on the order of the accounts.
std::vector<AccountLink> link_accounts(std::span<const Account> accounts);

}  // namespace readout
