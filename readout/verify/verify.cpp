#include "readout/verify/verify.h"

#include <algorithm>
#include <numeric>

#include "readout/verify/judge.h"
#include "readout/verify/rank.h"
#include "readout/verify/reading.h"
#include "readout/verify/rewording.h"
#include "readout/verify/seek.h"
#include "readout/verify/sources.h"

namespace readout {
namespace {

constexpr std::size_t kMostPlacesAligned = 4;  // in one text
constexpr std::size_t kMostNearest = 3;
constexpr std::size_t kMostReread = 3;          // texts sought through for other words
constexpr std::size_t kMostPassagesReread = 8;  // of a long text
constexpr std::size_t kPassageWords = 200;      // on each side of what was seen there
constexpr std::uint32_t kLongHead = 8;          // words: a true head is worth showing whatever follows it

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

// Asks for one quotation.
class Check {
 public:
  Check(const QuoteWords& quote, const Sources& sources, std::span<const std::size_t> among)
      : quote_(quote), sources_(sources), seeker_(quote, sources, among), placer_(quote) {}

  void find() {
    std::vector<SoughtText> sought = seeker_.complete();
    add_wholes(sought);
    for (const SoughtText& text : sought) read(text, true);
    if (std::ranges::any_of(found_, [](const Place& place) { return is_sound(place.verdict); })) return;
    near_ = seeker_.near();
    for (const SoughtText& text : near_)
      if (std::ranges::find(done_, text.text) == done_.end()) read(text, false);
  }

  // Nothing stands there as quoted: it may say the same in other words.
  std::vector<Place> find_other_words(std::span<const std::size_t> among) const {
    std::vector<SourceText> passages;
    std::vector<std::pair<std::size_t, std::uint32_t>> origins;  // of each the text, and where in it
    const auto add_passage = [&](std::size_t text, std::size_t begin, std::size_t end) {
      const std::string_view whole = sources_.text(text).text;
      passages.push_back({whole.substr(begin, end - begin), {}});
      origins.emplace_back(text, static_cast<std::uint32_t>(begin));
    };
    std::vector<SoughtText> texts = near_;
    for (const std::size_t text : among)
      if (texts.size() < kMostReread && std::ranges::find(texts, text, &SoughtText::text) == texts.end())
        texts.push_back({static_cast<std::uint32_t>(text), false, {}});
    if (texts.size() > kMostReread) texts.resize(kMostReread);
    for (const SoughtText& text : texts) {
      const std::vector<FoldedWord>& words = sources_.folded(text.text).words;
      if (words.size() <= kReadWholeWords) {
        add_passage(text.text, 0, sources_.text(text.text).text.size());
        continue;
      }
      std::size_t read = 0;
      std::size_t end = 0;
      for (const std::uint32_t word : text.words) {
        if (word < end || ++read > kMostPassagesReread) continue;
        const std::size_t begin = std::max<std::size_t>(end, word - std::min<std::size_t>(word, kPassageWords));
        end = std::min(words.size(), word + kPassageWords);
        add_passage(text.text, words[begin].span.begin, words[end - 1].span.end);
      }
    }
    std::vector<std::size_t> all(passages.size());
    std::iota(all.begin(), all.end(), 0);
    std::vector<Place> places = find_reworded(quote_.text, passages, all);
    for (Place& place : places) {
      const auto [text, begin] = origins[place.text];
      place.text = text;
      for (Span& piece : place.pieces) piece = {piece.begin + begin, piece.end + begin};
      for (Difference& each : place.differences) each.text = {each.text.begin + begin, each.text.end + begin};
    }
    if (places.size() > kMostNearest) places.resize(kMostNearest);
    return places;
  }

  std::vector<Place> take_found() { return std::move(found_); }
  std::vector<Place> take_nearest() { return std::move(nearest_); }

 private:
  Place judge_at(std::size_t text, const std::vector<FoldedWord>& words, WordPlaces at) {
    Place place = judge(quote_, sources_.text(text), words, std::move(at));
    place.text = text;
    return place;
  }

  void add(Place place) { (is_found(place.verdict) ? found_ : nearest_).push_back(std::move(place)); }

