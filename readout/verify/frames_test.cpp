#include <gtest/gtest.h>

#include "readout/verify/heard_text.h"

namespace readout {
namespace {

TEST(Frames, ACourtsRecordIsInLetters) {
  const HeardText heard(
      "IN THE COUNTY COURT OF MARL\n"
      "Deposition of Edwin Torrance, taken 4 June\n"
      "\n"
      "Appearances: Ms. Lydia Kerr for the plaintiff; Mr. Noel Frost for the defendant.\n"
      "\n"
      "EXAMINATION BY MS. KERR:\n"
      "\n"
      "Q. Where were you on the evening of 2 May?\n"
      "A. I was at the mill. I did not leave before nine.\n"
      "\n"
      "Q. Did anybody see you there?\n"
      "A. My brother saw me. He told me, \"You work too late.\"\n"
      "\n"
      "MR. FROST: Objection. That is hearsay.\n"
      "\n"
      "Q. You may answer.\n"
      "A. He saw me at eight. I am sure of the hour.\n"
      "\n"
      "EXAMINATION BY MR. FROST:\n"
      "\n"
      "Q. You drank that evening?\n"
      "A. I drank one glass of beer. I was not drunk.\n");
  EXPECT_EQ(heard.match("I did not leave before nine", "Edwin Torrance"), NameMatch::same);
  EXPECT_EQ(heard.match("I did not leave before nine", "Ms. Kerr"), NameMatch::other);
  EXPECT_EQ(heard.match("Where were you on the evening", "Lydia Kerr"), NameMatch::same);
  EXPECT_EQ(heard.match("You drank that evening", "Mr. Frost"), NameMatch::same);
  EXPECT_EQ(heard.match("Objection", "Noel Frost"), NameMatch::same);
}

TEST(Frames, InitialsStandForTheNamesOfTheFirstLines) {
  const HeardText heard(
      "# \"Bees do not read maps\": a talk with Henrik Voss\n"
      "\n"
      "*Interview: Sanna Brandl*\n"
      "\n"
      "**SB:** You keep four hundred hives in a city. Why?\n"
      "\n"
      "**HV:** The city has lindens. The fields have wheat, and bees do not eat wheat.\n"
      "\n"
      "**SB:** Do your neighbours complain?\n"
      "\n"
      "**HV:** One did. He has honey now. I would not call it a bribe, but I would not call it a gift either.\n"
      "\n"
      "**SB:** Is it true that you sleep beside the hives in June?\n"
      "\n"
      "**HV:** It is true in June. My wife sleeps in the house and says that I hum.\n");
  EXPECT_EQ(heard.match("bees do not eat wheat", "Henrik Voss"), NameMatch::same);
  EXPECT_EQ(heard.match("bees do not eat wheat", "Sanna Brandl"), NameMatch::other);
  EXPECT_EQ(heard.match("Do your neighbours complain", "Sanna Brandl"), NameMatch::same);
}

TEST(Frames, OpinionsOpenWithTheirJudges) {
  const HeardText heard(
      "SUPREME COURT OF DORN\n"
      "\n"
      "Tolm River Authority v. Pell\n"
      "\n"
      "No. 18-204. Argued 3 March; decided 9 June\n"
      "\n"
      "JUSTICE HARROW delivered the opinion of the Court.\n"
      "\n"
      "The question is whether a river may be closed without notice. We hold that it may not. The statute requires "
      "notice of ten days, and the Authority gave none.\n"
      "\n"
      "The Authority answers that \"a flood gives no notice either\". We do not find that persuasive. The Authority "
      "had known of the flood for a week.\n"
      "\n"
      "The judgment of the Court of Appeals is affirmed.\n"
      "\n"
      "It is so ordered.\n"
      "\n"
      "JUSTICE OAKES, concurring in the judgment.\n"
      "\n"
      "I agree with the result but not with the reasons. The statute says nothing of rivers. It speaks of roads, and a "
      "river is not a road.\n"
      "\n"
      "JUSTICE MBEKI, with whom JUSTICE LINDQVIST joins, dissenting.\n"
      "\n"
      "The majority protects boats and forgets people. I would have reversed. Eleven houses stood under water on the "
      "day when the notice should have been printed.\n");
  EXPECT_EQ(heard.match("The statute requires notice", "Justice Harrow"), NameMatch::same);
  EXPECT_EQ(heard.match("The statute requires notice", "the Court"), NameMatch::same);
  EXPECT_EQ(heard.match("The statute requires notice", "Justice Oakes"), NameMatch::other);
  EXPECT_EQ(heard.match("a river is not a road", "Justice Oakes"), NameMatch::same);
  EXPECT_EQ(heard.match("I would have reversed", "the Court"), NameMatch::other);
}

TEST(Frames, AMailInsideAMail) {
  const HeardText heard(
      "From: Carla Venn <carla@venn.example>\n"
      "To: Tobias Renk\n"
      "Subject: Re: the roof\n"
      "Date: 12 March\n"
      "\n"
      "Tobias,\n"
      "\n"
      "I have seen the estimate. It is too high, and the tiles are the wrong colour. I will not sign it.\n"
      "\n"
      "Carla\n"
      "\n"
      "On 11 March Tobias Renk wrote:\n"
      "> Dear Carla,\n"
      "> the roof will cost 41,000 crowns. The tiles are the only ones that fit.\n"
      "> I would start on Monday if you agree.\n"
      "> Tobias\n");
  EXPECT_EQ(heard.match("the tiles are the wrong colour", "Carla Venn"), NameMatch::same);
  EXPECT_EQ(heard.match("I would start on Monday", "Tobias Renk"), NameMatch::same);
  EXPECT_EQ(heard.match("I would start on Monday", "Carla Venn"), NameMatch::other);
}

TEST(Frames, LettersAreTheirSigners) {
  const HeardText heard(
      "LETTERS TO THE EDITOR\n"
      "\n"
      "Sir, The new timetable is a disgrace. My train to Marl used to take forty minutes and now it takes an hour. The "
      "company calls this an improvement.\n"
      "Gerald Pym, Upper Tolm\n"
      "\n"
      "Sir, I drive the train of which Mr. Pym complains. It stops at three more stations, and eleven hundred people "
      "get on there. He might look out of the window.\n"
      "Anja Holt, Marl\n"
      "\n"
      "Sir, May I suggest that both your correspondents try the bus?\n"
      "Rev. Peter Quill, Saltby\n");
  EXPECT_EQ(heard.match("The new timetable is a disgrace", "Gerald Pym"), NameMatch::same);
  EXPECT_EQ(heard.match("The new timetable is a disgrace", "Anja Holt"), NameMatch::other);
  EXPECT_EQ(heard.match("He might look out of the window", "Anja Holt"), NameMatch::same);
}

TEST(Frames, ALogHasALineForEach) {
  const HeardText heard(
      "Log of the harbour channel, 9 November\n"
      "\n"
      "12:01 anna_k: the crane is stuck again\n"
      "12:02 bo.lind: I told them in May that the cable was worn\n"
      "12:02 anna_k: nobody reads what you tell them in May\n"
      "12:04 dispatcher: Tug two is on the way. Keep the lane clear.\n"
      "12:05 bo.lind: lane is clear, and it is not my crane\n");
  EXPECT_EQ(heard.match("the cable was worn", "bo.lind"), NameMatch::same);
  EXPECT_EQ(heard.match("the cable was worn", "anna_k"), NameMatch::other);
}

TEST(Frames, HeadsOfPartsAreNoSpeakers) {
  const HeardText heard(
      "Hedges and hedgehogs\n\nJ. Roth, K. Stern and A. Brook\n\nAims: To count them.\nMethods: We walked the roads of "
      "Dorn each week.\nResults: Few were found alive near gaps.\n\n“Nobody counts the living,” said Hilde Brun.\n");
  EXPECT_EQ(heard.match("Few were found alive", "K. Stern"), NameMatch::same);
  EXPECT_EQ(heard.match("Few were found alive", "Hilde Brun"), NameMatch::other);
  EXPECT_EQ(heard.utterer("Few were found alive"), "narration, ");
}

TEST(Frames, TheBenchSpeaksInItsRuling) {
  const HeardText heard(
      "COUNTY COURT OF DORN\n\nBefore District Judge Ida Roth\n\n1. The claimant fell on the steps.\n\n"
      "2. The caretaker, Mr. Ivo Stern, told us: “The bag was empty.” I found him honest. A visitor may use the "
      "steps.\n");
  EXPECT_EQ(heard.match("A visitor may use the steps", "Judge Roth"), NameMatch::same);
  EXPECT_EQ(heard.match("A visitor may use the steps", "Mr. Stern"), NameMatch::other);
  EXPECT_EQ(heard.match("The bag was empty", "Judge Roth"), NameMatch::other);
}

TEST(Frames, ALabelOnceGivenInFullIsTheSameAfterwards) {
  const HeardText heard(
      "COMMITTEE ON PORTS\n\nTHE CHAIR (Senator Ida Roth): We welcome the admiral.\n\nADMIRAL STERN: Thank you, "
      "Madam Chair. The harbour is safe.\n\nTHE CHAIR: Your time has expired.\n");
  EXPECT_EQ(heard.match("Your time has expired", "Senator Roth"), NameMatch::same);
  EXPECT_EQ(heard.match("Your time has expired", "Admiral Stern"), NameMatch::other);
}

}  // namespace
}  // namespace readout
