// Official papers: letterheads, labels, numbers, mails, live reports.
#include <gtest/gtest.h>

#include "readout/document/tell_test.h"

namespace readout {
namespace {

std::string issuer(const Document& document) {
  return std::string(document.text[document.issuer]);
}

TEST(Official, ALetterheadNamesTheIssuer) {
  const Document capitals = tell(
      "MINISTRY OF TRANSPORT OF THE REPUBLIC OF NORLAND\n\nPRESS RELEASE\n\n"
      "On the opening of the pier at Marlow\n\n3 July 2025 18:40\n" +
      kBody);
  EXPECT_EQ(kinds(capitals), "boilerplate boilerplate title dateline body body");
  EXPECT_EQ(reason_of(capitals, BlockKind::boilerplate), "letterhead");
  EXPECT_EQ(capitals.form, Form::communique);
  EXPECT_EQ(issuer(capitals), "MINISTRY OF TRANSPORT OF THE REPUBLIC OF NORLAND");
  EXPECT_EQ(to_iso(capitals.dates.said), "2025-07-03T18:40");
  const Document stacked = tell(
      "Department of Ferries\nOffice of the Harbour Master\nFor Immediate Release\nJuly 3, 2025\n\n"
      "The Pier at Marlow Opens\n\n" +
      kBody);
  EXPECT_EQ(issuer(stacked), "Department of Ferries");
  EXPECT_EQ(stacked.title, "The Pier at Marlow Opens");
  // A headline may open with the name of a body.
  const Document headline = tell("Ministry of Transport Sues Marlow\n\n" + kBody);
  EXPECT_EQ(kinds(headline), "title body body");
  EXPECT_EQ(headline.form, Form::report);
}

TEST(Official, AReleaseWithoutALetterheadSpeaksForItsFirstSubject) {
  const Document document = tell(
      "FOR IMMEDIATE RELEASE\n\nNorland Line Opens the Pier\n\n"
      "The Norland Ferry Line today said that it would open the pier at noon.\n\n" +
      kBody + "Notes to editors\nThe line was founded in 1889. Ask for Ana Vale.");
  EXPECT_EQ(issuer(document), "The Norland Ferry Line");
  EXPECT_EQ(kinds(document), "boilerplate title body body body editor-note editor-note");
}

TEST(Official, NumbersAndTitlesCarryDates) {
  const Document numbered = tell("Answer of the Minister to a question on the pier\n\n229-16-03-2026\n\n" + kBody);
  EXPECT_EQ(to_iso(numbered.dates.published), "2026-03-16");
  const Document briefing = tell(
      "Ferry Briefing \xE2\x80\x93 March 17, 2026\n\nMarlow\n\n2:07 p.m.\n\nMS VALE: Good afternoon, everyone.\n\n"
      "QUESTION: What of the toll?\n\nMS VALE: It stands, as I said on Friday.\n");
  EXPECT_EQ(briefing.form, Form::transcript);
  EXPECT_EQ(kinds(briefing), "title dateline dateline body body body");
  EXPECT_EQ(to_iso(briefing.dates.said), "2026-03-17");
  EXPECT_FALSE(is_known(briefing.dates.published));
  ASSERT_FALSE(briefing.times.empty());
  EXPECT_EQ(to_iso(briefing.times.back().moment), "2026-03-13");
}

TEST(Official, MailCarriesTheDateOfTheCopy) {
  const Document document = tell(
      "---------- Forwarded message ----------\nFrom: Ana Vale\nDate: Tue, 17 Mar 2026 08:12:44 +0100\n"
      "Subject: Pier\n\n" +
      kBody + "--\nHarbour Desk\nSent from my phone");
  EXPECT_EQ(kinds(document),
            "mail-header mail-header mail-header mail-header body body boilerplate boilerplate mail-header");
  EXPECT_EQ(document.dates.copied.known, Known::header);
  EXPECT_EQ(to_iso(document.dates.copied), "2026-03-17T08:12");
  EXPECT_FALSE(is_known(document.dates.said));
}

TEST(Official, LiveReportsHaveClocksBetween) {
  const Document document = tell("Pier live: the minister speaks\n\nHarbour Radio | Friday 13 March 2026\n\n16.42\n" +
                                 kBody + "15:20\n" + kBody);
  EXPECT_EQ(kinds(document), "title dateline dateline body body dateline body body");
  EXPECT_EQ(to_iso(document.dates.published), "2026-03-13");
}

}  // namespace
}  // namespace readout
