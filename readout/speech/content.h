// propose_contents: what each cue site of a strand reports, in the same strand.
#pragma once

#include <vector>

#include "readout/speech/candidate.h"
#include "readout/speech/strand_view.h"

namespace readout {

// At most one candidate a site. A site without content of its own (“It is so.” Kovel spoke softly.) gives none; what
// lies in other strands is floating.h's.
std::vector<Candidate> propose_contents(const StrandView& strand, std::uint32_t strand_index,
                                        const std::vector<CueSite>& sites);

}  // namespace readout
