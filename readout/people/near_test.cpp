#include "readout/people/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readout/people/case.h"

namespace readout {
namespace {

using ::testing::ElementsAre;

TEST(Near, OfficeFirstNameAfter) {
  const Case c = read_case(
      "{Dornland's fisheries minister} said on Friday that nets would be checked.\n\n{Anton Brandt} told reporters so. "
      "{The minister} left at noon.");
  EXPECT_THAT(speakers(c), ElementsAre("Anton Brandt", "Anton Brandt", "Anton Brandt"));
}

TEST(Near, LeadInNamesTheSpeaker) {
  const Case c = read_case("{Rita Moss} agreed.\n\nIts owner, Bo Lind, had only this: “{}Tides wait for us.",
                           default_offices(), [](Case& it) {
                             it.speeches[1].kind = SpeechKind::direct;
                             const auto at = it.document.text.view().find("Tides");
                             it.speeches[1].content = {make_span(at, at + 17)};
                           });
  EXPECT_THAT(speakers(c), ElementsAre("Rita Moss", "Bo Lind"));
}

TEST(Near, WhoAsksSaysSoFirst) {
  const Case c = read_case(
      "{QUESTION}: Ivo Stern, Marlow Times. Will it rain?\n\n{QUESTION}: And tomorrow?\n\n{MS. LUND}: It will.");
  EXPECT_THAT(speakers(c), ElementsAre("Ivo Stern", "questioner", "Lund"));
}

TEST(Near, AttributableTo) {
  const Case c = read_case(
      "Harbour Board of Marlow\nThe following is attributable to Spokesperson Nora Teale: {}the pier is shut.",
      default_offices(), [](Case& it) {
        it.document.form = Form::communique;
        it.document.issuer = Span{0, 23};
        it.speeches[0].kind = SpeechKind::transcript;
      });
  EXPECT_THAT(speakers(c), ElementsAre("Nora Teale"));
}

TEST(Near, QuestionWithoutASource) {
  const Case c = read_case("Asked {}whether it would rain, {Rita Moss} shrugged.", default_offices(),
                           [](Case& it) { it.speeches[0].polarity = Polarity::asked; });
  EXPECT_THAT(speakers(c), ElementsAre("questioner", "Rita Moss"));
}

TEST(Near, ThisIsHowAMinistryPutsIt) {
  const Case c = read_case("{This} is how the Foreign Ministry of Norway put it. {This} was long.");
  EXPECT_THAT(speakers(c), ElementsAre("Norwegian Foreign Ministry", "?"));
}

TEST(Near, ARecordingHasNoWordsOfItsOwn) {
  const Case c = read_case("{Rita Moss} said the pier was safe. According to {the transcript}, it was new.");
  EXPECT_THAT(speakers(c), ElementsAre("Rita Moss", "Rita Moss"));
}

TEST(Near, WhosePresidentIsMeant) {
  const Case c = read_case(
      "Presidents Vladimir Putin and Donald Trump spoke. “As {the President} made clear, we wait,” {US Secretary of "
      "State "
      "Marco Rubio} said.",
      default_offices(), [](Case& it) {
        std::swap(it.speeches[0], it.speeches[1]);
        const auto text = it.document.text.view();
        it.speeches[0].kind = SpeechKind::direct;
        it.speeches[0].content = {make_span(text.find("As the"), text.find(",”"))};
        it.speeches[1].parent = 0;
        it.speeches[1].depth = 1;
      });
  EXPECT_EQ(speaker(c, 1), "Donald Trump");
}

TEST(Near, ADescriptionIsSpokenOfToo) {
  const Case c = read_case(
      "President Larisa Toman met Petra Lund and Mayor Oskar Venn. Lund smiled.\n\nThe mayor looked tired. {He} said "
      "it was late.");
  EXPECT_THAT(speakers(c), ElementsAre("Oskar Venn"));
}

TEST(Near, TwoSpellingsOfOnePlace) {
  const Case c =
      read_case("{Rita Moss} said Kiev and the road to Kiev were open as Kyiv waited in New Delhi and Delhi.");
  ASSERT_EQ(c.speeches[0].doubts.size(), 1u);
  EXPECT_EQ(c.speeches[0].doubts[0].kind, DoubtKind::name_variant);
  EXPECT_EQ(c.document.text[c.speeches[0].doubts[0].span], "Kyiv");
  EXPECT_EQ(c.speeches[0].doubts[0].detail, "Kiev");
}

}  // namespace
}  // namespace readout
