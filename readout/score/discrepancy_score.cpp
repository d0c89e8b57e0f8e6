#include "readout/score/discrepancy_score.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace readout {
namespace {

using Words = FoundDiscrepancy::Words;

bool covers(const Words& ours, const std::string& file, Span key) {
  if (ours.file != file) return false;
  const std::uint32_t begin = std::max(ours.span.begin, key.begin);
  const std::uint32_t end = std::min(ours.span.end, key.end);
  return begin < end && 2 * (end - begin) >= std::min(key.size(), ours.span.size());
}

bool touches(const Words& ours, const std::string& file, Span key) {
  return ours.file == file && ours.span.overlaps(key);
}

bool finds(const FoundDiscrepancy& ours, const KeyDiscrepancy& key) {
  std::size_t met = 0;
  bool named = false;
  for (const KeyDiscrepancy::Place& place : key.places) {
    const auto on = [&](const Words& words) { return covers(words, place.seed, place.span); };
    if (std::ranges::none_of(ours.places, on)) continue;
    ++met;
    named = named || std::ranges::any_of(ours.changes,
                                         [&](const Words& words) { return touches(words, place.seed, place.span); });
  }
  return named && met >= std::min<std::size_t>(2, key.places.size());
}

// The key itself says that the two places differ.
bool is_version(const FoundDiscrepancy& ours, const AnswerKey& key) {
  static constexpr std::array<std::string_view, 5> kDiffer = {"altered", "retranslated", "paraphrase", "edited",
                                                              "spliced"};
  return std::ranges::any_of(key.versions, [&](const KeyVersion& pair) {
    if (!pair.b || std::ranges::find(kDiffer, pair.relation) == kDiffer.end()) return false;
    const auto on = [&](const std::string& file, Span span) {
      return std::ranges::any_of(ours.places, [&](const Words& words) { return covers(words, file, span); });
    };
    return on(pair.a_seed, pair.a) && on(pair.b_seed, *pair.b);
  });
}

bool is_claim(const FoundDiscrepancy& ours, const AnswerKey& key) {
  return ours.kind == "claim" && std::ranges::any_of(key.author_claims, [&](const KeyRemark& claim) {
           return std::ranges::any_of(ours.places,
                                      [&](const Words& words) { return touches(words, claim.seed, claim.span); });
         });
}

}  // namespace

void score_discrepancies(const AnswerKey& key, std::span<const FoundDiscrepancy> found, KeyScore& score) {
  Share right, wrong;
  for (const KeyDiscrepancy& one : key.discrepancies) {
    ++right.of;
    if (std::ranges::any_of(found, [&](const FoundDiscrepancy& ours) { return finds(ours, one); }))
      ++right.right;
    else
      score.errors.push_back({"discrepancy", one.id,
                              one.places[0].seed + ":" + std::to_string(one.places[0].span.begin), "",
                              "missed: " + one.what});
  }
  for (const FoundDiscrepancy& ours : found) {
    ++wrong.of;
    const auto is_found = [&](const KeyDiscrepancy& one) { return finds(ours, one); };
    if (std::ranges::any_of(key.discrepancies, is_found) || is_version(ours, key) || is_claim(ours, key)) continue;
    ++wrong.right;
    std::string places;
    for (const Words& words : ours.places) places += " " + words.file + ":" + std::to_string(words.span.begin);
    score.errors.push_back({"discrepancy", ours.id, "", "", "false: " + ours.kind + places});
  }
  score.figures.push_back({"discrepancies found", right, std::nullopt, false, true});
  score.figures.push_back({"false discrepancies", wrong, std::nullopt, true, true});
}

}  // namespace readout
