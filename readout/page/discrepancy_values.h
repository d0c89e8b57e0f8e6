// A discrepancy as pages show it: both places side by side, the words that differ marked, why they are held for one
// statement, and how people decided (ui/discrepancy_item.html).
#pragma once

#include "readout/base/json.h"
#include "readout/page/page.h"
#include "readout/page/template.h"
#include "readout/view/discrepancy_view.h"

namespace readout {

// `whole`: every word and change, as on its own page. A decision leads back to the page that is asked for.
void show_discrepancy_values(PageValues& values, const ShownDiscrepancy& one, const PageAsk& ask, const Visit& visit,
                             bool whole);

// The members of one object: those of the command line, and "stand".
void write_discrepancy_entry(JsonWriter& json, const ShownDiscrepancy& one, const Visit& visit);

// The words of a place, those that differ marked: <del> what only the first has, <ins> what only the second has.
Markup mark_changes(const ShownDiscrepancy& one, std::size_t place);

}  // namespace readout
