// The parts of finding frames (frames.h): who an interview is with, its questions without labels, opinions and signed
// sections.
#pragma once

#include <string>
#include <vector>

#include "readout/verify/frames.h"
#include "readout/verify/layout.h"

namespace readout {

// "Ada Roth spoke to Ivo Stern", "Deposition of Ada Roth": the guest, and who asks where that is said.
struct InterviewCredit {
  std::string guest;
  std::string host;
  bool found = false;
};

InterviewCredit find_credit(const std::vector<LayoutUnit>& units);

// An interview whose questions stand alone in their paragraphs.
std::vector<TurnFrame> find_prompted(const std::vector<LayoutUnit>& units);

// Opinions of a court ("JUSTICE STERN, dissenting."), a mail inside another ("On 4 May Ada Roth wrote:"), letters and
// statements that several sign, each with its own name below.
std::vector<TurnFrame> find_sections(const std::vector<LayoutUnit>& units);

// The name on a line by itself that signs what stands before; empty where it is none.
std::string signature_of(const std::vector<LayoutUnit>& units, std::size_t i);

}  // namespace readout
