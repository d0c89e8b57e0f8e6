// Our own corpus scored: the attributions as PolNeAR's are, and whose, of what kind, how nested, through what.
//
//   CorpusScore score;
//   for (each piece) add_piece(piece, account, score, &findings);
//
// Attributions: attribution.h. The other figures are shares of the speeches found (contents paired one to one with an
// intersection over union of at least 0.5); `silent` counts marks {x:...} that no content touches, `extra` the speeches
// at depth 0 without a partner over all at depth 0.
#pragma once

#include <string>
#include <vector>

#include "readout/base/json.h"
#include "readout/record/account.h"
#include "readout/score/attribution.h"
#include "readout/score/marked_text.h"
#include "readout/score/tally.h"

namespace readout {

struct CorpusScore {
  AttributionScore attributions;
  Share found;
  Share speaker;
  Share unknown;  // of the speakers: those that were left open although the text tells
  Share kind;
  Share polarity;
  Share parent;
  Share channel;
  Share extra;
  Share silent;
};

// `differences` receives a line for each wrong fact.
void add_piece(const MarkedText& piece, const Account& account, CorpusScore& score, std::vector<Finding>* findings,
               std::vector<std::string>* differences);

// What follows the table of attributions.
std::string render_text(const CorpusScore& score);
void write_json(const CorpusScore& score, JsonWriter& json);

}  // namespace readout
