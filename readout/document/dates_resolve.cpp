#include <array>
#include <chrono>
#include <cstdlib>

#include "readout/document/dates.h"

namespace readout {
namespace {

constexpr std::int64_t kDay = 86400;

std::int64_t floor_day(std::int64_t seconds) {
  return (seconds >= 0 ? seconds : seconds - (kDay - 1)) / kDay;
}

int weekday_on(std::int64_t day) {
  return static_cast<int>((((day + 4) % 7) + 7) % 7);
}

Moment days(std::int64_t first, std::int64_t count, Known known, Span words) {
  Moment moment;
  moment.begin_s = first * kDay;
  moment.end_s = (first + count) * kDay;
  moment.grain = Grain::day;
  moment.known = known;
  moment.words = words;
  return moment;
}

Moment day_or_days(const TimeExpression& time, int year, Known known) {
  Moment moment = make_date(year, time.month, time.day, known, time.span);
  if (time.last_day > time.day && is_known(moment)) {
    const Moment last = make_date(year, time.month, time.last_day, known, time.span);
    if (is_known(last)) moment.end_s = last.end_s;
  }
  return moment;
}

void set_clock(const TimeExpression& time, Moment& moment) {
  if (time.hour < 0 || !is_known(moment) || moment.grain != Grain::day || moment.end_s - moment.begin_s != kDay) return;
  moment.begin_s += time.hour * 3600 + time.minute * 60;
  moment.end_s = moment.begin_s + 60;
  moment.grain = Grain::minute;
  moment.zone_minutes = time.zone_minutes;
}

// A date without a year: the year that brings it nearest to the anchor, and the past before the future, since news is
// told after it happened. The weekday, where there is one, decides among the neighbours.
Resolution nearest_year(const TimeExpression& time, const DateAnchor& anchor, Known known) {
  Resolution best;
  best.moment.words = time.span;
  const bool day_known = is_known(anchor.day);
  const int year = day_known ? civil_date(anchor.day.begin_s).year : anchor.year;
  std::int64_t best_cost = -1;
  bool best_agrees = false;
  for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
    const Moment moment = day_or_days(time, candidate, known);
    if (!is_known(moment)) continue;
    const bool agrees = time.weekday < 0 || time.day == 0 || weekday_on(floor_day(moment.begin_s)) == time.weekday;
    std::int64_t distance = std::abs(candidate - year) * 400;
    if (day_known) {
      const std::int64_t off = floor_day(moment.begin_s) - floor_day(anchor.day.begin_s);
      distance = time.ahead ? (off >= 0 ? off : -2 * off) : (off > 1 ? 2 * off : std::abs(off));
    }
    // A firm anchor is not moved by a slip in the weekday; a soft one is.
    if (!anchor.firm && agrees != best_agrees && best_cost >= 0) {
      if (!agrees) continue;
    } else if (best_cost >= 0 && distance >= best_cost) {
      continue;
    }
    best.moment = moment;
    best.disagrees = !agrees;
    best_agrees = agrees;
    best_cost = distance;
  }
  return best;
}

Moment relative_moment(const TimeExpression& time, const Moment& today, Known known) {
  const CivilDate now = civil_date(today.begin_s);
  const std::int64_t day = floor_day(today.begin_s);
  switch (time.unit) {
    case TimeUnit::day:
      return days(day + time.steps, 1, known, time.span);
    case TimeUnit::week:
      return days(day - (now.weekday + 6) % 7 + 7 * time.steps, 7, known, time.span);
    case TimeUnit::month: {
      const int months = now.year * 12 + now.month - 1 + time.steps;
      return make_date(months / 12, months % 12 + 1, 0, known, time.span);
    }
    case TimeUnit::year:
      return make_date(now.year + time.steps, 0, 0, known, time.span);
    case TimeUnit::none:
      break;
  }
  Moment open;
  open.words = time.span;
  return open;
}

// "on Thursday": the latest one up to the day itself; ahead, the next.
Moment weekday_moment(const TimeExpression& time, const Moment& today, Known known) {
  const std::int64_t day = floor_day(today.begin_s);
  const int back = (weekday_on(day) - time.weekday + 7) % 7;
  if (time.ahead || time.steps > 0)
    return days(day + (back == 0 ? (time.steps > 0 ? 7 : 0) : 7 - back), 1, Known::inferred, time.span);
  return days(day - (time.steps < 0 && back == 0 ? 7 : back), 1, known, time.span);
}

}  // namespace

CivilDate civil_date(std::int64_t seconds) {
  const std::int64_t day = floor_day(seconds);
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())), weekday_on(day)};
}

Resolution resolve_time(const TimeExpression& time, const DateAnchor& anchor) {
  Resolution out;
  out.moment.words = time.span;
  const bool day_known = is_known(anchor.day);
  const Known known = anchor.firm ? Known::resolved : Known::inferred;
  if (time.month > 0 && time.unit == TimeUnit::year) {  // "July of last year"
    if (!day_known) return out;
    out.moment = day_or_days(time, civil_date(anchor.day.begin_s).year + time.steps, known);
  } else if (time.year > 0) {
    out.moment = day_or_days(time, time.year, Known::stated);
    out.disagrees = time.weekday >= 0 && time.day > 0 && is_known(out.moment) &&
                    weekday_on(floor_day(out.moment.begin_s)) != time.weekday;
  } else if (time.month > 0) {
    if (!day_known && anchor.year == 0) return out;
    out = nearest_year(time, anchor, known);
  } else if (time.unit != TimeUnit::none) {
    if (!day_known) return out;
    out.moment = relative_moment(time, anchor.day, known);
    // Counted in months or years, "ago" is only about so long.
    if (time.steps < -1 && time.unit > TimeUnit::week) out.moment.known = Known::inferred;
  } else if (time.weekday >= 0) {
    if (!day_known) return out;
    out.moment = weekday_moment(time, anchor.day, known);
  } else {
    return out;  // a clock alone: the caller knows the day
  }
  set_clock(time, out.moment);
  return out;
}

}  // namespace readout
