// rarity_of: how much a word tells when two passages share it, from a fixed background of word frequencies.
//
//   rarity_of("the") == 0   rarity_of("said") == 3   rarity_of("flights") == 12   rarity_of("Kuala", a name) == 14
//
// Never from the pile at hand: the answer for a word must not shift as a record grows, or adding in parts would link
// otherwise than adding at once. data/en/word_frequency.tsv; about the binary logarithm of one in how many words.
#pragma once

#include "readout/align/units.h"

namespace readout {

inline constexpr int kMostRare = 14;

// 0 for marks and function words, 1 to kMostRare for others.
int rarity_of(const Unit& unit);

// What two passages have in common when they share the unit: its value, the spelling of its name, or its stem.
// 0 for marks.
std::uint64_t meeting_key(const Unit& unit);

}  // namespace readout
