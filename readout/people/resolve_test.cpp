#include "readout/people/resolve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readout/people/case.h"

namespace readout {
namespace {

using ::testing::ElementsAre;

TEST(Resolve, SurnameAfterFullName) {
  const Case c = read_case(
      "{Foreign Minister Anna Kovel} said the bridge would open. {Kovel} said it was late.\n\n"
      "“Soon,” {she} added. {The minister} gave no date.");
  EXPECT_THAT(speakers(c), ElementsAre("Anna Kovel", "Anna Kovel", "Anna Kovel", "Anna Kovel"));
}

TEST(Resolve, AppositionTeachesARole) {
  const Case c = read_case(
      "{Ivo Stern, the ministry's spokesman,} said talks would go on. Mayor Petra Lund welcomed the plan.\n\n"
      "{The spokesman} declined to give a date, but {the mayor} said it was near.");
  EXPECT_THAT(speakers(c), ElementsAre("Ivo Stern", "Ivo Stern", "Petra Lund"));
}

TEST(Resolve, DefiniteDescriptionsByHypernym) {
  const Case c = read_case(
      "MOSCOW. {Russian Foreign Minister Sergey Lavrov} said the draft was ready, and US Secretary of State Marco "
      "Rubio agreed.\n\n"
      "“We wait,” {the top diplomat} said.\n\n{The Russian minister} went on. “No,” {the US secretary of state} "
      "replied.");
  EXPECT_THAT(speakers(c), ElementsAre("Sergey Lavrov", "Sergey Lavrov", "Sergey Lavrov", "Marco Rubio"));
}

TEST(Resolve, SpokesmanForSomebodyIsNotHim) {
  const Case c = read_case(
      "Senator Paul Wirth kept silent. {A spokesman for Wirth} said the senator was ill. {The spokesman} gave no "
      "details. "
      "{Wirth's lawyer, Rita Moss,} said more.");
  EXPECT_THAT(speakers(c), ElementsAre("A spokesman for Wirth", "A spokesman for Wirth", "Rita Moss"));
  EXPECT_EQ(c.people.persons[static_cast<std::size_t>(c.people.speakers[0].person)].kind, PersonKind::unnamed);
}

TEST(Resolve, PossessiveOwnerSpeaks) {
  const Case c =
      read_case("Ukraine waits. {Zelensky's} statements differ. {Olga Brandt's repeated claims} were denied.");
  EXPECT_THAT(speakers(c), ElementsAre("Volodymyr Zelensky", "Olga Brandt"));
}

TEST(Resolve, TwoOfOneSurname) {
  const Case c = read_case(
      "Owen Marsh met his sister Chloe Marsh on Monday.\n\n{Mr. Marsh} said he was glad.\n\n{Ms. Marsh} smiled and "
      "said nothing.\n\n{Chloe} said so.\n\n{Marsh} said she would go.\n\n{Marsh} said the road was closed.");
  EXPECT_EQ(speaker(c, 0), "Owen Marsh");
  EXPECT_EQ(speaker(c, 1), "Chloe Marsh");
  EXPECT_EQ(speaker(c, 2), "Chloe Marsh");
  EXPECT_EQ(speaker(c, 3), "Chloe Marsh");
  EXPECT_EQ(speaker(c, 4), "?Owen Marsh/Chloe Marsh");
  ASSERT_FALSE(c.speeches[4].doubts.empty());
  EXPECT_EQ(c.speeches[4].doubts[0].kind, DoubtKind::speaker_ambiguous);
}

TEST(Resolve, PronounsFollowTheSubject) {
  const Case c = read_case(
      "{Anna Kovel} said the road was open. {She} added that work went on. Mark Ostrow met Peter Lang on Friday. "
      "{He} said the talks were short.\n\n{Lang} called them long. {He} would not say more.");
  EXPECT_THAT(speakers(c), ElementsAre("Anna Kovel", "Anna Kovel", "Mark Ostrow", "Peter Lang", "Peter Lang"));
}

TEST(Resolve, NewSubjectResetsThePronoun) {
  const Case c =
      read_case("{Mark Ostrow} said no.\n\nPeter Lang, a lawyer from Dorn, came late. “I was ill,” {he} said.");
  EXPECT_THAT(speakers(c), ElementsAre("Mark Ostrow", "Peter Lang"));
}

TEST(Resolve, RelativeWho) {
  const Case c =
      read_case("The letter was read by Clara Voss, {who} said it was old. Dean Heller, a lawyer {who} said no, left.");
  EXPECT_THAT(speakers(c), ElementsAre("Clara Voss", "Dean Heller"));
}

TEST(Resolve, SpeakerInsideAQuotation) {
  const Case c = read_case("“As {I} said, we wait,” {Clara Voss} said.", default_offices(), [](Case& it) {
    std::swap(it.speeches[0], it.speeches[1]);
    it.speeches[0].content = {Span{3, 25}};
    it.speeches[1].parent = 0;
    it.speeches[1].depth = 1;
  });
  EXPECT_THAT(speakers(c), ElementsAre("Clara Voss", "Clara Voss"));
}

TEST(Resolve, TranscriptLabels) {
  const Case c = read_case(
      "Secretary Rubio met Ambassador Nora Teale in Washington.\n\n{QUESTION}: What now?\n\n{SECRETARY RUBIO}: We "
      "wait.\n\n"
      "{AMB. TEALE}: So do we.\n\n{Question}: And then?\n\n{MR. OSTROW}: Nothing.");
  EXPECT_THAT(speakers(c), ElementsAre("questioner", "Marco Rubio", "Nora Teale", "questioner", "Ostrow"));
}

TEST(Resolve, UnnamedAndGroups) {
  const Case c = read_case(
      "{A senior official} said so. {The Europeans} objected. {Lawmakers} shouted. {An American reporter} asked why. "
      "{Two people familiar with the matter} said no. {The official} left.");
  EXPECT_THAT(speakers(c), ElementsAre("A senior official", "Europeans", "Lawmakers", "An American reporter",
                                       "Two people familiar with the matter", "A senior official"));
  std::vector<PersonKind> kinds;
  for (const Speaker& s : c.people.speakers) kinds.push_back(c.people.persons[static_cast<std::size_t>(s.person)].kind);
  EXPECT_THAT(kinds, ElementsAre(PersonKind::unnamed, PersonKind::group, PersonKind::group, PersonKind::unnamed,
                                 PersonKind::unnamed, PersonKind::unnamed));
}

TEST(Resolve, ExplainsUnknown) {
  const Case c = read_case("“It rains.” {} The day was grey and nobody came.");
  EXPECT_THAT(speakers(c), ElementsAre("?"));
  ASSERT_EQ(c.speeches[0].doubts.size(), 1u);
  EXPECT_EQ(c.speeches[0].doubts[0].kind, DoubtKind::speaker_unknown);
}

}  // namespace
}  // namespace readout
