// weigh: everything that is known of a place -> its verdict on words alone. See verify.h for what the verdicts mean;
// where two could be given, the more careful one is.
#pragma once

#include "readout/verify/runs.h"
#include "readout/verify/verify.h"
#include "readout/verify/word_places.h"

namespace readout {

// How much of a quotation stands at a place. Words of four letters or more count twice; bracketed ones not at all.
struct Support {
  std::uint32_t weight = 0;
  std::uint32_t matched = 0;
  std::uint32_t longest = 0;  // words of the longest piece
  std::uint32_t pieces = 0;

  double share() const { return weight == 0 ? 0.0 : double(matched) / double(weight); }
};

Support measure_support(const QuoteWords& quote, const std::vector<WordRun>& runs);

// True where so much stands there that what does not is a change, not chance.
bool is_supported(const Support& support);

bool splices(SeamKind kind);

Verdict weigh(const QuoteWords& quote, const Place& place, const Support& support);

}  // namespace readout
