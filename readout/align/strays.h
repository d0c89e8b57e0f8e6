// Strays: links that leave the sentence all others keep to.
//
//   He  went  home  .  She  said   so  .        sentences of a
//   He  said  no  , and  went  home  .  She  told  us  so  .
//   "said" of a's second sentence with "said" of b's first: nothing else of the two sentences is linked: a stray.
//
// Translators move words inside a sentence; out of it they move whole blocks. So two sentences (as . ; : ? ! part them)
// either have some weight of links with each other, or a good share of all links that one of them has, or none.
#pragma once

#include <span>
#include <vector>

#include "readout/align/align.h"

namespace readout {

// For each link, whether it is a stray. Near-linear. Texts of one sentence have none.
std::vector<bool> find_strays(std::span<const Unit> a, std::span<const Unit> b, std::span<const WordLink> links);

}  // namespace readout
