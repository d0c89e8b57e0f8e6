#include "readout/verify/voices.h"

#include <gtest/gtest.h>

#include "readout/verify/heard_text.h"

namespace readout {
namespace {

TEST(Voices, NewsHasQuotedReportedAndNarration) {
  const HeardText heard(
      "The keeper, Ida Roth, said the ramp would hold. “I signed it,” she said. “I would sign it again.”\n\n"
      "The mayor, Ivo Stern, disagreed. “Nobody asked me,” he said. The ramp was built in March.\n");
  EXPECT_EQ(heard.utterer("I would sign it again"), "quoted, Ida Roth");
  EXPECT_EQ(heard.utterer("Nobody asked me"), "quoted, Ivo Stern");
  EXPECT_EQ(heard.innermost("the ramp would hold"), "reported, Ida Roth");
  EXPECT_EQ(heard.innermost("The ramp was built in March"), "narration, ");
  EXPECT_EQ(heard.match("Nobody asked me", "Ida Roth"), NameMatch::other);
  EXPECT_EQ(heard.match("Nobody asked me", "the mayor"), NameMatch::same);
  EXPECT_EQ(heard.match("Nobody asked me", "the keeper"), NameMatch::other);
  EXPECT_EQ(heard.match("Nobody asked me", "Mr. Stern"), NameMatch::same);
  EXPECT_EQ(heard.match("The ramp was built in March", "Ida Roth"), NameMatch::other);
  EXPECT_EQ(heard.match("The ramp was built in March", "the report"), NameMatch::same);
}

TEST(Voices, OpinionsOfARulingBelongToTheirJudges) {
  const HeardText heard(
      "HIGH COURT OF DORN\n\nRoth v. Harbour Board\n\nJUDGE STERN (with whom Judge Lang agrees):\n\n"
      "[1] I would allow the appeal. In Re Tolm the court said: “A keeper must take care.” I follow it.\n\n"
      "JUDGE BROOK (dissenting):\n\n[2] I cannot agree. Bad manners are no breach.\n");
  EXPECT_EQ(heard.match("I would allow the appeal", "Judge Stern"), NameMatch::same);
  EXPECT_EQ(heard.match("I would allow the appeal", "Brook"), NameMatch::other);
  EXPECT_EQ(heard.match("Bad manners are no breach", "Judge Brook"), NameMatch::same);
  EXPECT_EQ(heard.match("A keeper must take care", "Judge Brook"), NameMatch::other);
}

TEST(Voices, AQuestionWithoutLabelIsTheInterviewers) {
  const HeardText heard(
      "THE SUNDAY INTERVIEW\n\nWhy do you paint doors?\n\nBecause they open. I like a thing that opens.\n\n"
      "Do you sell them?\n\nI give them away. My wife sells the frames.\n\n"
      "Hilde Brun spoke to Odo Lang at her workshop.\n");
  EXPECT_EQ(heard.match("I like a thing that opens", "Hilde Brun"), NameMatch::same);
  EXPECT_EQ(heard.match("I like a thing that opens", "Odo Lang"), NameMatch::other);
  EXPECT_EQ(heard.match("Do you sell them?", "Hilde Brun"), NameMatch::other);
  EXPECT_EQ(heard.match("Do you sell them?", "Odo Lang"), NameMatch::same);
}

TEST(Voices, AnswersWithoutLabelAreTheSigners) {
  const HeardText heard(
      "STATEMENT BY THE DIRECTOR OF TOLM FERRIES\n\nGood evening. A ferry of ours ran aground at six. Nobody is hurt. "
      "I ask everybody to wait.\n\nQuestion (Ida Roth, Evening Post): Will you resign?\n\n"
      "I will not resign before the inspectors have spoken. My sister told me, “Go home.” I stayed.\n\n"
      "Hilde Brun, director\n");
  EXPECT_EQ(heard.match("I ask everybody to wait", "Hilde Brun"), NameMatch::same);
  EXPECT_EQ(heard.match("I will not resign before the inspectors", "Hilde Brun"), NameMatch::same);
  EXPECT_EQ(heard.match("Will you resign?", "Hilde Brun"), NameMatch::other);
  EXPECT_EQ(heard.match("Will you resign?", "Ida Roth"), NameMatch::same);
}

TEST(Voices, ALabelBeforeTheMarksAndAnAppositionNameWhoSpeaks) {
  const HeardText heard(
      "Minutes of the panel. Mr. Brook asked what late meant. Ms. Roth: “Within five minutes.” Mr. Brook: “Then "
      "nothing "
      "is ever late.”\n\nOne of the growers, Mr. Odo Lang, kept a diary. He wrote: “Rain at ten.”\n");
  EXPECT_EQ(heard.match("Within five minutes", "Ms. Roth"), NameMatch::same);
  EXPECT_EQ(heard.match("Then nothing is ever late", "Ms. Roth"), NameMatch::other);
  EXPECT_EQ(heard.match("Rain at ten", "Odo Lang"), NameMatch::same);
}

}  // namespace
}  // namespace readout
