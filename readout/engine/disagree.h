// Discrepancies over many documents: among accounts, or over a record and its links.
//
//   for (const AccountDiscrepancy& one : find_discrepancies(accounts, compare_accounts(accounts, links)))
//     one.a, one.b, one.discrepancy.kind
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/discrepancy/discrepancy.h"
#include "readout/engine/compare.h"
#include "readout/record/record.h"

namespace readout {

// A place in a further document that stands as one of the discrepancy's own does against the other.
struct DiscrepancyWitness {
  std::size_t as = 0;         // index of the place that it stands beside
  std::uint32_t account = 0;  // index
  DiscrepancyPlace place;
};

struct AccountDiscrepancy {
  std::uint32_t a = 0;  // indices of the accounts; b == a: a document with itself
  std::uint32_t b = 0;
  std::string id;
  Discrepancy discrepancy;
  std::vector<DiscrepancyWitness> witnesses;
};

// One outlet against five differs once, with four more witnesses: what shares a place and the words that differ there
// is one. Keys of places[0] and places[1]; two discrepancies with an equal key are one, and their other places stand
// beside each other. Empty where there is nothing to share.
std::array<std::string, 2> fold_keys(const Discrepancy& one, const Account& a, const Account& b);

// Heaviest first; ties by id. What has one id stands once: the same bytes under two names. Folded.
std::vector<AccountDiscrepancy> find_discrepancies(std::span<const Account> accounts,
                                                   std::span<const AccountLink> links);

// Two documents of a record, or one with itself (b == a), their links, and their accounts under their names there.
struct RecordPair {
  const Account& a;
  const Account& b;
  bool self = false;
  std::vector<VersionLink> links;
};

// Every two documents of the record with links, each document first with itself; those that hold `document` only, where
// it is not "". In order of name. `see` is false to end. Memory: some accounts at a time.
Result<void> visit_pairs(Record& record, std::string_view document, const std::function<bool(const RecordPair&)>& see);

// Their discrepancies, heaviest first for each pair.
std::vector<Discrepancy> find_discrepancies(const RecordPair& pair);

// The same as the record keeps them, each id once. `b` is `a` for a document with itself.
std::vector<StoredDiscrepancy> stored_discrepancies(const Account& a, const Account& b, std::vector<VersionLink> links);

}  // namespace readout
