#include "readout/verify/seek.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "readout/verify/seams.h"

namespace readout {
namespace {

constexpr std::uint32_t kFew = 4;          // places: too few to look up a longer run
constexpr std::size_t kChunkWords = 48;    // of a long quotation; runs are chosen for each
constexpr std::uint32_t kPassageBits = 6;  // words of the sources, as a power of two, that near() adds up at a time
constexpr std::size_t kMostPassages = 24;
constexpr std::size_t kShortQuotation = 5;    // words
constexpr std::size_t kShortReach = 14;       // words around a place: a lone word further off is chance
constexpr std::size_t kCutReach = 48;         // so are two pairs
constexpr std::size_t kMostRarePlaces = 512;  // that a long text is read at, of runs
constexpr std::uint32_t kRarePlaces = 32;     // that stand in no more of them than this

// Passages of the sources by number, with what stands there. Open addressing, never full.
class PassageTable {
 public:
  struct Passage {
    std::uint32_t number = 0;
    std::uint32_t weight = 0;
    std::uint32_t place = 0;  // of the first hit
    std::uint32_t term = 0;   // the last that was counted, from 1; 0: the slot is free
  };

  explicit PassageTable(std::size_t hits) : slots_(std::bit_ceil(2 * hits + 2)) {}

  void add(std::uint32_t place, std::uint32_t term, std::uint32_t weight) {
    Passage& passage = slot(place >> kPassageBits);
    if (passage.term == term) return;
    if (passage.term == 0) passage = {place >> kPassageBits, 0, place, 0};
    passage.weight += weight;
    passage.term = term;
  }

  const Passage* find(std::uint32_t number) {
    const Passage& passage = slot(number);
    return passage.term == 0 ? nullptr : &passage;
  }

  const std::vector<Passage>& slots() const { return slots_; }

 private:
  Passage& slot(std::uint32_t number) {
    for (std::size_t i = (number * 0x9E3779B9u) >> 7;; ++i) {
      Passage& passage = slots_[i & (slots_.size() - 1)];
      if (passage.term == 0 || passage.number == number) return passage;
    }
  }

  std::vector<Passage> slots_;
};

void sort_once(std::vector<std::uint32_t>& words) {
  std::ranges::sort(words);
  const auto same = std::ranges::unique(words);
  words.erase(same.begin(), same.end());
}

void gather(std::vector<SoughtText>& texts) {
  std::ranges::sort(texts, {}, &SoughtText::text);
  std::vector<SoughtText> gathered;
  for (SoughtText& text : texts) {
    if (gathered.empty() || gathered.back().text != text.text) {
      gathered.push_back(std::move(text));
      continue;
    }
    gathered.back().strand = gathered.back().strand || text.strand;
    gathered.back().words.insert(gathered.back().words.end(), text.words.begin(), text.words.end());
  }
  for (SoughtText& text : gathered) sort_once(text.words);
  texts = std::move(gathered);
}

}  // namespace

Seeker::Seeker(const QuoteWords& quote, const Sources& sources, std::span<const std::size_t> among)
    : quote_(quote), sources_(sources), suffixes_(sources.suffixes()), among_(among) {
  const std::size_t words = quote.words.size();
  numbers_.reserve(words);
  for (const FoldedWord& word : quote.words) numbers_.push_back(sources.number_of(word.key));
  ranges_.resize(words * kSortedWords);
  depths_.resize(words);
  for (std::size_t i = 0; i < words; ++i) {
    SuffixRange range = numbers_[i] == 0 ? SuffixRange{} : suffixes_.all(numbers_[i]);
    std::uint32_t depth = 0;
    ranges_[i * kSortedWords] = range;
    while (++depth < kSortedWords && i + depth < words && range.size() > kFew) {
      range = numbers_[i + depth] == 0 ? SuffixRange{} : suffixes_.narrow(range, depth, numbers_[i + depth]);
      ranges_[i * kSortedWords + depth] = range;
    }
    depths_[i] = static_cast<std::uint8_t>(depth);
  }
}

// Where words [first, first + count) stand, or a few places more.
SuffixRange Seeker::range_of(std::size_t first, std::size_t count) const {
  for (std::size_t i = first; i < first + count; ++i)
    if (numbers_[i] == 0) return {};
  return ranges_[first * kSortedWords + std::min<std::size_t>(count, depths_[first]) - 1];
}

std::vector<Seeker::Whole> Seeker::wholes() const {
  std::vector<Whole> found;
  const std::size_t words = numbers_.size();
  std::size_t rarest = 0;
  SuffixRange range{0, std::numeric_limits<std::uint32_t>::max()};
  for (std::size_t i = 0; i < words; ++i) {
    const SuffixRange here = ranges_[i * kSortedWords + depths_[i] - 1];
    if (numbers_[i] == 0 || here.empty()) return found;
    if (here.size() >= range.size()) continue;
    range = here;
    rarest = i;
  }
  std::vector<std::uint32_t> places;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const std::uint32_t place = suffixes_.place(at);
    if (place < rarest || place - rarest + words > suffixes_.size()) continue;
    const std::size_t begin = place - rarest;
    std::size_t same = 0;
    while (same < words && suffixes_.word(begin + same) == numbers_[same]) ++same;
    if (same == words) places.push_back(static_cast<std::uint32_t>(begin));
  }
  std::ranges::sort(places);
  std::size_t end = 0;
  for (const std::uint32_t place : places) {
    if (place < end) continue;
    const Sources::Spot spot = sources_.spot(place);
    if (spot.strand) break;
    if (!is_sought(spot.text)) continue;
    found.push_back({spot.text, spot.word});
    end = place + words;
  }
  return found;
}

