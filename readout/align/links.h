// Links: which unit stands for which after the columns are known: moved words, and words that one word stands for.
#pragma once

#include <span>
#include <vector>

#include "readout/align/align.h"

namespace readout {

// Sets `links` and `moves` from the columns.
void link(std::span<const Unit> a, std::span<const Unit> b, Alignment& alignment);

}  // namespace readout
