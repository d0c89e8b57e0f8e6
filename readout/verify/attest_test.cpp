#include "readout/verify/attest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "readout/document/read.h"
#include "readout/people/offices.h"
#include "readout/people/resolve.h"
#include "readout/speech/find.h"

namespace readout {
namespace {

using testing::Contains;
using testing::IsEmpty;

// Texts under their names, and what attest says of a quotation of them.
class Shelf {
 public:
  void add(std::string name, std::string text) {
    Source source;
    source.origin = name;
    source.bytes = std::move(text);
    auto one = std::make_unique<One>();
    one->document = std::move(read(source).front());
    one->speeches = find_speeches(one->document);
    one->people = resolve_people(one->document, one->speeches, Offices());
    one->voices =
        std::make_unique<Voices>(Testimony{&one->document, one->speeches, one->people.persons, one->people.speakers});
    names_.push_back(std::move(name));
    ones_.push_back(std::move(one));
  }

  Verification ask(std::string_view quote, const Claim& claim) const {
    const Witnesses witnesses{names_, [&](std::size_t i) -> const Document& { return ones_[i]->document; },
                              [&](std::size_t i) -> const Voices& { return *ones_[i]->voices; },
                              [&](std::span<const std::size_t> chosen) {
                                std::vector<SourceText> texts;
                                for (std::size_t i = 0; i < ones_.size(); ++i)
                                  if (chosen.empty() || std::ranges::find(chosen, i) != chosen.end())
                                    texts.push_back({ones_[i]->document.text.view(), ones_[i]->document.blocks});
                                Verification found = verify(quote, texts);
                                if (!chosen.empty())
                                  for (Place& place : found.places) place.text = chosen[place.text];
                                return found;
                              }};
    return attest(quote, claim, witnesses);
  }

 private:
  struct One {
    Document document;
    std::vector<Speech> speeches;
    People people;
    std::unique_ptr<Voices> voices;
  };

  std::vector<std::string> names_;
  std::vector<std::unique_ptr<One>> ones_;
};

Shelf two_reports() {
  Shelf shelf;
  shelf.add(
      "report.txt",
      "Ramp at Tolm to stay shut\n\nThe keeper, Ida Roth, said her board would pay for the ramp by May. “I signed "
      "the order on Friday,” she said.\n\nThe mayor, Ivo Stern, disagreed. “Nobody asked the island at all,” he "
      "said.\n");
  shelf.add("minutes.txt",
            "BOARD OF TOLM\n\nMinutes of the meeting of 4 May\n\n1. Ms. Roth said: “I signed the order on Friday.” The "
            "board thanked her for the drawing of the lower quay.\n");
  return shelf;
}

TEST(Attest, WordsOfAnotherAreNotThoseOfTheOneNamed) {
  const Shelf shelf = two_reports();
  EXPECT_EQ(shelf.ask("Nobody asked the island at all", {"Ivo Stern", "report.txt"}).verdict, Verdict::exact);
  EXPECT_EQ(shelf.ask("Nobody asked the island at all", {}).verdict, Verdict::exact);
  const Verification other = shelf.ask("Nobody asked the island at all", {"Ida Roth", "report.txt"});
  EXPECT_EQ(other.verdict, Verdict::other_speaker);
  EXPECT_EQ(other.places.at(0).attested.speaker, "Ivo Stern");
}

TEST(Attest, ReportedSpeechSoldAsDirect) {
  const Shelf shelf = two_reports();
  EXPECT_EQ(shelf.ask("her board would pay for the ramp by May", {"Ida Roth", "report.txt"}).verdict,
            Verdict::indirect);
  EXPECT_EQ(shelf.ask("her board would pay for the ramp by May", {"Ivo Stern", "report.txt"}).verdict,
            Verdict::other_speaker);
  // Without a speaker the words are the document's, and they stand there.
  EXPECT_EQ(shelf.ask("her board would pay for the ramp by May", {"", "report.txt"}).verdict, Verdict::exact);
  EXPECT_EQ(shelf.ask("Ramp at Tolm to stay shut", {"Ida Roth", "report.txt"}).verdict, Verdict::indirect);
}

TEST(Attest, VerbatimInAnotherTextThanTheOneNamed) {
  const Shelf shelf = two_reports();
  const Verification found = shelf.ask("the drawing of the lower quay", {"", "report.txt"});
  EXPECT_EQ(found.verdict, Verdict::elsewhere);
  EXPECT_EQ(found.places.at(0).text, 1u);
  EXPECT_THAT(shelf.ask("the drawing of the lower quay", {"", "letter.txt"}).cautions,
              Contains(Caution::source_unknown));
}

TEST(Attest, AllPlacesNearestToThePrimarySourceFirst) {
  const Shelf shelf = two_reports();
  const Verification found = shelf.ask("I signed the order on Friday", {"Ida Roth", ""});
  ASSERT_EQ(found.places.size(), 2u);
  EXPECT_EQ(found.places[0].text, 1u);
  EXPECT_EQ(found.places[0].attested.nearness, Nearness::official);
  EXPECT_EQ(found.places[1].attested.nearness, Nearness::press);
  EXPECT_THAT(found.cautions, IsEmpty());
  EXPECT_THAT(shelf.ask("order on Friday", {}).cautions, Contains(Caution::short_and_common));
}

TEST(Attest, AnUnknownSpeakerIsACautionAndNoCharge) {
  Shelf shelf;
  shelf.add("note.txt", "Talks at Tolm went on all night. “We are very near to the end of it,” a source said.\n");
  const Verification found = shelf.ask("We are very near to the end of it", {"Ida Roth", ""});
  EXPECT_EQ(found.verdict, Verdict::exact);
  EXPECT_THAT(found.cautions, Contains(Caution::speaker_unknown));
}

TEST(Attest, SourcesAreNamedInManyWays) {
  Document document;
  document.title = "Ramp at Tolm to stay shut";
  document.outlet = "The Tolm Echo";
  document.url = "https://www.example.org/ramp/";
  for (const char* named : {"report.txt", "drafts/report.txt", "report", "Tolm Echo", "http://example.org/ramp",
                            "ramp at Tolm to stay shut"})
    EXPECT_TRUE(is_source(named, "report.txt", document)) << named;
  for (const char* named : {"report.md", "port.txt", "Echo", ""})
    EXPECT_FALSE(is_source(named, "report.txt", document)) << named;
}

}  // namespace
}  // namespace readout
