// Collation: many witnesses of one text in aligned columns.
//
//   A  The talks will begin on Monday .          |The|talks   |will |begin|on|Monday|     |.|
//   B  The negotiations would begin Monday .     |The|negotia…|would|begin|  |Monday|     |.|
//   C  The talks will begin on Monday again .    |The|talks   |will |begin|on|Monday|again|.|
//
//   const Collation table = collate(witnesses);          // witnesses: the units of each text (align/units.h)
//   table.at(1, 0) == 1;                                  // column 1 holds unit 1 of A
//   table.at(4, 1) == kNoUnit;                            // B says nothing there
//
// Invariants: the units of a witness run 0, 1, 2, ... down its row, each in exactly one column, so that a row gives its
// witness back; no column is empty. The table does not depend on the order of the witnesses: another order gives the
// same columns with its rows in that order. Witnesses that are alike unit by unit have alike rows. A witness without
// units has an empty row. collate of one text many times has as many columns as it has units.
//
// Method: witnesses join a profile one by one, the nearest first (guide.h); a witness meets the profile by affine
// alignment (Gotoh, 1982) whose gaps are the dearer the more witnesses fill a column, as in progressive alignment of
// sequences (Feng and Doolittle, 1987; Thompson et al., 1994); then each is taken out and aligned anew (Barton and
// Sternberg, 1987). Runs of words that stand once in both are anchors, so that cost is near-linear where texts agree.
// Memory: the table, and a byte a cell of the widest stretch between two anchors, at most kMostCells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "readout/align/units.h"

namespace readout {

inline constexpr std::uint32_t kNoUnit = 0xFFFFFFFFu;

struct Collation {
  std::size_t witnesses = 0;
  std::vector<std::uint32_t> cells;  // column by column, a unit's index or kNoUnit for each witness

  std::size_t columns() const { return witnesses == 0 ? 0 : cells.size() / witnesses; }
  std::uint32_t at(std::size_t column, std::size_t witness) const { return cells[column * witnesses + witness]; }

  friend bool operator==(const Collation&, const Collation&) = default;
};

// `passes`: how often each witness is taken out and aligned anew.
Collation collate(std::span<const std::vector<Unit>> witnesses, int passes = 2);

}  // namespace readout
