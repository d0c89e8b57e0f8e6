#include "readout/document/dateline.h"

#include <array>

#include "readout/document/calendar.h"
#include "readout/document/dates_scan.h"
#include "readout/document/line.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::size_t kLongest = 140;  // bytes that a dateline may take

// Openings in capitals that are no places.
constexpr std::array<std::string_view, 31> kNotPlaces = {
    "breaking", "update",    "updated",   "exclusive", "watch",    "note",     "flash",  "urgent",
    "live",     "question",  "answer",    "opinion",   "video",    "analysis", "photos", "podcast",
    "listen",   "moderator", "secretary", "president", "minister", "mr",       "in",     "on",
    "at",       "from",      "by",        "with",      "for",      "as",       "when"};

// Agencies printed without brackets, after a dash or a comma: "MOSCOW, July 3 - RIA Novosti."
constexpr std::array<std::string_view, 22> kAgencies = {
    "ria novosti", "tass",    "itar-tass", "interfax", "irna", "isna", "azertac", "kazinform",
    "belta",       "sputnik", "xinhua",    "reuters",  "afp",  "ap",   "dpa",     "ukrinform",
    "unian",       "apa",     "trend",     "sana",     "wam",  "prime"};

// Length of a dash at i: "-", "--", "–", "—", "―", "_".
std::size_t dash(std::string_view text, std::size_t i) {
  if (text.substr(i, 2) == "--") return 2;
  if (i < text.size() && (text[i] == '-' || text[i] == '_')) return 1;
  const std::string_view three = text.substr(i, 3);
  return three == "\xE2\x80\x93" || three == "\xE2\x80\x94" || three == "\xE2\x80\x95" ? 3 : 0;
}

struct Place {
  std::size_t end = 0;
  bool capitals = false;  // every word of the town is in capitals
  std::uint32_t words = 0;
};

// Words that begin with capitals, commas and slashes between them, up to a mark that no place has, or a date.
Place read_place(const DateScan& scan, std::size_t begin) {
  Place place;
  place.capitals = true;
  std::size_t i = begin;
  bool first_part = true;
  while (i < scan.end && i - begin < 70) {
    const CodePoint c = code_point_at(scan.text, i);
    if (!is_upper(c.value)) break;
    TimeExpression time;
    if (place.words > 0 && (scan.date(i, false, time) || scan.weekday(i, time))) break;
    std::size_t j = i;
    bool lower = false;
    std::uint32_t letters = 0;
    while (j < scan.end) {
      const CodePoint d = code_point_at(scan.text, j);
      const bool inner = d.value == '\'' || d.value == 0x2019 || d.value == '-';
      if (!is_letter(d.value) && !inner) break;
      if (inner && (j + d.size >= scan.end || !is_letter(code_point_at(scan.text, j + d.size).value))) break;
      lower = lower || is_lower(d.value);
      ++letters;
      j += d.size;
    }
    // "Calif.", "D.C.", "St.": the point stays with a short word when more of the dateline follows.
    if (scan.at(j) == '.' && j + 1 < scan.end) {
      const char after = scan.at(j + 1);
      const bool initials = letters == 1;
      if (initials || (lower && letters <= 5 && (after == ',' || after == ' ') && !first_part))
        ++j;
      else if (lower && letters == 2 && after == ' ')
        ++j;
    }
    if (first_part && lower && letters > 2) place.capitals = false;
    ++place.words;
    place.end = j;
    i = j;
    if (scan.at(i) == '.') break;
    if (scan.at(i) == ',') {
      first_part = false;
      ++i;
    } else if (scan.at(i) == '/') {
      ++i;
      continue;
    }
    i = scan.blank(i);
    if (i == j) break;
    // "Rio de Janeiro", "Dar es Salaam" in small letters are left to the strict forms.
  }
  return place;
}

// What stands between brackets or slashes, if it can be an agency: one to four words, no sentence.
bool read_agency(std::string_view text, std::size_t& i, std::size_t end, Span& agency) {
  const char open = text[i];
  const char close = open == '(' ? ')' : open == '[' ? ']' : '/';
  const std::size_t stop = text.find(close, i + 1);
  if (stop == std::string_view::npos || stop >= end || stop - i > 40 || stop == i + 1) return false;
  const Line inner = measure(text, make_span(i + 1, stop));
  if (inner.words == 0 || inner.words > 5 || inner.capitals == 0) return false;
  agency = make_span(i + 1, stop);
  i = stop + 1;
  return true;
}

bool read_bare_agency(std::string_view text, std::size_t& i, std::size_t end, Span& agency) {
  for (const std::string_view name : kAgencies)
    if (i + name.size() < end && is_upper(code_point_at(text, i).value) && opens_with(text.substr(i, end - i), name)) {
      agency = make_span(i, i + name.size());
      i += name.size();
      return true;
    }
  return false;
}

bool is_no_place(std::string_view words) {
  for (const std::string_view word : kNotPlaces)
    if (opens_with(words, word)) return true;
  return false;
}

