// brat standoff as PolNeAR writes it: text spans (T lines) of Source, Cue and Content, tied together by E lines.
//
//   T1<TAB>Source 0 5<TAB>Obama
//   T3<TAB>Content 25 53;60 70<TAB>...        discontinuous
//   E1<TAB>Attribution:T4 Content:T3 Cue:T2 Source:T1
//
// Offsets are code points; the attributions come back in bytes of the UTF-8 text. Lines of any other form (annotations
// broken across lines) are skipped. Attributions without a content are dropped.
#pragma once

#include <string_view>
#include <vector>

#include "readout/score/attribution.h"

namespace readout {

std::vector<Attribution> parse_brat(std::string_view annotations, std::string_view text);

// Predictions in PolNeAR's habit: quotation marks round a piece, and a "that" before the first, belong to the content.
Attribution in_polnear_habit(std::string_view text, Attribution attribution);

}  // namespace readout
