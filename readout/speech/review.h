// review: what the speeches of one document say about each other.
#pragma once

#include <vector>

#include "readout/speech/prose.h"
#include "readout/speech/speech.h"

namespace readout {

// Sets same_as where a speech repeats an earlier one word for word, and the doubt third_person where words in quotation
// marks report their own speaker by name ("…, Kremlin spokesman N said" inside N's quotation): an agency's prose, not
// his words. Expects nested speeches (nest.h).
void review(const Prose& prose, std::vector<Speech>& speeches);

// The doubt corrected, on the speech whose words a correction of the same document takes up ("An earlier version said
// …").
void link_corrections(const Document& document, std::vector<Speech>& speeches);

}  // namespace readout
