// weigh: the features of a candidate -> how sure we are that it is reported speech, 0 to 1.
//
// The weights stand in data/en/attribution.tsv; a feature that is not there counts nothing; the sum goes through the
// logistic function. Whoever has better weights (a trained model) replaces the table, not the code.
#pragma once

#include "readout/speech/candidate.h"

namespace readout {

// Sets score, and the weights in features.
void weigh(Candidate& candidate);

// Candidates below it are dropped.
inline constexpr double kSpeechThreshold = 0.5;

}  // namespace readout
