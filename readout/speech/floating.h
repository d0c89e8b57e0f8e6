// Floating quotations: those that no cue of their own sentence claims.
//
//   “A,” Kovel said. “B.”              B joins the speech before it
//   Kovel was firm. “B.”               B is hers: the sentence before introduces it
//   “B,” ... ¶ “C.”                    C goes on with the speaker of B
//   ... . This was revealed by Kovel.  the sentence before is what she revealed
#pragma once

#include <vector>

#include "readout/speech/candidate.h"
#include "readout/speech/prose.h"

namespace readout {

// What was found in one strand.
struct StrandFinds {
  std::vector<CueSite> sites;
  std::vector<Candidate> candidates;
};

// Adds candidates for unclaimed quotations and enlarges those that go on. `finds` stands beside prose.strands.
void attach_floating(const Prose& prose, std::vector<StrandFinds>& finds);

}  // namespace readout
