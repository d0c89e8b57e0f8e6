// align: two texts, unit by unit.
//
//   a  The minister said  talks   would begin on July 10  .
//   b  On 10 July the talks will  begin , he said         .
//
//   Alignment alignment = align(a, b);
//   alignment.columns   in order; every unit of a and of b in exactly one; an empty side is a gap
//   alignment.links     which unit stands for which, across moves too; phrases many to many (phrases.h)
//   alignment.moves     blocks that stand elsewhere: {a 6-9, b 0-3}
//
// Method: maximal common runs of the folded forms, hashed by k-grams, chained as minimap2 does (Li, 2018); between the
// chain's anchors banded alignment with affine gaps (Gotoh, 1982) over graded likeness, so that memory stays
// near-linear in the length of the texts; common runs off the chain are moves; what is left unlinked is linked by a
// second pass over what stands near in both texts; links that nothing beside them supports, and those that leave their
// sentence alone (strays.h), are cut; short gaps between links are filled (phrases.h), with likeness `none` where
// one word only stands in the other's place.
//
// Invariants: the a of the columns run 0, 1, 2, ... and so do the b; a column has at least one side. Links are sorted
// by a, then b, without repetition. align(b, a) is the mirror of align(a, b). A text with itself is all `same`, without
// moves. The result hangs on the two texts alone.
// Cost: near-linear in the texts' length where they share runs; 18,800 words against as many in some 50 ms.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "readout/align/likeness.h"
#include "readout/align/units.h"

namespace readout {

inline constexpr std::int32_t kGap = -1;

struct Column {
  std::int32_t a = kGap;  // index of a unit, or kGap
  std::int32_t b = kGap;
  Likeness likeness;  // none with both sides: one stands in the other's place

  friend bool operator==(const Column&, const Column&) = default;
};

struct WordLink {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  Likeness likeness;
  bool crosses = false;  // the words stand elsewhere than in the columns' order

  friend bool operator==(const WordLink&, const WordLink&) = default;
};

// Units [a_begin, a_end) of a stand for [b_begin, b_end) of b, off the order of the columns.
struct Move {
  std::uint32_t a_begin = 0, a_end = 0;
  std::uint32_t b_begin = 0, b_end = 0;

  friend bool operator==(const Move&, const Move&) = default;
};

struct Alignment {
  std::vector<Column> columns;
  std::vector<WordLink> links;
  std::vector<Move> moves;

  friend bool operator==(const Alignment&, const Alignment&) = default;
};

Alignment align(std::span<const Unit> a, std::span<const Unit> b);

// The columns alone, without links and moves: for callers that collate many.
std::vector<Column> align_columns(std::span<const Unit> a, std::span<const Unit> b);

// The same alignment seen from b.
Alignment mirror(const Alignment& alignment);

}  // namespace readout
