// Finding a passage by a short quotation: order of adding, ties, other words, and revised against independent.
#include "readout/statement/passages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "readout/align/keys.h"
#include "readout/statement/resemblance.h"

namespace readout {
namespace {

const std::vector<std::string> kPile = {
    "The lighthouse keeper counted nineteen herring boats before the fog closed the bay.",
    "No ferry will sail from Tormund on Sunday, the harbour office announced.",
    "She planted eleven cherry trees along the canal and watered them herself.",
    "The council voted to repair the old granary with stone from the northern quarry.",
    "He that is not with us is for them.",
    "Traders brought salt, copper and wool over the pass in early spring.",
};

std::vector<Unit> units_of(const std::string& text) {
  return make_units(text, make_span(0, text.size()));
}

PassageIndex index_of(const std::vector<std::size_t>& order) {
  PassageIndex index;
  for (const std::size_t i : order) index.add(static_cast<std::uint32_t>(i), form_key(kPile[i]), units_of(kPile[i]));
  return index;
}

std::uint32_t first_of(const std::string& query) {
  const std::vector<PassageHit> hits = index_of({0, 1, 2, 3, 4, 5}).find(units_of(query), 5);
  return hits.empty() ? 99 : hits.front().passage;
}

TEST(PassageIndex, FindsByPairsOfTellingWords) {
  EXPECT_EQ(first_of("He counted the boats, nineteen of them, as fog came into the bay"), 0u);
  EXPECT_EQ(first_of("cherry trees by a canal"), 2u);
  EXPECT_EQ(first_of("stone for repairing the granary"), 3u);
}

TEST(PassageIndex, FewTellingWordsGoByRunsOfAnyWords) {
  EXPECT_EQ(first_of("whoever is not with us"), 4u);
}

TEST(PassageIndex, NothingSharedFindsNothing) {
  EXPECT_EQ(first_of("Quantum lasers interfere"), 99u);
  EXPECT_EQ(first_of(""), 99u);
  EXPECT_TRUE(PassageIndex().find(units_of("boats"), 5).empty());
}

TEST(PassageIndex, OrderOfAddingDoesNotMatter) {
  const std::vector<Unit> query = units_of("The old boats brought copper and stone to the harbour on Sunday");
  const std::vector<PassageHit> hits = index_of({0, 1, 2, 3, 4, 5}).find(query, 5);
  ASSERT_GE(hits.size(), 3u);
  EXPECT_EQ(index_of({5, 3, 1, 4, 0, 2}).find(query, 5), hits);
}

TEST(PassageIndex, CommonKeysKeepTheSmallestDigests) {
  const std::vector<Unit> words = units_of("granary");
  const auto found = [&](bool forward) {
    PassageIndex index;
    constexpr auto kCount = static_cast<std::uint32_t>(PassageIndex::kMostPassages + 500);
    for (std::uint32_t i = 0; i < kCount; ++i) {
      const std::uint32_t number = forward ? i : kCount - 1 - i;
      index.add(number, number * 0x9e3779b97f4a7c15u, words);
    }
    return index.find(words, 2 * kCount);
  };
  const std::vector<PassageHit> hits = found(true);
  EXPECT_EQ(hits.size(), PassageIndex::kMostPassages);
  EXPECT_EQ(hits, found(false));
}

TEST(Resemblance, MeetsOtherWordsAndOrder) {
  const std::vector<Unit> passage = units_of(kPile[3]);
  const double near = resemblance(units_of("The council decided to mend the ancient granary"), passage);
  const double jumbled = resemblance(units_of("granary old the repair to voted council the"), passage);
  const double straight = resemblance(units_of("the council voted to repair the old granary"), passage);
  const double other = resemblance(units_of(kPile[1]), passage);
  EXPECT_GT(near, other + .2);
  EXPECT_GT(straight, jumbled + .02);
  EXPECT_NEAR(resemblance(passage, passage), 1, .1);
  EXPECT_EQ(resemblance({}, passage), 0);
}

TEST(SharedWording, RunsTellRevisionFromTranslation) {
  const std::vector<Unit> first = units_of("When evening fell they tied the boats to the old pier and went home.");
  const std::vector<Unit> revised = units_of("When evening came they tied the boats to the old pier and walked home.");
  const std::vector<Unit> anew =
      units_of("As it grew dark the boats were moored at the ancient pier, and home they went.");
  EXPECT_GT(shared_wording(first, revised), shared_wording(first, anew) + .3);
  EXPECT_EQ(shared_wording(first, revised), shared_wording(revised, first));
  EXPECT_EQ(shared_wording(first, first), 1);
  EXPECT_EQ(shared_wording(units_of("Boats."), units_of("boats")), 1);
  EXPECT_EQ(shared_wording({}, {}), 0);
}

}  // namespace
}  // namespace readout
