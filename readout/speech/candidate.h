// Candidate: one way to read a stretch of text as reported speech: a cue, a source, a content, the frame that joins
// them, and the features that speak for and against it.
//
// The rules here propose candidates; a weigher scores them by their features (weigh.h) and a choice keeps those that do
// not contradict each other (choose.h). A learned model is another weigher, or another proposer, over the same
// structures.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/basis.h"
#include "readout/speech/cue_site.h"
#include "readout/speech/speech.h"

namespace readout {

enum class ContentFrame : std::uint8_t {
  quotation_before,   // “…,” said X
  quotation_after,    // X said: “…”
  quotation_around,   // “…,” X said, “…”
  clause_before,      // The plan failed, X said
  clause_after,       // X said the plan failed
  clause_around,      // The plan, X said, failed
  that_clause,        // X said that …
  wh_clause,          // X asked whether …
  infinitive,         // X promised to …
  object,             // X denied the charge; X called it a mistake
  previous_sentence,  // … . This was revealed by X
  next_sentence,      // X spoke. “…”
  chain,              // a quotation that goes on with the speaker before it
  unattributed,       // words in marks, and nobody named
  label,              // a turn of a transcript
  issued,             // the text of a communiqué
  claim,              // the writer's own claim about the record
};

struct Candidate {
  ContentFrame frame = ContentFrame::clause_after;
  std::uint32_t strand = 0;  // where the cue stands
  CueShape shape = CueShape::verb;
  Speech speech;                         // content, cue, source, polarity; kind and nesting come later
  std::vector<std::int32_t> quotations;  // those whose words the content claims
  std::vector<Evidence> features;
  double score = 0;
};

std::string_view to_string(ContentFrame frame);

}  // namespace readout
