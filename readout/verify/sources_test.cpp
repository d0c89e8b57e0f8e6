#include "readout/verify/sources.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace readout {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::SizeIs;

Sources sources_of(const std::vector<std::string>& texts) {
  std::vector<SourceText> sources;
  for (const std::string& text : texts) sources.push_back({text, {}});
  return Sources(sources);
}

std::vector<std::uint32_t> sorted_places(const WordSuffixes& suffixes, SuffixRange range) {
  std::vector<std::uint32_t> places;
  for (std::uint32_t at = range.begin; at < range.end; ++at) places.push_back(suffixes.place(at));
  std::ranges::sort(places);
  return places;
}

TEST(WordSuffixes, EveryRunIsFoundWhereverItStands) {
  std::mt19937 engine(7);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  for (int round = 0; round < 200; ++round) {
    const std::uint32_t numbers = 2 + random() % 6;  // few different words: runs repeat
    std::vector<std::uint32_t> words;
    for (std::size_t n = 1 + random() % 60; words.size() < n;) words.push_back(random() % numbers);
    words.push_back(0);
    const WordSuffixes suffixes(words, numbers);
    for (std::size_t from = 0; from + 1 < words.size(); ++from) {
      SuffixRange range = suffixes.all(words[from]);
      for (std::uint32_t depth = 1; depth < kSortedWords && words[from] != 0; ++depth) {
        const std::uint32_t next = random() % 4 == 0 ? 1 + random() % (numbers - 1) : words[from + depth];
        if (next == 0) break;
        std::vector<std::uint32_t> expected;
        for (const std::uint32_t place : sorted_places(suffixes, range))
          if (words[place + depth] == next) expected.push_back(place);
        range = suffixes.narrow(range, depth, next);
        ASSERT_EQ(sorted_places(suffixes, range), expected) << round << " " << from << " " << depth;
        if (range.empty() || next != words[from + depth]) break;
      }
    }
  }
}

TEST(Sources, OneIndexAnswersForAllTextsAndForSome) {
  const std::vector<std::string> texts = {"The ferry was late. We will wait for the ferry, she said.", "Nobody came.",
                                          "“We will wait for the ferry,” she said. We will wait for the ferry!"};
  const Sources sources = sources_of(texts);
  const Verification all = verify("We will wait for the ferry", sources);
  EXPECT_EQ(all.verdict, Verdict::exact);
  ASSERT_THAT(all.places, SizeIs(3));
  EXPECT_EQ(all.places[0].text, 0u);
  EXPECT_EQ(all.places[2].text, 2u);
  const std::vector<std::size_t> last{2};
  EXPECT_THAT(verify("We will wait for the ferry", sources, last).places, SizeIs(2));
  const std::vector<std::size_t> second{1};
  EXPECT_EQ(verify("We will wait for the ferry", sources, second).verdict, Verdict::not_found);
  const std::vector<std::size_t> none{9};
  EXPECT_EQ(verify("We will wait for the ferry", sources, none).verdict, Verdict::not_checkable);
}

TEST(Sources, ABrokenWordIsReadAsEachQuotationHasIt) {
  const std::vector<std::string> texts = {"It is a well-\nknown rule that they nego-\ntiate in the open every time."};
  const Sources sources = sources_of(texts);
  for (const std::string_view quote : {"a well known rule that they negotiate in the open", "a well-known rule",
                                       "they negotiate in the open", "a wellknown rule that they negotiate"}) {
    const Verification found = verify(quote, sources);
    EXPECT_EQ(found.verdict, Verdict::folded) << quote;
  }
  EXPECT_THAT(verify("they negotiate in the open", sources).places[0].folded, Contains(Folding::broken_words));
}

TEST(Sources, AWordBrokenOverThreeLinesAndOneWithAnApostrophe) {
  const std::vector<std::string> texts = {"They want inter-\nnation-\nal rules now. The minis-\nter's plan is clear."};
  const Sources sources = sources_of(texts);
  EXPECT_EQ(verify("They want international rules now", sources).verdict, Verdict::folded);
  EXPECT_EQ(verify("The minister's plan is clear", sources).verdict, Verdict::folded);
}

// A text of `count` words out of few, so that they meet everywhere.
std::string chatter(std::mt19937& random, std::size_t count) {
  constexpr std::string_view kWords[] = {"the", "of", "river", "harbour", "and", "wall", "old", "ships", "to", "town"};
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += std::string(kWords[random() % 10]) + (i % 11 == 10 ? ".\n" : " ");
  return text;
}

TEST(Sources, NothingIsLostAmongManyTextsOfTheSameWords) {
  std::mt19937 random(3);
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) texts.push_back(chatter(random, 400));
  texts[77] += "The old town keeps the river and the wall of ships to the harbour of the old wall.";
  texts[201] = chatter(random, 30'000) +
               "The old town keeps the river and the wall of ships to the harbour of the old wall. " +
               chatter(random, 30'000);
  const Sources sources = sources_of(texts);
  const auto texts_of = [](const Verification& found) {
    std::vector<std::size_t> out;
    for (const Place& place : found.places) out.push_back(place.text);
    return out;
  };
  const Verification whole = verify("the old town keeps the river and the wall of ships", sources);
  EXPECT_EQ(whole.verdict, Verdict::folded);
  EXPECT_THAT(texts_of(whole), ElementsAre(77, 201));
  const Verification cut = verify("The old town keeps the river ... to the harbour of the old wall", sources);
  EXPECT_EQ(cut.verdict, Verdict::trimmed);
  EXPECT_THAT(texts_of(cut), Contains(77));
  EXPECT_THAT(texts_of(cut), Contains(201));
  const Verification altered = verify("The old town keeps no river and the wall of ships", sources);
  EXPECT_EQ(altered.verdict, Verdict::altered);
  ASSERT_FALSE(altered.places.empty());
  EXPECT_TRUE(altered.places[0].text == 77 || altered.places[0].text == 201);
}

TEST(Sources, PiecesFarApartInALongTextAreSpliced) {
  std::mt19937 random(5);
  const std::vector<std::string> texts = {"We shall open the northern gate today. " + chatter(random, 40'000) +
                                          " Nobody will guard the long bridge tonight."};
  const Sources sources = sources_of(texts);
  const Verification far = verify("We shall open the northern gate ... guard the long bridge tonight", sources);
  ASSERT_EQ(far.verdict, Verdict::spliced);
  EXPECT_EQ(far.places[0].seams[0].kind, SeamKind::far_apart);
  EXPECT_EQ(slice(texts[0], far.places[0].pieces[1]), "guard the long bridge tonight");
}

}  // namespace
}  // namespace readout
