// StoredDiscrepancy: where two documents, or one with itself, do not agree, as the record keeps it with their links.
//
//   account.discrepancies            // of a document with itself
//   StoredLinks{a, b, links, ...}    // of two: first and second tell which is places' side 0 and which side 1
//
// What the words mean is of room discrepancy (discrepancy/discrepancy.h); the record keeps them by their names.
// Invariants: spans count in the documents' texts; `changes` stand in places[0] (a) and places[1] (b).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "readout/base/basis.h"
#include "readout/base/span.h"

namespace readout {

struct StoredPlace {
  std::uint8_t side = 0;  // 0: the first document, 1: the second
  Span span;
  std::int32_t speech = -1;  // index among the document's; -1: outside speech

  friend bool operator==(const StoredPlace&, const StoredPlace&) = default;
};

struct StoredChange {
  std::string type;
  Span a;
  Span b;
  int weight = 0;

  friend bool operator==(const StoredChange&, const StoredChange&) = default;
};

struct StoredDiscrepancy {
  std::string id;  // "d-3fa2c19b7c"
  std::string kind;
  int weight = 0;
  std::vector<StoredPlace> places;
  std::vector<StoredChange> changes;
  std::string relation;
  bool in_marks = false;
  Basis basis;
  // Digests of what places[0] and places[1] share with discrepancies that are told as one with it (engine/disagree.h,
  // fold_keys); 0: nothing.
  std::array<std::uint64_t, 2> folds = {0, 0};

  friend bool operator==(const StoredDiscrepancy&, const StoredDiscrepancy&) = default;
};

}  // namespace readout
