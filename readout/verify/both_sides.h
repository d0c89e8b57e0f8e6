// BothSides: a quotation and a text, in stretches of their words.
//
//   const BothSides sides(quote, text, words);
//   sides.compare({2, 3}, {2, 4})       what it means that word 2 of the quotation stands for words 2 and 3 of the text
//   sides.before(7, 2)                  the two words of the text before word 7, of the same sentence
//
// Keeps views.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "readout/verify/verify.h"
#include "readout/verify/word_places.h"

namespace readout {

// Words [begin, end) of one side.
struct WordStretch {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin >= end; }
  std::size_t size() const { return empty() ? 0 : end - begin; }
};

class BothSides {
 public:
  BothSides(const QuoteWords& quote, std::string_view text, const std::vector<FoldedWord>& words)
      : quote_(quote), text_(text), words_(words) {}

  const QuoteWords& quote() const { return quote_; }
  std::string_view text() const { return text_; }
  const std::vector<FoldedWord>& words() const { return words_; }

  Span quote_span(WordStretch stretch) const;
  Span text_span(WordStretch stretch) const;

  // At least one difference.
  std::vector<Difference> compare(WordStretch quote, WordStretch text) const;

  // Words of the text beside a matched one, at most `count`, of the same sentence.
  WordStretch before(std::size_t from, std::size_t count) const;
  WordStretch after(std::size_t from, std::size_t count) const;

  // Words of the quotation as room align counts them: "I’ve" is two.
  std::size_t count_units(WordStretch quote) const;

  // Whether a sentence ends after one of the words [first, last).
  bool text_ends_sentence(std::size_t first, std::size_t last) const;
  bool quote_ends_sentence(std::size_t first, std::size_t last) const;

  // An ellipsis stands among or beside these words of the quotation.
  bool is_marked(WordStretch put_in) const;

  // What was left out without a running head at one of its ends.
  WordStretch skip_furniture(WordStretch gone) const;

 private:
  const QuoteWords& quote_;
  std::string_view text_;
  const std::vector<FoldedWord>& words_;
};

}  // namespace readout
