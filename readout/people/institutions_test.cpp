#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readout/people/case.h"

namespace readout {
namespace {

using ::testing::ElementsAre;

TEST(Institutions, OneMinistryUnderFourNames) {
  const Case c = read_case(
      "According to {the Russian Ministry of Foreign Affairs}, the talks were short. {The ministry} called them "
      "useful. "
      "{The Foreign Ministry} gave no date. {Russian MFA} sources agreed. A statement followed; {the official "
      "communiqué} "
      "read: wait.");
  EXPECT_THAT(speakers(c),
              ElementsAre("Russian Foreign Ministry", "Russian Foreign Ministry", "Russian Foreign Ministry",
                          "Russian Foreign Ministry", "Russian Foreign Ministry"));
}

TEST(Institutions, BareMinistryBelongsToTheMinisterNamed) {
  const Case c = read_case(
      "Norwegian Foreign Minister Espen Barth Eide spoke. {The Foreign Ministry} put the words on its website. "
      "{The ministry} had no comment.");
  EXPECT_THAT(speakers(c), ElementsAre("Norwegian Foreign Ministry", "Norwegian Foreign Ministry"));
}

TEST(Institutions, TwoMinistriesStayTwo) {
  const Case c = read_case(
      "{Poland's Foreign Ministry} protested. {The Hungarian Foreign Ministry} replied. {The Polish Foreign Ministry} "
      "insisted.");
  EXPECT_EQ(speaker(c, 0), speaker(c, 2));
  EXPECT_NE(speaker(c, 0), speaker(c, 1));
}

TEST(Institutions, CountriesAsActors) {
  const Case c = read_case(
      "{Washington} had notified Moscow. {The United States} said yes; {Moscow} claims no. {China} warned both.");
  EXPECT_THAT(speakers(c), ElementsAre("United States", "United States", "Russia", "China"));
  EXPECT_EQ(c.people.persons[0].kind, PersonKind::institution);
}

TEST(Institutions, CompanyByItsNoun) {
  const Case c = read_case(
      "{Brandel Corp} will build the dam. {The company} said work begins in May. {The Marlow River Authority (MRA)} "
      "agreed. "
      "{MRA} said so. {The Authority} left.");
  EXPECT_THAT(speakers(c), ElementsAre("Brandel Corp", "Brandel Corp", "Marlow River Authority",
                                       "Marlow River Authority", "Marlow River Authority"));
}

TEST(Institutions, AgencyAndKremlin) {
  const Case c = read_case(
      "{The Kremlin} was calm, {Reuters} reported. {The agency} cited aides. {Kremlin spokesman Dmitry Peskov} said "
      "no.");
  EXPECT_THAT(speakers(c), ElementsAre("Kremlin", "Reuters", "Reuters", "Dmitry Peskov"));
}

TEST(Institutions, StatementOfAnIssuer) {
  const Case c = read_case("The bridge is closed. {} It will open in May.", default_offices(), [](Case& it) {
    it.document.form = Form::communique;
    it.document.text = Text::plain("Marlow Harbour Board. The bridge is closed. It will open in May.");
    it.document.issuer = Span{0, 20};
    it.speeches[0].kind = SpeechKind::transcript;
    it.speeches[0].content = {Span{22, 60}};
  });
  EXPECT_THAT(speakers(c), ElementsAre("Marlow Harbour Board"));
}

TEST(Institutions, KeysMeetAcrossDocuments) {
  const Offices offices = default_offices();
  EXPECT_EQ(person_key("Russian MFA", offices), person_key("Russian Ministry of Foreign Affairs", offices));
  EXPECT_EQ(person_key("Russian Defence Ministry", offices), person_key("Russian Ministry of Defense", offices));
  EXPECT_EQ(person_key("Volodymyr Zelenskiy", offices), person_key("President Zelensky", offices));
  EXPECT_EQ(person_key("Lavrov", offices), person_key("Russian Foreign Minister Sergei Lavrov", offices));
  EXPECT_NE(person_key("Russian MFA", offices), person_key("Polish Foreign Ministry", offices));
}

}  // namespace
}  // namespace readout
