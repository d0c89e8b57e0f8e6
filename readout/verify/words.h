// FoldedWords: a text as the words that a quotation is compared by, each with its bytes and a key of its folded form.
//
//   "No—“never”,\nhe nego-\ntiated 1,000%"  ->  no never he negotiated 1,000 %
//
// Folded away: case, marks, white space, ligatures and widths, invisible characters, hyphens (a hyphenated word is two
// words), points inside initials (U.S.), a word broken at the end of a line, letters of another script that look alike
// inside a Latin word. Kept: a minus before a number, points and commas inside one, signs such as % and €, apostrophes
// inside words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "readout/base/span.h"

namespace readout {

struct FoldedWord {
  Span span;
  std::uint64_t key = 0;  // of the folded form; equal keys are equal words

  friend bool operator==(const FoldedWord&, const FoldedWord&) = default;
};

// `known`: keys of the other side, which decide whether a hyphen at the end of a line breaks one word ("nego-\ntiated")
// or stands between two ("well-\nknown"). Null: it breaks one.
std::vector<FoldedWord> fold_into_words(std::string_view text,
                                        const std::unordered_set<std::uint64_t>* known = nullptr);

std::uint64_t word_key(std::string_view folded);

// True where a sentence ends between words i and i + 1 (or after the last): a full stop that is no abbreviation's, a
// question or exclamation mark, or a paragraph's end.
bool sentence_ends_after(std::string_view text, const std::vector<FoldedWord>& words, std::size_t i);

// What words do to those beside them: data/en/turns.tsv.
enum class Turn { none, negation, condition, denial, limit };
Turn turn_of(std::string_view word);

}  // namespace readout
