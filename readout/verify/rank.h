// rank: which of several places answers best.
//
//   places.sort(by order_of)     the first place's verdict is the answer's
//
// A place where the words stand, however they were cut or edited, comes before one where they were bent. Of places
// where they were bent the closest comes first, whatever its verdict: "We will sign" is "We will not sign" without a
// word, not pieces of two sentences put together.
#pragma once

#include <cstdint>
#include <tuple>
#include <vector>

#include "readout/verify/verify.h"

namespace readout {

// EXACT, FOLDED, TRIMMED, EDITED.
bool is_sound(Verdict verdict);

// Whether only the source's own brackets keep this place from being whole: such a text prints the words with an
// insertion of its own, and cannot vouch for them where another shows them apart.
bool is_bracketed_print(const Place& place);

// How far the quotation is from the place: words that do not stand there, and what its seams cost. 0: it stands there.
std::uint32_t distance_to(const Place& place, std::uint32_t words);

// No place where so many words do not stand is nearer than this; none that is farther than that is told beside one so
// near.
std::uint32_t least_distance(std::uint32_t unmatched);
std::uint32_t farthest_beside(std::uint32_t best);

// The closer of two readings of one text; the first where they are alike.
Place closer(Place a, Place b, std::uint32_t words);

// Best first; places that are no help beside the best are left out.
void sort_places(std::vector<Place>& places, std::uint32_t words);

}  // namespace readout
