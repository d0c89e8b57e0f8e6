// Phrases: words without a counterpart of their own that stand with words that have one.
//
//   the  cabinet  reached  a  decision        "reached a decision" fills the gap where "decided" stands:
//   the  cabinet  decided                     three links to one word
//   he  saw  the  ship / he  saw  ships       "the" goes where "ship" goes
//
// Three rules, all of order: what stands between two linked neighbours on one side stands for what is between their
// counterparts on the other, where both gaps are short; an article without a counterpart stands with its noun;
// and in texts that reword each other, two free content words that stand on the same side of two linked words are
// linked.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "readout/align/align.h"

namespace readout {

// `to_b`: the one link of each unit of a, or kGap; `to_a` the same of b. Returns further links, in no order that means
// anything; a pair may come twice.
std::vector<WordLink> link_phrases(std::span<const Unit> a, std::span<const Unit> b, std::span<const std::int32_t> to_b,
                                   std::span<const std::int32_t> to_a);

}  // namespace readout
