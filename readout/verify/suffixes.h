// WordSuffixes: every place where a run of words stands, for runs of any length at once.
//
//   words:  7 3 9 0 7 3 4 0        7: the, 3: old, 9: bridge, 4: town; 0 ends a text
//   all(7)                         2 places: 0 4
//   narrow(all(7), 1, 3)           2 places: 0 4      "the old"
//   narrow(that, 2, 4)             1 place:  4        "the old town"
//
// A suffix array (Manber & Myers, 1990) over word numbers, sorted by the first kSortedWords words only, by doubling:
// three counting sorts, linear in the words whatever they repeat. Places with the same kSortedWords words are in order.
// A run of words is looked up by binary search, one word after another; no key is too common to be there.
//
// Memory: 8 bytes a word, and 8 a word more while it is made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace readout {

inline constexpr std::uint32_t kSortedWords = 8;

// A stretch of the sorted places.
struct SuffixRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }

  friend bool operator==(const SuffixRange&, const SuffixRange&) = default;
};

class WordSuffixes {
 public:
  WordSuffixes() = default;
  // `words`: fewer than 2^32 numbers below `numbers`; 0 stands at the end, and between texts.
  WordSuffixes(std::vector<std::uint32_t> words, std::uint32_t numbers);

  // Where this word stands.
  SuffixRange all(std::uint32_t word) const;
  // Those of `range`, whose first `depth` words are equal, that go on with `word`. depth < kSortedWords; word > 0.
  SuffixRange narrow(SuffixRange range, std::uint32_t depth, std::uint32_t word) const;

  // The place that stands `at`-th in the order, and the word at a place.
  std::uint32_t place(std::uint32_t at) const { return order_[at]; }
  std::uint32_t word(std::size_t place) const { return words_[place]; }
  std::size_t size() const { return words_.size(); }
  std::size_t memory_bytes() const { return 4 * (words_.capacity() + order_.capacity() + heads_.capacity()); }

 private:
  std::vector<std::uint32_t> words_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> heads_;  // of each number the first in the order
};

}  // namespace readout
