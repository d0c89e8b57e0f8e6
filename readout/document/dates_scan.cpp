#include "readout/document/dates_scan.h"

#include "readout/document/calendar.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

// Past "st", "nd", "rd", "th" after a day.
std::size_t ordinal(const DateScan& scan, std::size_t i) {
  const std::string_view tail = scan.word(i);
  return tail == "st" || tail == "nd" || tail == "rd" || tail == "th" ? i + 2 : i;
}

bool is_dash(const DateScan& scan, std::size_t i, std::size_t& next) {
  if (scan.at(i) == '-') return next = i + 1, true;
  if (scan.text.substr(i, 3) == "\xE2\x80\x93") return next = i + 3, true;
  return false;
}

// "Jul", "Sept", but not "May", "June", "July", after which a full stop ends the sentence.
bool is_short_month(std::string_view name) {
  return (name.size() == 3 && !same_ascii(name, "may")) || same_ascii(name, "sept");
}

bool is_part_of_day(std::string_view word) {
  return word == "morning" || word == "afternoon" || word == "evening" || word == "night";
}

}  // namespace

std::string_view DateScan::word(std::size_t i) const {
  std::size_t j = i;
  while (j < end && letter(text[j])) ++j;
  return text.substr(i < end ? i : end, j - i);
}

std::string_view DateScan::word_before(std::size_t i) const {
  std::size_t j = i;
  while (j > 0 && (text[j - 1] == ' ' || text[j - 1] == '-' || text[j - 1] == '\n')) --j;
  std::size_t begin = j;
  while (begin > 0 && letter(text[begin - 1])) --begin;
  return text.substr(begin, j - begin);
}

std::size_t DateScan::blank(std::size_t i) const {
  bool broken = false;
  while (i < end) {
    if (text[i] == ' ') {
      ++i;
    } else if (text[i] == '\n' && !broken) {
      broken = true;
      ++i;
    } else if (text[i] == '\xC2' && at(i + 1) == '\xA0') {
      i += 2;
    } else {
      break;
    }
  }
  return i;
}

int DateScan::number(std::size_t i, std::size_t most, std::size_t& next) const {
  int value = 0;
  std::size_t j = i;
  while (j < end && digit(text[j])) {
    if (j - i == most) return -1;
    value = value * 10 + (text[j] - '0');
    ++j;
  }
  next = j;
  return j == i ? -1 : value;
}

bool DateScan::takes(std::size_t& i, std::string_view lower_word) const {
  if (!same_ascii(word(i), lower_word)) return false;
  i = blank(i + lower_word.size());
  return true;
}

bool DateScan::year(std::size_t i, int& year, std::size_t& next) const {
  std::size_t after = i;
  const int value = number(i, 4, after);
  if (after - i != 4 || value < 1800 || value > 2199) return false;
  if (letter(at(after)) || at(after) == '%' || (at(after) == ',' && digit(at(after + 1)) && digit(at(after + 2))))
    return false;
  year = value;
  next = after;
  return true;
}

// ", 2025", " of last year", " this year".
std::size_t DateScan::year_after(std::size_t i, TimeExpression& out) const {
  std::size_t j = blank(i);
  if (at(j) == ',') j = blank(j + 1);
  std::size_t next = j;
  if (year(j, out.year, next)) return next;
  j = blank(i);
  takes(j, "of");
  const int step = takes(j, "last") ? -1 : takes(j, "next") ? 1 : 0;
  if ((step != 0 || takes(j, "this")) && same_ascii(word(j), "year")) {
    out.unit = TimeUnit::year;
    out.steps = step;
    return j + 4;
  }
  return i;
}