  void add_whole(std::uint32_t text, const std::vector<FoldedWord>& words, std::size_t at) {
    WordPlaces places(quote_.words.size());
    for (std::size_t k = 0; k < places.size(); ++k) places[k] = static_cast<std::int32_t>(at + k);
    add(judge_at(text, words, std::move(places)));
    if (done_.empty() || done_.back() != text) done_.push_back(text);
  }

  // A text where the quotation stands whole is not looked at further; one where it was seen across a line's end or a
  // page's is read again, with all its words as the quotation has them.
  void add_wholes(std::vector<SoughtText>& sought) {
    const std::vector<Seeker::Whole> wholes = seeker_.wholes();
    std::erase_if(sought, [&](const SoughtText& text) {
      return !text.strand && std::ranges::binary_search(wholes, text.text, {}, &Seeker::Whole::text);
    });
    for (const Seeker::Whole& whole : wholes) {
      const auto again = std::ranges::lower_bound(sought, whole.text, {}, &SoughtText::text);
      if (again == sought.end() || again->text != whole.text)
        add_whole(whole.text, sources_.folded(whole.text).words, whole.word);
      else
        again->words.insert(std::ranges::lower_bound(again->words, whole.word), whole.word);
    }
  }

  // `complete`: only where every word that must stand there does.
  void read(const SoughtText& text, bool complete) {
    const TextReading reading(quote_, sources_, text);
    const std::vector<FoldedWord>& words = reading.words();
    if (text.strand) {
      const std::vector<std::size_t> wholes = find_whole(quote_, words);
      for (const std::size_t at : wholes) add_whole(text.text, words, at);
      if (!wholes.empty()) return;
    }
    placer_.match(words, reading.numbers());
    for (std::size_t i = 0; complete && i < quote_.words.size(); ++i)
      if (!placer_.has_met(i) && seeker_.is_required(i)) return;
    if (!complete && is_farther(placer_.place({}, Reach::wide)) && is_farther(placer_.place({}, Reach::narrow))) return;
    done_.push_back(text.text);
    std::vector<bool> taken;
    for (std::size_t round = 0; round < kMostPlacesAligned; ++round) {
      Place place = read_once(text.text, words, taken, round == 0);
      if (round > 0 && !is_sound(place.verdict) && !is_bracketed_print(found_.back())) return;
      if (uses_taken(place, words, taken)) return;
      if (!is_found(place.verdict)) {
        if (is_near(place, quote_)) nearest_.push_back(std::move(place));
        return;
      }
      take(place, words, taken);
      const bool goes_on = is_sound(place.verdict);
      found_.push_back(std::move(place));
      if (!goes_on) return;
    }
  }

  std::uint32_t count_of_words() const { return static_cast<std::uint32_t>(quote_.words.size()); }

  // Whether so many words stand nowhere there that the place will not be told beside the best so far.
  bool is_farther(const WordPlaces& at) const {
    if (found_.empty()) return false;
    std::uint32_t best = distance_to(found_.front(), count_of_words());
    for (const Place& place : found_) best = std::min(best, distance_to(place, count_of_words()));
    return least_distance(static_cast<std::uint32_t>(std::ranges::count(at, -1))) > farthest_beside(best);
  }

  // The best of up to three readings: pieces from anywhere; from one passage; and, where a few words that might as well
  // be others make it worse ("It [was not an estimate]" out of "It was. It is not an estimate"), without these.
  Place read_once(std::size_t text, const std::vector<FoldedWord>& words, const std::vector<bool>& taken, bool again) {
    const WordPlaces wide = placer_.place(taken, Reach::wide);
    Place place = judge_at(text, words, wide);
    if (!again || is_sound(place.verdict)) return place;
    if (const WordPlaces narrow = placer_.place(taken, Reach::narrow); narrow != wide)
      place = closer(std::move(place), judge_at(text, words, narrow), count_of_words());
    if (is_sound(place.verdict) || place.pieces.size() < 2) return place;
    const Span shortest = *std::ranges::min_element(place.pieces, {}, &Span::size);
    std::vector<bool> barred = taken;
    barred.resize(words.size());
    std::size_t few = 0;
    for_words(shortest, words, [&](std::size_t word) { barred[word] = ++few > 0; });
    if (few > kLeastWords) return place;
    Place without = judge_at(text, words, placer_.place(barred, Reach::narrow));
    const Span longest = *std::ranges::max_element(place.pieces, {}, &Span::size);
    return is_sound(without.verdict) && extent(without).overlaps(longest) ? without : place;
  }

