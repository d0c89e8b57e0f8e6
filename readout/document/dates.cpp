#include "readout/document/dates.h"

#include <algorithm>
#include <array>

#include "readout/document/calendar.h"
#include "readout/document/dates_scan.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view entry) { return same_ascii(word, entry); });
}

// Words before a month or year that make it one.
constexpr std::array<std::string_view, 24> kBefore = {
    "in",   "since", "by",   "until", "till", "through", "during", "before", "after",  "from",   "between", "early",
    "late", "mid",   "last", "next",  "this", "spring",  "summer", "autumn", "winter", "middle", "of",      "fall"};
constexpr std::array<std::string_view, 11> kDeterminers = {"the", "a",    "his",  "her", "its", "their",
                                                           "our", "that", "year", "s",   "an"};
constexpr std::array<std::string_view, 9> kClockBefore = {"at",    "from",  "by",     "until", "around",
                                                          "about", "since", "before", "after"};
constexpr std::array<std::string_view, 10> kAhead = {"will",    "would",    "due",     "scheduled", "expected",
                                                     "planned", "upcoming", "intends", "ahead",     "slated"};
constexpr std::array<std::string_view, 17> kBehind = {"said",  "told",  "was",       "were", "met",  "held",
                                                      "spoke", "had",   "took",      "came", "went", "gave",
                                                      "wrote", "since", "following", "last", "says"};
// Names that only look like days: "Sunday Times", "Black Friday".
constexpr std::array<std::string_view, 6> kPapers = {"Times", "Telegraph", "Mirror", "Mail", "Express", "Post"};
constexpr std::array<std::string_view, 6> kFeasts = {"Black", "Good", "Bloody", "Super", "Ash", "Palm"};

bool opens_infinitive(const DateScan& scan, std::size_t end) {
  return scan.word(scan.blank(end)) == "to";
}

// The nearest word of the clause that tells past from future, at most a dozen words back.
bool is_ahead(const DateScan& scan, std::size_t at) {
  std::size_t i = at;
  for (int words = 0; words < 12; ++words) {
    while (i > 0 && !DateScan::letter(scan.text[i - 1])) {
      const char c = scan.text[i - 1];
      if (c == '\n' || ((c == '.' || c == '?' || c == '!' || c == ';') && i < at && scan.at(i) == ' ')) return false;
      --i;
    }
    if (i == 0) return false;
    std::size_t begin = i;
    while (begin > 0 && DateScan::letter(scan.text[begin - 1])) --begin;
    const std::string_view word = scan.text.substr(begin, i - begin);
    if (is_one_of(word, kAhead) || (word == "ll" && begin > 0)) return true;
    // "plans to meet", "is set to open": nouns and past tenses alike unless an infinitive follows.
    if ((word == "plans" || word == "plan" || word == "set") && opens_infinitive(scan, i)) return true;
    if (is_one_of(word, kBehind) || (word.size() > 3 && word.ends_with("ed"))) return false;
    i = begin;
  }
  return false;
}

TimeUnit unit_of(std::string_view word) {
  if (word.size() > 3 && word.ends_with("s")) word.remove_suffix(1);
  if (word == "day") return TimeUnit::day;
  if (word == "week") return TimeUnit::week;
  if (word == "month") return TimeUnit::month;
  return word == "year" ? TimeUnit::year : TimeUnit::none;
}

bool relative(TimeExpression& out, std::size_t begin, std::size_t end, TimeUnit unit, int steps) {
  out.unit = unit;
  out.steps = steps;
  out.span = make_span(begin, end);
  return true;
}

