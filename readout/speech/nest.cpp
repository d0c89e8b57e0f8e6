#include "readout/speech/nest.h"

#include <algorithm>
#include <tuple>

namespace readout {
namespace {

bool lies_in(const std::vector<Span>& outer, Span span) {
  // Spans of a content are sorted and do not overlap.
  const auto after =
      std::upper_bound(outer.begin(), outer.end(), span.begin, [](std::uint32_t at, Span o) { return at < o.begin; });
  return after != outer.begin() && std::prev(after)->contains(span);
}

bool is_reported_in(const Speech& inner, const Speech& outer) {
  const Span words = extent(inner);
  const Span whole = extent(outer);
  if (!whole.contains(words) || (words == whole && inner.cue.empty())) return false;
  if (!lies_in(outer.content, inner.content.front())) return false;
  for (const Span cue : inner.cue)
    if (!lies_in(outer.content, cue)) return false;
  return !inner.cue.empty();
}

// Removes speeches past kMostNesting and renumbers the parents of the others.
void drop_too_deep(std::vector<Speech>& speeches) {
  std::vector<std::int32_t> place(speeches.size(), -1);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < speeches.size(); ++i) {
    if (speeches[i].depth > kMostNesting) continue;
    place[i] = static_cast<std::int32_t>(kept);
    if (speeches[i].parent >= 0) speeches[i].parent = place[static_cast<std::size_t>(speeches[i].parent)];
    if (kept != i) speeches[kept] = std::move(speeches[i]);
    ++kept;
  }
  speeches.resize(kept);
}

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0xC3;
}

}  // namespace

void nest(std::vector<Speech>& speeches) {
  std::stable_sort(speeches.begin(), speeches.end(), [](const Speech& a, const Speech& b) {
    const Span x = extent(a), y = extent(b);
    const auto cue = [](const Speech& s) { return s.cue.empty() ? 0 : s.cue.front().begin; };
    return std::tuple(x.begin, ~x.end, cue(a)) < std::tuple(y.begin, ~y.end, cue(b));
  });
  std::vector<std::size_t> open;  // speeches whose extent may still hold the next one
  for (std::size_t i = 0; i < speeches.size(); ++i) {
    const Span words = extent(speeches[i]);
    std::erase_if(open, [&](std::size_t o) { return extent(speeches[o]).end <= words.begin; });
    speeches[i].parent = -1;
    speeches[i].depth = 0;
    std::uint32_t smallest = 0;
    for (const std::size_t o : open) {
      const std::uint32_t size = extent(speeches[o]).size();
      if (!is_reported_in(speeches[i], speeches[o])) continue;
      if (speeches[i].parent < 0 || size <= smallest) {
        speeches[i].parent = static_cast<std::int32_t>(o);
        speeches[i].depth = speeches[o].depth + 1;
        smallest = size;
      }
    }
    open.push_back(i);
  }
  // Deeper than anybody reports: "A said that B said that ..." made by a machine. What they hold stands in their
  // ancestors.
  drop_too_deep(speeches);
}

SpeechKind kind_of(const Prose& prose, const Speech& speech, std::int32_t level) {
  std::size_t total = 0, quoted = 0;
  for (const Span content : speech.content)
    for (std::uint32_t at = content.begin; at < content.end; ++at) total += is_letter_or_digit(prose.text[at]) ? 1 : 0;
  auto quotation =
      std::lower_bound(prose.quotations.begin(), prose.quotations.end(), extent(speech).begin,
                       [](const Quotation& q, std::uint32_t at) { return q.outer.end <= at && q.parent < 0; });
  while (quotation != prose.quotations.begin() &&
         (quotation == prose.quotations.end() || quotation->outer.begin > extent(speech).begin))
    --quotation;
  for (; quotation != prose.quotations.end() && quotation->outer.begin < extent(speech).end; ++quotation) {
    if (quotation->parent != level) continue;
    for (const Span content : speech.content) {
      const std::uint32_t begin = std::max(content.begin, quotation->inner.begin);
      const std::uint32_t end = std::min(content.end, quotation->inner.end);
      for (std::uint32_t at = begin; at < end; ++at) quoted += is_letter_or_digit(prose.text[at]) ? 1 : 0;
    }
  }
  if (quoted == 0) return SpeechKind::indirect;
  return quoted >= total ? SpeechKind::direct : SpeechKind::mixed;
}

}  // namespace readout
