#include <gtest/gtest.h>

#include "readout/document/tell_test.h"

namespace readout {
namespace {

TEST(Headings, TitleSecondHeadlineAndSubheads) {
  const Document document =
      tell("New Ferry Plan Emerges in Norland\n\nVale and Norland Seek a Harbour Deal\n" + kBody + "Cheaper tolls\n\n" +
           kBody + "Minister Angered by Vale's Silence on Dues\n\n" + kBody);
  EXPECT_EQ(kinds(document), "title subhead body body subhead body body subhead body body");
  EXPECT_EQ(document.title, "New Ferry Plan Emerges in Norland");
  EXPECT_EQ(document.blocks[1].reason, "second-headline");
  EXPECT_EQ(document.blocks[4].reason, "stands-alone");
}

TEST(Headings, AParagraphOfOneSentenceIsBody) {
  EXPECT_EQ(kinds(tell("Ferry Plan Emerges in Norland\n\n" + kBody + "He did not stay.\n\n" + kBody)),
            "title body body body body body");
  EXPECT_EQ(kinds(tell(kBody + "\"We will see,\" he said\n\n" + kBody)), "body body body body body");
  EXPECT_EQ(kinds(tell(kBody + "Who pays the toll?\n\n" + kBody)), "body body body body body");
}

TEST(Headings, ListsVerseAndLabelsAreNoHeadings) {
  EXPECT_EQ(kinds(tell(kBody + "The board wants three things:\nA lower toll\n\n" + kBody)),
            "body body body body body body");
  EXPECT_EQ(
      kinds(tell(kBody + "Grey is the morning\nGrey is the sea\nGrey is the harbour\nGrey shall it be\n\n" + kBody))
          .find("sidebar"),
      std::string::npos);
  EXPECT_EQ(
      words_of(tell(kBody + "MS. VALE\n" + kBody + "MR. REED\n" + kBody + "MS. VALE\n" + kBody + "MR. REED\n" + kBody),
               BlockKind::subhead),
      "");
}

TEST(Headings, ABrokenLineIsNoHeading) {
  EXPECT_EQ(
      kinds(
          tell(
              kBody +
              "The board called the toll a wall and a\nburden on every fisherman who lands his catch at the pier.\n\n" +
              kBody))
          .find("subhead"),
      std::string::npos);
}

TEST(Headings, FlashesAreCapitalsAheadOfAStory) {
  const Document document = tell(
      "NORLAND SAYS FERRY TO SAIL AGAIN - MINISTER\nNORLAND SEES NO NEED FOR NEW TOLLS\n\n"
      "Ferry to sail again after talks\n\n" +
      kBody);
  EXPECT_EQ(kinds(document), "flash flash title body body");
  EXPECT_EQ(kinds(tell("FERRY TO SAIL AGAIN AFTER TALKS\n\n" + kBody)), "title body body");
  EXPECT_EQ(kinds(tell("Ferry to Sail Again\n\n" + kBody + "BREAKING: FERRY SAILS FROM MARLOW\n\n" + kBody)),
            "title body body flash body body");
}

TEST(Sidebar, ARunOfHeadlinesAtTheEndIsSilent) {
  const Document document =
      tell(kBody +
           "\nVale Warns Norland Over Harbour Dues\nMarlow Says \xE2\x80\x9CGood Talks\xE2\x80\x9D Underway on Ferry\n"
           "Storm Closes Norland Pier for the Third Day\nToll Rise Could Hit Fishermen, Says Treasurer Quill\n");
  EXPECT_EQ(kinds(document), "body body sidebar sidebar sidebar sidebar");
  for (std::size_t i = 2; i < 6; ++i) EXPECT_EQ(document.blocks[i].reason, "run-of-headlines:4");
}

TEST(Sidebar, SentenceCaseNeedsTheEndAndALabelHelps) {
  const std::string three =
      "Vale warns Norland over harbour dues\nStorm closes the pier for a third day\nToll rise could hit fishermen\n";
  EXPECT_EQ(kinds(tell(kBody + three + "Norland buys a new lifeboat from Vale\n")),
            "body body sidebar sidebar sidebar sidebar");
  EXPECT_EQ(kinds(tell(kBody + "Related stories\n" + three)), "body body navigation sidebar sidebar sidebar");
  // A list that a sentence announces is the article's own.
  EXPECT_EQ(
      kinds(tell(kBody + "The board heard of four dangers:\n" + three + "Norland buys a new lifeboat from Vale\n")),
      "body body body body body body body");
  EXPECT_EQ(kinds(tell(kBody + "- " + three)).find("sidebar"), std::string::npos);
}

TEST(Repeats, StandfirstAndPullQuotes) {
  const std::string lead =
      "The harbour board of Marlow voted on Monday to lower the ferry toll for fishermen after talks with Norland.\n\n"
      "The vote came after weeks of talks about the toll, and fishermen cheered when the board told them the "
      "outcome.\n\n";
  EXPECT_EQ(kinds(tell("Board Cuts the Ferry Toll\n\nThe harbour board voted to lower the ferry toll for fishermen "
                       "after talks.\n\n" +
                       lead + kBody)),
            "title standfirst body body body body");
  EXPECT_EQ(
      kinds(tell(
          "Board Cuts the Ferry Toll\n\nA storm had kept every vessel in port since the spring holidays began.\n\n" +
          lead + kBody)),
      "title body body body body body");
  const std::string said =
      "\"A toll is a wall, and we have torn it down today,\" Ana Vale told the crowd at the pier.\n\n";
  EXPECT_EQ(kinds(tell(kBody + said + "\"A toll is a wall\"\n\n" + kBody)), "body body body pull-quote body body");
  EXPECT_EQ(kinds(tell(kBody + said + "\"Nobody asked us first\"\n\n" + kBody)), "body body body body body body");
}

}  // namespace
}  // namespace readout
