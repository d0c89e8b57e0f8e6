// Segments: neighbouring columns joined where the same witnesses say the same on either side, and who says what.
//
//   A  |the|old|pier|is|shut|        segments:  the old pier   A, C | the pier  B     is   all     shut A, B | closed C
//   B  |the|   |pier|is|shut|        joined only where the parting of witnesses stays the same: "the" is one segment,
//   C  |the|old|pier|is|closed|      "old" the next, "pier is" the third, "shut" the last
//
// Invariants: segments follow each other without a gap and cover every column; witnesses of one reading have equal keys
// in every column; readings come in the order of their first witness; each witness stands in one reading or in
// `absent`.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "readout/collation/collation.h"

namespace readout {

struct Reading {
  std::vector<std::uint32_t> witnesses;  // ascending

  friend bool operator==(const Reading&, const Reading&) = default;
};

struct Segment {
  std::size_t begin = 0;  // columns [begin, end)
  std::size_t end = 0;
  std::vector<Reading> readings;
  std::vector<std::uint32_t> absent;

  friend bool operator==(const Segment&, const Segment&) = default;
};

// `keys`: of every unit of every witness; equal keys agree. Where not `joined`, every column is a segment.
std::vector<Segment> find_segments(const Collation& table, std::span<const std::vector<std::uint64_t>> keys,
                                   bool joined = true);

}  // namespace readout
