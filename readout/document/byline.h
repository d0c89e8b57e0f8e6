// Byline: who wrote a text, from a line of its own.
//
//   "By Ana Vale, Marlow"                     authors "Ana Vale"
//   "By Ana Vale, Tom Reed and Jo Quill"      authors "Ana Vale", "Tom Reed", "Jo Quill"
//   "Reporting by Ana Vale in Marlow"         authors "Ana Vale"
//
// A name is one to four capitalised words (with "de", "van", "al-" and initials between them). "By Monday, talks had
// failed." is no byline: it has words that no name has, and ends as a sentence does.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "readout/document/line.h"

namespace readout {

std::optional<std::vector<Span>> parse_byline(std::string_view text, const Line& line);

}  // namespace readout
