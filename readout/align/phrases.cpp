#include "readout/align/phrases.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace readout {
namespace {

constexpr auto kArticles = std::to_array<std::string_view>({"the", "a", "an"});

// How many pairs of words a gap may give: two function words, two content words.
constexpr std::size_t kMostFunction = 4;
constexpr std::size_t kMostContent = 6;
// A word of one class for so many of the other.
constexpr std::size_t kMostMixed = 3;

bool is_function(const Unit& unit) {
  return unit.kind == UnitKind::function_word;
}

bool is_article(const Unit& unit) {
  return std::find(kArticles.begin(), kArticles.end(), unit.folded_letters()) != kArticles.end();
}

// Units [a, a_end) and [b, b_end), without links, between linked neighbours.
struct Gap {
  std::size_t a = 0, a_end = 0;
  std::size_t b = 0, b_end = 0;

  std::size_t size_a() const { return a_end - a; }
  std::size_t size_b() const { return b_end - b; }
};

// Whether a word of the one side of a gap stands for one of the other, by their classes and by the gap's size. One
// content word takes the function words that come with its counterpart ("decided", "a decision"); a function word
// does not take content words.
bool stands_for(const Unit& x, const Unit& y, const Gap& gap) {
  const std::size_t cells = gap.size_a() * gap.size_b();
  if (is_function(x) == is_function(y)) return cells <= (is_function(x) ? kMostFunction : kMostContent);
  if (std::min(gap.size_a(), gap.size_b()) > 1 || cells > kMostMixed) return false;
  if (gap.size_a() == gap.size_b()) return true;
  return gap.size_a() < gap.size_b() ? !is_function(x) : !is_function(y);
}

void fill(std::span<const Unit> a, std::span<const Unit> b, const Gap& gap, std::vector<WordLink>& links) {
  for (std::size_t i = gap.a; i < gap.a_end; ++i)
    for (std::size_t j = gap.b; j < gap.b_end; ++j)
      if (is_word(a[i].kind) && is_word(b[j].kind) && stands_for(a[i], b[j], gap))
        links.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), likeness(a[i], b[j]), false});
}

void fill_gaps(std::span<const Unit> a, std::span<const Unit> b, std::span<const std::int32_t> to_b,
               std::span<const std::int32_t> to_a, std::vector<WordLink>& links) {
  constexpr std::size_t kLongest = 4;
  std::size_t next = 0;  // after the last linked unit of a
  for (std::size_t right = 0; right <= a.size(); ++right) {
    if (right < a.size() && to_b[right] == kGap) continue;
    const std::size_t from = next == 0 ? 0 : static_cast<std::size_t>(to_b[next - 1]) + 1;
    const std::size_t to = right == a.size() ? b.size() : static_cast<std::size_t>(to_b[right]);
    const Gap gap{next, right, from, to};
    next = right + 1;
    if (from >= to || gap.size_a() == 0 || gap.size_a() > kLongest || gap.size_b() > kLongest) continue;
    const auto begin = to_a.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = to_a.begin() + static_cast<std::ptrdiff_t>(to);
    if (std::all_of(begin, end, [](std::int32_t i) { return i == kGap; })) fill(a, b, gap, links);
  }
}

// Whether the texts say the same in other words: under three in five words have the same word for counterpart. Edits of
// one text put in and leave out; versions made anew have a word for every word.
bool is_reworded(std::span<const Unit> a, std::span<const Unit> b, std::span<const std::int32_t> to_b) {
  std::size_t words = 0;
  std::size_t same = 0;
  for (const Unit& unit : b) words += is_word(unit.kind) ? 1 : 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!is_word(a[i].kind)) continue;
    ++words;
    if (to_b[i] != kGap && a[i].folded == b[static_cast<std::size_t>(to_b[i])].folded) same += 2;
  }
  return same * 5 < words * 3;
}

// Content words that stand on the same side of two linked words, and are linked with nothing.
void follow(std::span<const Unit> a, std::span<const Unit> b, std::span<const std::int32_t> to_b,
            std::span<const std::int32_t> to_a, std::vector<WordLink>& links) {
  std::vector<bool> taken_a(a.size(), false);
  std::vector<bool> taken_b(b.size(), false);
  for (const WordLink& link : links) taken_a[link.a] = taken_b[link.b] = true;
  const auto is_free = [](const Unit& unit, std::int32_t to, bool taken) {
    return to == kGap && !taken && is_word(unit.kind) && !is_function(unit);
  };
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!is_free(a[i], to_b[i], taken_a[i])) continue;
    for (const bool left : {true, false}) {
      if (left ? i == 0 : i + 1 == a.size()) continue;
      const std::int32_t beside = to_b[left ? i - 1 : i + 1];
      const std::int32_t j = left ? beside + 1 : beside - 1;
      if (beside == kGap || j < 0 || j >= static_cast<std::int32_t>(b.size())) continue;
      const auto at = static_cast<std::size_t>(j);
      if (!is_free(b[at], to_a[at], taken_b[at])) continue;
      links.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), likeness(a[i], b[at]), false});
      taken_a[i] = taken_b[at] = true;
      break;
    }
  }
}

// Articles of one side that have no counterpart, with the words that they stand before: calls out(article, other).
template <class Out>
void lean(std::span<const Unit> units, std::span<const std::int32_t> to, std::span<const Unit> others,
          std::span<const std::int32_t> back, Out out) {
  for (std::size_t i = 0; i + 1 < units.size(); ++i) {
    if (to[i] != kGap || to[i + 1] == kGap || !is_article(units[i])) continue;
    const auto j = static_cast<std::size_t>(to[i + 1]);
    // Where a word before the counterpart is free, the article may stand for that one.
    if (!is_word(others[j].kind) || (j > 0 && back[j - 1] == kGap)) continue;
    out(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j));
  }
}

}  // namespace

std::vector<WordLink> link_phrases(std::span<const Unit> a, std::span<const Unit> b, std::span<const std::int32_t> to_b,
                                   std::span<const std::int32_t> to_a) {
  std::vector<WordLink> links;
  fill_gaps(a, b, to_b, to_a, links);
  if (is_reworded(a, b, to_b)) follow(a, b, to_b, to_a, links);
  lean(a, to_b, b, to_a, [&](std::uint32_t i, std::uint32_t j) { links.push_back({i, j, {}, false}); });
  lean(b, to_a, a, to_b, [&](std::uint32_t j, std::uint32_t i) { links.push_back({i, j, {}, false}); });
  return links;
}

}  // namespace readout
