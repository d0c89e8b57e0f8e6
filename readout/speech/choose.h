// choose: weighed candidates -> those that do not contradict each other.
#pragma once

#include <span>
#include <vector>

#include "readout/speech/candidate.h"
#include "readout/speech/quotes.h"

namespace readout {

// Drops candidates below the threshold, and of two that claim one quotation or nearly the same words the weaker one.
// The result is in order of extent; ties are broken by content.
std::vector<Candidate> choose(std::vector<Candidate> candidates, std::span<const Quotation> quotations);

}  // namespace readout
