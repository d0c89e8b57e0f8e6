// WordPlacer: where in a text the words of a quotation stand best, in order, allowing for words left out and words put
// in.
//
//   const QuoteWords quote = read_quote("sign the old paper");
//   WordPlacer placer(quote);
//   placer.match(words, {});                  // words: We will not sign the paper
//   placer.place({}, Reach::wide)             // {3, 4, -1, 5}
//
// Fitting alignment with affine gaps in the text (Gotoh, 1982): opening a gap costs, lengthening it costs next to
// nothing, so that pieces far apart are found too; opening one where the quotation has an ellipsis costs little. Words
// of four letters or more weigh twice as much as shorter ones. Only the pairs of equal words are gone through (sparse
// dynamic programming, Eppstein, Galil, Giancarlo & Italiano, 1992): time is that of reading the text's words, and of
// the pairs times the logarithm of the quotation. Ties go to the earlier place, then to fewer gaps.
#pragma once

#include <cstdint>
#include <span>
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

class WordPlacer {
 public:
  // Keeps a view of `quote`, and of what match() was given.
  explicit WordPlacer(const QuoteWords& quote);

  // Looks for the quotation's words among these; what place() places. `numbers`: for each word how many words of the
  // text stand before it, where some are left out; empty where none are. More than kMostPairs pairs: only those of the
  // densest stretch.
  void match(std::span<const FoldedWord> words, std::span<const std::uint32_t> numbers);

  // Which words of the quotation were met at all.
  bool has_met(std::size_t word) const { return met_[word]; }

  // `taken` marks words of the text that may not be used again; empty, or one for each word.
  WordPlaces place(const std::vector<bool>& taken, Reach reach);

  static constexpr std::size_t kMostPairs = 4'000'000;

 private:
  struct Pair {
    std::uint32_t word = 0;  // of the text, as an index
    std::uint32_t row = 0;   // of the quotation
  };
  struct Slot {
    std::uint64_t key = 0;
    std::int32_t last_row = -1;  // the last word of the quotation with this key
  };

  std::int32_t last_row_of(std::uint64_t key) const;
  void add_pairs(std::span<const FoldedWord> words, Span window);
  void shift_gaps(WordPlaces& places) const;

  const QuoteWords& quote_;
  std::vector<Slot> slots_;         // open addressing
  std::uint32_t shift_ = 0;         // of a key, to its slot
  std::vector<std::int32_t> same_;  // of each word of the quotation the one before it with the same key, or -1
  std::vector<std::int32_t> put_;   // what the words before each cost, put in
  std::vector<std::int32_t> cut_;   // of each word the last one at or before it with an ellipsis before it, or 0
  std::vector<bool> met_;
  std::vector<Pair> pairs_;  // by word, then the later row first
  std::span<const FoldedWord> words_;
  std::span<const std::uint32_t> numbers_;
};

// Where all the words of the quotation stand together, each as the index of the first.
std::vector<std::size_t> find_whole(const QuoteWords& quote, std::span<const FoldedWord> words);

}  // namespace readout
