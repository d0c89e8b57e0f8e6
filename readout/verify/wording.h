// Wording: words of the quotation in the place of words of the text, read as differences with their types.
//
//   text   the bill will be about 40 million crowns
//   quote  the bill will be about 14 million crowns       {number, quote "14", text "40", grave}
//   quote  the bill may be some 40 million dollars        {modal, "may", "will"} {hedge, ...} {unit, "dollars",
//   "crowns"}
//
// What is grave turns what was said: negation, number, unit, date, name, modal, quantifier, comparative, antonym,
// scope, hedge, condition, person, a word of another sense, words put in that say something. What is not: tense,
// spelling, a synonym (WordNet), function words. A word of which nothing is known counts as another word: the careful
// answer. Pairs are those of align_columns (align/align.h); names of changes start from collation/change.h's. English
// only; in other languages every other word is a `term`.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "readout/align/units.h"
#include "readout/verify/verify.h"

namespace readout {

// Units [begin, end) of a side, with those around them.
struct UnitRange {
  std::span<const Unit> all;
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin >= end; }
  std::span<const Unit> units() const { return all.subspan(begin, empty() ? 0 : end - begin); }
};

// In the order of the quotation. Marks are not told.
std::vector<Difference> compare_wording(const UnitRange& quote, const UnitRange& text);

// What leaving these words out does; nothing where it does nothing. `marked`: under an ellipsis or brackets.
std::vector<Difference> read_omission(const UnitRange& text, bool marked);

}  // namespace readout
