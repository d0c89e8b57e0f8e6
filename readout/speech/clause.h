// Where a reported clause ends, and what may stand between a cue and its content. Closed classes and punctuation only.
#pragma once

#include <vector>

#include "readout/speech/cue_site.h"
#include "readout/speech/strand_view.h"

namespace readout {

// From `from`, past the hearer ("told reporters"), times, places and occasions ("in an interview on Tuesday").
int skip_adjuncts(const StrandView& strand, int from, bool hearer);

// The item at which a clause that begins at `from` ends: the strand's end, or the break before another cue.
int clause_end(const StrandView& strand, int from, const std::vector<CueSite>& sites, const CueSite& own);

}  // namespace readout
