// Takes the marks out of a marked text.
#pragma once

#include <string>
#include <string_view>

#include "readout/score/marked_text.h"

namespace readout {

// Fills `text` and `marks` of `out`. "" where all is well, else what is wrong and near which words.
std::string read_marks(std::string_view marked, MarkedText& out);

}  // namespace readout
