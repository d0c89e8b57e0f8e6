// give_accounts: a file -> its Accounts, through every room: read, find speeches, resolve people, statement keys.
// A pure function of the source's bytes, the origin and the offices; safe to call from many threads.
//
//   for (Account& account : give_accounts(source, settings)) ...
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "readout/document/read.h"
#include "readout/people/resolve.h"
#include "readout/record/account.h"

namespace readout {

struct Settings {
  ReadLimits limits;
  std::shared_ptr<const Offices> offices;  // never null
  // Keys on which versions meet are made, and versions are linked after adding. What adds to a record wants it; what
  // only reads a document does not.
  bool link = false;
};

Settings default_settings();

// One for each document of the source, in order. Never fails: what cannot be read is an account with a refusal. A
// language that is not served gets the doubt unsupported_language and no speeches.
std::vector<Account> give_accounts(const Source& source, const Settings& settings);

// The same for one document that was read already. `bytes` are those of its Blob.
Account give_account(Document document, std::string_view bytes, const Settings& settings);

}  // namespace readout
