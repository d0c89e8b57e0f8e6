// Unit: a word, number or mark of a text as it is compared with another, with keys of its forms.
//
//   text   Rubio’s “ten” (10) [...] Kyiv
//   units  Rubio  ’s  “  ten  ”  (  10  )  [...]  Kyiv
//   kind   name   fn  q  num  q  br num br  ell   name
//
//   const std::vector<Unit> units = make_units(text, whole);
//   units[3].value == units[6].value      // "ten" and "10" are one number
//
// Invariants: spans ascend, do not overlap, and only white space and invisible characters lie between two, so that the
// units with what lies between them give the text back. A unit carries all that comparing needs (likeness.h): the text
// itself is not asked again, so units of different texts and of different threads can stand in one array.
// Keys are FNV-1a hashes; 0 means "has none". They do not change between runs or machines.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "readout/base/span.h"

namespace readout {

enum class UnitKind : std::uint8_t {
  word,           // a content word
  function_word,  // of, the, has, he, ’s: data/en/synonyms_function.tsv
  number,         // 19, 1,000.5, ten, third
  date_part,      // July, Monday, Mon.
  name,           // a capital inside a sentence, or a word that no lexicon knows as a common one
  punctuation,    // , . ; : ! ? dashes and signs
  bracket,        // ( ) [ ] { }
  ellipsis,       // ... … [...] (…)
  quotation_mark,
};

struct Unit {
  Span span;
  UnitKind kind = UnitKind::word;
  bool capital = false;  // begins with an upper-case letter
  bool space_before = false;
  std::uint8_t size = 0;           // bytes of `letters` that are used
  std::array<char, 24> letters{};  // the folded form, cut at a code point; for edit distance

  std::uint64_t exact = 0;      // of the bytes as they stand
  std::uint64_t folded = 0;     // case, quote style, dash, width and invisible characters folded
  std::uint64_t spelling = 0;   // of the house spelling: colour = color, organise = organize, Kiev = Kyiv
  std::uint64_t stem = 0;       // of the English stem, irregular forms led back to their base (said = says); words only
  std::uint64_t head = 0;       // of the first four letters
  std::uint64_t name = 0;       // of the folded name (text/fold.h): Lavrov = Lawrow; capitalised and unknown words only
  std::uint64_t value = 0;      // of the number or date that it is part of: ten = 10, 19 % = 19 percent, two thousand =
                                // 2,000 (each unit of "two thousand" has it), July = Jul. = 07
  std::uint32_t entry = 0;      // in the thesaurus (thesaurus.h)
  std::uint32_t signature = 0;  // which letters the folded form has, for a quick no

  std::string_view folded_letters() const { return {letters.data(), size}; }

  friend bool operator==(const Unit&, const Unit&) = default;
};

// The units of text[span], in order. Any UTF-8.
std::vector<Unit> make_units(std::string_view text, Span span);

// word, function_word, number, date_part, name: what a sentence says; the rest are marks.
bool is_word(UnitKind kind);

}  // namespace readout
