// What needs a look, as the pile's page shows it: discrepancies by what they bear on, the heaviest of them in a line
// each.
#pragma once

#include <vector>

#include "readout/page/page.h"
#include "readout/page/template.h"
#include "readout/record/discrepancy_rows.h"

namespace readout {

// {{#needs}}: {{label}}, {{count}}, {{needs_href}}; {{#heaviest}}: {{id}}, {{kind}}, {{places}}, {{words}}, ...
void show_needs(PageValues& values, const DiscrepancyTotals& totals, const std::vector<DiscrepancyRow>& heaviest,
                const PageFrame& frame);

}  // namespace readout
