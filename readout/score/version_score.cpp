#include "readout/score/version_score.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace readout {
namespace {

enum class Wanted { joined, omitted, apart, also_said, any };

Wanted wanted(const KeyVersion& pair) {
  static constexpr std::array<std::string_view, 5> kApart = {"related-not-same", "contradiction-candidate",
                                                             "same-event", "gloss-not-statement", "not-related"};
  if (pair.relation == "omitted" || !pair.b) return Wanted::omitted;
  if (std::ranges::find(kApart, pair.relation) != kApart.end()) return Wanted::apart;
  if (pair.relation == "same-position-other-occasion") return Wanted::also_said;
  if (pair.relation == "claimed-versions" || pair.relation == "possible-versions") return Wanted::any;
  return Wanted::joined;
}

bool meets(Span key, Span link) {
  const std::uint32_t begin = std::max(key.begin, link.begin);
  const std::uint32_t end = std::min(key.end, link.end);
  if (begin >= end) return false;
  return 2 * (end - begin) >= std::min(key.size(), link.size()) && 4 * (end - begin) >= link.size();
}

bool meets(const KeyVersion& pair, const FoundVersion& link) {
  const auto fits = [&](const std::string& a_file, Span a, const std::string& b_file, Span b) {
    if (pair.a_seed != a_file || pair.b_seed != b_file || !meets(pair.a, a)) return false;
    return !pair.b || meets(*pair.b, b);
  };
  return fits(link.a_file, link.a, link.b_file, link.b) || fits(link.b_file, link.b, link.a_file, link.a);
}

// The key's name of a relation in our words; "" where we have none.
std::string_view our_name(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kNames = {
      {{"verbatim", "verbatim"},
       {"trimmed", "trimmed"},
       {"edited", "edited"},
       {"altered", "altered"},
       {"spliced", "spliced"},
       {"indirect", "indirect"},
       {"omitted", "omitted"},
       {"retranslated", "reworded"},
       {"paraphrase", "reworded"},
       {"translation", "reworded"}}};
  const auto found = std::ranges::find(kNames, name, [](const auto& pair) { return pair.first; });
  return found == kNames.end() ? std::string_view() : found->second;
}

bool same_relation(std::string_view wanted, std::string_view given) {
  const auto common = [](std::string_view name) { return name == "altered" ? "reworded" : name; };
  return common(wanted) == common(given);
}

// How much of the two spans is shared, of what either holds.
double cover(Span key, Span ours) {
  const std::uint32_t begin = std::max(key.begin, ours.begin);
  const std::uint32_t end = std::min(key.end, ours.end);
  if (begin >= end || 2 * (end - begin) < key.size()) return 0;
  return static_cast<double>(end - begin) / static_cast<double>(key.size() + ours.size() - (end - begin));
}

// The name that the machine gives to the passages that cover the pair best; "" where none do.
std::string_view named(const KeyVersion& pair, std::span<const FoundRelation> relations) {
  std::string_view name;
  double best = 0;
  for (const FoundRelation& one : relations) {
    const auto fits = [&](const std::string& a_file, Span a, const std::string& b_file, Span b) {
      if (pair.a_seed != a_file || pair.b_seed != b_file || !pair.b) return 0.0;
      const double left = cover(pair.a, a);
      const double right = cover(*pair.b, b);
      return left > 0 && right > 0 ? left + right : 0.0;
    };
    const double fit = std::max(fits(one.a_file, one.a, one.b_file, one.b), fits(one.b_file, one.b, one.a_file, one.a));
    if (fit <= best) continue;
    best = fit;
    name = one.relation;
  }
  return name;
}

}  // namespace

void score_versions(const AnswerKey& key, std::span<const FoundVersion> found, std::span<const FoundRelation> relations,
                    KeyScore& score) {
  Share names;
  Share all;
  Share joined;
  Share apart;
  for (const KeyVersion& pair : key.versions) {
    bool is_joined = false;
    bool is_also_said = false;
    bool is_any = false;
    for (const FoundVersion& link : found) {
      if (!meets(pair, link)) continue;
      is_any = true;
      is_joined = is_joined || link.joins;
      is_also_said = is_also_said || link.also_said;
    }
    const Wanted want = wanted(pair);
    bool right = false;
    switch (want) {
      case Wanted::joined:
        right = is_joined;
        break;
      case Wanted::omitted:
      case Wanted::apart:
        right = !is_joined;
        break;
      case Wanted::also_said:
        right = is_also_said && !is_joined;
        break;
      case Wanted::any:
        right = is_any;
        break;
    }
    Share& part = want == Wanted::joined ? joined : apart;
    for (Share* share : {&all, &part}) {
      ++share->of;
      if (right) ++share->right;
    }
    if (const std::string_view ours = our_name(pair.relation); !ours.empty()) {
      const std::string_view given =
          want == Wanted::omitted && right ? std::string_view("omitted") : named(pair, relations);
      ++names.of;
      if (right && same_relation(ours, given))
        ++names.right;
      else if (right)
        score.errors.push_back({"relation", pair.id, pair.a_seed + ":" + std::to_string(pair.a.begin), "",
                                pair.relation + "; ours: " + (given.empty() ? "none" : std::string(given))});
    }
    if (!right)
      score.errors.push_back({"version", pair.id, pair.a_seed + ":" + std::to_string(pair.a.begin), "",
                              pair.relation + (is_joined ? "; ours: joined" : "; ours: not joined")});
  }
  score.figures.push_back({"version pairs linked", all, std::nullopt, false, true});
  score.figures.push_back({"version pairs to be joined", joined, std::nullopt, false, true});
  score.figures.push_back({"version pairs kept apart", apart, std::nullopt, false, true});
  score.figures.push_back({"version pairs rightly named", names, std::nullopt, false, true});
}

}  // namespace readout
