// Where an axis of time is marked, and how: hours, days, months or years, whatever gives at most `most` marks.
//
//   time_ticks(begin of 2026-03-02, begin of 2026-03-20, 8)  ->  2026-03-04, 2026-03-06, ... every second day
//
// Units: local civil seconds (base/moment.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace readout {

// The largest multiple of `step` that is not above `value`.
std::int64_t floor_to(std::int64_t value, std::int64_t step);

struct TimeTick {
  std::int64_t at_s = 0;
  std::string label;  // "2026-03-04", "2026-03", "2026", "03-04 06:00"

  friend bool operator==(const TimeTick&, const TimeTick&) = default;
};

// Sorted; each lies in [begin_s, end_s]. `most` is at least 2.
std::vector<TimeTick> time_ticks(std::int64_t begin_s, std::int64_t end_s, std::size_t most);

// "2026-03-04" of an instant; the day before where it is the end of one, which is not in it: `end`.
std::string day_label(std::int64_t at_s, bool end = false);

}  // namespace readout
