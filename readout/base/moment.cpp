#include "readout/base/moment.h"

#include <fmt/format.h>

#include <chrono>
#include <string_view>

namespace readout {
namespace {

constexpr std::int64_t kDay = 86400;

std::chrono::year_month_day civil(std::int64_t seconds) {
  const std::int64_t days = (seconds >= 0 ? seconds : seconds - (kDay - 1)) / kDay;
  return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(days)));
}

std::int64_t seconds_of(std::chrono::year_month_day date) {
  return std::chrono::sys_days(date).time_since_epoch().count() * kDay;
}

std::string day_text(std::int64_t seconds) {
  const auto date = civil(seconds);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string zone_text(std::optional<std::int16_t> zone) {
  if (!zone) return "";
  if (*zone == 0) return "Z";
  const int minutes = *zone < 0 ? -*zone : *zone;
  return fmt::format("{}{:02}:{:02}", *zone < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

// Reads exactly `digits` digits; -1 where they are not there.
int take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return -1;
  int number = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

bool take_zone(std::string_view& text, std::optional<std::int16_t>& zone) {
  if (text.empty()) return true;
  if (take(text, 'Z') || text == "UTC" || text == "GMT") {
    zone = 0;
    text = {};
    return true;
  }
  const bool west = text.front() == '-';
  if (!west && text.front() != '+') return false;
  text.remove_prefix(1);
  const int hours = take_number(text, 2);
  take(text, ':');
  const int minutes = text.empty() ? 0 : take_number(text, 2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || !text.empty()) return false;
  const int offset = (west ? -1 : 1) * (hours * 60 + minutes);
  zone = static_cast<std::int16_t>(offset);
  return true;
}

}  // namespace

bool is_known(const Moment& moment) {
  return moment.end_s > moment.begin_s;
}

Moment make_date(int year, int month, int day, Known known, Span words) {
  using namespace std::chrono;
  Moment moment;
  moment.words = words;
  if (year < 1 || year > 9999) return moment;
  if (month == 0) {
    moment.begin_s = seconds_of(year_month_day(std::chrono::year(year), January, std::chrono::day(1)));
    moment.end_s = seconds_of(year_month_day(std::chrono::year(year + 1), January, std::chrono::day(1)));
    moment.grain = Grain::year;
  } else if (day == 0) {
    const year_month ym(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)));
    if (!ym.ok()) return moment;
    moment.begin_s = seconds_of(ym / 1);
    moment.end_s = seconds_of((ym + months(1)) / 1);
    moment.grain = Grain::month;
  } else {
    const year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day)));
    if (!date.ok()) return moment;
    moment.begin_s = seconds_of(date);
    moment.end_s = moment.begin_s + kDay;
    moment.grain = Grain::day;
  }
  moment.known = known;
  return moment;
}

bool surely_before(const Moment& a, const Moment& b) {
  if (!is_known(a) || !is_known(b)) return false;
  // An unknown zone may be anything from UTC-12 to UTC+14; take the worst for the claim.
  const std::int64_t a_end = a.end_s - 60 * (a.zone_minutes ? *a.zone_minutes : -12 * 60);
  const std::int64_t b_begin = b.begin_s - 60 * (b.zone_minutes ? *b.zone_minutes : 14 * 60);
  return a_end <= b_begin;
}

std::string to_iso(const Moment& moment) {
  if (!is_known(moment)) return "";
  const std::string day = day_text(moment.begin_s);
  const auto of_day = static_cast<int>(((moment.begin_s % kDay) + kDay) % kDay);
  const auto end_date = civil(moment.end_s);
  const auto begin_date = civil(moment.begin_s);
  switch (moment.grain) {
    case Grain::year:
      if (end_date.year() == begin_date.year() + std::chrono::years(1)) return day.substr(0, 4);
      break;
    case Grain::month:
      if (std::chrono::year_month(end_date.year(), end_date.month()) ==
          std::chrono::year_month(begin_date.year(), begin_date.month()) + std::chrono::months(1))
        return day.substr(0, 7);
      break;
    case Grain::hour:
    case Grain::minute:
      return fmt::format("{}T{:02}:{:02}{}", day, of_day / 3600, of_day / 60 % 60, zone_text(moment.zone_minutes));
    case Grain::second:
      return fmt::format("{}T{:02}:{:02}:{:02}{}", day, of_day / 3600, of_day / 60 % 60, of_day % 60,
                         zone_text(moment.zone_minutes));
    case Grain::day:
    case Grain::unknown:
      break;
  }
  const std::string last = day_text(moment.end_s - 1);
  return last == day ? day : day + "/" + last;
}

std::optional<Moment> parse_iso(std::string_view text, Known known) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  while (text.starts_with(' ')) text.remove_prefix(1);
  const int year = take_number(text, 4);
  if (year < 1) return std::nullopt;
  int month = 0;
  int day = 0;
  if (take(text, '-')) {
    month = take_number(text, 2);
    if (month < 1) return std::nullopt;
    if (take(text, '-')) {
      day = take_number(text, 2);
      if (day < 1) return std::nullopt;
    }
  }
  Moment moment = make_date(year, month, day, known);
  if (!is_known(moment)) return std::nullopt;
  if (text.empty()) return moment;
  if (day == 0 || (!take(text, 'T') && !take(text, ' '))) return std::nullopt;
  const int hour = take_number(text, 2);
  const bool colon = take(text, ':');
  const int minute = colon ? take_number(text, 2) : -1;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  moment.begin_s += hour * 3600 + minute * 60;
  moment.end_s = moment.begin_s + 60;
  moment.grain = Grain::minute;
  if (take(text, ':')) {
    const int second = take_number(text, 2);
    if (second < 0 || second > 60) return std::nullopt;
    moment.begin_s += second;
    moment.end_s = moment.begin_s + 1;
    moment.grain = Grain::second;
    if (take(text, '.') || take(text, ','))
      while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
  }
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (!take_zone(text, moment.zone_minutes)) return std::nullopt;
  return moment;
}

std::string_view to_string(Grain grain) {
  constexpr std::string_view kNames[] = {"unknown", "year", "month", "day", "hour", "minute", "second"};
  return kNames[static_cast<std::size_t>(grain)];
}

std::string_view to_string(Known known) {
  constexpr std::string_view kNames[] = {"open", "inferred", "resolved", "dateline", "header", "metadata", "stated"};
  return kNames[static_cast<std::size_t>(known)];
}

}  // namespace readout
