// The guide: in which order witnesses join, by what they hold and never by where they stand in the list.
//
//   const Guide guide = make_guide(witnesses, forms);
//   guide.texts[guide.text_of[w]]     the forms of witness w; witnesses alike share one text
//   guide.order                       texts, each the one nearest to those before it; the nearest pair first
//
// Nearness is containment of word pairs and words: what the shorter shares with the longer, so that a fragment stands
// next to what it is cut from. Ties fall to the text that comes first when texts are sorted by their units.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "readout/align/units.h"
#include "readout/collation/forms.h"

namespace readout {

struct Guide {
  std::vector<std::vector<std::uint32_t>> texts;  // different from each other; form numbers
  std::vector<std::uint32_t> weights;             // witnesses that share the text
  std::vector<std::uint32_t> text_of;             // by witness
  std::vector<std::uint32_t> order;               // indices of texts
};

Guide make_guide(std::span<const std::vector<Unit>> witnesses, FormTable& forms);

}  // namespace readout
