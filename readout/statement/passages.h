// PassageIndex: which passages may say what a short quotation says, in the same words or in another translation.
//
//   PassageIndex index;
//   index.add(7, digest_of_content, units_of_passage);           // in any order
//   for (const PassageHit& hit : index.find(units_of_quotation, 100))
//     best = std::max(best, resemblance(units_of_quotation, units_of(hit.passage)));
//
// An inverted index over two kinds of key: the telling words (stem, number, date, name), and pairs of two of them with
// at most three telling words between, their order left open (skip-bigrams). Short passages without three telling
// words go by runs of three words as well. How much a key tells comes from a fixed background (rarity.h), never from
// the pile, and a key that stands in more than kMostPassages keeps those of smallest digest: so the answer does not
// hang on the order in which passages came. Order within the passages is not looked at here: resemblance.h does.
//
// Method: inverted index with weights that grow with rarity and fall, slowly, with length (Robertson's BM25 without the
// statistics of the pile). Cost: a query reads the postings of its keys, some thousands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "readout/align/keys.h"
#include "readout/align/units.h"

namespace readout {

struct PassageHit {
  std::uint32_t passage = 0;
  std::uint32_t score = 0;  // comparable within one query only

  friend bool operator==(const PassageHit&, const PassageHit&) = default;
};

class PassageIndex {
 public:
  static constexpr std::size_t kMostPassages = 4096;

  // `passage`: the caller's number, below 2^32 - 1, each once. `digest`: of its content, for ties and for caps.
  void add(std::uint32_t passage, std::uint64_t digest, std::span<const Unit> units);

  // Best first; equal scores by digest, then by number. At most `most`.
  std::vector<PassageHit> find(std::span<const Unit> query, std::size_t most) const;

  std::size_t size() const { return passages_.size(); }

 private:
  struct Passage {
    std::uint32_t number = 0;
    std::uint32_t weight = 0;  // of all its keys
    std::uint64_t digest = 0;
  };

  bool comes_before(std::uint32_t x, std::uint32_t y) const;

  std::vector<Passage> passages_;
  KeyTable keys_;
  std::vector<std::vector<std::uint32_t>> postings_;  // indices of passages_; a heap, largest digest first, once full
};

}  // namespace readout
