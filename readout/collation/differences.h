// Differences: the columns of two collated passages read into Changes (change.h).
//
//   const std::vector<Change> changes = find_changes({a, b, text_b});
//
// The way: words in brackets that b alone has; words that stand elsewhere; then what is left in runs of neighbouring
// words, pair by pair and stretch by stretch.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "readout/align/likeness.h"
#include "readout/align/units.h"
#include "readout/collation/change.h"

namespace readout {

// Changes in the order of b, then a; `shared`: words that are the same word on both sides.
struct Differences {
  std::vector<Change> changes;
  std::uint32_t shared = 0;
};

Differences find_differences(std::span<const Unit> a, std::span<const Unit> b);

// What it is when `a` words were replaced by `b` words; either may be empty. `cut` answers for words of no class.
ChangeType name_change(std::span<const Unit> a, std::span<const Unit> b, ChangeType otherwise);

// One word in another's place.
ChangeType name_pair(const Unit& a, const Unit& b, Likeness alike);

}  // namespace readout
