// Exchanges: questions and answers that no label with a colon parts.
//
//   Question 12 by Ms. Toll to the Minister      headings name who asks and who answers; what stands below is theirs
//   Answer by the Minister, Mr. Edvin
//
//   **Were you pushed?**                         an interview: a paragraph that asks, and one that speaks of itself
//   Nobody pushed me. I was tired.               ("I", "we"); the answer goes on while paragraphs do so, or while they
//                                                stand in the same block quotation
//
// Two pairs at least. An interview's turns have no label: whose the answers are is room people's to say.
#pragma once

#include <vector>

#include "readout/document/document.h"
#include "readout/speech/transcript.h"

namespace readout {

// Empty where the document holds no exchange. Linear.
std::vector<TranscriptTurn> find_exchange(const Document& document, const Prose& prose);

}  // namespace readout
