#include "readout/statement/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "readout/statement/sketch.h"

namespace readout {
namespace {

// A pile in which some keys are so common that who keeps them is decided by rank.
std::vector<Sketched> pile(std::uint32_t seed, std::size_t size) {
  std::mt19937 random(seed);
  std::vector<Sketched> all(size);
  for (Sketched& one : all) {
    one.rank = static_cast<std::uint64_t>(random()) << 8;
    std::set<std::uint32_t> keys;
    for (int i = 0; i < 4; ++i) keys.insert(static_cast<std::uint32_t>(random() % 60) * 0x04000002u);
    if (random() % 3 == 0) keys.insert(static_cast<std::uint32_t>(random() % 12) * 0x05000002u + 1);
    for (int i = 0; i < 6; ++i) keys.insert(static_cast<std::uint32_t>(random() % 4000));
    one.keys.assign(keys.begin(), keys.end());
  }
  return all;
}

std::vector<std::uint64_t> ranks_of(const std::vector<Sketched>& documents) {
  std::vector<std::uint64_t> ranks;
  for (const Sketched& one : documents) ranks.push_back(one.rank);
  std::ranges::sort(ranks);
  return ranks;
}

Candidates at_once(const std::vector<Sketched>& all) {
  const PostingTable table(all);
  const auto keys_of = [&](std::uint64_t rank) { return std::ranges::find(all, rank, &Sketched::rank)->keys; };
  const auto nobody = [](std::uint64_t) { return std::vector<std::uint64_t>(); };
  return find_candidates({ranks_of(all), {}}, {table.reader(), keys_of, nobody});
}

using Pairs = std::set<CandidatePair>;

// The definition, word for word.
Pairs expected(const std::vector<Sketched>& all) {
  std::map<std::uint32_t, std::vector<std::uint64_t>> postings;
  for (const Sketched& one : all)
    for (const std::uint32_t key : one.keys) postings[key].push_back(one.rank);
  std::map<CandidatePair, std::uint32_t> weights;
  for (auto& [key, ranks] : postings) {
    std::ranges::sort(ranks);
    const std::size_t kept = ranks.size() <= kFew ? ranks.size() : is_run(key) ? kRunKeepers : kPairKeepers;
    for (std::size_t i = 0; i < kept; ++i)
      for (std::size_t k = i + 1; k < ranks.size(); ++k) weights[{ranks[i], ranks[k]}] += is_run(key) ? kRunWeight : 1;
  }
  Pairs pairs;
  for (const auto& [pair, weight] : weights)
    if (weight >= kEnough) pairs.insert(pair);
  return pairs;
}

// What a record does.
void follow(const std::vector<Sketched>& there, const std::vector<Sketched>& fresh, const std::vector<Sketched>& gone,
            Pairs& pairs) {
  for (const Sketched& one : gone)
    std::erase_if(pairs, [&](const CandidatePair& pair) { return pair.a == one.rank || pair.b == one.rank; });
  const PostingTable table(there);
  const auto partners_of = [&](std::uint64_t rank) {
    std::vector<std::uint64_t> partners;
    for (const CandidatePair& pair : pairs)
      if (pair.a == rank) partners.push_back(pair.b);
    return partners;
  };
  const auto keys_of = [&](std::uint64_t rank) { return std::ranges::find(there, rank, &Sketched::rank)->keys; };
  const PileView view{table.reader(), keys_of, partners_of};
  const Candidates found = find_candidates({ranks_of(fresh), gone}, view);
  pairs.insert(found.pairs.begin(), found.pairs.end());
  const std::vector<bool> are = are_candidates(found.doubtful, view);
  for (std::size_t i = 0; i < are.size(); ++i) {
    if (are[i])
      pairs.insert(found.doubtful[i]);
    else
      pairs.erase(found.doubtful[i]);
  }
}

TEST(Candidates, InPartsInAnyOrderAndWithRemovalAreThoseOfTheDefinition) {
  std::size_t doubtful = 0;
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    std::vector<Sketched> all = pile(seed, 150);
    std::mt19937 random(seed);
    std::shuffle(all.begin(), all.end(), random);
    Pairs pairs;
    std::vector<Sketched> there;
    std::size_t next = 0;
    while (next < all.size()) {
      std::vector<Sketched> gone;
      const std::size_t leave = there.size() > 40 ? random() % 12 : 0;
      for (std::size_t i = 0; i < leave; ++i) {
        const std::size_t at = random() % there.size();
        gone.push_back(there[at]);
        there.erase(there.begin() + static_cast<std::ptrdiff_t>(at));
      }
      std::vector<Sketched> fresh;
      for (std::size_t part = random() % 30; part > 0 && next < all.size(); --part) fresh.push_back(all[next++]);
      // Read anew: the same rank goes and comes, with other keys.
      if (!gone.empty() && random() % 3 == 0) {
        fresh.push_back(gone.front());
        fresh.back().keys.resize(fresh.back().keys.size() / 2);
      }
      there.insert(there.end(), fresh.begin(), fresh.end());
      const Pairs before = pairs;
      follow(there, fresh, gone, pairs);
      const Pairs whole = expected(there);
      ASSERT_EQ(pairs, whole) << "seed " << seed << ", " << there.size() << " documents";
      for (const CandidatePair& pair : before) doubtful += whole.contains(pair) ? 0u : 1u;
    }
    ASSERT_GT(pairs.size(), 20u);
  }
  EXPECT_GT(doubtful, 100u) << "no keeper ever lost its place: the test tries nothing";
}

TEST(Candidates, ManyCopiesMakeFewPairs) {
  std::vector<Sketched> all(200);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = {i + 1, {3, 5, 7}};
  const Candidates found = at_once(all);
  EXPECT_LE(found.pairs.size(), kRunKeepers * all.size());
  std::set<std::uint64_t> met;
  for (const CandidatePair& pair : found.pairs) met.insert({pair.a, pair.b});
  EXPECT_EQ(met.size(), all.size());
  EXPECT_TRUE(found.doubtful.empty());
}

TEST(Candidates, OneRunIsEnoughAndOnePairIsNot) {
  const std::vector<Sketched> all = {{1, {2, 11}}, {2, {11}}, {3, {2}}};
  EXPECT_EQ(at_once(all).pairs, (std::vector<CandidatePair>{{1, 2}}));
}

}  // namespace
}  // namespace readout
