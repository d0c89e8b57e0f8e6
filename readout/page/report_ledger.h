// The report without text: what may be said of statements whose words may not be passed on.
//
// Of a statement: when, the speaker's name where a person or institution is named (else "unnamed", "group", "unknown":
// what a text calls them are its words), kind, where it is reported, the number of versions, the bytes, and the
// beginning of the SHA-256 of these bytes as delivered. Of a link: its kind and rule.
#pragma once

#include <vector>

#include "readout/base/result.h"
#include "readout/page/template.h"
#include "readout/record/record.h"
#include "readout/view/timeline_svg.h"

namespace readout {

// People whose name may stand in a ledger.
constexpr bool is_named(PersonKind kind) {
  return kind == PersonKind::person || kind == PersonKind::institution;
}

TimelinePlot ledger_plot(const std::vector<SpeechRow>& rows);

// For ui/report_ledger.html.
Result<void> fill_ledger(PageValues& values, Record& record, const std::vector<SpeechRow>& rows);

}  // namespace readout
