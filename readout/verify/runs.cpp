#include "readout/verify/runs.h"

#include <algorithm>

#include "readout/verify/seams.h"

namespace readout {
namespace {

constexpr std::size_t kShortQuote = 5;  // words
constexpr std::size_t kPageReach = 40;  // words of a running head and a footer
constexpr std::size_t kLoneReach = 6;   // a lone word further off than this from its neighbour is chance

// True where the next matched word of the quotation, in that direction, stands close by in the text, or on the other
// side of a page's end.
bool is_near(std::string_view text, const std::vector<FoldedWord>& words, const WordPlaces& at, std::size_t from,
             std::size_t place, int direction) {
  for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(from); i >= 0 && i < static_cast<std::ptrdiff_t>(at.size());
       i += direction) {
    if (at[static_cast<std::size_t>(i)] < 0) continue;
    const auto other = static_cast<std::size_t>(at[static_cast<std::size_t>(i)]);
    const std::size_t first = std::min(place, other);
    const std::size_t last = std::max(place, other);
    return last - first <= kLoneReach ||
           (last - first <= kPageReach && is_page_furniture(text, {words[first].span.end, words[last].span.begin}));
  }
  return false;
}

bool place_moved(const QuoteWords& quote, const std::vector<FoldedWord>& words, WordPlaces& at, std::size_t begin,
                 std::size_t end) {
  for (std::size_t last = end; last + 2 >= end && last - begin >= kLeastSplicedWords; --last) {
    QuoteWords piece;
    piece.words.assign(quote.words.begin() + static_cast<std::ptrdiff_t>(begin),
                       quote.words.begin() + static_cast<std::ptrdiff_t>(last));
    const std::vector<std::size_t> found = find_whole(piece, words);
    if (found.empty()) continue;
    for (std::size_t k = last; k < end; ++k) at[k] = -1;
    for (std::size_t k = begin; k < last; ++k) at[k] = static_cast<std::int32_t>(found.front() + k - begin);
    return true;
  }
  return false;
}

}  // namespace

std::vector<WordRun> find_runs(const WordPlaces& at) {
  std::vector<WordRun> runs;
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (at[i] < 0) continue;
    const auto text = static_cast<std::size_t>(at[i]);
    if (!runs.empty() && runs.back().quote + runs.back().count == i && runs.back().text + runs.back().count == text)
      ++runs.back().count;
    else
      runs.push_back({i, text, 1});
  }
  return runs;
}

void drop_chance_words(const QuoteWords& quote, std::string_view text, const std::vector<FoldedWord>& words,
                       WordPlaces& at) {
  if (quote.words.size() <= kShortQuote) return;
  for (const WordRun& run : find_runs(at)) {
    if (run.count > 2) continue;
    std::uint32_t letters = 0;
    for (std::size_t k = 0; k < run.count; ++k) letters += quote.words[run.quote + k].span.size();
    if (letters > 4 * run.count && run.count > 1) continue;
    const bool near_before = run.quote > 0 && is_near(text, words, at, run.quote - 1, run.text, -1);
    const std::size_t after = run.quote + run.count;
    const bool near_after = after < at.size() && is_near(text, words, at, after, run.text + run.count - 1, 1);
    if (near_before || near_after) continue;
    for (std::size_t k = 0; k < run.count; ++k) at[run.quote + k] = -1;
  }
}

void drop_bracketed_pieces(const QuoteWords& quote, WordPlaces& at) {
  const std::vector<WordRun> runs = find_runs(at);
  if (runs.size() < 2) return;
  for (const WordRun& run : runs) {
    bool own = true;
    for (std::size_t i = run.quote; i < run.quote_end(); ++i) own = own && quote.in_brackets[i];
    for (std::size_t i = run.quote; own && i < run.quote_end(); ++i) at[i] = -1;
  }
}

void find_moved_pieces(const QuoteWords& quote, const std::vector<FoldedWord>& words, WordPlaces& at) {
  std::vector<bool> firm(at.size());
  for (const WordRun& run : find_runs(at))
    for (std::size_t k = 0; run.count >= kLeastSplicedWords && k < run.count; ++k) firm[run.quote + k] = true;
  for (std::size_t i = 0; i < at.size();) {
    std::size_t end = i;
    bool missing = false;
    for (; end < at.size() && !firm[end]; ++end) missing = missing || at[end] < 0;
    for (std::size_t begin = i; missing && begin < std::min(i + 3, end) && end - begin >= kLeastSplicedWords; ++begin) {
      missing = !place_moved(quote, words, at, begin, end);
      for (std::size_t k = i; !missing && k < begin; ++k) at[k] = -1;
    }
    i = std::max(end, i + 1);
  }
}

}  // namespace readout
