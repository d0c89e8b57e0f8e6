// place_words: where in a text the words of a quotation stand best, in order, allowing for words left out and words put
// in.
//
// Fitting alignment with affine gaps in the text (Gotoh, 1982): opening a gap costs, lengthening it costs next to
// nothing, so that pieces far apart are found too; opening one where the quotation has an ellipsis costs little. Words
// of four letters or more weigh twice as much as shorter ones. Ties go to the earlier place. The first of two readings
// that score alike is the one with fewer gaps.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "readout/verify/words.h"

namespace readout {

// A quotation as it is compared.
struct QuoteWords {
  std::string_view text;
  std::vector<FoldedWord> words;
  std::vector<bool> in_brackets;  // for each word: it stands in [square brackets]
  std::vector<bool> cut_before;   // for each word: an ellipsis stands before it
  bool cut_at_edge = false;       // an ellipsis stands before the first word or after the last
  std::unordered_set<std::uint64_t> keys;
};

QuoteWords read_quote(std::string_view quote);

// For each word of the quotation the index of its word in the text, or -1.
using WordPlaces = std::vector<std::int32_t>;

// How dear a long gap is: `wide` finds pieces anywhere in the text, `narrow` keeps to one passage.
enum class Reach : std::uint8_t { wide, narrow };

// `taken` marks words of the text that may not be used again; empty, or one for each word.
WordPlaces place_words(const QuoteWords& quote, const std::vector<FoldedWord>& words, const std::vector<bool>& taken,
                       Reach reach = Reach::wide);

// Where all the words of the quotation stand together, each as the index of the first.
std::vector<std::size_t> find_whole(const QuoteWords& quote, const std::vector<FoldedWord>& words);

}  // namespace readout
