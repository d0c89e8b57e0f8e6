#include "readout/score/version_score.h"

#include <algorithm>
#include <array>
#include <string_view>

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

}  // namespace

void score_versions(const AnswerKey& key, std::span<const FoundVersion> found, KeyScore& score) {
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
    if (!right)
      score.errors.push_back({"version", pair.id, pair.a_seed + ":" + std::to_string(pair.a.begin), "",
                              pair.relation + (is_joined ? "; ours: joined" : "; ours: not joined")});
  }
  score.figures.push_back({"version pairs linked", all, std::nullopt, false, true});
  score.figures.push_back({"version pairs to be joined", joined, std::nullopt, false, true});
  score.figures.push_back({"version pairs kept apart", apart, std::nullopt, false, true});
}

}  // namespace readout
