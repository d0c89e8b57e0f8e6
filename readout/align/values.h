// Values: the numbers, dates and standing phrases among the units of a text, written into Unit::value.
//
//   two thousand people   2,000 people   $1.5bn      9 percent    10 July
//   ^^^^^^^^^^^^ 2000     ^^^^^ 2000     1,500,000,000   ^^^^^^^ %    ^^ 10, ^^^^ July
#pragma once

#include <string_view>
#include <vector>

#include "readout/align/units.h"

namespace readout {

// Sets `value` of the units that have one; nothing else.
void set_values(std::vector<Unit>& units);

}  // namespace readout
