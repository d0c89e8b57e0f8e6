#include "readout/statement/resemblance.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "readout/align/keys.h"
#include "readout/align/likeness.h"
#include "readout/statement/rarity.h"

namespace readout {
namespace {

constexpr double kOfQuery = .6;
constexpr double kOfPassage = .4;
constexpr double kOfOrder = .225;    // at most: all words met in the query's order
constexpr double kOfRelated = .4;    // words that only keep the same company
constexpr double kForNextWord = .1;  // of a grade, where the word before met a neighbour
constexpr std::ptrdiff_t kNear = 2;  // words between two that stand in order
constexpr double kEveryWord = 4;     // weight of a word that tells nothing
constexpr double kForRarity = .5;
constexpr int kMostOfName = 10;

struct Weighed {
  const Unit* unit = nullptr;
  double weight = 0;
};

std::vector<Weighed> weigh(std::span<const Unit> units) {
  std::vector<Weighed> out;
  for (const Unit& unit : units) {
    if (!is_word(unit.kind)) continue;
    const int rarity = rarity_of(unit);
    out.push_back(
        {&unit, kEveryWord + kForRarity * (unit.kind == UnitKind::name ? std::min(rarity, kMostOfName) : rarity)});
  }
  return out;
}

double sum_of(const std::vector<Weighed>& words) {
  double sum = 0;
  for (const Weighed& word : words) sum += word.weight;
  return sum;
}

double grade_of(const Unit& a, const Unit& b) {
  const Likeness alike = likeness(a, b);
  const bool related = alike.kind == Alike::related || alike.kind == Alike::opposite;
  return (related ? kOfRelated : 1) * alike.grade / 100;
}

// Sorted keys of all runs of `size` words.
std::vector<std::uint64_t> runs_of(const std::vector<Weighed>& words, std::size_t size) {
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    std::uint64_t key = size;
    for (std::size_t k = 0; k < size; ++k) key = join_keys(key, words[i + k].unit->spelling);
    keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

// How many keys both have, each as often as both have it.
std::size_t count_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j])
      ++count, ++i, ++j;
    else if (a[i] < b[j])
      ++i;
    else
      ++j;
  }
  return count;
}

}  // namespace

double resemblance(std::span<const Unit> query, std::span<const Unit> passage) {
  const std::vector<Weighed> asked = weigh(query);
  const std::vector<Weighed> given = weigh(passage);
  if (asked.empty() || given.empty()) return 0;
  std::vector<double> used(given.size(), 0);
  double found = 0;
  double in_order = 0;
  std::ptrdiff_t last = -1;
  double last_grade = 0;
  for (const Weighed& word : asked) {
    double best = 0;
    std::ptrdiff_t at = -1;
    for (std::size_t j = 0; j < given.size(); ++j) {
      const double grade = grade_of(*word.unit, *given[j].unit);
      if (grade <= 0) continue;
      used[j] = std::max(used[j], grade);
      const auto here = static_cast<std::ptrdiff_t>(j);
      const double value = grade + (last >= 0 && std::abs(here - last - 1) <= kNear + 1 ? kForNextWord : 0);
      if (value > best) best = value, at = here;
    }
    const double grade = std::min(best, 1.0);
    found += word.weight * grade;
    if (last >= 0 && at >= 0 && at > last && at - last <= kNear) in_order += word.weight * std::min(grade, last_grade);
    last = at;
    last_grade = grade;
  }
  double taken = 0;
  for (std::size_t j = 0; j < given.size(); ++j) taken += given[j].weight * used[j];
  const double whole = sum_of(asked);
  return (kOfQuery * found / whole + kOfPassage * taken / sum_of(given) + kOfOrder * in_order / whole) /
         (kOfQuery + kOfPassage + kOfOrder);
}

double shared_wording(std::span<const Unit> a, std::span<const Unit> b) {
  const std::vector<Weighed> words_a = weigh(a);
  const std::vector<Weighed> words_b = weigh(b);
  double sum = 0;
  int count = 0;
  for (std::size_t size = 2; size <= 4; ++size) {
    const std::vector<std::uint64_t> runs_a = runs_of(words_a, size);
    const std::vector<std::uint64_t> runs_b = runs_of(words_b, size);
    if (runs_a.empty() && runs_b.empty()) continue;
    sum += 2.0 * static_cast<double>(count_common(runs_a, runs_b)) / static_cast<double>(runs_a.size() + runs_b.size());
    ++count;
  }
  if (count > 0) return sum / count;
  return words_a.size() == 1 && words_b.size() == 1 && words_a[0].unit->spelling == words_b[0].unit->spelling ? 1 : 0;
}

}  // namespace readout
