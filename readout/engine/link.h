// link_record: brings the links of a record up to what stands in it, after documents came or went.
//
// Where two documents are linked, what does not agree between them is found and written with their links.
//
// Links are a function of the set of current documents: adding in parts and in any order, removing and adding again
// give the same as adding all at once. Only pairs that a change touches (statement/candidates.h) are compared.
// Memory: kKeptWitnesses documents, the keys of some thousand documents, 16 bytes for each pair that is compared.
//
// link_accounts: the versions among some accounts, without a record. What score and tests ask.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "readout/base/result.h"
#include "readout/record/account.h"
#include "readout/record/record.h"
#include "readout/statement/version.h"

namespace readout {

inline constexpr std::size_t kLinksInBatch = 20000;

struct AccountLink {
  std::uint32_t a = 0;  // index of the account; a == b for repetitions
  std::uint32_t b = 0;
  VersionLink link;

  friend bool operator==(const AccountLink&, const AccountLink&) = default;
};

// A document's place in every order of linking: of its bytes and its origin.
std::uint64_t rank_of(const Document& document);

Witness witness_of(const Account& account);

// Sets keys, rank, repeats and the discrepancies of an account with itself.
void sketch_account(Account& account);

std::vector<StoredLink> stored_links(std::vector<VersionLink> links);

// Which links stand does not hang on the order of the accounts.
std::vector<AccountLink> link_accounts(std::span<const Account> accounts);

struct LinkTotals {
  std::uint64_t documents = 0;  // linked
  std::uint64_t pairs = 0;      // of documents that were compared
  std::uint64_t links = 0;
};

// `go_on` is asked now and then; false leaves the rest to the next run.
// Links are written in batches, a transaction each.
Result<LinkTotals> link_record(Record& record, std::size_t threads, const std::function<bool()>& go_on,
                               std::size_t links_in_batch = kLinksInBatch);

}  // namespace readout