// "last month", "next Thursday", "this evening".
bool directed(const DateScan& scan, std::size_t i, std::string_view word, TimeExpression& out) {
  const int step = same_ascii(word, "last") ? -1 : same_ascii(word, "next") ? 1 : same_ascii(word, "this") ? 0 : 2;
  // "the last week of talks" is a length of time, not a date.
  if (step == 2 || (step != 0 && same_ascii(scan.word_before(i), "the"))) return false;
  const std::size_t j = scan.blank(i + word.size());
  const std::string_view next = scan.word(j);
  const std::size_t end = j + next.size();
  if (next.empty() || j == i + word.size()) return false;
  if (next == "night" && step == -1) return relative(out, i, end, TimeUnit::day, -1);
  if ((next == "morning" || next == "afternoon" || next == "evening") && step == 0)
    return relative(out, i, end, TimeUnit::day, 0);
  if (const TimeUnit unit = unit_of(next); unit > TimeUnit::day && next.back() != 's')
    return relative(out, i, end, unit, step);
  if (scan.weekday(j, out) || (month_of(next) > 0 && scan.date(j, true, out))) {
    if (out.year == 0 && out.day == 0 && out.unit == TimeUnit::none) {
      out.unit = TimeUnit::none;
      out.steps = step;
      out.ahead = step == 1;
    }
    out.span.begin = static_cast<std::uint32_t>(i);
    return true;
  }
  return false;
}

// "three weeks ago": read backwards from "ago".
bool ago(const DateScan& scan, std::size_t i, std::size_t first, TimeExpression& out) {
  const std::string_view unit_word = scan.word_before(i);
  const TimeUnit unit = unit_of(unit_word);
  if (unit == TimeUnit::none) return false;
  const auto unit_at = static_cast<std::size_t>(unit_word.data() - scan.text.data());
  std::size_t j = unit_at;
  while (j > first && scan.text[j - 1] == ' ') --j;
  std::size_t begin = j;
  while (begin > first && DateScan::alnum(scan.text[begin - 1])) --begin;
  std::size_t next = begin;
  int count = scan.number(begin, 3, next);
  if (count < 0 || next != j) count = small_number(scan.text.substr(begin, j - begin));
  return count > 0 && relative(out, begin, i + 3, unit, -count);
}

bool bare_year(const DateScan& scan, std::size_t i, TimeExpression& out) {
  std::size_t next = i;
  int year = 0;
  if (!scan.year(i, year, next)) return false;
  const std::string_view before = scan.word_before(i);
  const bool led = is_one_of(before, kBefore);
  if (!led && !is_one_of(before, kDeterminers)) return false;
  const char after = scan.at(next);
  if (after == '-' || after == '/' || after == ':' || scan.text.substr(next, 3) == "\xE2\x80\x93") return false;
  if (after == '.' && DateScan::digit(scan.at(next + 1))) return false;
  const std::string_view noun = scan.word(scan.blank(next));
  // A round number before a plural counts things: "the 2000 soldiers".
  if (year % 50 == 0 && noun.size() > 3 && noun.ends_with("s")) return false;
  if (!led && (noun.empty() || same_ascii(noun, "people"))) return false;
  out.year = year;
  out.span = make_span(i, next);
  return true;
}

bool month_alone(const DateScan& scan, std::size_t i, TimeExpression& out) {
  const std::string_view name = scan.word(i);
  if (name.size() == 3 && !same_ascii(name, "may")) return false;
  const std::string_view before = scan.word_before(i);
  const bool verb_like = same_ascii(name, "may") || same_ascii(name, "march");
  if (!is_one_of(before, kBefore) && (verb_like || !is_one_of(before, kDeterminers))) return false;
  // "the April Foundation" is a name, "the August summit" a month.
  const std::size_t j = scan.blank(i + name.size());
  if (same_ascii(before, "of") && scan.at(j) >= 'A' && scan.at(j) <= 'Z') return false;
  return scan.date(i, true, out);
}

