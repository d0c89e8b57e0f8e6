#include "readout/document/dates.h"

#include <gtest/gtest.h>

#include <string>

#include "readout/document/calendar.h"

namespace readout {
namespace {

// Every expression of the text in brackets, one after another.
std::string found(std::string_view text) {
  std::string out;
  for (const TimeExpression& time : find_times(text, make_span(0, text.size()))) {
    out += '[';
    out += slice(text, time.span);
    out += ']';
  }
  return out;
}

// What the only expression of the text resolves to, from a firm day of publication.
Resolution resolved(std::string_view text, std::string_view day) {
  const auto times = find_times(text, make_span(0, text.size()));
  EXPECT_EQ(times.size(), 1u) << text;
  if (times.empty()) return {};
  return resolve_time(times[0], DateAnchor{*parse_iso(day, Known::metadata), true, 0});
}

std::string iso(std::string_view text, std::string_view day) {
  return to_iso(resolved(text, day).moment);
}

TEST(FindTimes, ReadsFullDates) {
  EXPECT_EQ(found("On July 10, 2025, and on 10 July 2025, and on 3rd of March 2024."),
            "[July 10, 2025][10 July 2025][3rd of March 2024]");
  EXPECT_EQ(found("From 2025-07-10 to 12.07.2025 and 25/07/2025."), "[2025-07-10][12.07.2025][25/07/2025]");
  EXPECT_EQ(found("In July 2025 and on Sept. 3, 2024."), "[July 2025][Sept. 3, 2024]");
  EXPECT_EQ(found("07/10/2025 may be one day or another."), "");
}

TEST(FindTimes, ReadsPartsOfDates) {
  EXPECT_EQ(found("He spoke on Thursday (July 10) and will speak on Monday [July 14] again."),
            "[Thursday (July 10)][Monday [July 14]]");
  EXPECT_EQ(found("The talks of August 1 and July 10-12 and 3 May."), "[August 1][July 10-12][3 May]");
  EXPECT_EQ(found("Since 2014, in the 2019 treaty, by 2030."), "[2014][2019][2030]");
  EXPECT_EQ(found("In July, at the August summit."), "[July][August]");
}

TEST(FindTimes, ReadsRelativeWords) {
  EXPECT_EQ(found("Yesterday he spoke, last month she left, and three weeks ago they met."),
            "[Yesterday][last month][three weeks ago]");
  EXPECT_EQ(found("As early as this evening, or next week, or next Thursday."),
            "[this evening][next week][next Thursday]");
}

TEST(FindTimes, ReadsClocks) {
  EXPECT_EQ(found("It came at 14:37 and on July 10 at 2:30 p.m. GMT."), "[14:37][July 10 at 2:30 p.m. GMT]");
  EXPECT_EQ(found("It came at 14:37 (Moscow time) on July 10."), "[14:37 (Moscow time) on July 10]");
  EXPECT_EQ(found("They lost 2:10 and rode at 60 miles an hour."), "");
}

TEST(FindTimes, LeavesWordsAndNumbersAlone) {
  EXPECT_EQ(found("May the spirit guide us. He may come; they march on. The March on Marlow began."), "");
  EXPECT_EQ(found("The Sunday Times wrote of Black Friday, and Norland Today had 2000 soldiers."), "");
  EXPECT_EQ(found("The 2000 soldiers marched 2024 miles for 1,999 crowns and 33-point terms."), "");
  EXPECT_EQ(found("See https://example.org/2025/07/10/talks or pay $2014."), "");
  EXPECT_EQ(found("In the last month of the war the last week was the worst. The sun sat low."), "");
}

TEST(ResolveTime, DatesWithoutAYearTakeTheNearestPast) {
  EXPECT_EQ(iso("on August 1", "2025-08-05"), "2025-08-01");
  EXPECT_EQ(iso("on December 30", "2025-01-03"), "2024-12-30");
  EXPECT_EQ(iso("They will meet on January 5", "2024-12-30"), "2025-01-05");
  EXPECT_EQ(iso("at the August summit", "2025-11-09"), "2025-08");
  EXPECT_EQ(resolved("on August 1", "2025-08-05").moment.known, Known::resolved);
}

TEST(ResolveTime, RelativeWordsTakeTheDayOfPublication) {
  EXPECT_EQ(iso("yesterday", "2025-03-01"), "2025-02-28");
  EXPECT_EQ(iso("last month", "2025-01-15"), "2024-12");
  EXPECT_EQ(iso("last year", "2025-01-15"), "2024");
  EXPECT_EQ(iso("this week", "2025-07-10"), "2025-07-07/2025-07-13");
  EXPECT_EQ(iso("three weeks ago", "2025-07-10"), "2025-06-16/2025-06-22");
  EXPECT_EQ(iso("in July of last year", "2025-07-10"), "2024-07");
  EXPECT_EQ(iso("last night", "2025-07-10"), "2025-07-09");
}

TEST(ResolveTime, WeekdaysGoBackUnlessTheClauseLooksAhead) {
  EXPECT_EQ(iso("she said on Thursday", "2025-07-11"), "2025-07-10");
  EXPECT_EQ(iso("she said on Friday", "2025-07-11"), "2025-07-11");
  EXPECT_EQ(iso("they will meet on Monday", "2025-07-11"), "2025-07-14");
  EXPECT_EQ(iso("The talks will go on, she said on Monday", "2025-07-11"), "2025-07-07");
  EXPECT_EQ(iso("last Friday", "2025-07-11"), "2025-07-04");
  EXPECT_EQ(iso("next Friday", "2025-07-11"), "2025-07-18");
}

TEST(ResolveTime, WeekdayAndDateMustAgree) {
  EXPECT_FALSE(resolved("on Thursday (July 10)", "2025-07-12").disagrees);
  EXPECT_TRUE(resolved("on Friday (July 10)", "2025-07-12").disagrees);
  EXPECT_EQ(iso("on Friday (July 10)", "2025-07-12"), "2025-07-10");
  EXPECT_TRUE(resolved("on Friday, July 10, 2025", "2025-07-12").disagrees);
  // An uncertain anchor gives way to the weekday.
  const auto times = find_times("Thursday (July 10)", Span{0, 18});
  ASSERT_EQ(times.size(), 1u);
  const Resolution soft = resolve_time(times[0], DateAnchor{*parse_iso("2026-01-20", Known::header), false, 0});
  EXPECT_EQ(to_iso(soft.moment), "2025-07-10");
  EXPECT_EQ(soft.moment.known, Known::inferred);
}

TEST(ResolveTime, ClocksKeepTheirZone) {
  EXPECT_EQ(iso("at 14:37 (Moscow time) on July 10", "2025-07-10"), "2025-07-10T14:37+03:00");
  EXPECT_EQ(iso("on July 10 at 2:30 p.m. GMT", "2025-07-10"), "2025-07-10T14:30Z");
  EXPECT_EQ(iso("on July 10 at 14:37 local time", "2025-07-10"), "2025-07-10T14:37");
}

TEST(ResolveTime, NothingIsInvented) {
  for (const std::string_view text : {"on Thursday", "last month", "July 10", "Thursday (July 10)", "this evening"}) {
    const auto times = find_times(text, make_span(0, text.size()));
    ASSERT_EQ(times.size(), 1u) << text;
    EXPECT_EQ(resolve_time(times[0], {}).moment.known, Known::open) << text;
    EXPECT_FALSE(resolve_time(times[0], {}).moment.words.empty());
  }
  const auto bad = find_times("on February 30, 2025", Span{0, 20});
  ASSERT_EQ(bad.size(), 1u);
  EXPECT_FALSE(is_known(resolve_time(bad[0], {}).moment));
}

TEST(Calendar, NamesInCapitalsOnly) {
  EXPECT_EQ(month_of("JULY"), 7);
  EXPECT_EQ(month_of("Sept"), 9);
  EXPECT_EQ(month_of("march"), 0);
  EXPECT_EQ(weekday_of("Thu"), -1);
  EXPECT_EQ(weekday_of("Thu", true), 4);
  EXPECT_EQ(zone_of("UTC"), std::int16_t{0});
  EXPECT_FALSE(zone_of("Marlow"));
}

}  // namespace
}  // namespace readout
