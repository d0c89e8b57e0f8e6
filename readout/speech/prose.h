// Prose: the body of a document made ready for finding speech: paragraphs, quotations, words, and strands.
//
// A Strand is one sentence at one level of quotation. Its items are its words, with every quotation that stands in it
// as one item. The sentence inside a quotation is a strand of its own, so that speech inside speech is found the same
// way.
//
//   “We will wait,” Kovel said, “until he says ‘go’.”
//   strand A (level 0):  [“We will wait,”] Kovel said , [“until he says ‘go’.”]
//   strand B (inside):   We will wait ,
//   strand C (inside):   until he says [‘go’] .
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/span.h"
#include "readout/document/document.h"
#include "readout/speech/lexicon.h"
#include "readout/speech/quotes.h"
#include "readout/text/tokens.h"

namespace readout {

struct ProseWord {
  Span span;
  TokenKind kind = TokenKind::word;
  bool capital = false;
  bool all_capitals = false;
  WordEntry entry;
};

struct Item {
  Span span;
  std::int32_t word = -1;       // index into Prose::words, or
  std::int32_t quotation = -1;  // index into Prose::quotations
};

struct Strand {
  Span span;
  std::vector<Item> items;
  std::uint32_t paragraph = 0;
  std::int32_t quotation = -1;  // the quotation it stands in; -1 for the writer's own sentence
  bool first_in_paragraph = false;
};

struct Paragraph {
  Span span;
  std::uint32_t number = 0;  // Block::paragraph
};

struct Prose {
  std::string_view text;
  std::vector<Paragraph> paragraphs;
  std::vector<Quotation> quotations;
  std::vector<ProseWord> words;
  std::vector<Strand> strands;  // by paragraph, then position; a quotation's strands follow the strand it stands in
};

Prose make_prose(const Document& document);
// The same for paragraphs of one's own choice.
Prose make_prose(std::string_view text, std::vector<Paragraph> paragraphs);

// Lower case with straight apostrophes, in a buffer of fixed size; words longer than it come out cut.
class LowerWord {
 public:
  explicit LowerWord(std::string_view word);
  std::string_view view() const { return {bytes_, size_}; }

 private:
  char bytes_[48];
  std::size_t size_ = 0;
};

}  // namespace readout
