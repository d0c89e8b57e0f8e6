#include "readout/verify/word_places.h"

#include <algorithm>
#include <limits>

namespace readout {
namespace {

constexpr float kOpenGap = 1.5F;
constexpr float kOpenMarkedGap = 0.2F;
constexpr float kLengthenGap = 0.004F;
constexpr float kLengthenNarrowGap = 0.25F;
constexpr float kPutIn = 1.0F;
constexpr float kPutInBrackets = 0.2F;
constexpr std::size_t kMostCells = 24'000'000;

float weight(const FoldedWord& word) {
  return word.span.size() >= 4 ? 2.0F : 1.0F;
}

bool has_ellipsis(std::string_view between) {
  if (between.find("…") != std::string_view::npos || between.find("..") != std::string_view::npos) return true;
  return between.find(". .") != std::string_view::npos;
}

// The densest stretch of `size` words, by how many different words of the quotation it holds.
Span densest(const QuoteWords& quote, const std::vector<FoldedWord>& words, std::size_t size) {
  std::vector<std::uint64_t> keys(quote.keys.begin(), quote.keys.end());
  std::ranges::sort(keys);
  std::vector<std::uint32_t> seen(keys.size());
  const auto index = [&](std::uint64_t key) -> std::ptrdiff_t {
    const auto found = std::ranges::lower_bound(keys, key);
    return found != keys.end() && *found == key ? found - keys.begin() : -1;
  };
  std::size_t distinct = 0;
  std::size_t most = 0;
  std::size_t best = 0;
  for (std::size_t j = 0; j < words.size(); ++j) {
    if (const auto in = index(words[j].key); in >= 0) distinct += seen[static_cast<std::size_t>(in)]++ == 0;
    if (j >= size)
      if (const auto out = index(words[j - size].key); out >= 0) distinct -= --seen[static_cast<std::size_t>(out)] == 0;
    if (distinct > most) {
      most = distinct;
      best = j;
    }
  }
  const std::size_t begin = best + 1 > size ? best + 1 - size : 0;
  return make_span(begin, std::min(words.size(), begin + 2 * size));
}

enum Step : std::uint8_t { kMatched = 1, kPut = 2, kGap = 3, kGapOpened = 4 };

// The alignment of the quotation with words[window).
WordPlaces place_in_window(const QuoteWords& quote, const std::vector<FoldedWord>& words,
                           const std::vector<bool>& taken, Span window, Reach reach) {
  const std::size_t rows = quote.words.size();
  const std::size_t columns = window.size() + 1;
  const float lengthen = reach == Reach::wide ? kLengthenGap : kLengthenNarrowGap;
  constexpr float kNone = -std::numeric_limits<float>::infinity();
  std::vector<float> above(columns, 0.0F);
  std::vector<float> here(columns);
  std::vector<std::uint8_t> steps((rows + 1) * columns, 0);
  for (std::size_t i = 1; i <= rows; ++i) {
    const FoldedWord& word = quote.words[i - 1];
    const float put = quote.in_brackets[i - 1] ? kPutInBrackets : kPutIn;
    const float open = i < rows && quote.cut_before[i] ? kOpenMarkedGap : kOpenGap;
    float gap = kNone;
    for (std::size_t j = 0; j < columns; ++j) {
      float best = above[j] - put;
      std::uint8_t step = kPut;
      std::uint8_t opened = 0;
      if (j > 0) {
        const std::size_t at = window.begin + j - 1;
        if (word.key == words[at].key && (taken.empty() || !taken[at]) && above[j - 1] + weight(word) >= best) {
          best = above[j - 1] + weight(word);
          step = kMatched;
        }
        const float opening = here[j - 1] - open;
        gap -= lengthen;
        if (opening > gap) {
          gap = opening;
          opened = kGapOpened;
        }
        if (gap > best) {
          best = gap;
          step = kGap;
        }
      }
      here[j] = best;
      steps[i * columns + j] = step | opened;
    }
    std::swap(above, here);
  }
  WordPlaces at(rows, -1);
  std::size_t j = static_cast<std::size_t>(std::ranges::max_element(above) - above.begin());
  for (std::size_t i = rows; i > 0;) {
    const std::uint8_t step = steps[i * columns + j];
    if ((step & 3U) == kMatched) {
      at[--i] = static_cast<std::int32_t>(window.begin + --j);
    } else if ((step & 3U) == kPut) {
      --i;
    } else {
      while ((steps[i * columns + j] & kGapOpened) == 0) --j;
      --j;
    }
  }
  return at;
}

}  // namespace

QuoteWords read_quote(std::string_view text) {
  QuoteWords quote;
  quote.text = text;
  quote.words = fold_into_words(text);
  const auto between = [&](std::size_t i) {
    const std::size_t begin = i == 0 ? 0 : quote.words[i - 1].span.end;
    const std::size_t end = i == quote.words.size() ? text.size() : quote.words[i].span.begin;
    return text.substr(begin, end - begin);
  };
  bool open = false;
  for (std::size_t i = 0; i < quote.words.size(); ++i) {
    for (const char c : between(i)) open = c == '[' || (open && c != ']');
    quote.in_brackets.push_back(open);
    quote.cut_before.push_back(i > 0 && has_ellipsis(between(i)));
    quote.keys.insert(quote.words[i].key);
  }
  quote.cut_at_edge = !quote.words.empty() && (has_ellipsis(between(0)) || has_ellipsis(between(quote.words.size())));
  // A bracket that never closes encloses nothing.
  if (open && between(quote.words.size()).find(']') == std::string_view::npos)
    for (std::size_t i = quote.words.size(); i-- > 0 && quote.in_brackets[i];) quote.in_brackets[i] = false;
  return quote;
}

WordPlaces place_words(const QuoteWords& quote, const std::vector<FoldedWord>& words, const std::vector<bool>& taken,
                       Reach reach) {
  Span window = make_span(0, words.size());
  if (quote.words.size() * words.size() > kMostCells)
    window = densest(quote, words, std::max<std::size_t>(4 * quote.words.size(), 400));
  return place_in_window(quote, words, taken, window, reach);
}

std::vector<std::size_t> find_whole(const QuoteWords& quote, const std::vector<FoldedWord>& words) {
  std::vector<std::size_t> found;
  const std::size_t size = quote.words.size();
  if (size == 0) return found;
  for (std::size_t j = 0; j + size <= words.size(); ++j) {
    std::size_t same = 0;
    while (same < size && words[j + same].key == quote.words[same].key) ++same;
    if (same < size) continue;
    found.push_back(j);
    j += size - 1;
  }
  return found;
}

}  // namespace readout