bool capital_word(const DateScan& scan, std::size_t i, std::string_view word, TimeExpression& out) {
  if (month_of(word) > 0) return scan.date(i, false, out) || month_alone(scan, i, out);
  if (weekday_of(word, true) >= 0) {
    if (is_one_of(scan.word_before(i), kFeasts) || !scan.weekday(i, out)) return false;
    if (out.day > 0) return true;
    const std::string_view next = scan.word(scan.blank(out.span.end));
    return !std::any_of(kPapers.begin(), kPapers.end(), [&](std::string_view paper) { return next == paper; });
  }
  return false;
}

bool small_word(const DateScan& scan, std::size_t i, std::size_t first, std::string_view word, TimeExpression& out) {
  const std::size_t end = i + word.size();
  switch (word.size()) {
    case 3:
      return same_ascii(word, "ago") && ago(scan, i, first, out);
    case 4:
      return directed(scan, i, word, out);
    case 5:
      // "Russia Today", "USA Today": a capital after a word is a name.
      if (!same_ascii(word, "today")) return false;
      if (word[0] == 'T' && !scan.word_before(i).empty() && scan.text[i - 1] == ' ' && i > 1 &&
          DateScan::letter(scan.text[i - 2]))
        return false;
      return relative(out, i, end, TimeUnit::day, 0);
    case 7:
      return same_ascii(word, "tonight") && relative(out, i, end, TimeUnit::day, 0);
    case 8:
      return same_ascii(word, "tomorrow") && relative(out, i, end, TimeUnit::day, 1);
    case 9:
      return same_ascii(word, "yesterday") && relative(out, i, end, TimeUnit::day, -1);
    default:
      return false;
  }
}

bool numeric(const DateScan& scan, std::size_t i, TimeExpression& out) {
  if (i > 0) {
    const char before = scan.text[i - 1];
    if (before == '$' || before == '/' || before == '#' || before == ',' || before == '.') return false;
  }
  if (scan.date(i, false, out)) return true;
  if (scan.clock(i, is_one_of(scan.word_before(i), kClockBefore), out)) return true;
  return bare_year(scan, i, out);
}

}  // namespace

std::vector<TimeExpression> find_times(std::string_view text, Span span) {
  std::vector<TimeExpression> times;
  const DateScan scan{text, span.end};
  for (std::size_t i = span.begin; i < span.end;) {
    const char c = text[i];
    if (!DateScan::alnum(c)) {
      ++i;
      continue;
    }
    TimeExpression time;
    bool found = false;
    if (DateScan::digit(c)) {
      found = numeric(scan, i, time);
    } else {
      switch (c) {
        case 'J':
        case 'F':
        case 'M':
        case 'A':
        case 'S':
        case 'O':
        case 'N':
        case 'D':
        case 'W':
        case 'T':
          found = capital_word(scan, i, scan.word(i), time);
          if (found || c != 'T') break;
          [[fallthrough]];
        case 'a':
        case 'l':
        case 'n':
        case 't':
        case 'y':
        case 'L':
        case 'Y':
          found = small_word(scan, i, span.begin, scan.word(i), time);
          break;
        case 'h':
        case 'w':
          if (const std::size_t url = url_size(text.substr(0, span.end), i); url > 0) {
            i += url;
            continue;
          }
          break;
        default:
          break;
      }
    }
    if (found) {
      if (time.day > 0 || time.weekday >= 0 || time.hour >= 0) scan.join(time);
      if (!time.ahead && (time.weekday >= 0 || (time.month > 0 && time.year == 0)))
        time.ahead = is_ahead(scan, time.span.begin);
      // "ago" reaches back over its number.
      while (!times.empty() && times.back().span.end > time.span.begin) times.pop_back();
      times.push_back(time);
      i = time.span.end;
      continue;
    }
    while (i < span.end && DateScan::alnum(text[i])) ++i;
  }
  return times;
}

std::optional<TimeExpression> time_at(std::string_view text, std::size_t at, std::size_t end) {
  const DateScan scan{text, end};
  TimeExpression time;
  if (!scan.weekday(at, time) && !scan.date(at, false, time)) return std::nullopt;
  scan.join(time);
  return time;
}

}  // namespace readout
