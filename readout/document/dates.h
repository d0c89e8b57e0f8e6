// Expressions of time in running text, and the Moments they stand for.
//
//   "He spoke in Marlow on Thursday (July 10) at 14:37 (Moscow time), a year after the 2024 talks."
//                          Thursday (July 10) at 14:37 (Moscow time)       weekday 4, month 7, day 10, clock, zone +180
//                                                                                    2024   year
//
// Two steps. find_times reads the words and knows nothing else. resolve_time sets them against an Anchor: the day on
// which the text was published, or a year alone. An expression that nothing resolves stays open, with its words.
//
// What it does not read: seasons, feasts, "the same day", decades, and months or weekdays in small letters. "may" and
// "march" are months only with a day, a year or a preposition ("in May"), so that verbs are left alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "readout/base/moment.h"
#include "readout/base/span.h"

namespace readout {

enum class TimeUnit : std::uint8_t { none, day, week, month, year };

// What the words say, part by part; 0 (or -1) where they say nothing.
struct TimeExpression {
  Span span;
  int year = 0;
  int month = 0;
  int day = 0;
  int last_day = 0;  // "July 10-12"
  int weekday = -1;  // 0 is Sunday
  int hour = -1;
  int minute = 0;
  std::optional<std::int16_t> zone_minutes;
  TimeUnit unit = TimeUnit::none;  // relative to the day of publication: "last month" is month, -1
  int steps = 0;
  bool ahead = false;  // its clause speaks of what is to come ("will meet on Monday")

  friend bool operator==(const TimeExpression&, const TimeExpression&) = default;
};

// Sorted by span; no two overlap.
std::vector<TimeExpression> find_times(std::string_view text, Span span);

// The expression at `at`, if one begins there; for datelines and lines of dates.
std::optional<TimeExpression> time_at(std::string_view text, std::size_t at, std::size_t end);

// What expressions are resolved against. `day` is the day of publication (open where unknown); `firm` when a dateline
// or the metadata gave it, so that the outcome is Known::resolved and not merely inferred. `year` alone serves dates
// without one.
struct DateAnchor {
  Moment day;
  bool firm = false;
  int year = 0;
};

struct Resolution {
  Moment moment;
  bool disagrees = false;  // the weekday is not that of the date
};

Resolution resolve_time(const TimeExpression& time, const DateAnchor& anchor);

// Parts of the first day of a moment. The moment must be known.
struct CivilDate {
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0;  // 0 is Sunday
};
CivilDate civil_date(std::int64_t seconds);

}  // namespace readout
