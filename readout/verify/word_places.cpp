#include "readout/verify/word_places.h"

#include <algorithm>
#include <bit>

namespace readout {
namespace {

// Thousandths, so that equal is equal.
constexpr std::int64_t kOpenGap = 1500;
constexpr std::int64_t kOpenMarkedGap = 200;
constexpr std::int64_t kLengthenGap = 4;
constexpr std::int64_t kLengthenNarrowGap = 250;
constexpr std::int32_t kPutIn = 1000;
constexpr std::int32_t kPutInBrackets = 200;

std::int64_t weight(const FoldedWord& word) {
  return word.span.size() >= 4 ? 2000 : 1000;
}

bool has_ellipsis(std::string_view between) {
  if (between.find("…") != std::string_view::npos || between.find("..") != std::string_view::npos) return true;
  return between.find(". .") != std::string_view::npos;
}

// The pairs placed so far, by row: which of those up to a row leads best over a gap (Fenwick, 1994, with maxima). Of
// two that lead alike, the one added first.
class BestByRow {
 public:
  explicit BestByRow(std::size_t rows) : best_(rows + 1) {}

  struct Best {
    std::int64_t value = 0;
    std::int32_t pair = -1;
    std::int32_t turn = 0;

    bool is_better(const Best& other) const {
      return pair >= 0 && (other.pair < 0 || value > other.value || (value == other.value && turn < other.turn));
    }
  };

  void add(std::size_t row, std::int64_t value, std::int32_t pair) {
    const Best added{value, pair, turn_++};
    for (std::size_t i = row + 1; i < best_.size(); i += i & (~i + 1))
      if (added.is_better(best_[i])) best_[i] = added;
  }

  // Of rows before `row`.
  Best before(std::size_t row) const {
    Best best;
    for (std::size_t i = row; i > 0; i &= i - 1)
      if (best_[i].is_better(best)) best = best_[i];
    return best;
  }

