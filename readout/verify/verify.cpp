#include "readout/verify/verify.h"

#include <algorithm>
#include <unordered_set>

#include "readout/verify/judge.h"
#include "readout/verify/rank.h"
#include "readout/verify/rewording.h"

namespace readout {
namespace {

constexpr std::size_t kMostPlacesAligned = 4;  // in one text
constexpr std::size_t kMostNearest = 3;
constexpr std::size_t kMostReread = 3;  // texts sought through for other words
constexpr std::uint32_t kLongHead = 8;  // words: a true head is worth showing whatever follows it

struct Reading {
  std::size_t text = 0;
  std::vector<FoldedWord> words;
  std::size_t shared = 0;    // different words of the quotation that stand in the text
  std::size_t promises = 0;  // the same, and neighbours that stand side by side there for four
};

std::uint64_t pair_key(const FoldedWord& left, const FoldedWord& right) {
  return left.key * 31 + right.key;
}

void count_shared(const QuoteWords& quote, const std::unordered_set<std::uint64_t>& pairs, Reading& reading) {
  std::unordered_set<std::uint64_t> words;
  std::unordered_set<std::uint64_t> neighbours;
  for (std::size_t i = 0; i < reading.words.size(); ++i) {
    if (!quote.keys.contains(reading.words[i].key)) continue;
    words.insert(reading.words[i].key);
    if (i + 1 == reading.words.size()) break;
    const std::uint64_t pair = pair_key(reading.words[i], reading.words[i + 1]);
    if (pairs.contains(pair)) neighbours.insert(pair);
  }
  reading.shared = words.size();
  reading.promises = words.size() + 4 * neighbours.size();
}

bool is_found(Verdict verdict) {
  return verdict < Verdict::not_found;
}

bool is_near(const Place& place, const QuoteWords& quote) {
  std::uint32_t longest = 0;
  std::uint32_t matched_letters = 0;
  for (const Span piece : place.pieces) {
    longest = std::max(longest, piece.size());
    matched_letters += piece.size();
  }
  std::uint32_t letters = 1;
  for (const FoldedWord& word : quote.words) letters += word.span.size() + 1;
  return place.matched >= kLeastWords && (2 * place.matched >= quote.words.size() || longest >= 6 * kLongHead) &&
         3 * matched_letters >= letters / 2;
}

// The texts that share the most words; the earlier of two that share as many.
std::vector<std::size_t> most_shared(const std::vector<std::size_t>& shares) {
  std::vector<std::size_t> order(shares.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return shares[a] > shares[b]; });
  if (order.size() > kMostReread) order.resize(kMostReread);
  return order;
}

void add_aligned(const QuoteWords& quote, std::span<const SourceText> texts, const Reading& reading,
                 std::vector<Place>& found, std::vector<Place>& nearest) {
  std::vector<bool> taken(reading.words.size());
  for (std::size_t round = 0; round < kMostPlacesAligned; ++round) {
    const auto read = [&](Reach reach) {
      Place place = judge(quote, texts[reading.text], reading.words, place_words(quote, reading.words, taken, reach));
      place.text = reading.text;
      return place;
    };
    const auto count = static_cast<std::uint32_t>(quote.words.size());
    Place place = read(Reach::wide);
    if (round == 0 && !is_sound(place.verdict)) place = closer(std::move(place), read(Reach::narrow), count);
    if (round > 0 && !is_sound(place.verdict) && !is_bracketed_print(found.back())) return;
    if (!is_found(place.verdict)) {
      if (is_near(place, quote)) nearest.push_back(std::move(place));
      return;
    }
    for (std::size_t j = 0; j < reading.words.size(); ++j)
      for (const Span piece : place.pieces) taken[j] = taken[j] || piece.contains(reading.words[j].span);
    const bool goes_on = is_sound(place.verdict);
    found.push_back(std::move(place));
    if (!goes_on) return;
  }
}

}  // namespace

Verification verify(std::string_view text, std::span<const SourceText> texts) {
  const QuoteWords quote = read_quote(text);
  Verification result;
  result.words = static_cast<std::uint32_t>(quote.words.size());
  if (quote.words.size() < kLeastWords) return result;

  std::vector<Place> found;
  std::vector<Reading> readings;
  std::vector<std::size_t> shares;  // of each text: different words of the quotation that stand in it
  bool any_words = false;
  std::unordered_set<std::uint64_t> pairs;
  for (std::size_t k = 0; k + 1 < quote.words.size(); ++k) pairs.insert(pair_key(quote.words[k], quote.words[k + 1]));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Reading reading{i, fold_into_words(texts[i].text, &quote.keys), 0, 0};
    any_words = any_words || !reading.words.empty();
    const std::vector<std::size_t> wholes = find_whole(quote, reading.words);
    for (const std::size_t at : wholes) {
      WordPlaces alignment(quote.words.size());
      for (std::size_t k = 0; k < alignment.size(); ++k) alignment[k] = static_cast<std::int32_t>(at + k);
      found.push_back(judge(quote, texts[i], reading.words, std::move(alignment)));
      found.back().text = i;
    }
    count_shared(quote, pairs, reading);
    shares.push_back(reading.shared);
    if (wholes.empty() && 2 * reading.shared >= quote.keys.size()) readings.push_back(std::move(reading));
    std::ranges::stable_sort(readings, std::greater<>(), &Reading::promises);
    if (readings.size() > kMostAligned) readings.resize(kMostAligned);
  }
  if (!any_words) return result;
  std::vector<Place> nearest;
  for (const Place& place : found)
    if (!is_found(place.verdict)) nearest.push_back(place);
  std::erase_if(found, [](const Place& place) { return !is_found(place.verdict); });
  for (const Reading& reading : readings) add_aligned(quote, texts, reading, found, nearest);

  if (!found.empty()) {
    sort_places(found, result.words);
    result.verdict = found.front().verdict;
    result.places = std::move(found);
    return result;
  }
  // Words that stand side by side count for more than words here and there.
  const auto likeness = [](const Place& place) {
    const std::size_t pieces = std::min<std::size_t>(place.pieces.size(), place.matched);
    return std::pair(place.matched - pieces, place.matched);
  };
  std::ranges::stable_sort(nearest, [&](const Place& a, const Place& b) {
    return likeness(a) != likeness(b) ? likeness(a) > likeness(b)
                                      : std::pair(a.text, extent(a)) < std::pair(b.text, extent(b));
  });
  // Beside a near passage, one that shares a few words is no help.
  if (!nearest.empty()) {
    const auto best = likeness(nearest.front()).first;
    std::erase_if(nearest, [&](const Place& place) { return 2 * likeness(place).first < best; });
  }
  if (nearest.size() > kMostNearest) nearest.resize(kMostNearest);
  // Nothing stands there as quoted: it may say the same in other words.
  const std::vector<std::size_t> candidates = most_shared(shares);
  if (std::vector<Place> reworded = find_reworded(text, texts, candidates); !reworded.empty()) {
    result.verdict = reworded.front().verdict;
    if (reworded.size() > kMostNearest) reworded.resize(kMostNearest);
    result.places = std::move(reworded);
    return result;
  }
  result.verdict = Verdict::not_found;
  result.places = std::move(nearest);
  return result;
}

Span extent(const Place& place) {
  Span whole = place.pieces.empty() ? Span{} : place.pieces.front();
  for (const Span piece : place.pieces) whole = {std::min(whole.begin, piece.begin), std::max(whole.end, piece.end)};
  return whole;
}

}  // namespace readout
