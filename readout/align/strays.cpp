#include "readout/align/strays.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "readout/align/keys.h"

namespace readout {
namespace {

// In function words; a content word counts two.
constexpr int kEnough = 8;
constexpr int kShareOfLonger = 20;   // per cent of the links of the one that has more
constexpr int kShareOfShorter = 60;  // per cent of the links of the other

bool ends_sentence(const Unit& unit) {
  if (unit.kind != UnitKind::punctuation) return false;
  for (const char* mark : {".", ";", ":", "?", "!"})
    if (unit.exact == form_key(mark)) return true;
  return false;
}

std::vector<std::uint32_t> number_sentences(std::span<const Unit> units) {
  std::vector<std::uint32_t> out(units.size());
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    out[i] = number;
    if (ends_sentence(units[i])) ++number;
  }
  return out;
}

int weigh(const Unit& unit) {
  return is_word(unit.kind) && unit.kind != UnitKind::function_word ? 2 : 1;
}

}  // namespace

std::vector<bool> find_strays(std::span<const Unit> a, std::span<const Unit> b, std::span<const WordLink> links) {
  std::vector<bool> strays(links.size(), false);
  if (links.empty()) return strays;
  const std::vector<std::uint32_t> of_a = number_sentences(a);
  const std::vector<std::uint32_t> of_b = number_sentences(b);
  if (of_a.back() == 0 && of_b.back() == 0) return strays;
  const auto key_of = [&](const WordLink& link) {
    return (static_cast<std::uint64_t>(of_a[link.a]) << 32) | of_b[link.b];
  };

  std::vector<int> in_a(of_a.back() + 1);
  std::vector<int> in_b(of_b.back() + 1);
  std::vector<std::pair<std::uint64_t, int>> together;  // two sentences, and the weight of their links
  together.reserve(links.size());
  for (const WordLink& link : links) {
    const int weight = std::min(weigh(a[link.a]), weigh(b[link.b]));
    in_a[of_a[link.a]] += weight;
    in_b[of_b[link.b]] += weight;
    together.emplace_back(key_of(link), weight);
  }
  std::sort(together.begin(), together.end());
  std::size_t count = 0;
  for (const auto& [key, weight] : together) {
    if (count > 0 && together[count - 1].first == key)
      together[count - 1].second += weight;
    else
      together[count++] = {key, weight};
  }
  together.resize(count);

  for (std::size_t i = 0; i < links.size(); ++i) {
    const int here = std::lower_bound(together.begin(), together.end(), std::pair(key_of(links[i]), 0))->second;
    const auto [part, whole] = std::minmax(in_a[of_a[links[i].a]], in_b[of_b[links[i].b]]);
    strays[i] = here < kEnough && here * 100 < kShareOfLonger * whole && here * 100 < kShareOfShorter * part;
  }
  return strays;
}

}  // namespace readout
