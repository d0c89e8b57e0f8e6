#include "tools/brat.h"

#include <gtest/gtest.h>

namespace readout {
namespace {

// An astral character and accents stand before the words, so that code points and bytes differ.
constexpr std::string_view kText = "🌊 Señor Kovel said “no way”, he added, “ever”. She hopes that it holds.";

Spans at(std::string_view found) {
  const std::size_t begin = kText.find(found);
  return {make_span(begin, begin + found.size())};
}

TEST(Brat, CodePointsBecomeBytesAndPiecesOneContent) {
  const auto got = parse_brat(
      "T1\tSource 2 13\tSeñor Kovel\nT2\tCue 14 18\tsaid\nT3\tContent 19 27;39 45\t“no way” “ever”\n"
      "E1\tAttribution:T9 Content:T3 Cue:T2 Source:T1\n",
      kText);
  ASSERT_EQ(got.size(), 1u);
  EXPECT_EQ(got[0].source, at("Señor Kovel"));
  EXPECT_EQ(got[0].cue, at("said"));
  EXPECT_EQ(words(kText, got[0].content), "“no way” … “ever”");
  EXPECT_TRUE(got[0].speech_cue);
}

TEST(Brat, BrokenLinesAndAttributionsWithoutContentAreSkipped) {
  const auto got = parse_brat(
      "T1\tSource 2 13\tSeñor Kovel\nand the rest of a broken line\nT2\tCue 48\nT3\tContent 60 9000\tout of the text\n"
      "#1\tNote T1\ta note\nE1\tAttribution:T9 Source:T1\nE2\tAttribution:T9 Content:T3\nE3\n",
      kText);
  EXPECT_TRUE(got.empty());
}

TEST(Brat, PredictionsTakeOnTheHabitOfTheGold) {
  const Attribution direct = in_polnear_habit(kText, {{}, {}, at("no way"), false});
  EXPECT_EQ(direct.content, at("“no way”"));
  const Attribution indirect = in_polnear_habit(kText, {{}, {}, at("it holds"), false});
  EXPECT_EQ(indirect.content, at("that it holds"));
}

}  // namespace
}  // namespace readout
