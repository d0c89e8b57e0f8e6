// Channels: what the words of a report say the statement passed through: "told RIA Novosti", "in an interview with",
// "on its website", "as reported by Reuters".
#pragma once

#include <vector>

#include "readout/speech/prose.h"
#include "readout/speech/speech.h"

namespace readout {

// Of the words of `strand` outside the speech's content, nearest to the cue first.
std::vector<Channel> find_channels(const Prose& prose, const Strand& strand, const Speech& speech);

}  // namespace readout
