// TextReading: the words of one source as one quotation reads them: a word broken at a line's end is one word where the
// quotation has it so. A long text is read only around the places where parts of the quotation were seen.
//
//   text      ... 40,000 words ... we will not sign ... 9,000 words ... before spring ...
//   words     [a few hundred around the one] [one word that equals none] [a few hundred around the other]
//
// `numbers` then says how many words of the text stand before each; it is empty where the text is read whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "readout/verify/seek.h"
#include "readout/verify/sources.h"
#include "readout/verify/word_places.h"

namespace readout {

inline constexpr std::size_t kMostRead = 16'384;  // words of a text longer than kReadWholeWords

class TextReading {
 public:
  // Keeps views of `sources`.
  TextReading(const QuoteWords& quote, const Sources& sources, const SoughtText& sought);

  const std::vector<FoldedWord>& words() const { return own_.empty() ? *words_ : own_; }
  const std::vector<std::uint32_t>& numbers() const { return numbers_; }

 private:
  void read_around(const QuoteWords& quote, const FoldedText& text, const std::vector<std::uint32_t>& places);

  const std::vector<FoldedWord>* words_;  // where the text reads as it stands
  std::vector<FoldedWord> own_;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace readout
