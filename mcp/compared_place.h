// A place where a quotation stands, or the nearest to it, as the tools verify and check tell it.
#pragma once

#include <string>

#include "mcp/answer.h"
#include "readout/view/verify_view.h"

namespace readout {

std::string compared_place(const VerifyPage& page, const Place& place);
std::string compared_place_schema();

// May stand between quotation marks: EXACT or FOLDED.
bool passes(Verdict verdict);

// verdict, passes, cautions.
void write_verdict(JsonWriter& json, const Verification& found);
void add_verdict_properties(SchemaProperties& properties);

}  // namespace readout
