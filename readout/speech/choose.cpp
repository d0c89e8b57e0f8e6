#include "readout/speech/choose.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_set>

#include "readout/speech/weigh.h"

namespace readout {
namespace {

auto order(const Candidate& c) {
  const Span span = extent(c.speech);
  return std::tuple(span.begin, ~span.end, c.speech.cue.empty() ? 0 : c.speech.cue.front().begin, c.strand);
}

// The content is made of nothing but quotations: it is one report; a clause around one may be another's (nested)
// report.
bool is_bare(const Candidate& candidate, std::span<const Quotation> quotations) {
  const auto is_quotation = [&](Span content) {
    return std::any_of(candidate.quotations.begin(), candidate.quotations.end(), [&](std::int32_t q) {
      const Quotation& quotation = quotations[static_cast<std::size_t>(q)];
      return content == quotation.inner || content == quotation.outer;
    });
  };
  return std::all_of(candidate.speech.content.begin(), candidate.speech.content.end(), is_quotation);
}

}  // namespace

std::vector<Candidate> choose(std::vector<Candidate> candidates, std::span<const Quotation> quotations) {
  std::erase_if(candidates, [](const Candidate& c) { return c.score < kSpeechThreshold || c.speech.content.empty(); });
  // Ranked by number, and kept where they stand: a candidate is large, and a hostile document holds half a million.
  std::vector<std::uint32_t> ranked(candidates.size());
  std::iota(ranked.begin(), ranked.end(), 0);
  std::sort(ranked.begin(), ranked.end(), [&](std::uint32_t i, std::uint32_t k) {
    const Candidate& a = candidates[i];
    const Candidate& b = candidates[k];
    if (a.score != b.score) return a.score > b.score;
    return std::tuple(order(a), i) < std::tuple(order(b), k);
  });
  std::unordered_set<std::int32_t> claimed;
  std::unordered_set<std::uint64_t> extents;
  for (const std::uint32_t i : ranked) {
    Candidate& candidate = candidates[i];
    const Span span = extent(candidate.speech);
    const bool bare = is_bare(candidate, quotations);
    const bool taken = bare && std::any_of(candidate.quotations.begin(), candidate.quotations.end(),
                                           [&](std::int32_t q) { return claimed.contains(q); });
    if (taken || !extents.insert(std::uint64_t{span.begin} << 32 | span.end).second) {
      candidate.speech.content.clear();
      continue;
    }
    if (bare) claimed.insert(candidate.quotations.begin(), candidate.quotations.end());
  }
  std::erase_if(candidates, [](const Candidate& c) { return c.speech.content.empty(); });
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
  return candidates;
}

}  // namespace readout