// "12.00 CEST" after a date: a clock with a point needs its zone to be told from a number.
std::size_t read_dotted_clock(const DateScan& scan, std::size_t i, TimeExpression& time) {
  const std::size_t begin = scan.blank(i);
  std::size_t next = begin;
  const int hour = scan.number(begin, 2, next);
  if (time.hour >= 0 || hour < 0 || hour > 23 || scan.at(next) != '.') return i;
  std::size_t end = next + 1;
  const int minute = scan.number(next + 1, 2, end);
  const std::string_view zone = scan.word(scan.blank(end));
  if (minute < 0 || minute > 59 || !zone_of(zone)) return i;
  time.hour = hour;
  time.minute = minute;
  time.zone_minutes = zone_of(zone);
  end = scan.blank(end) + zone.size();
  time.span = make_span(time.span.begin, end);
  return end;
}

// "1124-10-07-2025": a ministry's number of the paper, with its date.
bool read_registration(const DateScan& scan, std::size_t i, TimeExpression& time) {
  std::size_t next = i;
  if (scan.number(i, 5, next) < 0 || scan.at(next) != '-') return false;
  const std::size_t begin = next + 1;
  time.day = scan.number(begin, 2, next);
  if (time.day < 1 || time.day > 31 || scan.at(next) != '-') return false;
  time.month = scan.number(next + 1, 2, next);
  if (time.month < 1 || time.month > 12 || scan.at(next) != '-') return false;
  if (!scan.year(next + 1, time.year, next) || next != scan.end) return false;
  time.span = make_span(begin, next);
  return true;
}

}  // namespace

std::optional<Dateline> parse_dateline(std::string_view text, Span paragraph, bool lenient) {
  const std::size_t end = std::min<std::size_t>(paragraph.end, paragraph.begin + kLongest);
  const DateScan scan{text, end};
  std::size_t i = paragraph.begin;
  Dateline line;
  if (i < end && text[i] == '(') {  // "(NNA) - MARLOW, JUL 3 - "
    if (!read_agency(text, i, end, line.agency)) return std::nullopt;
    i = scan.blank(i);
    const std::size_t mark = dash(text, i);
    if (mark == 0) return std::nullopt;
    i = scan.blank(i + mark);
  }
  const std::size_t begin = i;
  const Place place = read_place(scan, begin);
  if (place.words == 0 || place.words > 8) return std::nullopt;
  line.place = make_span(begin, place.end);
  if (is_no_place(slice(text, line.place))) return std::nullopt;
  i = place.end;
  bool agency_last = false;
  std::size_t ended = 0;
  while (i < end) {
    const std::size_t at = scan.blank(i);
    const char c = scan.at(at);
    if ((c == '(' || c == '[' || (c == '/' && DateScan::letter(scan.at(at + 1)))) && line.agency.empty()) {
      i = at;
      if (!read_agency(text, i, end, line.agency)) return std::nullopt;
      agency_last = true;
      continue;
    }
    const std::size_t mark = dash(text.substr(0, end), at);
    if (mark > 0) {
      const std::size_t next = scan.blank(at + mark);
      // "July 3 - RIA Novosti." carries on after the dash.
      std::size_t bare = next;
      if (line.agency.empty() && line.time && read_bare_agency(text, bare, end, line.agency)) {
        i = bare;
        agency_last = true;
        continue;
      }
      if (next == at + mark && at == i) return std::nullopt;  // a hyphen inside a word
      ended = at + mark;
      break;
    }
    if (c == '.' || c == ',' || c == ':') {
      if (agency_last && c != ',') {
        ended = at + 1;
        if (scan.at(ended) == '-') ++ended;  // "(EFE).-"
        break;
      }
      if (c == ':' || at != i) return std::nullopt;
      i = at + 1;
      continue;
    }
    if (!line.time) {
      if (auto time = time_at(text, at, end); time && time->day > 0) {
        i = time->span.end;
        line.time = time;
        agency_last = false;
        continue;
      }
    }
    std::size_t bare = at;
    if (line.agency.empty() && line.time && read_bare_agency(text, bare, end, line.agency)) {
      i = bare;
      agency_last = true;
      continue;
    }
    break;
  }
  // "/TASS/ The talks": slashes around an agency end a dateline by themselves.
  if (ended == 0 && agency_last && line.time && i < end && i > 0 && (text[i - 1] == '/' || text[i - 1] == ')'))
    ended = i;
  if (ended == 0 || ended >= paragraph.end) return std::nullopt;
  const bool proof = !line.agency.empty() || (line.time && (place.capitals || line.time->year > 0 || lenient));
  if (!proof && !(lenient && place.capitals && place.words <= 4 && place.end - begin >= 4)) return std::nullopt;
  if (!line.agency.empty() && !place.capitals && !line.time && !lenient) return std::nullopt;
  line.span = make_span(paragraph.begin, ended);
  return line;
}

