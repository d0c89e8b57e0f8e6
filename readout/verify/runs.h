// Runs: an aligned quotation as stretches of words that stand together on both sides.
//
//   quote  we will sign the paper now          runs {0,0,2} {2,3,3}: "we will", "sign the paper"
//   text   we will not sign the paper today
//
// Invariants: runs come in the order of the quotation, never overlap there, and hold at least one word.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "readout/verify/word_places.h"

namespace readout {

inline constexpr std::size_t kLeastSplicedWords = 3;  // of a piece that was moved

// Consecutive words of the quotation that are consecutive words of the text.
struct WordRun {
  std::size_t quote = 0;
  std::size_t text = 0;
  std::size_t count = 0;

  std::size_t quote_end() const { return quote + count; }
  std::size_t text_end() const { return text + count; }

  friend bool operator==(const WordRun&, const WordRun&) = default;
};

std::vector<WordRun> find_runs(const WordPlaces& at);

// A word or two that match far from everything else are chance, not a piece of the quotation: they are taken out.
// In a short quotation every word counts.
void drop_chance_words(const QuoteWords& quote, std::string_view text, const std::vector<FoldedWord>& words,
                       WordPlaces& at);

// Words in the quoter's brackets that match apart from those beside them are the quoter's own.
void drop_bracketed_pieces(const QuoteWords& quote, WordPlaces& at);

// Stretches of the quotation that found no place in order, but stand elsewhere in the text: pieces that were reversed.
// Words that matched one by one inside such a stretch count for nothing.
void find_moved_pieces(const QuoteWords& quote, const std::vector<FoldedWord>& words, WordPlaces& at);

}  // namespace readout
