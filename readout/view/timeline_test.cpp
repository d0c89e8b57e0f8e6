#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "readout/view/timeline_axis.h"
#include "readout/view/timeline_svg.h"

namespace readout {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

SpeechRow row_at(const std::string& id, const std::string& speaker, Moment when, WhenOf of = WhenOf::said,
                 SpeechKind kind = SpeechKind::direct) {
  SpeechRow row;
  row.id = id;
  row.document = id.substr(0, id.find(':'));
  row.person = Person{speaker, speaker, PersonKind::person, {}, {}, {}};
  row.speech.kind = kind;
  row.words = {"the quay stays open"};
  row.when = when;
  row.when_of = of;
  return row;
}

Moment day(int year, int month, int day) {
  return make_date(year, month, day, Known::stated);
}

std::vector<std::string> labels(const std::vector<TimeTick>& ticks) {
  std::vector<std::string> out;
  for (const TimeTick& tick : ticks) out.push_back(tick.label);
  return out;
}

TEST(TimelineAxis, TakesTheUnitThatFits) {
  using ::testing::ElementsAre;
  EXPECT_THAT(labels(time_ticks(day(2026, 3, 2).begin_s, day(2026, 3, 8).begin_s, 4)),
              ElementsAre("2026-03-02", "2026-03-04", "2026-03-06", "2026-03-08"));
  EXPECT_THAT(labels(time_ticks(day(2025, 11, 20).begin_s, day(2026, 3, 8).begin_s, 6)),
              ElementsAre("2025-12", "2026-01", "2026-02", "2026-03"));
  EXPECT_THAT(labels(time_ticks(day(1987, 5, 1).begin_s, day(2026, 3, 8).begin_s, 5)),
              ElementsAre("1990", "2000", "2010", "2020"));
  EXPECT_THAT(labels(time_ticks(day(2026, 3, 2).begin_s + 3600, day(2026, 3, 2).begin_s + 40000, 5)),
              ElementsAre("03-02 03:00", "03-02 06:00", "03-02 09:00"));
}

TEST(TimelineAxis, NeverMoreThanAskedAndAllInside) {
  for (std::int64_t width = 1800; width < std::int64_t{9000} * 366 * 86400; width = width * 3 / 2) {
    for (const std::int64_t begin : {day(1, 1, 1).begin_s, day(1969, 12, 31).begin_s + 5, day(2026, 2, 28).begin_s}) {
      const std::vector<TimeTick> ticks = time_ticks(begin, begin + width, 8);
      EXPECT_LE(ticks.size(), 8u) << width;
      for (const TimeTick& tick : ticks) EXPECT_TRUE(tick.at_s >= begin && tick.at_s <= begin + width) << width;
    }
  }
}

TEST(Timeline, TheOrderOfStatementsDoesNotMatter) {
  std::vector<SpeechRow> rows;
  for (int i = 0; i < 400; ++i)
    rows.push_back(row_at("d" + std::to_string(i % 7) + ":" + std::to_string(i) + "-900",
                          "Speaker " + std::to_string(i % 41), day(2026, 1 + i % 12, 1 + i % 28),
                          i % 9 == 0 ? WhenOf::published : WhenOf::said, static_cast<SpeechKind>(i % 4)));
  const auto drawn = [](const std::vector<SpeechRow>& all) {
    TimelinePlot plot({TimelineLanes::speaker});
    for (const SpeechRow& row : all) plot.add(row);
    return plot.svg();
  };
  const std::string once = drawn(rows);
  std::ranges::reverse(rows);
  EXPECT_EQ(once, drawn(rows));
  EXPECT_THAT(once, HasSubstr("and 17 more"));
}

TEST(Timeline, ABarIsAsWideAsItsIntervalAndTheUndatedAreApart) {
  TimelinePlot plot({TimelineLanes::speaker});
  plot.add(row_at("a:1-9", "Ilse Marn", day(2026, 3, 1)));
  plot.add(row_at("a:11-19", "Ilse Marn", make_date(2026, 3, 0, Known::stated), WhenOf::said, SpeechKind::indirect));
  plot.add(row_at("b:1-9", "Ilse Marn", day(2026, 3, 20), WhenOf::published));
  plot.add(row_at("c:1-9", "Ilse Marn", Moment{}, WhenOf::unknown));
  const std::string svg = plot.svg();
  // March and a fiftieth of it on either side are 720 units.
  EXPECT_THAT(svg, HasSubstr("width=\"22.3\" height=\"4\""));
  EXPECT_THAT(svg, HasSubstr("width=\"692.3\" height=\"4\""));
  EXPECT_THAT(svg, HasSubstr("not said later than 2026-03-20"));
  EXPECT_THAT(svg, HasSubstr("2 statements · 2026-03-01 to 2026-03-31 · 1 undated · 1 without any date"));
}

TEST(Timeline, HostileNamesAndWordsAreText) {
  TimelineStyle style;
  style.address = [](std::string_view id) { return "/x\"><script>" + std::string(id); };
  TimelinePlot plot(style);
  SpeechRow row = row_at("a\"><b>:1-9", "</title><script>\u202Eevil\x01", day(2026, 3, 1));
  row.words = {"]]><image href='http://example.org/x'/> & \x07"};
  plot.add(row);
  const std::string svg = plot.svg();
  EXPECT_THAT(svg, Not(HasSubstr("<script")));
  EXPECT_THAT(svg, Not(HasSubstr("<image")));
  EXPECT_THAT(svg, Not(HasSubstr("<b>")));
  EXPECT_THAT(svg, Not(HasSubstr("\u202E")));
  EXPECT_THAT(svg, Not(HasSubstr("\x01")));
  EXPECT_THAT(svg, HasSubstr("&lt;U+202E&gt;evil"));
  EXPECT_EQ(svg.find("href=\"", svg.find("href=\"") + 1), std::string::npos);  // one link, that of the mark
}

TEST(Timeline, WithoutTextHasNoWords) {
  TimelineStyle style;
  style.with_text = false;
  TimelinePlot plot(style);
  plot.add(row_at("a:1-9", "Ilse Marn", day(2026, 3, 1)));
  EXPECT_THAT(plot.svg(), Not(HasSubstr("quay")));
}

// Ids that must be escaped, a speaker each, a day each: whatever comes, the file stays under its size.
TEST(Timeline, StaysUnderItsSizeWhateverComes) {
  TimelineStyle style;
  style.address = [](std::string_view id) { return "#" + std::string(id); };
  for (const int count : {0, 1, 900, 70000}) {
    TimelinePlot plot(style);
    for (int i = 0; i < count; ++i) {
      SpeechRow row = row_at(std::string(240, '&') + std::to_string(i) + ":1-9", "<<" + std::to_string(i % 40) + ">>",
                             day(1000 + i % 1000, 1 + i % 12, 1 + i % 28));
      row.words = {std::string(60, '"')};
      plot.add(row);
    }
    const std::string svg = plot.svg();
    EXPECT_LE(svg.size(), kMostSvgBytes) << count;
    EXPECT_THAT(svg, HasSubstr(std::to_string(count) + " statement")) << count;
  }
}

}  // namespace
}  // namespace readout
