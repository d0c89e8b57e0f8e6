#include "readout/verify/rewording.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "readout/align/likeness.h"
#include "readout/align/units.h"
#include "readout/statement/rarity.h"
#include "readout/text/characters.h"
#include "readout/verify/difference_words.h"
#include "readout/verify/words.h"

namespace readout {
namespace {

constexpr double kLeastCovered = 0.5;
constexpr double kLeastTogether = 1.1;
constexpr std::size_t kLeastAsked = 3;  // words that say something
constexpr double kScrambled = 0.9;      // share of the quotation's words
constexpr double kMet = 0.5;
constexpr int kLeastCompany = 40;  // hundredths

double weight_of(const Unit& unit) {
  if (!is_word(unit.kind)) return 0;
  return rarity_of(unit);
}

double meeting(const Unit& a, const Unit& b) {
  const Likeness alike = likeness(a, b);
  if (english_difference_words().are_synonyms(a, b)) return 0.9;
  switch (alike.kind) {
    case Alike::same:
    case Alike::letter_case:
    case Alike::spelling:
    case Alike::value:
    case Alike::name:
    case Alike::stem:
      return 1.0;
    case Alike::synonym:
      return 0.9;
    case Alike::opposite:
      return 0.6;
    case Alike::derived:
      return 0.7;
    case Alike::related:
      return alike.grade >= kLeastCompany ? static_cast<double>(alike.grade) / 100.0 : 0.0;
    default:
      return 0.0;
  }
}

// Where a quotation opens or closes, another voice goes on.
bool has_marks(std::string_view text, const std::vector<FoldedWord>& words, std::size_t i) {
  for (std::size_t k = words[i].span.end; k < words[i + 1].span.begin; k += code_point_at(text, k).size) {
    const char32_t c = code_point_at(text, k).value;
    if (c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB) return true;
  }
  return false;
}

// The same words in an order of their own.
bool holds_all_words(std::string_view quote, std::string_view passage) {
  std::vector<std::uint64_t> there;
  for (const FoldedWord& word : fold_into_words(passage)) there.push_back(word.key);
  std::ranges::sort(there);
  std::size_t held = 0;
  std::vector<std::uint64_t> asked;
  for (const FoldedWord& word : fold_into_words(quote)) asked.push_back(word.key);
  std::ranges::sort(asked);
  for (std::size_t i = 0, k = 0; i < asked.size(); ++i) {
    while (k < there.size() && there[k] < asked[i]) ++k;
    if (k < there.size() && there[k] == asked[i]) {
      ++held;
      ++k;
    }
  }
  return static_cast<double>(held) >= kScrambled * static_cast<double>(asked.size());
}

}  // namespace

Rewording find_rewording(std::string_view quote, std::string_view text) {
  std::vector<Unit> asked = make_units(quote, make_span(0, quote.size()));
  std::erase_if(asked, [](const Unit& unit) { return weight_of(unit) <= 0; });
  const std::vector<Unit> units = make_units(text, make_span(0, text.size()));
  double whole = 0;
  for (const Unit& unit : asked) whole += weight_of(unit);
  if (asked.size() < kLeastAsked) return {};
  // Sentences as ranges of units.
  const std::vector<FoldedWord> words = fold_into_words(text);
  std::vector<std::size_t> ends;
  for (std::size_t i = 0, unit = 0; i < words.size(); ++i) {
    if (i + 1 < words.size() && !sentence_ends_after(text, words, i) && !has_marks(text, words, i)) continue;
    while (unit < units.size() && units[unit].span.begin < words[i].span.end) ++unit;
    if (ends.empty() || unit > ends.back()) ends.push_back(unit);
  }
  std::vector<std::vector<double>> met(asked.size(), std::vector<double>(ends.size()));
  std::vector<double> answered(ends.size());
  std::vector<double> weights(ends.size());
  for (std::size_t s = 0, unit = 0; s < ends.size(); ++s) {
    for (; unit < ends[s]; ++unit) {
      const double weight = weight_of(units[unit]);
      if (weight <= 0) continue;
      double best = 0;
      for (std::size_t q = 0; q < asked.size(); ++q) {
        const double grade = meeting(asked[q], units[unit]);
        met[q][s] = std::max(met[q][s], grade);
        best = std::max(best, grade);
      }
      weights[s] += weight;
      answered[s] += best * weight;
    }
  }
  Rewording out;
  double most = 0;
  for (std::size_t first = 0; first < ends.size(); ++first) {
    for (std::size_t last = first; last < std::min(first + 2, ends.size()); ++last) {
      double covered = 0;
      std::size_t words_met = 0;
      for (std::size_t q = 0; q < asked.size(); ++q) {
        const double grade = last == first ? met[q][first] : std::max(met[q][first], met[q][last]);
        covered += grade * weight_of(asked[q]);
        words_met += grade >= kMet ? 1 : 0;
      }
      double weight = weights[first];
      double held = answered[first];
      if (last > first) {
        weight += weights[last];
        held += answered[last];
      }
      if (weight <= 0) continue;
      const double score = std::sqrt(covered / whole * held / weight);
      if (score <= most) continue;
      most = score;
      const std::size_t begin = first == 0 ? 0 : ends[first - 1];
      out = {{units[begin].span.begin, units[ends[last] - 1].span.end},
             covered / whole,
             held / weight,
             static_cast<double>(words_met) / static_cast<double>(asked.size())};
    }
  }
  return out;
}

std::vector<Place> find_reworded(std::string_view quote, std::span<const SourceText> texts,
                                 std::span<const std::size_t> candidates) {
  std::vector<std::pair<double, Place>> found;
  for (const std::size_t text : candidates) {
    const Rewording rewording = find_rewording(quote, texts[text].text);
    if (!is_rewording(rewording)) continue;
    Place place;
    place.text = text;
    place.verdict = Verdict::reworded;
    place.pieces.push_back(rewording.span);
    if (holds_all_words(quote, slice(texts[text].text, rewording.span))) {
      place.verdict = Verdict::altered;
      place.differences.push_back({DifferenceType::order, make_span(0, quote.size()), rewording.span, true});
    }
    found.emplace_back(rewording.covered + rewording.held, std::move(place));
  }
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Place> places;
  for (auto& [score, place] : found) places.push_back(std::move(place));
  return places;
}

bool is_rewording(const Rewording& rewording) {
  return rewording.covered >= kLeastCovered && rewording.covered + rewording.held >= kLeastTogether;
}

}  // namespace readout
