// The four dates of a document, and every expression of time in it resolved against them.
//
//   header 2025-08-05, dateline "August 1"  ->  published and said 2025-08-01 (dateline), copied 2025-08-05 (header)
//   header 2025-08-05 alone                 ->  copied 2025-08-05 (header), published the same but inferred; said open
//
// No date is invented: the date of a wrapper never becomes the date of what was said. Relative words are resolved
// against the day of publication only where metadata, a stamp or a dateline gives it, or where the text itself names
// the day that the wrapper or the address bears; else they stay open.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "readout/document/dateline.h"
#include "readout/document/document.h"
#include "readout/document/layout.h"

namespace readout {

// What the blocks know of dates.
struct DateClues {
  std::optional<Dateline> dateline;
  std::optional<DateStamp> stamp;
  std::optional<CrawlHeader> header;
  Span lead;  // the first paragraph of body
};

// Fills document.dates and document.times, and adds doubts date_disagrees and date_open. Needs document.blocks and
// form.
void find_dates(Document& document, const Metadata& metadata, const DateClues& clues);

}  // namespace readout