bool DateScan::month_first(std::size_t i, bool bare, TimeExpression& out) const {
  const std::string_view name = word(i);
  const int month = month_of(name);
  if (month == 0) return false;
  std::size_t j = i + name.size();
  if (is_short_month(name) && at(j) == '.') ++j;
  TimeExpression time;
  time.month = month;
  const std::size_t k = blank(j);
  std::size_t next = k;
  const int day = number(k, 2, next);
  const bool thousands =
      at(next) == ',' && digit(at(next + 1)) && digit(at(next + 2)) && digit(at(next + 3)) && !digit(at(next + 4));
  int year_here = 0;
  std::size_t year_end = 0;
  const bool glued_year = thousands && year(next + 1, year_here, year_end);
  if (day >= 1 && day <= 31 && !(at(next) == ':' && digit(at(next + 1))) && at(next) != '%' &&
      (!thousands || glued_year) && !(at(next) == '.' && digit(at(next + 1)))) {
    time.day = day;
    j = ordinal(*this, next);
    if (letter(at(j))) return false;
    std::size_t after = j;
    if (is_dash(*this, j, after)) {
      std::size_t last_end = after;
      const int last = number(after, 2, last_end);
      if (last > day && last <= 31) {
        time.last_day = last;
        j = last_end;
      }
    }
    j = year_after(j, time);
  } else {
    const std::size_t after = year_after(j, time);
    if (after == j && !bare) return false;
    j = after;
    if (letter(at(j))) return false;
  }
  time.span = make_span(i, j);
  out = time;
  return true;
}

bool DateScan::number_first(std::size_t i, TimeExpression& out) const {
  TimeExpression time;
  std::size_t next = i;
  if (year(i, time.year, next) && at(next) == '-') {  // 2025-07-10
    std::size_t j = next + 1;
    time.month = number(next + 1, 2, j);
    if (time.month < 1 || time.month > 12 || at(j) != '-') return false;
    const std::size_t k = j + 1;
    time.day = number(k, 2, j);
    if (time.day < 1 || time.day > 31) return false;
    time.span = make_span(i, j);
    out = time;
    return true;
  }
  const int first = number(i, 2, next);
  if (first < 1 || first > 31) return false;
  if (at(next) == '.' || at(next) == '/') {  // 10.07.2025, 25/07/2025
    const char mark = at(next);
    std::size_t j = next + 1;
    const int second = number(next + 1, 2, j);
    if (second < 1 || at(j) != mark || !year(j + 1, time.year, next)) return false;
    const bool day_first = mark == '.' || first > 12;
    if (!day_first && second <= 12 && first != second) return false;  // 07/10 or 10/07: nobody can tell
    time.day = day_first ? first : second;
    time.month = day_first ? second : first;
    if (time.month > 12 || time.day > 31) return false;
    time.span = make_span(i, next);
    out = time;
    return true;
  }
  time.day = first;
  std::size_t j = ordinal(*this, next);
  std::size_t after = j;
  if (is_dash(*this, j, after)) {
    const int last = number(after, 2, next);
    if (last <= first || last > 31) return false;
    time.last_day = last;
    j = next;
  }
  j = blank(j);
  takes(j, "of");
  const std::string_view name = word(j);
  time.month = month_of(name);
  if (time.month == 0) return false;
  j += name.size();
  if (is_short_month(name) && at(j) == '.') ++j;
  j = year_after(j, time);
  time.span = make_span(i, j);
  out = time;
  return true;
}

bool DateScan::date(std::size_t i, bool bare, TimeExpression& out) const {
  return digit(at(i)) ? number_first(i, out) : month_first(i, bare, out);
}

bool DateScan::weekday(std::size_t i, TimeExpression& out) const {
  const std::string_view name = word(i);
  const int full = weekday_of(name);
  const int day = full >= 0 ? full : weekday_of(name, true);
  if (day < 0) return false;
  std::size_t j = i + name.size();
  if (full < 0 && at(j) == '.') ++j;
  TimeExpression time;
  time.weekday = day;
  const std::size_t part = blank(j);
  if (is_part_of_day(word(part))) j = part + word(part).size();
  time.span = make_span(i, j);
  std::size_t k = blank(j);
  char bracket = '\0';
  if (at(k) == '(' || at(k) == '[') {
    bracket = at(k) == '(' ? ')' : ']';
    k = blank(k + 1);
  } else if (at(k) == ',') {
    k = blank(k + 1);
  }
  takes(k, "the");
  TimeExpression date_part;
  if (date(k, false, date_part) && date_part.day > 0) {
    std::size_t stop = date_part.span.end;
    if (bracket == '\0' || at(stop) == bracket) {
      if (bracket != '\0') ++stop;
      date_part.weekday = day;
      date_part.span = make_span(i, stop);
      time = date_part;
    }
  } else if (full < 0) {
    return false;  // "Sat" and "Sun" alone are verbs and stars
  }
  out = time;
  return true;
}

