// The writer's own claims about the record: "the transcript leaves out the promise", "words that Kovel never said".
// They are kept as the author's, never as facts: a speech without a source, with the doubt author_claim.
#pragma once

#include <optional>

#include "readout/speech/candidate.h"
#include "readout/speech/strand_view.h"

namespace readout {

// The claim that a strand of the writer's own makes, if it makes one.
std::optional<Candidate> find_claim(const StrandView& strand, std::uint32_t strand_index,
                                    const std::vector<CueSite>& sites);

}  // namespace readout
