// Anchors: pairs of words that surely stand for each other, in order, so that only what lies between is left to align.
//
// Seeds are runs of three, two or one stem that occur once in either text; they are chained as minimap2 does (Li,
// 2018): by position, each with the best of some before it, less what the change of diagonal costs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "readout/align/units.h"

namespace readout {

struct UnitAnchor {
  std::uint32_t a = 0;  // indices of units
  std::uint32_t b = 0;

  friend bool operator==(const UnitAnchor&, const UnitAnchor&) = default;
};

// Ascending in a and in b. Near-linear in the length of the texts.
std::vector<UnitAnchor> find_anchors(std::span<const Unit> a, std::span<const Unit> b);

}  // namespace readout
