// FoldedWords: a text as the words that a quotation is compared by, each with its bytes and a key of its folded form.
//
//   "No—“never”,\nhe nego-\ntiated 1,000%"  ->  no never he negotiated 1,000 %
//
// Folded away: case, marks, white space, ligatures and widths, invisible characters, hyphens (a hyphenated word is two
// words), points inside initials (U.S.), letters of another script that look alike inside a Latin word; a word broken
// at the end of a line can be read as one. Kept: a minus before a number, points and commas inside one, signs such as %
// and €, apostrophes inside words.
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

// Words [first, first + count) of a text, parted by a hyphen at a line's end, read as one word. Which reading is meant
// ("nego-\ntiated" or "well-\nknown") only a quotation can tell, so both are kept.
struct BrokenWord {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::uint64_t key = 0;

  friend bool operator==(const BrokenWord&, const BrokenWord&) = default;
};

// A source, folded once for every quotation. Invariants: words in order, no two overlap; broken words by their first.
struct FoldedText {
  std::vector<FoldedWord> words;  // of a broken word the parts
  std::vector<BrokenWord> broken;

  friend bool operator==(const FoldedText&, const FoldedText&) = default;
};

FoldedText fold_text(std::string_view text);

// A quotation: a broken word is one word.
std::vector<FoldedWord> fold_into_words(std::string_view text);

// Words [begin, end) of a text, to the end of `read`, as a quotation with the keys `known` has them: a broken word that
// it knows is one word, and the longest of several.
void read_words(const FoldedText& text, std::size_t begin, std::size_t end,
                const std::unordered_set<std::uint64_t>& known, std::vector<FoldedWord>& read);

std::uint64_t word_key(std::string_view folded);

// True where a sentence ends between words i and i + 1 (or after the last): a full stop that is no abbreviation's, a
// question or exclamation mark, or a paragraph's end.
bool sentence_ends_after(std::string_view text, const std::vector<FoldedWord>& words, std::size_t i);

// What words do to those beside them: data/en/turns.tsv.
enum class Turn { none, negation, condition, denial, limit };
Turn turn_of(std::string_view word);

}  // namespace readout
