// Who speaks at a cue site: the subject before the verb, the phrase after an inverted one, or, where the verb has no
// subject of its own ("and added", ", saying"), the source of the site before it.
#pragma once

#include <vector>

#include "readout/speech/cue_site.h"

namespace readout {

// Sets source, source_words, inverted, as_clause and relative. `before` are the strand's earlier sites.
void find_source(const StrandView& strand, const std::vector<CueSite>& before, CueSite& site);

}  // namespace readout
