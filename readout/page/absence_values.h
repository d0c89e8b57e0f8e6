// Why a list is empty, as pages say it: not in the pile, unknown, or not mentioned here (desk/absence.h).
#pragma once

#include "readout/base/json.h"
#include "readout/desk/absence.h"
#include "readout/page/template.h"

namespace readout {

// {{> absence}}: which of the three, what was asked for, and (unknown) where those whose speaker is unknown are listed.
void show_absence(PageValues& values, const Absence& absence, const std::optional<Address>& without_speaker);

// "absence":{"kind":"not in the pile","of":"speaker","asked":"nobody"}
void write_absence(JsonWriter& json, const Absence& absence);

}  // namespace readout
