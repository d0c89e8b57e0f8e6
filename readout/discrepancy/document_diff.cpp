#include "readout/discrepancy/document_diff.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "readout/text/sentences.h"

namespace readout {
namespace {

// The sentences of speeches that are not inside another's words, in the order of the text.
std::vector<LinkEnd> sentences_of(const Edition& edition) {
  std::vector<LinkEnd> out;
  const std::string_view text = edition.document.text.view();
  for (std::size_t s = 0; s < edition.speeches.size(); ++s) {
    const Speech& speech = edition.speeches[s];
    bool inner = false;
    if (speech.parent >= 0 && !speech.content.empty())
      for (const Span outer : edition.speeches[static_cast<std::size_t>(speech.parent)].content)
        inner = inner || outer.contains(speech.content.front());
    if (inner) continue;
    for (const Span content : speech.content)
      for (const Span sentence : split_sentences(text, content))
        out.push_back({sentence, static_cast<std::uint32_t>(s)});
  }
  std::ranges::sort(out);
  return out;
}

bool holds_half(Span whole, Span part) {
  if (!whole.overlaps(part)) return false;
  return 2 * (std::min(whole.end, part.end) - std::max(whole.begin, part.begin)) >= part.size();
}

}  // namespace

std::vector<DiffItem> diff_documents(const Edition& a, const Edition& b, std::span<const Counterpart> counterparts) {
  const std::vector<LinkEnd> left = sentences_of(a);
  const std::vector<LinkEnd> right = sentences_of(b);
  // Of each sentence, whether a counterpart has it; looked for by place, as both are sorted.
  std::vector<bool> met_left(left.size()), met_right(right.size());
  const auto mark = [](const std::vector<LinkEnd>& sentences, std::vector<bool>& met, Span span) {
    const auto first = std::ranges::partition_point(sentences, [&](const LinkEnd& sentence) {
      return sentence.span.begin + 1 <= span.begin && sentence.span.end <= span.begin;
    });
    for (auto at = first; at != sentences.end() && at->span.begin < span.end; ++at)
      if (holds_half(span, at->span)) met[static_cast<std::size_t>(at - sentences.begin())] = true;
  };
  std::vector<DiffItem> items;
  for (std::size_t i = 0; i < counterparts.size(); ++i) {
    const Counterpart& one = counterparts[i];
    mark(left, met_left, one.a.span);
    mark(right, met_right, one.b.span);
    items.push_back({DiffFate::kept, one.a, one.b, i});
  }
  for (std::size_t i = 0; i < left.size(); ++i)
    if (!met_left[i]) items.push_back({DiffFate::omitted, left[i], {}, 0});
  std::ranges::stable_sort(items, [&](const DiffItem& x, const DiffItem& y) {
    if (x.a.span.begin != y.a.span.begin) return x.a.span.begin < y.a.span.begin;
    const auto shared = [&](const DiffItem& item) {
      return item.fate == DiffFate::kept ? counterparts[item.counterpart].pair.shared : 0u;
    };
    return shared(x) != shared(y) ? shared(x) > shared(y) : x.b < y.b;
  });
  // What b adds comes after the passage that b carries last before it.
  std::vector<std::pair<std::uint32_t, std::size_t>> carried;  // where in b, which item
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].fate == DiffFate::kept) carried.emplace_back(items[i].b.span.begin, i + 1);
  std::ranges::sort(carried);
  std::vector<std::vector<DiffItem>> added(items.size() + 1);  // after how many items
  for (std::size_t k = 0; k < right.size(); ++k) {
    if (met_right[k]) continue;
    const auto next =
        std::ranges::partition_point(carried, [&](const auto& one) { return one.first <= right[k].span.begin; });
    added[next == carried.begin() ? 0 : std::prev(next)->second].push_back({DiffFate::added, {}, right[k], 0});
  }
  std::vector<DiffItem> out = added[0];
  for (std::size_t i = 0; i < items.size(); ++i) {
    out.push_back(items[i]);
    out.insert(out.end(), added[i + 1].begin(), added[i + 1].end());
  }
  return out;
}

}  // namespace readout
