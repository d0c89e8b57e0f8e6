// A document as it was delivered, block by block in the order of the text: speeches marked and labelled, what was cut
// with its reason, and notes in the margin behind the paragraph that they are about.
#pragma once

#include "readout/desk/source_sheet.h"
#include "readout/page/markup.h"
#include "readout/page/page.h"

namespace readout {

Markup source_body(const SourceSheet& sheet, const PageFrame& frame);

}  // namespace readout
