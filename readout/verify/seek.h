// Seeker: in which sources, and where in them, a quotation may stand; what is worth placing word by word.
//
//   Seeker seeker(quote, sources, {});
//   seeker.wholes()        every place where all its words stand together
//   seeker.complete()      every text in which all its words may stand, in pieces
//   seeker.near()          the texts that share its rarest words and pairs within one passage
//
// wholes() loses nothing. Nor does complete(): a quotation in pieces has at most most_seams() seams, so of one run of
// words more than that, none overlapping, one stands whole (the pigeonhole of q-gram filters; Jokinen & Ukkonen, 1991).
// The runs are chosen so that together they stand in the fewest places; past kMostHits places the rarest are taken,
// past kMostAligned texts those with the most of the runs. near() weighs words and pairs by how rare they are among the
// sources, for kMostNearHits places, the rarest first, and gives at most kMostNear texts.
//
// Cost: of looking up each run of the quotation's words, and of the places asked for; the size of the sources counts as
// its logarithm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "readout/verify/sources.h"
#include "readout/verify/word_places.h"

namespace readout {

inline constexpr std::size_t kMostHits = 8192;
inline constexpr std::size_t kMostNearHits = 2048;
inline constexpr std::size_t kMostNear = 6;
inline constexpr std::size_t kReadWholeWords = 4096;  // words; a longer text is read around those places only

// How many seams a quotation of so many words may have and still be one.
constexpr std::size_t most_seams(std::size_t words) {
  return words / 4 > 1 ? words / 4 : 1;
}

// A text with the places (words, as indices) near which parts of the quotation were seen, in order.
struct SoughtText {
  std::uint32_t text = 0;
  bool strand = false;  // seen where a broken word is joined, or over a running head
  std::vector<std::uint32_t> words;
};

class Seeker {
 public:
  // Keeps views of all. `among`: the texts to look in, ascending; empty: all.
  Seeker(const QuoteWords& quote, const Sources& sources, std::span<const std::size_t> among);

  struct Whole {
    std::uint32_t text = 0;
    std::uint32_t word = 0;

    friend auto operator<=>(const Whole&, const Whole&) = default;
  };
  // In order, none overlapping another. Strands are not looked at.
  std::vector<Whole> wholes() const;
  // In order of text.
  std::vector<SoughtText> complete() const;
  // The most promising first.
  std::vector<SoughtText> near() const;

  // False for a word in brackets, or one that may join two pieces.
  bool is_required(std::size_t word) const;

 private:
  // A run of the quotation's words, and where it stands.
  struct Run {
    SuffixRange range;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  SuffixRange range_of(std::size_t first, std::size_t count) const;
  void choose_runs(std::size_t begin, std::size_t end, std::vector<Run>& chosen) const;
  std::vector<Run> longest_runs() const;
  static std::size_t places_of(const std::vector<Run>& runs);
  bool is_whole_around(std::uint32_t place) const;
  std::vector<Run> rare_runs(std::size_t most) const;
  void add_rare_places(std::vector<SoughtText>& texts) const;
  bool is_sought(std::uint32_t text) const;

  const QuoteWords& quote_;
  const Sources& sources_;
  const WordSuffixes& suffixes_;
  std::span<const std::size_t> among_;
  std::vector<std::uint32_t> numbers_;  // of the quotation's words; 0: stands nowhere
  std::vector<SuffixRange> ranges_;     // of word i with depth d, at i * kSortedWords + d
  std::vector<std::uint8_t> depths_;    // of each word how many ranges are there; the last is small or goes no further
};

}  // namespace readout
