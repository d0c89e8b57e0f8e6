#include "readout/base/moment.h"

#include <gtest/gtest.h>

namespace readout {
namespace {

TEST(Moment, DatesToTheirGrain) {
  EXPECT_EQ(to_iso(make_date(2031, 0, 0, Known::stated)), "2031");
  EXPECT_EQ(to_iso(make_date(2031, 2, 0, Known::stated)), "2031-02");
  EXPECT_EQ(to_iso(make_date(2031, 2, 28, Known::stated)), "2031-02-28");
  EXPECT_EQ(make_date(2032, 2, 29, Known::stated).end_s - make_date(2032, 2, 29, Known::stated).begin_s, 86400);
}

TEST(Moment, InvalidDatesAreOpen) {
  EXPECT_FALSE(is_known(make_date(2031, 2, 29, Known::stated)));
  EXPECT_FALSE(is_known(make_date(2031, 13, 1, Known::stated)));
  EXPECT_FALSE(is_known(make_date(0, 1, 1, Known::stated)));
  EXPECT_EQ(to_iso(make_date(2031, 4, 31, Known::stated)), "");
  EXPECT_EQ(make_date(2031, 4, 31, Known::stated).known, Known::open);
}

TEST(Moment, IsoThereAndBack) {
  for (const char* text : {"1969-12-31", "2031", "2031-07", "2031-07-10", "2031-07-10T14:37", "2031-07-10T14:37:05Z",
                           "2031-07-10T14:37+03:00", "2031-07-10T14:37-05:30"}) {
    const auto moment = parse_iso(text, Known::metadata);
    ASSERT_TRUE(moment) << text;
    EXPECT_EQ(to_iso(*moment), text);
    EXPECT_EQ(moment->known, Known::metadata);
  }
  EXPECT_EQ(to_iso(*parse_iso("2031-07-10 14:37:05.250 +0200", Known::metadata)), "2031-07-10T14:37:05+02:00");
  for (const char* text :
       {"", "10 July", "2031-7-1", "2031-07-32", "2031-07-10T25:00", "2031-07-10Tnoon", "2031-07-10T14:37+15:00"})
    EXPECT_FALSE(parse_iso(text, Known::metadata)) << text;
}

TEST(Moment, IntervalsOfDays) {
  Moment week = make_date(2031, 7, 7, Known::resolved);
  week.end_s = make_date(2031, 7, 13, Known::resolved).end_s;
  EXPECT_EQ(to_iso(week), "2031-07-07/2031-07-13");
}

TEST(Moment, OrderIsClaimedOnlyWhereItHolds) {
  const Moment monday = make_date(2031, 7, 7, Known::stated);
  const Moment tuesday = make_date(2031, 7, 8, Known::stated);
  const Moment thursday = make_date(2031, 7, 10, Known::stated);
  EXPECT_FALSE(surely_before(monday, monday));
  EXPECT_FALSE(surely_before(monday, tuesday)) << "Monday in Honolulu ends after Tuesday begins in Apia";
  EXPECT_TRUE(surely_before(monday, thursday));
  EXPECT_FALSE(surely_before(thursday, monday));
  EXPECT_FALSE(surely_before(Moment{}, thursday));

  const auto early = *parse_iso("2031-07-10T18:00:00+08:00", Known::metadata);
  const auto late = *parse_iso("2031-07-10T14:37:00+03:00", Known::metadata);
  EXPECT_TRUE(surely_before(early, late)) << "18:00 in the east is 13:00 in the west";
  EXPECT_FALSE(surely_before(late, early));
}

}  // namespace
}  // namespace readout