  // Calls `each` with the index of every word of a piece.
  static void for_words(Span piece, const std::vector<FoldedWord>& words, const auto& each) {
    auto word = std::ranges::lower_bound(words, piece.begin, {}, [](const FoldedWord& w) { return w.span.begin; });
    for (; word != words.end() && word->span.begin < piece.end; ++word)
      each(static_cast<std::size_t>(word - words.begin()));
  }

  static void take(const Place& place, const std::vector<FoldedWord>& words, std::vector<bool>& taken) {
    taken.resize(words.size());
    for (const Span piece : place.pieces) for_words(piece, words, [&](std::size_t word) { taken[word] = true; });
  }

  // A moved piece may be found among words that another place has.
  static bool uses_taken(const Place& place, const std::vector<FoldedWord>& words, const std::vector<bool>& taken) {
    bool uses = false;
    for (const Span piece : place.pieces)
      if (!taken.empty()) for_words(piece, words, [&](std::size_t word) { uses = uses || taken[word]; });
    return uses;
  }

  const QuoteWords& quote_;
  const Sources& sources_;
  Seeker seeker_;
  WordPlacer placer_;
  std::vector<SoughtText> near_;
  std::vector<std::uint32_t> done_;
  std::vector<Place> found_;
  std::vector<Place> nearest_;
};

// Words that stand side by side count for more than words here and there.
std::pair<std::size_t, std::size_t> likeness(const Place& place) {
  const std::size_t pieces = std::min<std::size_t>(place.pieces.size(), place.matched);
  return {place.matched - pieces, place.matched};
}

void choose_nearest(std::vector<Place>& nearest) {
  std::ranges::stable_sort(nearest, [&](const Place& a, const Place& b) {
    return likeness(a) != likeness(b) ? likeness(a) > likeness(b)
                                      : std::pair(a.text, extent(a)) < std::pair(b.text, extent(b));
  });
  // Beside a near passage, one that shares a few words is no help.
  if (!nearest.empty()) {
    const std::size_t best = likeness(nearest.front()).first;
    std::erase_if(nearest, [&](const Place& place) { return 2 * likeness(place).first < best; });
  }
  if (nearest.size() > kMostNearest) nearest.resize(kMostNearest);
}

}  // namespace

Verification verify(std::string_view text, const Sources& sources, std::span<const std::size_t> among) {
  const QuoteWords quote = read_quote(text);
  Verification result;
  result.words = static_cast<std::uint32_t>(quote.words.size());
  const bool any_words = among.empty()
                             ? sources.holds_words()
                             : std::ranges::any_of(among, [&](std::size_t i) { return sources.holds_words(i); });
  if (quote.words.size() < kLeastWords || !any_words) return result;
  Check check(quote, sources, among);
  check.find();
  result.places = check.take_found();
  if (!result.places.empty()) {
    sort_places(result.places, result.words);
    result.verdict = result.places.front().verdict;
    return result;
  }
  result.places = check.find_other_words(among);
  if (!result.places.empty()) {
    result.verdict = result.places.front().verdict;
    return result;
  }
  result.places = check.take_nearest();
  choose_nearest(result.places);
  result.verdict = Verdict::not_found;
  return result;
}

Verification verify(std::string_view quote, std::span<const SourceText> texts) {
  return verify(quote, Sources(texts));
}

Span extent(const Place& place) {
  Span whole = place.pieces.empty() ? Span{} : place.pieces.front();
  for (const Span piece : place.pieces) whole = {std::min(whole.begin, piece.begin), std::max(whole.end, piece.end)};
  return whole;
}

}  // namespace readout
