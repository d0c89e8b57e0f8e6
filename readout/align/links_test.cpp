// What links there are beside the columns: phrases, articles, moves, and what is cut.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "readout/align/align.h"

namespace readout {
namespace {

// "word|word" for each link, a word of many as often as it is linked.
std::multiset<std::string> link_words(const std::string& a, const std::string& b) {
  const std::vector<Unit> units_a = make_units(a, make_span(0, a.size()));
  const std::vector<Unit> units_b = make_units(b, make_span(0, b.size()));
  std::multiset<std::string> out;
  const auto word = [](const std::string& text, const Unit& unit) {
    return text.substr(unit.span.begin, unit.span.end - unit.span.begin);
  };
  for (const WordLink& link : align(units_a, units_b).links)
    out.insert(word(a, units_a[link.a]) + "|" + word(b, units_b[link.b]));
  return out;
}

TEST(Links, PhraseStandsForOneWord) {
  const auto links = link_words("The cabinet reached a decision on the canal .", "The cabinet decided on the canal .");
  EXPECT_TRUE(links.contains("decision|decided"));
  EXPECT_TRUE(links.contains("a|decided")) << "the article goes with its noun";
}

TEST(Links, WordInTheOthersPlaceIsLinkedWithoutLikeness) {
  const std::string a = "The mayor opened a bakery in Oslo .";
  const std::string b = "The mayor opened a zoo in Oslo .";
  const auto units_a = make_units(a, make_span(0, a.size()));
  const auto units_b = make_units(b, make_span(0, b.size()));
  const Alignment alignment = align(units_a, units_b);
  const auto link =
      std::find_if(alignment.links.begin(), alignment.links.end(), [](const WordLink& one) { return one.a == 4; });
  ASSERT_NE(link, alignment.links.end());
  EXPECT_EQ(link->b, 4u);
  EXPECT_FALSE(link->crosses);
  EXPECT_TRUE(alignment.moves.empty());
}

TEST(Links, ContentWordDoesNotFillTheGapOfAFunctionWord) {
  const auto links = link_words("She spoke about rivers .", "She spoke quite openly yesterday about rivers .");
  EXPECT_EQ(links.size(), 5u);
}

TEST(Links, FreeWordsBesideLinkedOnesMeetWhereTextsReword) {
  // "dusty" and "grimy" are unlike, and the gaps beside them too long to fill.
  EXPECT_TRUE(link_words("Orla sold her dusty wagon before any of those buyers had arrived from Tormund .",
                         "Before people turned up out of town , she got rid of a grimy wagon .")
                  .contains("dusty|grimy"));
  EXPECT_FALSE(link_words("Orla sold her old wagon before the buyers arrived from Tormund on the night ferry in May .",
                          "Orla sold her old wagon before the buyers arrived from Tormund without a ferry in May .")
                   .contains("night|without"));
}

TEST(Links, LongGapsStayOpen) {
  const auto links = link_words("Water fell on the roof and the yard and the long old wall behind it today .",
                                "Water filled every cellar that had stood dry since spring today .");
  EXPECT_FALSE(links.contains("roof|cellar"));
  EXPECT_TRUE(links.contains("today|today"));
}

TEST(Links, MovedWordsAreLinkedInsideASentence) {
  const auto links = link_words("On Friday the port was closed .", "The port was closed on Friday .");
  EXPECT_TRUE(links.contains("Friday|Friday"));
  EXPECT_TRUE(links.contains("closed|closed"));
}

TEST(Links, NoWordLeavesItsSentenceAlone) {
  const std::string a =
      "The fishermen left the harbour before dawn with eleven boats . Nobody warned them about the storm .";
  const std::string b =
      "The fishermen were warned . They left the harbour before dawn with eleven boats . Nobody told them a thing "
      "about the storm .";
  EXPECT_FALSE(link_words(a, b).contains("warned|warned"));
  EXPECT_FALSE(link_words(b, a).contains("warned|warned"));
  // A whole clause may go: it has links enough of its own.
  EXPECT_TRUE(link_words("Boats sank in the night . The storm came from the north .",
                         "The storm came from the north . Boats sank in the night .")
                  .contains("night|night"));
}

}  // namespace
}  // namespace readout