namespace {

// "Channel 6 Live | Friday 13 March 2026", "3 June 2026 – Marlow Portal": beside a bar anything may stand, beside other
// marks a name alone. "Harbour Briefing – 3 June 2026" is a title.
std::optional<DateStamp> parse_beside_outlet(std::string_view text, Span span) {
  for (const std::string_view mark : {" | ", " · ", " • ", " / ", " — ", " – ", " - "}) {
    const std::size_t at = slice(text, span).rfind(mark);
    if (at == std::string_view::npos) continue;
    const Span before = make_span(span.begin, span.begin + at);
    const Span after = make_span(span.begin + at + mark.size(), span.end);
    for (const auto& [date, other] : {std::pair(before, after), std::pair(after, before)}) {
      auto found = parse_date_stamp(text, date);
      if (!found || found->updated) continue;
      if (mark == " | ") return found;
      if (date.begin > other.begin && (mark == " - " || mark == " – " || mark == " — ")) continue;
      const Place name = read_place(DateScan{text, other.end}, other.begin);
      if (found->time.year > 0 && name.words > 0 && name.words <= 5 && name.end == other.end) return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateStamp> parse_date_stamp(std::string_view text, Span span) {
  if (span.size() > 120) return std::nullopt;
  const DateScan scan{text, span.end};
  DateStamp stamp;
  if (read_registration(scan, span.begin, stamp.time)) return stamp;
  if (auto found = parse_beside_outlet(text, span)) return found;
  std::size_t i = span.begin;
  bool published = false;
  bool updated = false;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view word : {"published", "posted", "issued", "released", "created"})
      if (scan.takes(i, word)) published = more = true;
    for (const std::string_view word : {"updated", "modified"})
      if (scan.takes(i, word)) updated = more = true;
    for (const std::string_view word : {"last", "first", "date", "on", "at"})
      if (scan.takes(i, word)) more = true;
    if (more && (scan.at(i) == ':' || scan.at(i) == '|')) i = scan.blank(i + 1);
  }
  stamp.updated = updated && !published;
  auto time = time_at(text, i, span.end);
  if (!time && i == span.begin) {  // "Marlow, 10 July 2025"
    const Place place = read_place(scan, i);
    if (place.words == 0 || place.words > 4 || scan.at(place.end) != ',') return std::nullopt;
    stamp.place = make_span(i, place.end);
    time = time_at(text, scan.blank(place.end + 1), span.end);
  }
  if (!time || time->day == 0) return std::nullopt;
  if (time->year == 0 && !published && !updated) return std::nullopt;
  i = time->span.end;
  if (time->hour < 0) {  // "10 July 2025 | 14:37", "... - 14:37"
    std::size_t j = scan.blank(i);
    if (scan.at(j) == '|' || scan.at(j) == '-' || scan.at(j) == '/') j = scan.blank(j + 1);
    if (j > i && scan.clock(j, true, *time)) i = time->span.end;
  }
  i = read_dotted_clock(scan, i, *time);
  i = scan.blank(i);
  // What may follow is another stamp, a full stop, or the time it takes to read.
  if (scan.at(i) == '.' || scan.at(i) == ',') i = scan.blank(i + 1);
  const std::string_view rest = text.substr(i, span.end - i);
  const bool ends = rest.empty() || rest[0] == '|' || opens_with(rest, "updated") || opens_with(rest, "by") ||
                    opens_with(rest, "last updated") || opens_with(rest, "modified");
  // "June 3, 2026, 19:40. Marlow Portal"
  const Place outlet = ends || time->year == 0 ? Place{} : read_place(scan, i);
  if (!ends && !(outlet.words > 0 && outlet.words <= 4 && outlet.end == span.end)) return std::nullopt;
  stamp.time = *time;
  return stamp;
}

std::optional<CrawlHeader> parse_crawl_header(std::string_view text, Span line) {
  const DateScan scan{text, line.end};
  std::size_t i = line.begin;
  if (i > 1) return std::nullopt;
  CrawlHeader header;
  const std::string_view key = scan.word(i);
  const bool fetched = same_ascii(key, "crawled") || same_ascii(key, "fetched") || same_ascii(key, "retrieved") ||
                       same_ascii(key, "scraped");
  if (!fetched && !same_ascii(key, "date") && !same_ascii(key, "published")) return std::nullopt;
  i += key.size();
  if (scan.at(i) == ':' || scan.at(i) == '=') ++i;
  const std::size_t value = scan.blank(i);
  if (value == i && value == line.begin + key.size()) return std::nullopt;
  TimeExpression time;
  if (!scan.date(value, false, time) || time.year == 0 || !DateScan::digit(scan.at(value)) || scan.at(value + 4) != '-')
    return std::nullopt;
  std::size_t stop = time.span.end;
  header.moment = make_date(time.year, time.month, time.day, Known::header, time.span);
  if (scan.at(stop) == 'T') {  // a time of day belongs to the header's words
    std::size_t j = stop;
    while (j < line.end && text[j] != ' ' && text[j] != '\n') ++j;
    if (auto moment = parse_iso(text.substr(value, j - value), Known::header)) {
      moment->words = make_span(value, j);
      header.moment = *moment;
      stop = j;
    }
  }
  if (!is_known(header.moment)) return std::nullopt;
  header.span = make_span(line.begin, stop);
  header.fetched = fetched;
  return header;
}

}  // namespace readout
