// Anchors: pairs of a column and a position that any good alignment would hold: inside runs of words that stand once
// on either side and do not cross.
//
//   columns  | the | old | pier | is | closed |         anchors of a run: all but its first and last word, which may
//   text       the   old   pier   is   shut             belong to a neighbour: (1,1) (2,2)
//
// A side may hold several rows (the texts of a profile); a run counts when every row that has it has it at one place.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace readout {

struct ColumnAnchor {
  std::uint32_t column = 0;
  std::uint32_t position = 0;

  friend bool operator==(const ColumnAnchor&, const ColumnAnchor&) = default;
};

// One row of a side: meeting keys and the columns that they stand in, ascending.
struct AnchorRow {
  std::span<const std::uint64_t> keys;
  std::span<const std::uint32_t> columns;
};

// Runs of `length` words; both members of the anchors ascend. `offset` is the position of text[0].
std::vector<ColumnAnchor> find_anchors(std::span<const AnchorRow> rows, std::span<const std::uint64_t> text,
                                       std::uint32_t offset, std::size_t length);

}  // namespace readout