 private:
  std::vector<Best> best_;
  std::int32_t turn_ = 0;
};

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

WordPlacer::WordPlacer(const QuoteWords& quote) : quote_(quote) {
  const std::size_t rows = quote.words.size();
  const auto bits = static_cast<std::uint32_t>(std::bit_width(4 * rows + 4));
  shift_ = 64 - bits;
  slots_.resize(std::size_t{1} << bits);
  same_.assign(rows, -1);
  put_.assign(rows + 1, 0);
  cut_.assign(rows, 0);
  for (std::size_t row = 0; row < rows; ++row) {
    std::size_t at = quote.words[row].key >> shift_;
    while (slots_[at].last_row >= 0 && slots_[at].key != quote.words[row].key) at = (at + 1) & (slots_.size() - 1);
    same_[row] = slots_[at].last_row;
    slots_[at] = {quote.words[row].key, static_cast<std::int32_t>(row)};
    put_[row + 1] = put_[row] + (quote.in_brackets[row] ? kPutInBrackets : kPutIn);
    cut_[row] = quote.cut_before[row] ? static_cast<std::int32_t>(row) : row > 0 ? cut_[row - 1] : 0;
  }
}

std::int32_t WordPlacer::last_row_of(std::uint64_t key) const {
  for (std::size_t at = key >> shift_;; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].last_row < 0 || slots_[at].key == key) return slots_[at].last_row;
}

void WordPlacer::add_pairs(std::span<const FoldedWord> words, Span window) {
  pairs_.clear();
  met_.assign(quote_.words.size(), false);
  for (std::uint32_t i = window.begin; i < window.end; ++i) {
    for (std::int32_t row = last_row_of(words[i].key); row >= 0; row = same_[static_cast<std::size_t>(row)]) {
      pairs_.push_back({i, static_cast<std::uint32_t>(row)});
      met_[static_cast<std::size_t>(row)] = true;
    }
    if (pairs_.size() > kMostPairs) return;
  }
}

void WordPlacer::match(std::span<const FoldedWord> words, std::span<const std::uint32_t> numbers) {
  words_ = words;
  numbers_ = numbers;
  add_pairs(words, make_span(0, words.size()));
  if (pairs_.size() <= kMostPairs) return;
  // The densest stretch, by how many different words of the quotation it holds.
  const std::size_t size = std::max<std::size_t>(4 * quote_.words.size(), 400);
  std::vector<std::uint32_t> seen(quote_.words.size());
  std::size_t distinct = 0;
  std::size_t most = 0;
  std::size_t best = 0;
  for (std::size_t j = 0; j < words.size(); ++j) {
    if (const auto in = last_row_of(words[j].key); in >= 0) distinct += seen[static_cast<std::size_t>(in)]++ == 0;
    if (j >= size)
      if (const auto out = last_row_of(words[j - size].key); out >= 0)
        distinct -= --seen[static_cast<std::size_t>(out)] == 0;
    if (distinct > most) {
      most = distinct;
      best = j;
    }
  }
  const std::size_t begin = best + 1 > size ? best + 1 - size : 0;
  add_pairs(words, make_span(begin, std::min(words.size(), begin + 2 * size)));
  if (pairs_.size() > kMostPairs) pairs_.resize(kMostPairs);
}

WordPlaces WordPlacer::place(const std::vector<bool>& taken, Reach reach) {
  const std::size_t rows = quote_.words.size();
  const std::int64_t lengthen = reach == Reach::wide ? kLengthenGap : kLengthenNarrowGap;
  const auto number_of = [&](std::uint32_t word) { return std::int64_t{numbers_.empty() ? word : numbers_[word]}; };
  std::vector<std::int64_t> score(pairs_.size());
  std::vector<std::int32_t> before(pairs_.size(), -1);
  BestByRow leads(rows);
  std::size_t led = 0;     // pairs before this one are in `leads`
  std::size_t column = 0;  // the first pair of the word of the text at hand
  std::size_t last = 0;    // the first pair of the word before it that has any
  std::int64_t most = 0;
  std::int32_t end = -1;
  for (std::size_t k = 0; k < pairs_.size(); ++k) {
    const auto [word, row] = pairs_[k];
    if (word != pairs_[column].word) {
      last = column;
      column = k;
    }
    const std::int64_t at = number_of(word);
    const bool follows = last < column && number_of(pairs_[last].word) + 1 == at;
    // The pairs of one word of the text come later row first; of two that lead alike the earlier row is to stay.
    for (const std::size_t until = follows ? last : column; led < until;) {
      std::size_t next = led;
      while (next < until && pairs_[next].word == pairs_[led].word) ++next;
      for (std::size_t p = next; p-- > led;) {
        const auto [early, early_row] = pairs_[p];
        if (!taken.empty() && taken[early]) break;
        leads.add(early_row, score[p] + put_[early_row + 1] + lengthen * number_of(early),
                  static_cast<std::int32_t>(p));
      }
      led = next;
    }
    if (!taken.empty() && taken[word]) continue;
    std::int64_t best = -put_[row];
    for (std::size_t p = last; follows && p < column; ++p) {
      if (pairs_[p].row >= row || (!taken.empty() && taken[pairs_[p].word])) continue;
      const std::int64_t value = score[p] - (put_[row] - put_[pairs_[p].row + 1]);
      if (value < best || (value == best && before[k] >= 0)) continue;
      best = value;
      before[k] = static_cast<std::int32_t>(p);
    }
    const auto lead_over = [&](BestByRow::Best lead, std::int64_t open) {
      const std::int64_t value = lead.value - put_[row] - lengthen * (at - 2) - open;
      if (lead.pair < 0 || value <= best) return;
      best = value;
      before[k] = lead.pair;
    };
    lead_over(leads.before(row), kOpenGap);
    lead_over(leads.before(static_cast<std::size_t>(cut_[row])), kOpenMarkedGap);
    score[k] = best + weight(quote_.words[row]);
    const std::int64_t whole = score[k] - (put_[rows] - put_[row + 1]);
    if (end < 0 || whole > most) {
      most = whole;
      end = static_cast<std::int32_t>(k);
    }
  }
  WordPlaces places(rows, -1);
  for (; end >= 0; end = before[static_cast<std::size_t>(end)]) {
    const Pair& pair = pairs_[static_cast<std::size_t>(end)];
    places[pair.row] = static_cast<std::int32_t>(pair.word);
  }
  shift_gaps(places);
  return places;
}

// Where words on one side of a gap stand on its other side too ("we will [not] ... we will [go]"), any cut between them
// costs the same. The one that leaves the shorter piece longest is taken, of two such the earlier place.
void WordPlacer::shift_gaps(WordPlaces& places) const {
  const std::size_t rows = places.size();
  const auto next_to = [&](std::size_t row) { return places[row] >= 0 && places[row + 1] == places[row] + 1; };
  const auto same = [&](std::size_t row, std::int32_t word) {
    return word >= 0 && static_cast<std::size_t>(word) < words_.size() &&
           words_[static_cast<std::size_t>(word)].key == quote_.words[row].key;
  };
  for (std::size_t cut = 1; cut < rows; ++cut) {
    const std::int32_t left = places[cut - 1];
    const std::int32_t right = places[cut];
    if (left < 0 || right <= left + 1 || quote_.cut_before[cut]) continue;
    std::size_t begin = cut - 1;
    while (begin > 0 && next_to(begin - 1)) --begin;
    std::size_t end = cut + 1;
    while (end < rows && next_to(end - 1)) ++end;
    const std::int32_t apart = right - left - 1;
    std::size_t least = cut;  // cuts from here to `most` are open
    while (least > begin + 1 && same(least - 1, places[least - 1] + apart)) --least;
    std::size_t most = cut;
    while (most + 1 < end && same(most, places[most] - apart)) ++most;
    std::size_t best = cut;
    const auto shorter = [&](std::size_t at) { return std::min(at - begin, end - at); };
    for (std::size_t at = least; at <= most; ++at)
      if (shorter(at) > shorter(best) || (shorter(at) == shorter(best) && at > best)) best = at;
    for (; cut > best; --cut) places[cut - 1] += apart;
    for (; cut < best; ++cut) places[cut] -= apart;
  }
}

std::vector<std::size_t> find_whole(const QuoteWords& quote, std::span<const FoldedWord> words) {
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
