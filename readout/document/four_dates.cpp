#include "readout/document/four_dates.h"

#include <algorithm>
#include <string>

namespace readout {
namespace {

constexpr std::int64_t kDay = 86400;

bool same_day(const Moment& a, const Moment& b) {
  return is_known(a) && is_known(b) && a.begin_s / kDay == b.begin_s / kDay;
}

// ISO 8601, RFC 2822 ("Thu, 10 Jul 2025 14:37:00 +0300") or a date in words.
Moment metadata_moment(std::string_view printed) {
  if (auto moment = parse_iso(printed, Known::metadata)) return *moment;
  Moment open;
  for (const TimeExpression& time : find_times(printed, make_span(0, printed.size()))) {
    if (time.year == 0 || time.day == 0) continue;
    Moment moment = resolve_time(time, {}).moment;
    if (!is_known(moment)) continue;
    const std::string_view rest = printed.substr(time.span.end);
    const std::size_t sign = rest.find_first_of("+-");
    if (moment.grain == Grain::minute && sign != std::string_view::npos && rest.size() >= sign + 5) {
      int offset = 0;
      bool digits = true;
      for (std::size_t i = sign + 1; i < sign + 5; ++i) {
        digits = digits && rest[i] >= '0' && rest[i] <= '9';
        offset = offset * 10 + (rest[i] - '0');
      }
      const int minutes = offset / 100 * 60 + offset % 100;
      if (digits && minutes <= 14 * 60)
        moment.zone_minutes = static_cast<std::int16_t>(rest[sign] == '-' ? -minutes : minutes);
    }
    moment.known = Known::metadata;
    moment.words = {};
    return moment;
  }
  return open;
}

// ".../2025/07/10/..." or ".../2025-07-10-...": many outlets put the day of publication into the address.
Moment address_moment(std::string_view url) {
  for (std::size_t i = url.find("://"); i != std::string_view::npos && i + 10 < url.size(); ++i) {
    if (url[i] != '/') continue;
    std::string date(url.substr(i + 1, 10));
    if (date[4] != date[7] || (date[4] != '/' && date[4] != '-')) continue;
    date[4] = date[7] = '-';
    const char after = i + 11 < url.size() ? url[i + 11] : '/';
    if (after >= '0' && after <= '9') continue;
    if (auto moment = parse_iso(date, Known::inferred); moment && moment->grain == Grain::day) return *moment;
  }
  return {};
}

// The one year of all dates that are printed in full, where the text names no later year; else 0. A text that tells of
// the past only in full dates would otherwise lend its year to the present.
int only_year(const std::vector<TimeExpression>& times) {
  int year = 0;
  int latest = 0;
  for (const TimeExpression& time : times) {
    if (time.year == 0) continue;
    latest = std::max(latest, time.year);
    if (time.day == 0) continue;
    if (year != 0 && year != time.year) return 0;
    year = time.year;
  }
  return latest > year ? 0 : year;
}

bool in_body(const Document& document, Span span) {
  const auto after = std::upper_bound(document.blocks.begin(), document.blocks.end(), span.begin,
                                      [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
  return after != document.blocks.begin() && std::prev(after)->kind == BlockKind::body &&
         std::prev(after)->span.contains(span);
}

// The heading of a transcript or communiqué names the day of what was said: "Answer to the press, Marlow, 16 March
// 2026".
Moment event_moment(const Document& document) {
  Moment event;
  if (document.form != Form::transcript && document.form != Form::communique) return event;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::body) break;
    if (block.kind != BlockKind::title && block.kind != BlockKind::subhead) continue;
    for (const TimeExpression& time : find_times(document.text.view(), block.span)) {
      if (time.year == 0 || time.day == 0 || time.last_day > 0) continue;
      const Moment moment = resolve_time(time, {}).moment;
      if (is_known(event) && !same_day(event, moment)) return {};
      event = moment;
    }
  }
  return event;
}

Moment at_grain_of_day(Moment moment) {
  if (!is_known(moment)) return moment;
  moment.begin_s -= ((moment.begin_s % kDay) + kDay) % kDay;
  moment.end_s = moment.begin_s + kDay;
  moment.grain = Grain::day;
  return moment;
}

}  // namespace

void find_dates(Document& document, const Metadata& metadata, const DateClues& clues) {
  const std::string_view text = document.text.view();
  Dates& dates = document.dates;
  std::vector<TimeExpression> times;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::crawl_header || block.kind == BlockKind::code) continue;
    const std::vector<TimeExpression> here = find_times(text, block.span);
    times.insert(times.end(), here.begin(), here.end());
  }

  // What the wrapper, the metadata and the address say.
  if (clues.header) (clues.header->fetched ? dates.crawled : dates.copied) = clues.header->moment;
  Moment meta = metadata_moment(metadata.published);
  const Moment address = address_moment(document.url.empty() ? metadata.url : document.url);
  Moment stamp;
  if (clues.stamp && clues.stamp->time.year > 0) {
    stamp = resolve_time(clues.stamp->time, {}).moment;
  }
  DateAnchor year_anchor;  // for dates without a year
  for (const Moment& moment : {meta, stamp, clues.header ? clues.header->moment : Moment{}, address})
    if (!is_known(year_anchor.day) && is_known(moment)) year_anchor.day = moment;
  if (!is_known(year_anchor.day)) year_anchor.year = only_year(times);
  if (clues.stamp && clues.stamp->time.year == 0) stamp = resolve_time(clues.stamp->time, year_anchor).moment;

  Moment line;
  if (clues.dateline && clues.dateline->time) {
    const Resolution found = resolve_time(*clues.dateline->time, year_anchor);
    line = found.moment;
    if (is_known(line) && line.known != Known::open) line.known = Known::dateline;
    if (found.disagrees) document.doubts.push_back({DoubtKind::date_disagrees, line.words, to_iso(line)});
  }

  // Published: the sender's own word, then the dateline's, then a stamp; a wrapper's date is only likely.
  DateAnchor anchor;
  if (is_known(meta))
    dates.published = meta;
  else if (is_known(stamp) && !clues.stamp->updated)
    dates.published = stamp;
  else if (is_known(line))
    dates.published = line;
  else if (is_known(stamp))
    dates.published = stamp;
  if (is_known(dates.published)) {
    anchor.day = at_grain_of_day(is_known(line) ? line : dates.published);
    anchor.firm = true;
  } else {
    const Moment likely = is_known(address) ? address : clues.header ? clues.header->moment : Moment{};
    if (is_known(likely)) {
      dates.published = likely;
      dates.published.known = Known::inferred;
    }
  }
  const Moment event = event_moment(document);
  if (!anchor.firm && is_known(event)) {
    anchor.day = event;
    anchor.firm = true;
  }
  if (is_known(line))
    dates.said = line;
  else if (is_known(event))
    dates.said = event;
  else if (is_known(stamp) && (document.form == Form::communique || document.form == Form::transcript))
    dates.said = stamp;
  if (same_day(dates.copied, dates.published) && dates.published.known != Known::inferred) dates.copied = {};

  // Without a firm day, the likely one serves dates without a year; and relative words too where the text names that
  // very day, or its first paragraph the day or two before it, as fresh news does.
  DateAnchor loose;
  if (!anchor.firm) {
    loose.year = year_anchor.year;
    loose.day = at_grain_of_day(dates.published);
    for (const TimeExpression& time : times) {
      if (time.day == 0 || !is_known(loose.day) || !in_body(document, time.span)) continue;
      const Moment named = resolve_time(time, loose).moment;
      const std::int64_t ago = loose.day.begin_s - named.begin_s;
      if (!is_known(named) || ago < 0 || ago >= 3 * kDay) continue;
      if (same_day(named, loose.day) || clues.lead.contains(time.span)) anchor.day = loose.day;
    }
  }

  const TimeExpression* day_before = nullptr;
  Moment last_day;
  std::uint32_t open = 0;
  Span first_open;
  for (const TimeExpression& time : times) {
    const bool dated = time.month > 0 && time.unit == TimeUnit::none && (time.day > 0 || is_known(loose.day));
    Resolution found = resolve_time(time, anchor.firm || is_known(anchor.day) || !dated ? anchor : loose);
    const bool is_dateline = clues.dateline && clues.dateline->time && clues.dateline->time->span == time.span;
    if (is_dateline) found = {line, false};
    // A clock alone belongs to the day named just before, else to the day of the report.
    if (time.hour >= 0 && time.day == 0 && time.weekday < 0) {
      TimeExpression whole = time;
      const bool near = day_before != nullptr && is_known(last_day) && time.span.begin - day_before->span.end < 400;
      const Moment& day = near ? last_day : anchor.day;
      if (is_known(day)) {
        const CivilDate civil = civil_date(day.begin_s);
        whole.year = civil.year;
        whole.month = civil.month;
        whole.day = civil.day;
        found.moment = resolve_time(whole, {}).moment;
        found.moment.known = Known::inferred;
      }
    } else if (is_known(found.moment) && found.moment.grain >= Grain::day) {
      day_before = &time;
      last_day = at_grain_of_day(found.moment);
    }
    if (found.disagrees)
      document.doubts.push_back({DoubtKind::date_disagrees, time.span, to_iso(at_grain_of_day(found.moment))});
    if (!is_known(found.moment) && in_body(document, time.span)) {
      if (open++ == 0) first_open = time.span;
    }
    found.moment.words = time.span;
    document.times.push_back({time.span, found.moment});
  }
  if (open > 0) document.doubts.push_back({DoubtKind::date_open, first_open, std::to_string(open)});

  // Said: a report tells in its first paragraph of what happened on a day not long before it was published.
  if (!is_known(dates.said) && document.form == Form::report && is_known(dates.published)) {
    const std::int64_t published = at_grain_of_day(dates.published).begin_s;
    for (std::size_t i = 0; i < times.size(); ++i) {
      const Moment& moment = document.times[i].moment;
      if (!clues.lead.contains(times[i].span) || !is_known(moment) || moment.grain < Grain::day || times[i].ahead)
        continue;
      if (moment.end_s - moment.begin_s > kDay || moment.begin_s > published + kDay ||
          published - moment.begin_s > 3 * kDay)
        continue;
      dates.said = at_grain_of_day(moment);
      dates.said.known = Known::inferred;
      break;
    }
  }
}

}  // namespace readout
