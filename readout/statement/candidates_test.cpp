#include "readout/statement/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace readout {
namespace {

// A pile in which some keys are so common that who keeps them is decided by rank.
std::vector<Sketched> pile(std::uint32_t seed, std::size_t size) {
  std::mt19937 random(seed);
  std::vector<Sketched> all(size);
  for (Sketched& one : all) {
    one.rank = static_cast<std::uint64_t>(random()) << 8;
    std::set<std::uint32_t> keys;
    for (int i = 0; i < 12; ++i) keys.insert(static_cast<std::uint32_t>(random() % 40) * 0x05000001u);
    for (int i = 0; i < 6; ++i) keys.insert(static_cast<std::uint32_t>(random() % 4000));
    one.keys.assign(keys.begin(), keys.end());
  }
  return all;
}

void sort_by_rank(std::vector<Sketched>& all) {
  std::ranges::sort(all, {}, &Sketched::rank);
}

using Links = std::set<std::pair<std::uint64_t, std::uint64_t>>;

// What a record does: links of whoever moved are dropped and found again.
void follow(std::vector<Sketched> all, const std::set<std::uint64_t>& fresh, const std::vector<Sketched>& gone,
            Links& links) {
  sort_by_rank(all);
  std::vector<std::uint32_t> came;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (fresh.contains(all[i].rank)) came.push_back(i);
  const std::vector<std::uint32_t> again = find_moved(all, came, gone);
  std::set<std::uint64_t> dropped;
  for (const std::uint32_t i : again) dropped.insert(all[i].rank);
  for (const Sketched& one : gone) dropped.insert(one.rank);
  std::erase_if(links, [&](const auto& link) { return dropped.contains(link.first) || dropped.contains(link.second); });
  for (const CandidatePair pair : find_candidates(all, again)) links.emplace(all[pair.a].rank, all[pair.b].rank);
}

Links at_once(std::vector<Sketched> all) {
  Links links;
  std::set<std::uint64_t> fresh;
  for (const Sketched& one : all) fresh.insert(one.rank);
  follow(std::move(all), fresh, {}, links);
  return links;
}

TEST(Candidates, InPartsAndInAnyOrderAreThoseAtOnce) {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    std::vector<Sketched> all = pile(seed, 120);
    const Links whole = at_once(all);
    ASSERT_GT(whole.size(), 50u);
    std::mt19937 random(seed);
    std::shuffle(all.begin(), all.end(), random);
    Links links;
    std::vector<Sketched> there;
    while (there.size() < all.size()) {
      std::set<std::uint64_t> fresh;
      const std::size_t part = std::min(all.size() - there.size(), std::size_t{1} + random() % 30);
      for (std::size_t i = 0; i < part; ++i) {
        there.push_back(all[there.size()]);
        fresh.insert(there.back().rank);
      }
      follow(there, fresh, {}, links);
    }
    EXPECT_EQ(links, whole) << "seed " << seed;
  }
}

TEST(Candidates, WhatWentLeavesWhatWouldHaveBeen) {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    std::vector<Sketched> all = pile(seed, 120);
    Links links = at_once(all);
    const std::vector<Sketched> gone(all.begin(), all.begin() + 15);
    std::vector<Sketched> rest(all.begin() + 15, all.end());
    const Links whole = at_once(rest);
    follow(rest, {}, gone, links);
    EXPECT_EQ(links, whole) << "seed " << seed;
  }
}

TEST(Candidates, OneRunIsEnoughAndOnePairIsNot) {
  const std::vector<Sketched> all = {{1, {2, 11}}, {2, {11}}, {3, {2}}};
  const std::vector<std::uint32_t> again = {0, 1, 2};
  EXPECT_EQ(find_candidates(all, again), (std::vector<CandidatePair>{{0, 1}}));
}

}  // namespace
}  // namespace readout
