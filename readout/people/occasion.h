// Occasions: one act of speaking, which a report names once and quotes from to its end.
//
//   Kovel told Norpress on Tuesday that the road was open.      channel agency "Norpress", said Tuesday
//   She added that buses ran.                                   the same channel, the same day
//   Earlier, she said the bridge was closed.                    another occasion: neither
//   “The road is safe,” Kovel said. [lead]                      the first occasion that is named for her, below
//
// A text that its issuer puts out is itself the channel, and the call or meeting that its first paragraph tells of is
// the occasion of what it reports there ("The ministers spoke by telephone on 12 March. Kovel stressed that ...").
//
// What is carried is what the report says elsewhere, so the channel's span and the words of the moment lie outside the
// statement's own sentence. A time of its own, a perfect ("has said"), an adverb of data/en/other_occasion.tsv or
// kFarParagraphs between them end an occasion. Other nested speech has its own occasions and takes none.
#pragma once

#include <span>
#include <vector>

#include "readout/document/document.h"
#include "readout/people/person.h"
#include "readout/speech/speech.h"

namespace readout {

inline constexpr std::uint32_t kFarParagraphs = 12;  // an occasion named this far above is not carried
inline constexpr std::uint32_t kLeadParagraphs = 4;  // a lead comes before the sentence that names its occasion

// `speakers`: one for each speech, in order. Linear in the speeches and the text around their cues.
void carry_occasions(const Document& document, std::vector<Speech>& speeches, std::span<const Speaker> speakers);

}  // namespace readout
