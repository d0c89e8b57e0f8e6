#include "readout/align/anchors.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdlib>

#include "readout/align/keys.h"

namespace readout {
namespace {

constexpr std::size_t kLookBack = 50;
constexpr std::uint32_t kRepeated = 0xFFFFFFFEu;

struct Seed {
  std::uint32_t a = 0;  // indices of words
  std::uint32_t b = 0;
  int weight = 0;
};

std::vector<std::uint32_t> words_of(std::span<const Unit> units) {
  std::vector<std::uint32_t> words;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (is_word(units[i].kind)) words.push_back(static_cast<std::uint32_t>(i));
  return words;
}

// The keys of all runs of `size` words; 0 for a single word that says too little to be an anchor.
std::vector<std::uint64_t> runs_of(std::span<const Unit> units, const std::vector<std::uint32_t>& words,
                                   std::size_t size) {
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    std::uint64_t key = size;
    for (std::size_t k = 0; k < size; ++k) key = join_keys(key, units[words[i + k]].stem);
    const Unit& unit = units[words[i]];
    keys.push_back(size == 1 && (unit.kind == UnitKind::function_word || unit.size < 4) ? 0 : key);
  }
  return keys;
}

KeyTable places_of(const std::vector<std::uint64_t>& keys) {
  KeyTable table(keys.size());
  for (std::uint32_t i = 0; i < keys.size(); ++i)
    if (keys[i] != 0 && table.add(keys[i], i) != i) table.set(keys[i], kRepeated);
  return table;
}

// What it costs to go on `shift` words off the diagonal; past some length every cut is as dear.
int shift_cost(std::uint32_t shift) {
  if (shift == 0) return 0;
  return static_cast<int>(std::min<std::uint32_t>(shift, 200)) / 4 + 2 * static_cast<int>(std::bit_width(shift));
}

}  // namespace

std::vector<UnitAnchor> find_anchors(std::span<const Unit> a, std::span<const Unit> b) {
  const std::vector<std::uint32_t> words_a = words_of(a);
  const std::vector<std::uint32_t> words_b = words_of(b);
  std::vector<Seed> seeds;
  for (std::size_t size = 1; size <= 3; ++size) {
    const std::vector<std::uint64_t> keys_a = runs_of(a, words_a, size);
    const std::vector<std::uint64_t> keys_b = runs_of(b, words_b, size);
    const KeyTable places_a = places_of(keys_a);
    const KeyTable places_b = places_of(keys_b);
    for (std::uint32_t i = 0; i < keys_a.size(); ++i) {
      if (keys_a[i] == 0 || places_a.find(keys_a[i]) != i) continue;
      const std::uint32_t j = places_b.find(keys_a[i]);
      if (j < kRepeated) seeds.push_back({i, j, static_cast<int>(size) * 8});
    }
  }
  std::sort(seeds.begin(), seeds.end(), [](const Seed& x, const Seed& y) {
    return x.a != y.a ? x.a < y.a : x.b != y.b ? x.b < y.b : x.weight > y.weight;
  });
  seeds.erase(
      std::unique(seeds.begin(), seeds.end(), [](const Seed& x, const Seed& y) { return x.a == y.a && x.b == y.b; }),
      seeds.end());

  std::vector<int> score(seeds.size());
  std::vector<std::size_t> before(seeds.size());
  std::size_t best = 0;
  for (std::size_t s = 0; s < seeds.size(); ++s) {
    score[s] = seeds[s].weight;
    before[s] = s;
    for (std::size_t t = s; t-- > 0 && s - t <= kLookBack;) {
      if (seeds[t].a >= seeds[s].a || seeds[t].b >= seeds[s].b) continue;
      const std::uint32_t step_a = seeds[s].a - seeds[t].a;
      const std::uint32_t step_b = seeds[s].b - seeds[t].b;
      const int value = score[t] + seeds[s].weight - shift_cost(step_a > step_b ? step_a - step_b : step_b - step_a);
      if (value > score[s]) score[s] = value, before[s] = t;
    }
    if (score[s] > score[best]) best = s;
  }
  std::vector<UnitAnchor> anchors;
  if (seeds.empty()) return anchors;
  for (std::size_t s = best;; s = before[s]) {
    anchors.push_back({words_a[seeds[s].a], words_b[seeds[s].b]});
    if (before[s] == s) break;
  }
  std::reverse(anchors.begin(), anchors.end());
  return anchors;
}

}  // namespace readout
