// Made collations: in every order, and by the million.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "readout/collation/collation.h"
#include "tools/score_collation.h"

namespace readout::score {
namespace {

using Witnesses = std::vector<std::vector<Unit>>;

constexpr std::string_view kWords =
    "the The of and a to in is was were will would not never no ten 10 two twenty July Monday Marlow Marlowe Harbour "
    "harbour pier piers old ancient closed shut closes open opened minister ministers envoy talks negotiations said "
    "says "
    "he she they it its colour color agree agreed 's , . ; : ! ? ( ) [ ] “ ” \" … - — 1,000 3.5 % Kiev Kyiv ";

std::vector<Unit> pool() {
  return make_units(kWords, make_span(0, kWords.size()));
}

// Versions of one made text: words cut, put in, replaced, doubled, stretches moved; now and then another text, or none.
class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed), pool_(pool()) {}

  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

  Witnesses make(std::size_t most_words, std::size_t least, std::size_t most) {
    const std::size_t count = least + below(most - least + 1);
    const std::size_t kinds = 2 + below(pool_.size() - 1);  // few different words make many repeats
    std::vector<Unit> base = text(below(most_words + 1), kinds);
    Witnesses out;
    for (std::size_t w = 0; w < count; ++w) {
      switch (below(12)) {
        case 0:
          out.emplace_back();
          break;
        case 1:
          out.push_back(text(below(most_words + 1), kinds));
          break;
        case 2:
          out.push_back(base);
          break;
        default:
          out.push_back(version(out.empty() || below(3) == 0 ? base : out[below(out.size())], kinds));
      }
    }
    return out;
  }

 private:
  std::vector<Unit> text(std::size_t words, std::size_t kinds) {
    std::vector<Unit> out;
    for (std::size_t i = 0; i < words; ++i) out.push_back(pool_[below(kinds)]);
    return out;
  }

  std::vector<Unit> version(std::vector<Unit> words, std::size_t kinds) {
    for (std::size_t edits = below(5); edits > 0 && !words.empty(); --edits) {
      const auto at = words.begin() + static_cast<std::ptrdiff_t>(below(words.size()));
      const auto end = at + static_cast<std::ptrdiff_t>(
                                below(std::min<std::size_t>(static_cast<std::size_t>(words.end() - at), 5) + 1));
      switch (below(4)) {
        case 0:
          words.erase(at, end);
          break;
        case 1:
          words.insert(at, pool_[below(kinds)]);
          break;
        case 2:
          *at = pool_[below(kinds)];
          break;
        default:
          std::rotate(words.begin(), at, end);
      }
    }
    return words;
  }

  std::mt19937_64 random_;
  std::vector<Unit> pool_;
};

bool is_whole(const Collation& table, const Witnesses& witnesses) {
  std::vector<std::uint32_t> next(witnesses.size(), 0);
  for (std::size_t c = 0; c < table.columns(); ++c)
    for (std::size_t w = 0; w < witnesses.size(); ++w)
      if (table.at(c, w) != kNoUnit && table.at(c, w) != next[w]++) return false;
  for (std::size_t w = 0; w < witnesses.size(); ++w)
    if (next[w] != witnesses[w].size()) return false;
  return true;
}

// Whether `other` is `table` with its rows in the order given.
bool is_reordered(const Collation& other, const Collation& table, const std::vector<std::size_t>& order) {
  if (other.columns() != table.columns()) return false;
  for (std::size_t c = 0; c < table.columns(); ++c)
    for (std::size_t w = 0; w < order.size(); ++w)
      if (other.at(c, w) != table.at(c, order[w])) return false;
  return true;
}

}  // namespace

bool score_orders() {
  constexpr int kCollations = 50;
  constexpr int kMostOrders = 24;
  Maker maker(20270503);
  std::uint64_t orders = 0, different = 0;
  int collations_different = 0;
  for (int n = 0; n < kCollations; ++n) {
    const Witnesses witnesses = maker.make(60, 3, 7);
    const Collation table = collate(witnesses);
    std::vector<std::size_t> order(witnesses.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::uint64_t here = 0;
    for (int tries = 0; tries < kMostOrders; ++tries) {
      // All orders of up to four witnesses; of more, orders drawn at random.
      if (witnesses.size() <= 4) {
        if (tries > 0 && !std::ranges::next_permutation(order).found) break;
      } else {
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[maker.below(i)]);
      }
      Witnesses other;
      for (const std::size_t w : order) other.push_back(witnesses[w]);
      ++orders;
      here += is_reordered(collate(other), table, order) ? 0 : 1;
    }
    different += here;
    collations_different += here > 0 ? 1 : 0;
  }
  fmt::print("witness order: {} collations in {} orders, another table in {} ({} collations)\n", kCollations, orders,
             different, collations_different);
  return different == 0;
}

bool score_losses(std::uint64_t runs) {
  Maker maker(1);
  std::uint64_t broken = 0, tokens = 0, empty = 0;
  for (std::uint64_t n = 0; n < runs; ++n) {
    // Most are small, where the odd shapes are; one in a thousand is long enough for anchors.
    const Witnesses witnesses = n % 1000 == 999 ? maker.make(400, 2, 5) : maker.make(14, 1, 6);
    for (const auto& witness : witnesses) {
      tokens += witness.size();
      empty += witness.empty() ? 1 : 0;
    }
    broken += is_whole(collate(witnesses), witnesses) ? 0 : 1;
  }
  fmt::print("made collations: {}, {} tokens, {} empty witnesses; {} collations with a token lost, doubled or moved\n",
             runs, tokens, empty, broken);
  return broken == 0;
}

}  // namespace readout::score
