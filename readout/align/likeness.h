// Likeness: how alike two units are, and in what.
//
//   likeness("Kiev", "Kyiv")        {spelling, 95}
//   likeness("talks", "talking")    {stem, 88}
//   likeness("ten", "10")           {value, 95}
//   likeness("begin", "commence")   {synonym, 70}
//   likeness("of", "minister")      {none, 0}
//
// Symmetric: likeness(a, b) == likeness(b, a). The first kind in the order below that holds is the answer. It says in
// what two units agree, never that the meaning is the same: "Monday" and "Tuesday" are `related`.
#pragma once

#include <cstdint>
#include <string_view>

#include "readout/align/units.h"

namespace readout {

enum class Alike : std::uint8_t {
  none,
  same,         // the same bytes
  letter_case,  // folded alike: case, or the style of a mark of one kind
  mark,         // both are marks, of one family: ; and ,  « and “  [...] and …
  spelling,     // one word in two spellings (alias table, British and American)
  value,        // one number, month, day, or thing by phrase: ten = 10, U.S. = United States
  name,         // one name in two spellings
  stem,         // forms of one word
  synonym,      // share a sense in WordNet
  derived,      // decide and decision, or a sense and the one above it
  near,         // few letters differ, or one holds the other (hyphenated words)
  opposite,     // opposites in WordNet: increase and decrease
  related,      // other words keep them the same company; opposites that WordNet does not know are among them
};

struct Likeness {
  Alike kind = Alike::none;
  std::uint8_t grade = 0;  // 0 to 100

  friend bool operator==(const Likeness&, const Likeness&) = default;
};

Likeness likeness(const Unit& a, const Unit& b);

// What it gains to put the two in one column, in hundredths of a content word: 100 and more for equal content words,
// less for function words and marks, below zero where they are unlike; a function word against a content word, a word
// against a mark, is dearer than two gaps.
int gain(const Unit& a, const Unit& b, Likeness likeness);

std::string_view to_string(Alike kind);

}  // namespace readout
