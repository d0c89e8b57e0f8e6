#include "readout/people/occasion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "readout/document/read.h"
#include "readout/people/offices.h"
#include "readout/people/resolve.h"
#include "readout/speech/find.h"

namespace readout {
namespace {

using ::testing::ElementsAre;

// For each speech at depth 0: who, through what, on which day.
std::vector<std::string> occasions(const std::string& text) {
  Source source;
  source.origin = "a.txt";
  source.bytes = text;
  const Document document = read(source).front();
  std::vector<Speech> speeches = find_speeches(document);
  const People people = resolve_people(document, speeches, default_offices());
  carry_occasions(document, speeches, people.speakers);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < speeches.size(); ++i) {
    if (speeches[i].depth > 0) continue;
    const std::int32_t who = people.speakers[i].person;
    std::string line = who < 0 ? "?" : people.persons[static_cast<std::size_t>(who)].name;
    for (const Channel& channel : speeches[i].channels) line += ", " + std::string(document.text[channel.span]);
    out.push_back(line + (is_known(speeches[i].said) ? ", " + to_iso(speeches[i].said).substr(0, 10) : ""));
  }
  return out;
}

constexpr const char* kHead = "MARLOW, July 14, 2026 (NPA) - ";

TEST(Occasion, IsCarriedToWhatFollowsAndToTheLead) {
  EXPECT_THAT(
      occasions(std::string(kHead) + "Harbour minister Ines Falk said the old pier would stay shut until spring.\n\n"
                                     "Falk told Radio Brisk on July 12 that the piles were rotten.\n\n"
                                     "“Nobody will walk on it,” she said.\n"),
      ElementsAre("Ines Falk, Radio Brisk, 2026-07-12", "Ines Falk, Radio Brisk, 2026-07-12",
                  "Ines Falk, Radio Brisk, 2026-07-12"));
}

TEST(Occasion, EndsWhereTheReportNamesAnotherTime) {
  EXPECT_THAT(occasions(std::string(kHead) +
                        "Harbour minister Ines Falk told Radio Brisk on July 12 that the piles were rotten.\n\n"
                        "“Nobody will walk on it,” she said on July 3.\n\n"
                        "Falk has said that the pier is safe. She repeatedly said that money was short.\n"),
              ElementsAre("Ines Falk, Radio Brisk, 2026-07-12", "Ines Falk, 2026-07-03", "Ines Falk, 2026-07-14",
                          "Ines Falk, 2026-07-14"));
}

TEST(Occasion, BelongsToItsSpeaker) {
  EXPECT_THAT(
      occasions(std::string(kHead) +
                "Ines Falk told Radio Brisk on July 12 that the piles were rotten.\n\n"
                "“We were not asked,” said Karl Moen, who runs the kiosk. Falk said that he would be paid.\n"),
      ElementsAre("Ines Falk, Radio Brisk, 2026-07-12", "Karl Moen, 2026-07-14", "Ines Falk, Radio Brisk, 2026-07-12"));
}

TEST(Occasion, ACallThatIsSpokenAboutIsNone) {
  EXPECT_THAT(occasions(std::string(kHead) +
                        "Ines Falk described the telephone call as useful.\n\n“We will meet again,” Falk said.\n"),
              ElementsAre(::testing::StartsWith("Ines Falk"), "Ines Falk, 2026-07-14"));
}

TEST(Occasion, AWritingThatSpeaksIsItsOwnChannel) {
  EXPECT_THAT(
      occasions(std::string(kHead) + "A statement from the Ministry of Harbours said that the pier was shut. "
                                     "The ministry added that the kiosk would move.\n"),
      ElementsAre("Ministry of Harbours, A statement, 2026-07-14", "Ministry of Harbours, A statement, 2026-07-14"));
}

}  // namespace
}  // namespace readout
