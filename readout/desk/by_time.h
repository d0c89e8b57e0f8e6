// Statements in order of time: what the timeline lists.
//
//   for_each_by_time(record, filter, [&](const SpeechRow& row) { ...; return true; });
//
// First those whose time of speaking is known (is_time_said): by its begin, then its end; then the others, by the end
// of the date of their document, which they cannot be later than; last those without any date. Ties: document, number.
// Two passes: places and times of all are held (32 bytes each), the rows are read again one at a time.
#pragma once

#include <functional>

#include "readout/base/result.h"
#include "readout/record/record.h"

namespace readout {

// `take` ends it by returning false. The number of statements that were taken.
Result<std::size_t> for_each_by_time(Record& record, const SpeechFilter& filter,
                                     const std::function<bool(const SpeechRow&)>& take);

}  // namespace readout
