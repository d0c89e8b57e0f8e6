#include "readout/statement/version.h"

#include <gtest/gtest.h>

#include <string>

namespace readout {
namespace {

struct Told {
  Document document;
  std::vector<Speech> speeches;
  std::vector<Person> persons;
  std::vector<Speaker> speakers;

  Witness witness() const { return make_witness(document, speeches, persons, speakers); }
  std::string words(Span span) const { return std::string(document.text[span]); }
};

// A document that is one speech of `who`.
Told told(const std::string& text, const std::string& who = "ada marlow", int day = 10) {
  Told told;
  told.document.text = Text(text, OffsetMap::identity(make_span(0, text.size()).end));
  told.document.dates.said = make_date(2031, 3, day, Known::stated);
  Speech speech;
  speech.content = {make_span(0, text.size())};
  speech.kind = SpeechKind::direct;
  told.speeches = {speech};
  Person person;
  person.key = who;
  told.persons = {person};
  told.speakers = {Speaker{0, {}, {}}};
  return told;
}

std::vector<VersionLink> link(const Told& a, const Told& b) {
  return link_witnesses(a.witness(), b.witness());
}

constexpr const char* kAnswer =
    "The ferry to Halsby will be repaired before the spring tides. We share that view entirely. The harbour council "
    "has promised forty new lamps for the northern pier.";

TEST(VersionLinks, FollowAnotherTranslationSentenceBySentence) {
  const Told a = told(kAnswer);
  const Told b = told(
      "Before the tides of spring the Halsby ferry is going to be mended. This is quite our own opinion. For the pier "
      "in the north forty new lamps were promised by the council of the harbour.");
  const std::vector<VersionLink> links = link(a, b);
  ASSERT_EQ(links.size(), 3u);
  EXPECT_EQ(links[0].kind, LinkKind::version);
  EXPECT_EQ(a.words(links[1].a.span), "We share that view entirely.");
  EXPECT_EQ(b.words(links[1].b.span), "This is quite our own opinion.");
  EXPECT_EQ(links[1].basis.rule, "place");
}

TEST(VersionLinks, AFragmentMeetsItsPart) {
  const Told a = told(
      "After the long winter, when nobody could cross the Sound and the mills stood idle for months, the harbour "
      "council has promised forty new lamps for the northern pier, and the guild will pay for them in the end.");
  const Told b = told("forty new lamps for the northern pier");
  const std::vector<VersionLink> links = link(a, b);
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].kind, LinkKind::contained);
  EXPECT_EQ(a.words(links[0].a.span), "forty new lamps for the northern pier");
}

TEST(VersionLinks, AnotherOccasionIsNoVersion) {
  const std::vector<VersionLink> links =
      link(told("The ferry to Halsby must be repaired before the spring tides."),
           told("We said that the Halsby ferry must be repaired, and before the tides.", "ada marlow", 28));
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].kind, LinkKind::also_said);
  EXPECT_FALSE(joins(links[0].kind));
}

TEST(VersionLinks, AnotherSpeakerIsKeptApartWithTheReason) {
  const std::vector<VersionLink> links = link(told("The ferry to Halsby must be repaired before the spring tides."),
                                              told("The Halsby ferry must be repaired before the tides.", "bo harrow"));
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].kind, LinkKind::not_same);
  EXPECT_EQ(links[0].basis.rule, "other-speaker");
}

TEST(VersionLinks, NamesAndTitlesAloneJoinNothing) {
  EXPECT_TRUE(link(told("We will meet Foreign Secretary Helen Ashdown of Caldmoor."),
                   told("I trust Foreign Secretary Helen Ashdown of Caldmoor."))
                  .empty());
}

TEST(VersionLinks, ADocumentRepeatsItself) {
  const Told a = told(
      "The harbour council has promised forty new lamps for the pier. Nobody asked why. The harbour council has "
      "promised forty new lamps for the pier.");
  const Witness witness = a.witness();
  const std::vector<VersionLink> links = link_witnesses(witness, witness);
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].kind, LinkKind::repeat);
  EXPECT_LT(links[0].a.span.begin, links[0].b.span.begin);
}

}  // namespace
}  // namespace readout
