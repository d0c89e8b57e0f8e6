// Features: what speaks for and against a candidate, by name. data/en/attribution.tsv gives them their weights.
#pragma once

#include "readout/speech/candidate.h"
#include "readout/speech/strand_view.h"

namespace readout {

// A content of fewer words is hardly one.
inline constexpr int kShortestClause = 3;

// frame:, cue:, cue-noun:, shape:, source: and what is odd about the candidate.
void note_features(const StrandView& strand, const CueSite& site, Candidate& candidate);

}  // namespace readout
