// A passage found by its words: where it stands, and the words in their context with marks under those searched for.
#pragma once

#include <string>

#include "readout/base/json.h"
#include "readout/record/rows.h"
#include "readout/view/look.h"

namespace readout {

std::string passage_entry(const Passage& passage, const Look& look);
void write_passage(JsonWriter& json, const Passage& passage);

}  // namespace readout