bool Seeker::is_sought(std::uint32_t text) const {
  return among_.empty() || std::ranges::binary_search(among_, std::size_t{text});
}

bool Seeker::is_required(std::size_t word) const {
  return !quote_.in_brackets[word] && !all_join(quote_, word, word + 1);
}

// Runs of words [begin, end), one more than there may be seams, that stand in the fewest places together. None
// overlaps another, none begins or ends with a word that need not stand there.
void Seeker::choose_runs(std::size_t begin, std::size_t end, std::vector<Run>& chosen) const {
  constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max() / 2;
  const std::size_t words = end - begin;
  const std::size_t runs = most_seams(words) + 1;
  struct Step {
    std::uint64_t places = kNever;
    std::uint32_t count = 0;  // of words in the run that ends here; 0: none does
  };
  // After `r` runs in the first `w` words.
  std::vector<Step> steps((runs + 1) * (words + 1));
  const auto step = [&](std::size_t r, std::size_t w) -> Step& { return steps[r * (words + 1) + w]; };
  for (std::size_t w = 0; w <= words; ++w) step(0, w).places = 0;
  for (std::size_t w = 1; w <= words; ++w) {
    for (std::size_t r = 1; r <= runs; ++r) step(r, w) = {step(r, w - 1).places, 0};
    if (!is_required(begin + w - 1)) continue;
    bool bracket = false;
    for (std::size_t count = 1; count <= std::min<std::size_t>(w, kSortedWords); ++count) {
      const std::size_t first = begin + w - count;
      bracket = bracket || quote_.in_brackets[first];
      if (bracket) break;
      if (!is_required(first)) continue;
      const std::uint32_t places = range_of(first, count).size();
      for (std::size_t r = 1; r <= runs; ++r)
        if (const std::uint64_t all = step(r - 1, w - count).places + places; all < step(r, w).places)
          step(r, w) = {all, static_cast<std::uint32_t>(count)};
    }
  }
  std::size_t r = runs;
  while (r > 0 && step(r, words).places >= kNever) --r;  // so few words are required that fewer runs must do
  for (std::size_t w = words; r > 0;) {
    const std::uint32_t count = step(r, w).count;
    if (count == 0) {
      --w;
      continue;
    }
    w -= count;
    --r;
    chosen.push_back({range_of(begin + w, count), static_cast<std::uint32_t>(begin + w), count});
  }
}

