// nest: which speech stands inside which, and what follows from it: parent, depth, kind.
#pragma once

#include <vector>

#include "readout/speech/prose.h"
#include "readout/speech/speech.h"

namespace readout {

// Reports nested deeper than this are dropped: no press text has them, and each would hold all the words of the next.
inline constexpr std::uint32_t kMostNesting = 8;

// Sorts by extent and sets parent and depth: a speech whose cue, source and content lie inside another's content is
// reported in it. The smallest such content is the parent's.
void nest(std::vector<Speech>& speeches);

// direct, mixed or indirect, by the share of the content's letters between marks below the cue's own level of
// quotation.
SpeechKind kind_of(const Prose& prose, const Speech& speech, std::int32_t level);

}  // namespace readout
