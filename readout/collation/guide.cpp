#include "readout/collation/guide.h"

#include <algorithm>
#include <numeric>

namespace readout {
namespace {

// Sorted keys of words and of pairs of neighbours, each once.
std::vector<std::uint64_t> gather_keys(const std::vector<std::uint32_t>& text, const FormTable& forms) {
  std::vector<std::uint64_t> keys;
  keys.reserve(text.size() * 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    keys.push_back(forms.meeting_key(text[i]));
    if (i > 0) keys.push_back(join_keys(forms.meeting_key(text[i - 1]), forms.meeting_key(text[i])));
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::size_t count_shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++shared;
    const bool step_a = a[i] <= b[j];
    const bool step_b = b[j] <= a[i];
    i += step_a ? 1 : 0;
    j += step_b ? 1 : 0;
  }
  return shared;
}

std::uint64_t nearness(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter == 0) return 0;
  const std::size_t longer = std::max(a.size(), b.size());
  const std::uint64_t shared = count_shared(a, b);
  // Containment first, resemblance among equals.
  return (shared << 16) / shorter * 4 + (shared << 16) / longer;
}

// Prim's tree: the nearest pair, then always the text nearest to one that is in.
std::vector<std::uint32_t> order_texts(const std::vector<std::vector<std::uint64_t>>& keys) {
  const std::size_t count = keys.size();
  std::vector<std::uint32_t> order;
  if (count == 0) return order;
  std::vector<std::uint64_t> near(count * count, 0);
  std::size_t first = 0;
  std::uint64_t best = 0;
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = i + 1; j < count; ++j) {
      near[i * count + j] = near[j * count + i] = nearness(keys[i], keys[j]);
      if (near[i * count + j] > best) best = near[i * count + j], first = i;
    }
  std::vector<std::uint64_t> reach(count, 0);
  std::vector<bool> in(count, false);
  for (std::size_t next = first;;) {
    in[next] = true;
    order.push_back(static_cast<std::uint32_t>(next));
    if (order.size() == count) return order;
    for (std::size_t i = 0; i < count; ++i) reach[i] = std::max(reach[i], near[next * count + i]);
    next = count;
    for (std::size_t i = 0; i < count; ++i)
      if (!in[i] && (next == count || reach[i] > reach[next])) next = i;
  }
}

}  // namespace

Guide make_guide(std::span<const std::vector<Unit>> witnesses, FormTable& forms) {
  std::vector<std::vector<std::uint64_t>> contents(witnesses.size());
  for (std::size_t w = 0; w < witnesses.size(); ++w) {
    contents[w].reserve(witnesses[w].size());
    for (const Unit& unit : witnesses[w]) contents[w].push_back(unit_key(unit));
  }
  std::vector<std::uint32_t> sorted(witnesses.size());
  std::iota(sorted.begin(), sorted.end(), 0u);
  std::ranges::sort(sorted, [&](std::uint32_t a, std::uint32_t b) {
    return contents[a] != contents[b] ? contents[a] < contents[b] : a < b;
  });

  Guide guide;
  guide.text_of.resize(witnesses.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const std::uint32_t w = sorted[i];
    if (i == 0 || contents[w] != contents[sorted[i - 1]]) {
      std::vector<std::uint32_t>& text = guide.texts.emplace_back();
      text.reserve(witnesses[w].size());
      for (const Unit& unit : witnesses[w]) text.push_back(forms.add(unit));
      guide.weights.push_back(0);
    }
    guide.text_of[w] = static_cast<std::uint32_t>(guide.texts.size() - 1);
    ++guide.weights.back();
  }
  std::vector<std::vector<std::uint64_t>> keys;
  keys.reserve(guide.texts.size());
  for (const auto& text : guide.texts) keys.push_back(gather_keys(text, forms));
  guide.order = order_texts(keys);
  return guide;
}

}  // namespace readout
