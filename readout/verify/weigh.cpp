#include "readout/verify/weigh.h"

#include <algorithm>

namespace readout {
namespace {

constexpr double kMostlyThere = 0.55;
constexpr double kPartlyThere = 0.35;
constexpr std::uint32_t kTrueHead = 5;   // words that stand together: what surrounds them was changed or made up
constexpr std::size_t kManyChanges = 4;  // small ones: so many are another wording
constexpr std::size_t kWordsForEachChange = 4;

bool is_grave(const Difference& difference) {
  return difference.grave;
}

bool is_small_change(const Difference& difference) {
  return !difference.grave && difference.type != DifferenceType::bracket && difference.type != DifferenceType::spelling;
}

}  // namespace

bool splices(SeamKind kind) {
  return kind == SeamKind::joined_sentences || kind == SeamKind::far_apart || kind == SeamKind::reversed;
}

Support measure_support(const QuoteWords& quote, const std::vector<WordRun>& runs) {
  Support out;
  const auto weight = [&](std::size_t i) {
    if (quote.in_brackets[i]) return 0u;
    return quote.words[i].span.size() >= 4 ? 2u : 1u;
  };
  for (std::size_t i = 0; i < quote.words.size(); ++i) out.weight += weight(i);
  for (const WordRun& run : runs) {
    for (std::size_t i = run.quote; i < run.quote_end(); ++i) out.matched += weight(i);
    out.longest = std::max(out.longest, static_cast<std::uint32_t>(run.count));
    ++out.pieces;
  }
  return out;
}

bool is_supported(const Support& support) {
  if (support.longest >= kTrueHead && support.share() >= kPartlyThere) return true;
  return support.share() >= kMostlyThere && support.longest >= 2;
}

Verdict weigh(const QuoteWords& quote, const Place& place, const Support& support) {
  if (!is_supported(support)) return Verdict::not_found;
  const bool changed = std::ranges::any_of(place.differences, is_grave);
  const bool spliced = std::ranges::any_of(place.seams, splices, &Seam::kind);
  if (spliced && !changed) return Verdict::spliced;
  if (changed || std::ranges::any_of(place.outside, is_grave)) return Verdict::altered;
  const auto small = static_cast<std::size_t>(std::ranges::count_if(place.differences, is_small_change));
  if (small >= kManyChanges || small * kWordsForEachChange > quote.words.size() + kWordsForEachChange)
    return Verdict::reworded;
  if (!place.differences.empty() || !place.put_in.empty()) return Verdict::edited;
  if (!place.seams.empty() || quote.cut_at_edge) return Verdict::trimmed;
  return place.folded.empty() ? Verdict::exact : Verdict::folded;
}

}  // namespace readout
