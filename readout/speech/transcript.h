// Turns: stretches of text under a speaker's label.
//
//   Question: What was agreed?
//   Anna Kovel: Nothing yet. ...            one turn, with the paragraphs after it up to the next label
//   “MINISTER KOVEL: Nothing yet.”          labels inside quotation marks are found too
//
// A label is a short run of capitalised words (or "Question", "Q", "A") and a colon at the start of a paragraph or,
// inside a quotation, of a sentence. One label in mixed case alone makes no transcript: two different labels do, or a
// label in capitals, or a question label.
#pragma once

#include <cstdint>
#include <vector>

#include "readout/base/span.h"
#include "readout/speech/prose.h"

namespace readout {

struct TranscriptTurn {
  Span label;                   // without the colon; empty for words before the first label of a quotation
  std::vector<Span> content;    // one span a paragraph
  std::int32_t quotation = -1;  // the quotation it stands in
  bool question = false;
};

std::vector<TranscriptTurn> find_turns(const Prose& prose);

}  // namespace readout
