// Spellings of places that one document mixes: "Kyiv" and "Kiev", "Donbas" and "Donbass" in one answer.
//
// The rarer spelling (of two equally rare, the later) is a name_variant doubt of the innermost speech it stands in; its
// detail is the other spelling, as printed.
#pragma once

#include <vector>

#include "readout/people/cast.h"
#include "readout/speech/speech.h"

namespace readout {

void flag_spellings(Cast& cast, std::vector<Speech>& speeches);

}  // namespace readout
