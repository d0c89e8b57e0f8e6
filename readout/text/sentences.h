// Sentences: where they begin and end, without cutting a quotation in two.
//
//   He said: “No. Never.” She left.   ->   [He said: “No. Never.”] [She left.]
//
// Ends are sought at . ! ? … and their closing marks, on characters; a full stop inside an abbreviation, an initial or
// a number ends nothing. Spans listed in `wholes` (quotations, sorted) are never cut; a sentence end inside one counts
// only where the whole ends there too.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "readout/base/span.h"

namespace readout {

std::vector<Span> split_sentences(std::string_view text, Span paragraph, std::span<const Span> wholes = {});

}  // namespace readout
