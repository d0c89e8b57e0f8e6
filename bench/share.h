// Invented documents that share words as a real pile does: for timing how versions are linked.
//
//   std::string text = share_document(1, 42, 5000);
//
// Of a thousand documents about a third are unrelated reports; a third are copies of one of a hundred wire stories (the
// best liked has some forty copies), cut at the end, with a word changed now and then; a third are reports of their
// own that quote some sentences of a story, whole, cut short, or as reported speech. One story in ten is older than the
// thousand at hand. Most words are English, as often as in English (data/en/word_frequency.tsv), the rest a long tail
// of invented ones, so that documents share what unrelated documents share; every third ends with the same notice. The
// same seed and index give the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "bench/dice.h"

namespace readout::bench {

std::string share_document(std::uint64_t seed, std::uint64_t index, std::size_t bytes);

// Words as its documents have them, the first one capital, without a point.
std::string share_words(Dice& dice, std::size_t count);

// As invent_pile, of such documents.
std::uint64_t share_pile(const std::string& folder, std::uint64_t seed, std::size_t count);

}  // namespace readout::bench
