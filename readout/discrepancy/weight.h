// weigh: what each change of a counterpart says, from 0 (nothing: style, grammar, a synonym) to 100 (the opposite).
//
//   base   We will not sign before Monday.        “not” left out            100
//   other  “We will sign after Monday,” he said.  “before” → “after”         90
//
//   const Weighing weighing = weigh(counterpart, text_a, text_b, true);
//   weighing.weights[i]      // of counterpart.pair.changes[i]
//
// A change names what differs; its weight asks besides whether the words still stand elsewhere in the passage, whether
// one word says much the same as the other (all and everything, during and when), and whether both sides claim to give
// the words as they were said. Where the passages share too few words for single ones to be weighed, only numbers,
// names and whole clauses are (is_near is false).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/align/units.h"
#include "readout/discrepancy/counterpart.h"

namespace readout {

// What a discrepancy weighs; from kMeaning on it bears on what was said.
inline constexpr int kMeaning = 80;
inline constexpr int kQuotation = 50;
inline constexpr int kWording = 30;

// One telling word for the other: the same word, a synonym, a name and what is made of it ("Veltria", "Veltrian").
bool stand_for_each_other(const Unit& a, const Unit& b);

// A clause of the base that nothing of the other stands for.
struct LostClause {
  Span base;
  int words = 0;           // that tell something
  bool condition = false;  // "if …", "unless …"
  bool last = false;       // nothing of the base comes after it
};

struct Weighing {
  std::vector<int> weights;  // of each change, in order
  bool is_near = false;
  std::uint32_t met = 0;         // telling words of the shorter side that the other has too, or a synonym of
  std::uint32_t telling = 0;     // telling words of the shorter side
  std::uint32_t plain = 0;       // of those met, what are no names
  std::uint32_t unmet_base = 0;  // telling words that the other side has no word for
  std::uint32_t unmet_other = 0;
  std::vector<Span> other_names;  // names of the other that the base has not
  std::vector<LostClause> lost;   // in marks only
};

// `in_marks`: both sides claim to give the words as they were said.
Weighing weigh(const Counterpart& counterpart, std::string_view base_text, std::string_view other_text, bool in_marks);

}  // namespace readout
