// find_speeches: Document -> its Speeches, in order of their extent. The speaker is a mention here ("the top
// diplomat"); room people tells whose.
#pragma once

#include <vector>

#include "readout/document/document.h"
#include "readout/speech/speech.h"

namespace readout {

std::vector<Speech> find_speeches(const Document& document);

}  // namespace readout
