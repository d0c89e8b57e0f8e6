// Channels: what the words of a report say the statement passed through: "told RIA Novosti", "in an interview with",
// "on its website", "as reported by Reuters".
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "readout/speech/prose.h"
#include "readout/speech/speech.h"

namespace readout {

// Of the words of `strand` outside the speech's content and outside `elsewhere` (what others are reported to have
// said), nearest to the cue first.
std::vector<Channel> find_channels(const Prose& prose, const Strand& strand, const Speech& speech,
                                   std::span<const Span> elsewhere);

// What a word in lower case names by itself ("call": telephone); none for most.
ChannelKind channel_of_word(std::string_view word);

}  // namespace readout
