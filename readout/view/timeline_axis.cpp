#include "readout/view/timeline_axis.h"

#include <fmt/format.h>

#include <chrono>

namespace readout {
namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;

std::chrono::year_month_day civil_day(std::int64_t at_s) {
  return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(floor_to(at_s, kDay) / kDay)));
}

// Months since year 0.
std::int64_t month_of(std::int64_t at_s) {
  const auto date = civil_day(at_s);
  return static_cast<std::int64_t>(static_cast<int>(date.year())) * 12 +
         static_cast<std::int64_t>(static_cast<unsigned>(date.month())) - 1;
}

std::int64_t begin_of_month(std::int64_t month) {
  using namespace std::chrono;
  const std::int64_t year_number = floor_to(month, 12) / 12;
  const auto first =
      year(static_cast<int>(year_number)) / std::chrono::month(static_cast<unsigned>(month % 12) + 1) / 1;
  return sys_days(first).time_since_epoch().count() * kDay;
}

std::vector<TimeTick> by_seconds(std::int64_t begin_s, std::int64_t end_s, std::int64_t step) {
  std::vector<TimeTick> ticks;
  for (std::int64_t at = floor_to(begin_s + step - 1, step); at <= end_s; at += step) {
    std::string label = day_label(at);
    if (step < kDay) label = fmt::format("{} {:02}:00", label.substr(5), (at - floor_to(at, kDay)) / kHour);
    ticks.push_back({at, std::move(label)});
  }
  return ticks;
}

std::vector<TimeTick> by_months(std::int64_t begin_s, std::int64_t end_s, std::int64_t step) {
  std::vector<TimeTick> ticks;
  std::int64_t month = floor_to(month_of(begin_s), step);
  if (begin_of_month(month) < begin_s) month += step;
  for (; begin_of_month(month) <= end_s; month += step) {
    std::string label = day_label(begin_of_month(month)).substr(0, step % 12 == 0 ? 4 : 7);
    ticks.push_back({begin_of_month(month), std::move(label)});
  }
  return ticks;
}

}  // namespace

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
  const std::int64_t rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

std::string day_label(std::int64_t at_s, bool end) {
  const auto date = civil_day(end ? at_s - 1 : at_s);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::vector<TimeTick> time_ticks(std::int64_t begin_s, std::int64_t end_s, std::size_t most) {
  const std::int64_t room = static_cast<std::int64_t>(most) - 1;
  for (const std::int64_t step : {kHour, 3 * kHour, 6 * kHour, 12 * kHour, kDay, 2 * kDay, 7 * kDay, 14 * kDay})
    if ((end_s - begin_s) / step <= room) return by_seconds(begin_s, end_s, step);
  const std::int64_t months = month_of(end_s) - month_of(begin_s) + 1;
  for (const std::int64_t step : {1, 2, 3, 6})
    if (months / step <= room) return by_months(begin_s, end_s, step);
  for (std::int64_t years = 1;; years *= 10)
    for (const std::int64_t step : {years, 2 * years, 5 * years})
      if (months / (12 * step) <= room) return by_months(begin_s, end_s, 12 * step);
}

}  // namespace readout