std::size_t DateScan::zone_after(std::size_t i, TimeExpression& out) const {
  std::size_t j = blank(i);
  const bool bracket = at(j) == '(';
  if (bracket) ++j;
  const std::string_view name = word(j);
  if (name.empty()) return i;
  const auto zone = zone_of(name);
  std::size_t k = j + name.size();
  const std::size_t tail = blank(k);
  const bool says_time = same_ascii(word(tail), "time");
  if (says_time) k = tail + 4;
  const bool code = name.size() <= 4 && name[0] >= 'A' && name[0] <= 'Z' && name.back() >= 'A' && name.back() <= 'Z';
  if (!says_time && !(code && (zone || name == "ET" || name == "GMT"))) return i;
  if (bracket && at(k) != ')') return i;
  // Moscow kept other clocks before the end of October 2014.
  const bool old_moscow = same_ascii(name, "moscow") && out.year > 0 && out.year < 2015;
  if (zone && !old_moscow) out.zone_minutes = zone;
  return bracket ? k + 1 : k;
}

bool DateScan::clock(std::size_t i, bool expected, TimeExpression& out) const {
  std::size_t next = i;
  int hour = number(i, 2, next);
  if (hour < 0 || hour > 24) return false;
  int minute = 0;
  const bool colon = at(next) == ':' && digit(at(next + 1));
  if (colon) {
    std::size_t j = next + 1;
    minute = number(next + 1, 2, j);
    if (j - next != 3 || minute > 59) return false;
    next = j;
    if (at(next) == ':' && digit(at(next + 1)) && digit(at(next + 2))) next += 3;
    if (alnum(at(next)) && word(next).size() != 2) return false;
  }
  std::size_t k = blank(next);
  const char half = at(k);
  const bool lower_form = at(k + 1) == '.' && (at(k + 2) == 'm' || at(k + 2) == 'M') && at(k + 3) == '.';
  const bool plain_form = (at(k + 1) == 'm' || at(k + 1) == 'M') && !alnum(at(k + 2));
  const bool halved = (half == 'a' || half == 'p' || half == 'A' || half == 'P') && (lower_form || plain_form);
  if (!halved && !colon) return false;
  if (halved) {
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (half == 'p' || half == 'P' ? 12 : 0);
    next = k + (lower_form ? 4 : 2);
  }
  const std::size_t zoned = zone_after(next, out);
  if (!expected && !halved && zoned == next) return false;
  out.hour = hour % 24;
  out.minute = minute;
  out.span = make_span(out.span.empty() ? i : out.span.begin, zoned);
  return true;
}

void DateScan::join(TimeExpression& out) const {
  std::size_t j = blank(out.span.end);
  if (at(j) == ',') j = blank(j + 1);
  if (out.hour < 0) {
    const bool led = takes(j, "at") || takes(j, "around") || takes(j, "about");
    if (digit(at(j))) clock(j, led || out.day > 0, out);
    return;
  }
  takes(j, "on");
  TimeExpression day;
  if (!weekday(j, day) && !date(j, false, day)) return;
  if (day.day == 0 && day.weekday < 0) return;
  day.hour = out.hour;
  day.minute = out.minute;
  day.zone_minutes = out.zone_minutes;
  day.span = make_span(out.span.begin, day.span.end);
  out = day;
}

}  // namespace readout
