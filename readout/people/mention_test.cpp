#include "readout/people/mention.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace readout {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The mentions as "kind:name[role]".
std::vector<std::string> mentions(std::string_view text) {
  std::vector<Word> words;
  scan_words(text, make_span(0, text.size()), false, words);
  const Mentions found = find_mentions(text, words, english_book());
  std::vector<std::string> out;
  for (const Mention& m : found.list) {
    static constexpr const char* kKinds[] = {"p:", "i:", "c:", "l:"};
    std::string line = kKinds[static_cast<int>(m.kind)];
    line += slice(text, {words[m.first].begin, words[m.last - 1].end});
    for (std::uint32_t r = m.roles_first; r < m.roles_last; ++r)
      line += "[" + english_book().role(found.roles[r].role).name + "]";
    out.push_back(std::move(line));
  }
  return out;
}

TEST(Mention, TitlesBeforeNames) {
  EXPECT_THAT(mentions("Then Dr. Ivo Stern, Sen. Paula Wirth and US Secretary of State Marco Rubio left."),
              ElementsAre("p:Ivo Stern[dr.]", "p:Paula Wirth[sen.]", "p:Marco Rubio[secretary of state]"));
  EXPECT_THAT(mentions("Kremlin spokesman Dmitry Peskov spoke."), ElementsAre("p:Dmitry Peskov[kremlin spokesman]"));
  EXPECT_THAT(mentions("SECRETARY RUBIO: Yes."), ElementsAre("p:RUBIO[secretary]"));
}

TEST(Mention, TitlesWithAComplement) {
  EXPECT_THAT(mentions("He met Minister of State for Trade Ivo Stern."), ElementsAre("p:Ivo Stern[minister]"));
  EXPECT_THAT(mentions("The Foreign Minister of Norway spoke."), ElementsAre("c:Norway"));
}

TEST(Mention, AppositionsAfterNames) {
  EXPECT_THAT(mentions("Anna Kovel, the ministry's spokeswoman, spoke."), ElementsAre("p:Anna Kovel[spokeswoman]"));
  EXPECT_THAT(mentions("Anna Kovel, 52, a former mayor and lawyer, spoke."),
              ElementsAre("p:Anna Kovel[mayor][lawyer]"));
  EXPECT_THAT(mentions("Anna Kovel is the mayor of Dorn."), ElementsAre("p:Anna Kovel[mayor]", "p:Dorn"));
  // A clause is no apposition, and the next person's title is not this one's.
  EXPECT_THAT(mentions("Near Chelsea, the mayor said no."), ElementsAre("p:Chelsea"));
  EXPECT_THAT(mentions("With Anna Kovel, President Ivo Stern left."),
              ElementsAre("p:Anna Kovel", "p:Ivo Stern[president]"));
}

TEST(Mention, ParticlesInitialsNicknames) {
  EXPECT_THAT(mentions("Yes, Ursula van der Brandt met J. R. Stern and Omar al-Hadi; Marcia “Cia” Lund did not."),
              ElementsAre("p:Ursula van der Brandt", "p:J. R. Stern", "p:Omar al-Hadi", "p:Marcia “Cia” Lund"));
}

TEST(Mention, GivenNamesWinOverRolesAndPlaces) {
  EXPECT_THAT(mentions("Dean Heller met Jordan Ames. Mr. King left."),
              ElementsAre("p:Dean Heller", "p:Jordan Ames", "p:King[mr.]"));
  EXPECT_THAT(mentions("Howard Dean spoke. Later Dean left; the dean stayed."), ElementsAre("p:Howard Dean", "p:Dean"));
}

TEST(Mention, Organisations) {
  EXPECT_THAT(mentions("At the Marlow Institute of Tides, Reuters and the Russian Foreign Ministry met TASS."),
              ElementsAre("i:Marlow Institute of Tides", "i:Reuters", "i:Foreign Ministry", "i:TASS"));
}

TEST(Mention, WordsThatAreNoNames) {
  EXPECT_THAT(mentions("However, on Monday in July nobody came. Yesterday was dull. The Russian minister left."),
              IsEmpty());
  EXPECT_THAT(mentions("Who said so? We did."), IsEmpty());
}

TEST(Words, GapsAndPossessives) {
  std::vector<Word> words;
  const std::string_view text = "“No,” Mr. Stern’s aide (42) said.\n\nU.S. Rep. A. Lund left.";
  scan_words(text, make_span(0, text.size()), false, words);
  std::vector<std::string> seen;
  for (const Word& w : words) seen.emplace_back(slice(text, w.span()));
  EXPECT_THAT(seen, ElementsAre("No", "Mr.", "Stern", "aide", "42", "said", "U.S.", "Rep.", "A.", "Lund", "left"));
  EXPECT_TRUE(words[0].quoted);
  EXPECT_FALSE(words[1].quoted);
  EXPECT_TRUE(words[2].possessive);
  EXPECT_EQ(words[4].gap, Gap::parenthesis);
  EXPECT_EQ(words[6].gap, Gap::paragraph);
  EXPECT_TRUE(words[8].initial);
  EXPECT_NE(words[0].paragraph, words[6].paragraph);
}

TEST(Words, BrokenTextIsRead) {
  std::vector<Word> words;
  const std::string text = std::string("\xE2\x80 \xFF\0 Anna\xC3", 12);
  scan_words(text, make_span(0, text.size()), false, words);
  for (const Word& w : words) EXPECT_LE(w.end, text.size());
}

}  // namespace
}  // namespace readout
