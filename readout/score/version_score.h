// score_versions: the pairs of places that a key judges, held against the links of the machine.
//
// - A pair meets a link when on each side the two spans share half of the shorter, and the key's span holds a quarter
// of
//   the link's: a link of whole articles meets no sentence.
// - To be joined: every relation but those below. Right when a link that joins meets the pair.
// - omitted: right when nothing in b's document joins a's words. related-not-same, contradiction-candidate, same-event,
//   gloss-not-statement, not-related: right when no link joins the two. same-position-other-occasion: right when a link
//   says so, and none joins. claimed-versions, possible-versions: right when any link meets the pair.
//
// - Rightly named: the pair is right as above, and the relation that the machine names for the passages that cover it
//   best is the key's, by one table: retranslated, paraphrase and translation are reworded; altered and reworded stand
//   for each other. Pairs whose name has no match there (same-event, claimed-versions, ...) do not count here.
//
// Figures: "version pairs linked" (all), "version pairs to be joined", "version pairs kept apart", "version pairs
// rightly named".
#pragma once

#include <span>
#include <string>

#include "readout/score/key_score.h"

namespace readout {

// One link, in bytes of the files as delivered.
struct FoundVersion {
  std::string a_file;
  Span a;
  std::string b_file;
  Span b;
  bool joins = false;
  bool also_said = false;
};

// Two passages set against each other, in bytes of the files as delivered.
struct FoundRelation {
  std::string a_file;
  Span a;
  std::string b_file;
  Span b;
  std::string relation;  // "verbatim", "altered", ...
};

// Appends to `score`.
void score_versions(const AnswerKey& key, std::span<const FoundVersion> found, std::span<const FoundRelation> relations,
                    KeyScore& score);

}  // namespace readout
