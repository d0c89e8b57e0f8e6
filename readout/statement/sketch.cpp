#include "readout/statement/sketch.h"

#include <algorithm>

#include "readout/align/keys.h"
#include "readout/statement/rarity.h"

namespace readout {
namespace {

// What a run must weigh to be a key: five function words in a row meet everywhere.
constexpr int kRunWeight = 16;
constexpr int kTellingWord = 7;

std::uint32_t shorten(std::uint64_t key, bool run) {
  key = join_keys(key, run ? 0x52554e : 0x50414952);
  return (static_cast<std::uint32_t>(key ^ (key >> 32)) & ~1u) | (run ? 1u : 0u);
}

struct Run {
  std::uint32_t key = 0;  // 0: weighs too little
};

std::vector<Run> runs_of(std::span<const Unit> units) {
  std::vector<std::uint64_t> words;
  std::vector<int> weights;
  for (const Unit& unit : units) {
    if (!is_word(unit.kind)) continue;
    words.push_back(unit.spelling != 0 ? unit.spelling : unit.folded);
    weights.push_back(rarity_of(unit));
  }
  std::vector<Run> runs;
  for (std::size_t i = 0; i + kRunWords <= words.size(); ++i) {
    std::uint64_t key = 1;
    int weight = 0;
    for (std::size_t k = i; k < i + kRunWords; ++k) {
      key = join_keys(key, words[k]);
      weight += weights[k];
    }
    runs.push_back({weight < kRunWeight ? 0 : shorten(key, true)});
  }
  return runs;
}

void winnow(std::span<const Run> runs, std::vector<std::uint32_t>& keys) {
  for (std::size_t i = 0; i + kWindow <= runs.size(); ++i) {
    std::uint32_t least = 0;
    for (std::size_t k = i; k < i + kWindow; ++k)
      if (runs[k].key != 0 && (least == 0 || runs[k].key < least)) least = runs[k].key;
    if (least != 0 && (keys.empty() || keys.back() != least)) keys.push_back(least);
  }
}

}  // namespace

std::vector<PairKey> pairs_of(std::span<const Unit> units) {
  struct Word {
    std::uint64_t key = 0;
    int weight = 0;
  };
  std::vector<Word> words;
  for (const Unit& unit : units) {
    const int rarity = rarity_of(unit);
    if (rarity >= kTellingWord || unit.value != 0) words.push_back({meeting_key(unit), std::max(rarity, 6)});
  }
  std::vector<PairKey> pairs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t k = i + 1; k < words.size() && k <= i + kPairReach; ++k) {
      const auto [low, high] = std::minmax(words[i].key, words[k].key);
      if (low != high) pairs.push_back({shorten(join_keys(low, high), false), words[i].weight + words[k].weight});
    }
  }
  std::ranges::sort(pairs, [](const PairKey& a, const PairKey& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
  });
  const auto last = std::ranges::unique(pairs, {}, &PairKey::key);
  pairs.erase(last.begin(), last.end());
  return pairs;
}

std::vector<std::uint32_t> sketch(std::span<const Unit> text_units, std::span<const std::span<const Unit>> passages) {
  std::vector<std::uint32_t> keys;
  winnow(runs_of(text_units), keys);
  for (const std::span<const Unit> passage : passages) {
    for (const Run run : runs_of(passage))
      if (run.key != 0) keys.push_back(run.key);
    const std::vector<PairKey> pairs = pairs_of(passage);
    for (std::size_t i = 0; i < std::min(pairs.size(), kPairsPerPassage); ++i) keys.push_back(pairs[i].key);
  }
  std::ranges::sort(keys);
  const auto last = std::ranges::unique(keys);
  keys.erase(last.begin(), last.end());
  return keys;
}

}  // namespace readout
