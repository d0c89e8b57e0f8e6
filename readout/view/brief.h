// A brief in Markdown (CommonMark), made of spans and labels only; every line ends with its span id
// (docs/formats/brief.md).
//
//   ## Ellis Courier · published 2025-03-04 (stated) · Talks in Port Ellis · 004:0-812
//
//   - direct · Ada Lindqvist · 2025-03-03 · “We shall not sell the quay” · 004:268-413
//
// Whatever a text holds, it is text: what CommonMark could read as markup within a line has a backslash, and every line
// begins with a label of ours.
#pragma once

#include <string>
#include <string_view>

#include "readout/record/rows.h"

namespace readout {

// One line, whatever came. For the middle of a line: not for its beginning, where "1." and "-" are markup too.
std::string escape_markdown(std::string_view text);

// With their '\n'; the heading with empty lines around it.
std::string brief_heading(const DocumentRow& row);
std::string brief_line(const SpeechRow& row);

}  // namespace readout
