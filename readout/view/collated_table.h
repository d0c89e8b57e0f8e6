// CollatedTable: passages aligned word by word, and what a witness says in some columns. For the views of a collation.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "readout/align/units.h"
#include "readout/collation/collation.h"
#include "readout/collation/segments.h"
#include "readout/view/collation_view.h"

namespace readout {

struct CollatedTable {
  std::vector<std::vector<Unit>> units;
  Collation collation;
  std::vector<Segment> segments;
};

CollatedTable make_collated_table(std::span<const CollatedPassage> passages);

// Where the words of a witness in columns [begin, end) stand in it; empty where it has none.
Span span_in(const CollatedTable& table, std::size_t witness, std::size_t begin, std::size_t end);

// The words, as they stand.
std::string_view words_in(const CollatedTable& table, std::span<const CollatedPassage> passages, std::size_t witness,
                          std::size_t begin, std::size_t end);

}  // namespace readout
