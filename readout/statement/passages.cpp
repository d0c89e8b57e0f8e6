#include "readout/statement/passages.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "readout/statement/rarity.h"

namespace readout {
namespace {

constexpr std::size_t kPairReach = 4;  // telling words
constexpr int kMostOfName = 10;        // a name is rare by nature; it tells less than a rare word
constexpr std::uint32_t kOfWord = 5;   // a word weighs so many times its rarity, a pair the sum of two
constexpr std::uint32_t kOfRun = 30;
constexpr std::size_t kFewTelling = 3;
constexpr std::uint64_t kPrior = 2'000;  // so much weight is added to all passages before length counts

struct Term {
  std::uint64_t key = 0;
  std::uint32_t weight = 0;
};

struct Telling {
  std::uint64_t key = 0;
  std::uint32_t rarity = 0;
};

std::vector<Telling> telling_words(std::span<const Unit> units) {
  std::vector<Telling> out;
  for (const Unit& unit : units) {
    const int rarity = rarity_of(unit);
    if (rarity < 1) continue;
    out.push_back({meeting_key(unit),
                   static_cast<std::uint32_t>(unit.kind == UnitKind::name ? std::min(rarity, kMostOfName) : rarity)});
  }
  return out;
}

void add_runs(std::span<const Unit> units, std::vector<Term>& terms) {
  constexpr std::size_t kRun = 3;
  std::vector<std::uint64_t> words;
  for (const Unit& unit : units)
    if (is_word(unit.kind)) words.push_back(unit.spelling);
  for (std::size_t i = 0; i + kRun <= words.size(); ++i)
    terms.push_back({join_keys(join_keys(join_keys(kRun, words[i]), words[i + 1]), words[i + 2]), kOfRun});
}

// Sorted by key, without repetition; of two alike the heavier.
std::vector<Term> terms_of(std::span<const Unit> units) {
  const std::vector<Telling> words = telling_words(units);
  std::vector<Term> terms;
  for (std::size_t i = 0; i < words.size(); ++i) {
    terms.push_back({words[i].key, kOfWord * words[i].rarity});
    for (std::size_t j = i + 1; j < words.size() && j <= i + kPairReach; ++j) {
      const auto [low, high] = std::minmax(words[i].key, words[j].key);
      if (low != high) terms.push_back({join_keys(low, high), words[i].rarity + words[j].rarity});
    }
  }
  if (words.size() < kFewTelling) add_runs(units, terms);
  std::sort(terms.begin(), terms.end(),
            [](const Term& x, const Term& y) { return x.key != y.key ? x.key < y.key : x.weight > y.weight; });
  terms.erase(std::unique(terms.begin(), terms.end(), [](const Term& x, const Term& y) { return x.key == y.key; }),
              terms.end());
  return terms;
}

}  // namespace

bool PassageIndex::comes_before(std::uint32_t x, std::uint32_t y) const {
  const Passage& one = passages_[x];
  const Passage& other = passages_[y];
  return std::tie(one.digest, one.number) < std::tie(other.digest, other.number);
}

void PassageIndex::add(std::uint32_t passage, std::uint64_t digest, std::span<const Unit> units) {
  const auto index = static_cast<std::uint32_t>(passages_.size());
  passages_.push_back({passage, 0, digest});
  const auto before = [this](std::uint32_t x, std::uint32_t y) { return comes_before(x, y); };
  for (const Term& term : terms_of(units)) {
    passages_.back().weight += term.weight;
    const std::uint32_t number = keys_.add(term.key, static_cast<std::uint32_t>(postings_.size()));
    if (number == postings_.size()) postings_.emplace_back();
    std::vector<std::uint32_t>& list = postings_[number];
    list.push_back(index);
    if (list.size() < kMostPassages) continue;
    if (list.size() == kMostPassages) {
      std::make_heap(list.begin(), list.end(), before);
      continue;
    }
    std::push_heap(list.begin(), list.end(), before);
    std::pop_heap(list.begin(), list.end(), before);
    list.pop_back();
  }
}

std::vector<PassageHit> PassageIndex::find(std::span<const Unit> query, std::size_t most) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> met;  // index of a passage, weight
  for (const Term& term : terms_of(query)) {
    const std::uint32_t number = keys_.find(term.key);
    if (number == KeyTable::kAbsent) continue;
    for (const std::uint32_t index : postings_[number]) met.emplace_back(index, term.weight);
  }
  std::sort(met.begin(), met.end());
  std::vector<PassageHit> hits;  // of indices, until the end
  for (std::size_t i = 0; i < met.size();) {
    const std::uint32_t index = met[i].first;
    std::uint64_t sum = 0;
    for (; i < met.size() && met[i].first == index; ++i) sum += met[i].second;
    hits.push_back({index, static_cast<std::uint32_t>(sum * 1'000'000 / (kPrior + passages_[index].weight))});
  }
  const std::size_t kept = std::min(most, hits.size());
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(),
                    [this](const PassageHit& x, const PassageHit& y) {
                      return x.score != y.score ? x.score > y.score : comes_before(x.passage, y.passage);
                    });
  hits.resize(kept);
  for (PassageHit& hit : hits) hit.passage = passages_[hit.passage].number;
  return hits;
}

}  // namespace readout
