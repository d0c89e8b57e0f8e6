// resemblance: how much of what one passage says stands in another, in whatever words.
//
//   resemblance("Foxes have holes", "The foxes have their dens")      .55 or so
//   resemblance("Foxes have holes", "The harbour was closed")         .0
//   shared_wording("he went home early", "he went home late")         .6: copied and changed, or written anew?
//
// resemblance is for finding: each word meets the word most like it (likeness.h), telling words weigh more than others,
// and neighbours that meet neighbours count on top. Not symmetric: six tenths hang on what of the first is found, four
// on how much of the second is used. shared_wording is symmetric: the share of pairs, triples and fours of words that
// both have. A revised copy keeps runs, an independent translation meets in words.
#pragma once

#include <span>

#include "readout/align/units.h"

namespace readout {

// 0 to 1. Cost: the product of the lengths.
double resemblance(std::span<const Unit> query, std::span<const Unit> passage);

// 0 to 1.
double shared_wording(std::span<const Unit> a, std::span<const Unit> b);

}  // namespace readout
