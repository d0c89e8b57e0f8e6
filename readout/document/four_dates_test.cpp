#include "readout/document/four_dates.h"

#include <gtest/gtest.h>

#include <string>

#include "readout/document/tell_test.h"

namespace readout {
namespace {

std::string say(const Moment& moment) {
  return to_iso(moment) + " " + std::string(to_string(moment.known));
}

std::string time_of(const Document& document, std::string_view words) {
  for (const TimeMention& time : document.times)
    if (document.text[time.span] == words) return say(time.moment);
  return "absent";
}

bool has_doubt(const Document& document, DoubtKind kind) {
  for (const Doubt& doubt : document.doubts)
    if (doubt.kind == kind) return true;
  return false;
}

Metadata published(std::string date) {
  Metadata metadata;
  metadata.published = std::move(date);
  return metadata;
}

TEST(FourDates, ADatelineTakesItsYearFromTheHeader) {
  const Document document =
      tell(" date 2025-08-05 MARLOW, August 1. /NAA/. The pier opened on Friday, the minister said.\n\n" + kBody);
  EXPECT_EQ(say(document.dates.published), "2025-08-01 dateline");
  EXPECT_EQ(say(document.dates.said), "2025-08-01 dateline");
  EXPECT_EQ(say(document.dates.copied), "2025-08-05 header");
  EXPECT_EQ(say(document.dates.crawled), " open");
  EXPECT_EQ(time_of(document, "Friday"), "2025-08-01 resolved");
}

TEST(FourDates, TheDateOfAWrapperIsNotTheDateOfWhatWasSaid) {
  const Document document = tell(
      " date 2025-08-05 Forgive the delay with this reply.\n\nQuestion: What of the toll of July 31?\n\n"
      "Ana Vale: We said on Monday that it stands, as the board agreed on August 1.\n\nQuestion: And now?");
  EXPECT_EQ(say(document.dates.said), " open");
  EXPECT_EQ(say(document.dates.published), "2025-08-05 inferred");
  EXPECT_EQ(say(document.dates.copied), "2025-08-05 header");
  // A year may be had from the wrapper, a weekday may not: the text may be days older.
  EXPECT_EQ(time_of(document, "July 31"), "2025-07-31 inferred");
  EXPECT_EQ(time_of(document, "Monday"), " open");
  EXPECT_TRUE(has_doubt(document, DoubtKind::date_open));
}

TEST(FourDates, AHeaderThatTheTextConfirmsServesAsAnchor) {
  const Document document = tell(
      " date 2025-07-10 The ministers met on July 10 at the pier and spoke of the ferry.\n\n"
      "They had last met on Monday in the customs house of Marlow.");
  EXPECT_EQ(say(document.dates.said), "2025-07-10 inferred");
  EXPECT_EQ(time_of(document, "Monday"), "2025-07-07 inferred");
}

TEST(FourDates, MetadataIsTheSendersOwnWord) {
  const Document iso = tell("The pier opened on Tuesday and the toll fell, the board said.\n\n" + kBody,
                            published("2025-07-10T14:37:00+03:00"));
  EXPECT_EQ(say(iso.dates.published), "2025-07-10T14:37:00+03:00 metadata");
  EXPECT_EQ(time_of(iso, "Tuesday"), "2025-07-08 resolved");
  EXPECT_EQ(say(iso.dates.said), "2025-07-08 inferred");
  EXPECT_EQ(say(tell(kBody, published("Thu, 10 Jul 2025 14:37:00 +0300")).dates.published),
            "2025-07-10T14:37+03:00 metadata");
  EXPECT_EQ(say(tell(kBody, published("July 10, 2025")).dates.published), "2025-07-10 metadata");
  EXPECT_EQ(say(tell(kBody, published("nonsense")).dates.published), " open");
}

TEST(FourDates, StampsAndAddresses) {
  const Document stamp =
      tell("Ferry Talks Resume at the Old Pier\n10 July 2025 14:37\n\n" + kBody + "The board met on Monday.");
  EXPECT_EQ(kinds(stamp), "title dateline body body body");
  EXPECT_EQ(say(stamp.dates.published), "2025-07-10T14:37 stated");
  EXPECT_EQ(time_of(stamp, "Monday"), "2025-07-07 resolved");
  Metadata metadata;
  metadata.url = "https://gazette.example/2025/07/10/pier";
  EXPECT_EQ(say(tell(kBody, metadata).dates.published), "2025-07-10 inferred");
}

TEST(FourDates, WithoutAnyDateNothingIsInvented) {
  const Document document =
      tell("The ministers met on Thursday (July 10) and a summit was called off last month.\n\n" + kBody);
  EXPECT_EQ(say(document.dates.published), " open");
  EXPECT_EQ(say(document.dates.said), " open");
  EXPECT_EQ(time_of(document, "Thursday (July 10)"), " open");
  EXPECT_EQ(time_of(document, "last month"), " open");
  EXPECT_TRUE(has_doubt(document, DoubtKind::date_open));
  EXPECT_FALSE(has_doubt(tell(kBody), DoubtKind::date_open));
}

TEST(FourDates, FullDatesLendTheirYear) {
  const Document document = tell("The ministers met on July 10, 2025, and will meet again on August 1.\n\n" + kBody);
  EXPECT_EQ(time_of(document, "August 1"), "2025-08-01 inferred");
  EXPECT_EQ(say(document.dates.published), " open");
  // A date of long ago lends nothing to a text that names later years.
  const Document old = tell("The pier of May 3, 1911, was lost in 2014, and rebuilt by August 1.\n\n" + kBody);
  EXPECT_EQ(time_of(old, "August 1"), " open");
}

TEST(FourDates, DisagreementIsADoubt) {
  const Document document =
      tell("The ministers met on Friday (July 10) at the pier.\n\n" + kBody, published("2025-07-12"));
  EXPECT_TRUE(has_doubt(document, DoubtKind::date_disagrees));
  EXPECT_FALSE(
      has_doubt(tell("The ministers met on Thursday (July 10) at the pier.\n\n" + kBody, published("2025-07-12")),
                DoubtKind::date_disagrees));
}

TEST(FourDates, AClockBelongsToTheDayBeforeIt) {
  const Document document =
      tell("The ministers met on July 10, 2025. The note was published in Marlow at 14:37 that day.\n\n" + kBody);
  EXPECT_EQ(time_of(document, "14:37"), "2025-07-10T14:37 inferred");
}

}  // namespace
}  // namespace readout