// Of the pieces between so many seams at most one is at least so long: every run of that many words.
std::vector<Seeker::Run> Seeker::longest_runs() const {
  std::size_t required = 0;
  for (std::size_t i = 0; i < numbers_.size(); ++i) required += is_required(i);
  const std::size_t pieces = most_seams(numbers_.size()) + 1;
  const std::size_t count = std::clamp<std::size_t>((required + pieces - 1) / pieces, 1, kSortedWords);
  std::vector<Run> runs;
  for (std::size_t i = 0; i + count <= numbers_.size(); ++i)
    runs.push_back({range_of(i, count), static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(count)});
  return runs;
}

std::size_t Seeker::places_of(const std::vector<Run>& runs) {
  std::size_t places = 0;
  for (const Run& run : runs) places += run.range.size();
  return places;
}

// In a quotation too short for two pieces of three words, what stands far from the rest is chance: whether all its
// words stand around a place.
bool Seeker::is_whole_around(std::uint32_t place) const {
  const std::size_t words = numbers_.size();
  if (words > kShortQuotation) return true;
  const std::size_t reach = words == kLeastWords ? kShortReach : kCutReach;
  const std::size_t begin = place - std::min<std::size_t>(place, reach);
  const std::size_t end = std::min(suffixes_.size(), place + reach);
  std::uint32_t met = 0;
  std::uint32_t all = 0;
  for (std::size_t k = 0; k < words; ++k) all |= std::uint32_t{is_required(k)} << k;
  for (std::size_t i = begin; i < end && (met & all) != all; ++i)
    for (std::size_t k = 0; k < words; ++k) met |= std::uint32_t{suffixes_.word(i) == numbers_[k]} << k;
  return (met & all) == all;
}

std::vector<SoughtText> Seeker::complete() const {
  std::vector<SoughtText> texts;
  const std::size_t words = numbers_.size();
  for (std::size_t i = 0; i < words; ++i)
    if (numbers_[i] == 0 && is_required(i)) return texts;
  std::vector<Run> runs;
  const std::size_t chunks = std::max<std::size_t>(1, words / kChunkWords);
  for (std::size_t c = 0; c < chunks; ++c) choose_runs(words * c / chunks, words * (c + 1) / chunks, runs);
  if (std::vector<Run> longest = longest_runs(); places_of(longest) < places_of(runs)) runs = std::move(longest);
  std::ranges::sort(runs, {}, [](const Run& run) { return std::pair(run.range.size(), run.first); });
  std::size_t hits = 0;
  for (const Run& run : runs) {
    if (hits > 0 && hits + run.range.size() > kMostHits) break;
    hits += run.range.size();
    for (std::uint32_t at = run.range.begin; at < run.range.end; ++at) {
      const std::uint32_t place = suffixes_.place(at);
      const Sources::Spot spot = sources_.spot(place);
      if (!is_sought(spot.text) || (!spot.strand && !is_whole_around(place))) continue;
      if (texts.empty() || texts.back().text != spot.text) texts.push_back({spot.text, false, {}});
      texts.back().strand = texts.back().strand || spot.strand;
      texts.back().words.push_back(spot.word);
    }
  }
  gather(texts);
  if (texts.size() > kMostAligned) {
    std::ranges::stable_sort(texts, std::greater<>(), [](const SoughtText& text) { return text.words.size(); });
    texts.resize(kMostAligned);
    std::ranges::sort(texts, {}, &SoughtText::text);
  }
  add_rare_places(texts);
  return texts;
}

