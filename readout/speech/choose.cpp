#include "readout/speech/choose.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "readout/speech/weigh.h"

namespace readout {
namespace {

auto order(const Candidate& c) {
  const Span span = extent(c.speech);
  return std::tuple(span.begin, ~span.end, c.speech.cue.empty() ? 0 : c.speech.cue.front().begin, c.strand);
}

}  // namespace

std::vector<Candidate> choose(std::vector<Candidate> candidates) {
  std::erase_if(candidates, [](const Candidate& c) { return c.score < kSpeechThreshold || c.speech.content.empty(); });
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.score != b.score) return a.score > b.score;
    return order(a) < order(b);
  });
  std::map<std::int32_t, bool> claimed;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> extents;
  std::vector<Candidate> kept;
  for (Candidate& candidate : candidates) {
    const Span span = extent(candidate.speech);
    // A content made of nothing but a quotation is one report; a clause around it may be another's (nested) report.
    const bool bare = candidate.quotations.size() == candidate.speech.content.size();
    const bool taken = bare && std::any_of(candidate.quotations.begin(), candidate.quotations.end(),
                                           [&](std::int32_t q) { return claimed.contains(q); });
    if (taken || !extents.emplace(std::pair(span.begin, span.end), true).second) continue;
    if (bare)
      for (const std::int32_t q : candidate.quotations) claimed[q] = true;
    kept.push_back(std::move(candidate));
  }
  std::sort(kept.begin(), kept.end(), [](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
  return kept;
}

}  // namespace readout
