// Words of a document's body, scanned once: where each stands, its folded hash, and what lies before it.
//
//   text   Mr. Ondra’s aide, 42, said: “No.”
//   words  Mr. Ondra   aide  42  said   No
//   gap    -   space   space comma comma  quote       (the strongest mark between this word and the one before)
//
// Only what naming people needs: a full stop belongs to a word where it is an initial (J.), a dotted abbreviation
// (U.S.) or an entry of the lexicons (Sen.); a possessive ’s is cut off and flagged; hyphens and inner apostrophes stay
// in the word.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/base/span.h"
#include "readout/document/document.h"

namespace readout {

enum class Gap : std::uint8_t { space, dash, comma, parenthesis, quote, colon, stop, paragraph };

struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;   // without a possessive 's
  std::uint64_t hash = 0;  // of the lower-case letters
  Gap gap = Gap::space;
  bool capital = false;
  bool all_capitals = false;  // two letters or more
  bool initial = false;       // "J." or "J"
  bool possessive = false;
  bool opens_sentence = false;
  bool quoted = false;   // inside double quotation marks
  bool heading = false;  // of a title or subhead, where capitals say little
  std::uint32_t paragraph = 0;
  std::uint32_t sentence = 0;

  Span span() const { return {begin, end}; }
};

// The hash of a word: FNV-1a over its lower-case bytes (ASCII and Latin-1 letters), curly apostrophes straight.
std::uint64_t hash_word(std::string_view word);

// Appends the words of text[span].
void scan_words(std::string_view text, Span span, bool heading, std::vector<Word>& words);

// The words of the blocks that name people: title, subheads, standfirst and body; of the whole text where there are
// none.
std::vector<Word> scan_words(const Document& document);

// Index of the first word that ends after `offset`.
std::uint32_t word_at(const std::vector<Word>& words, std::uint32_t offset);

}  // namespace readout