// A long text is read only where parts of the quotation were seen: all parts that are rare.
void Seeker::add_rare_places(std::vector<SoughtText>& texts) const {
  const auto is_long = [&](const SoughtText& text) {
    return sources_.folded(text.text).words.size() > kReadWholeWords;
  };
  if (std::ranges::none_of(texts, is_long)) return;
  for (const Run& run : rare_runs(kMostRarePlaces)) {
    if (run.range.size() > kRarePlaces) break;
    for (std::uint32_t at = run.range.begin; at < run.range.end; ++at) {
      const Sources::Spot spot = sources_.spot(suffixes_.place(at));
      const auto text = std::ranges::find(texts, spot.text, &SoughtText::text);
      if (text == texts.end() || !is_long(*text)) continue;
      text->strand = text->strand || spot.strand;
      text->words.push_back(spot.word);
    }
  }
  for (SoughtText& text : texts) sort_once(text.words);
}

// Words and pairs of words, the rarest first, that stand in `most` places together.
std::vector<Seeker::Run> Seeker::rare_runs(std::size_t most) const {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    for (std::uint32_t count = 1; count <= std::min<std::size_t>(2, numbers_.size() - i); ++count) {
      const SuffixRange range = range_of(i, count);
      if (!range.empty()) runs.push_back({range, static_cast<std::uint32_t>(i), count});
    }
  }
  std::ranges::sort(runs, {},
                    [](const Run& run) { return std::tuple(run.range.size(), run.range.begin, run.count, run.first); });
  const auto same = std::ranges::unique(runs, {}, [](const Run& run) { return std::pair(run.range.begin, run.count); });
  runs.erase(same.begin(), same.end());
  std::size_t hits = 0;
  std::size_t kept = 0;
  while (kept < runs.size() && (kept == 0 || hits + runs[kept].range.size() <= most)) hits += runs[kept++].range.size();
  runs.resize(kept);
  return runs;
}

std::vector<SoughtText> Seeker::near() const {
  const std::vector<Run> runs = rare_runs(among_.empty() ? kMostNearHits : 8 * kMostNearHits);
  std::size_t hits = 0;
  for (const Run& run : runs) hits += run.range.size();
  PassageTable table(hits);
  for (std::uint32_t term = 0; term < runs.size(); ++term) {
    const SuffixRange range = runs[term].range;
    const auto weight = static_cast<std::uint32_t>(std::bit_width(suffixes_.size() / range.size()));
    for (std::uint32_t at = range.begin; at < range.end; ++at) table.add(suffixes_.place(at), term + 1, weight);
  }
  struct Promise {
    std::uint32_t weight = 0;
    std::uint32_t place = 0;
  };
  std::vector<Promise> promises;
  for (const PassageTable::Passage& passage : table.slots()) {
    if (passage.term == 0) continue;
    const PassageTable::Passage* next = table.find(passage.number + 1);
    promises.push_back({passage.weight + (next == nullptr ? 0 : next->weight), passage.place});
  }
  const auto better = [](const Promise& a, const Promise& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.place < b.place;
  };
  if (among_.empty() && promises.size() > kMostPassages) {
    std::ranges::nth_element(promises, promises.begin() + kMostPassages, better);
    promises.resize(kMostPassages);
  }
  std::ranges::sort(promises, better);
  std::vector<SoughtText> texts;
  std::size_t passages = 0;
  for (const Promise& promise : promises) {
    const Sources::Spot spot = sources_.spot(promise.place);
    if (!is_sought(spot.text)) continue;
    auto text = std::ranges::find(texts, spot.text, &SoughtText::text);
    if (text == texts.end()) {
      if (texts.size() == kMostNear) continue;
      texts.push_back({spot.text, false, {}});
      text = texts.end() - 1;
    }
    text->strand = text->strand || spot.strand;
    text->words.push_back(spot.word);
    if (++passages == kMostPassages) break;
  }
  for (SoughtText& text : texts) sort_once(text.words);
  add_rare_places(texts);
  return texts;
}

}  // namespace readout
