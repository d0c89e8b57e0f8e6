#include "readout/verify/judge.h"

#include <algorithm>

#include "readout/align/keys.h"
#include "readout/text/characters.h"
#include "readout/text/fold.h"
#include "readout/verify/cuts.h"
#include "readout/verify/difference_words.h"
#include "readout/verify/outside.h"
#include "readout/verify/rank.h"
#include "readout/verify/rewording.h"
#include "readout/verify/runs.h"
#include "readout/verify/seams.h"
#include "readout/verify/weigh.h"
#include "readout/verify/wording.h"

namespace readout {
namespace {

constexpr std::size_t kShortRest = 3;       // words of the text that a full stop in the quotation takes away
constexpr std::size_t kManyOtherWords = 3;  // differences
constexpr std::size_t kSentence = 40;       // words at most
constexpr std::size_t kLongEdge = 4;        // words before or after all pieces: more were made up, not exchanged
constexpr std::size_t kSlack = 3;           // words more in the text than in the quotation that an exchange may span

// Words [begin, end) of one side.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin >= end; }
  std::size_t size() const { return empty() ? 0 : end - begin; }
};

class Judge {
 public:
  Judge(const QuoteWords& quote, const SourceText& source, const std::vector<FoldedWord>& words, WordPlaces at)
      : quote_(quote), source_(source), text_(source.text), words_(words), at_(std::move(at)) {}

  Place judge() {
    const std::vector<WordRun> runs = find_runs(at_);
    place_.matched = static_cast<std::uint32_t>(std::ranges::count_if(at_, [](std::int32_t at) { return at >= 0; }));
    if (runs.empty()) return place_;
    read_head(runs.front());
    for (std::size_t k = 0; k < runs.size(); ++k) {
      const WordRun& run = runs[k];
      place_.pieces.push_back({words_[run.text].span.begin, words_[run.text_end() - 1].span.end});
      if (!compare_forms(quote_, run.quote, text_, words_, run.text, run.count, place_.folded))
        tell(DifferenceType::sentence, quote_span({run.quote, run.quote_end()}), place_.pieces.back());
      if (k + 1 < runs.size()) add_seam(run, runs[k + 1]);
    }
    read_tail(runs.back());
    read_bracketed_letters(runs);
    find_moved_words();
    merge_page_breaks();
    const std::vector<Difference> outside = turns_outside(text_, words_, runs.front().text, runs.back().text_end() - 1);
    place_.outside.insert(place_.outside.end(), outside.begin(), outside.end());
    compare_end(runs.back());
    place_.verdict = weigh(quote_, place_, measure_support(quote_, runs));
    if (place_.verdict == Verdict::altered && is_reworded(runs)) place_.verdict = Verdict::reworded;
    return place_;
  }

 private:
  Span quote_span(Stretch words) const {
    return words.empty() ? Span{} : Span{quote_.words[words.begin].span.begin, quote_.words[words.end - 1].span.end};
  }
  Span text_span(Stretch words) const {
    return words.empty() ? Span{} : Span{words_[words.begin].span.begin, words_[words.end - 1].span.end};
  }

  void tell(DifferenceType type, Span quote, Span text) { place_.differences.push_back({type, quote, text, true}); }

  // A digit, or a sign that counts as a word.
  static bool has_sign(std::string_view words) {
    for (std::size_t i = 0; i < words.size(); i += code_point_at(words, i).size) {
      const char32_t c = code_point_at(words, i).value;
      if (!is_letter(c) && !is_white(c) && !is_apostrophe(c) && !is_invisible(c)) return true;
    }
    return false;
  }

  // Units of the words with one word around them on either side.
  static UnitRange units_of(std::string_view text, const std::vector<FoldedWord>& words, Stretch stretch,
                            std::vector<Unit>& units) {
    const std::size_t first = stretch.begin > 1 ? stretch.begin - 2 : 0;
    const std::size_t last = std::min(stretch.end + 1, words.size());
    if (first >= last) return {};
    units = make_units(text, {words[first].span.begin, words[last - 1].span.end});
    UnitRange range{units, 0, 0};
    const std::uint32_t begin = stretch.begin < words.size() ? words[stretch.begin].span.begin : words.back().span.end;
    const std::uint32_t end = stretch.empty() ? begin : words[stretch.end - 1].span.end;
    while (range.begin < units.size() && units[range.begin].span.end <= begin) ++range.begin;
    range.end = range.begin;
    while (range.end < units.size() && units[range.end].span.begin < end) ++range.end;
    return range;
  }

  void compare(Stretch quote, Stretch text) {
    std::vector<Unit> quote_units;
    std::vector<Unit> text_units;
    const UnitRange mine = units_of(quote_.text, quote_.words, quote, quote_units);
    const UnitRange theirs = units_of(text_, words_, text, text_units);
    std::vector<Difference> told = compare_wording(mine, theirs);
    // Signs and forms that units do not part: "-5" for "5", "10" for "10%".
    if (told.empty()) {
      const bool counts = has_sign(slice(quote_.text, quote_span(quote))) || has_sign(slice(text_, text_span(text)));
      told.push_back(
          {counts ? DifferenceType::number : DifferenceType::spelling, quote_span(quote), text_span(text), counts});
    }
    place_.differences.insert(place_.differences.end(), told.begin(), told.end());
  }

  // Words of the text beside the matched ones, at most `count`, of the same sentence.
  Stretch before(std::size_t from, std::size_t count) const {
    std::size_t begin = from;
    while (begin > 0 && from - begin < count && !sentence_ends_after(text_, words_, begin - 1)) --begin;
    return {begin, from};
  }
  Stretch after(std::size_t from, std::size_t count) const {
    std::size_t end = from;
    while (end < words_.size() && end - from < count && !sentence_ends_after(text_, words_, end - 1)) ++end;
    return {from, end};
  }

  // "I’ve" stands for two words.
  std::size_t count_units(Stretch quote) const {
    if (quote.empty()) return 0;
    const std::vector<Unit> units = make_units(quote_.text, quote_span(quote));
    return std::max(quote.size(), static_cast<std::size_t>(std::ranges::count_if(
                                      units, [](const Unit& unit) { return is_word(unit.kind); })));
  }

  void read_edge(Stretch quote, Stretch text) {
    if (quote.empty()) return;
    if (all_in_brackets(quote_, quote.begin, quote.end)) {
      place_.put_in.push_back(quote_span(quote));
      place_.differences.push_back({DifferenceType::bracket, quote_span(quote), {}, false});
    } else if (quote.size() > kLongEdge) {
      tell(DifferenceType::insertion, quote_span(quote), text_span(text));
    } else {
      compare(quote, text);
    }
  }

  void read_head(const WordRun& first) {
    const Stretch quote{0, first.quote};
    read_edge(quote, before(first.text, count_units(quote)));
  }

  void read_tail(const WordRun& last) {
    const Stretch quote{last.quote_end(), quote_.words.size()};
    read_edge(quote, after(last.text_end(), count_units(quote)));
  }

  bool crosses_sentence(std::size_t first, std::size_t last) const {
    for (std::size_t k = first; k < last; ++k)
      if (sentence_ends_after(text_, words_, k)) return true;
    return false;
  }

  bool is_marked(Stretch put_in) const {
    for (std::size_t k = put_in.begin; k <= put_in.end; ++k)
      if (quote_.cut_before[k]) return true;
    return false;
  }

  void add_seam(const WordRun& left, const WordRun& right) {
    const Stretch put_in{left.quote_end(), right.quote};
    const Stretch gone{left.text_end(), right.text};
    Seam seam;
    seam.added = quote_span(put_in);
    if (right.text < left.text_end()) {
      const bool one_sentence = !crosses_sentence(right.text, left.text_end() - 1) &&
                                !sentence_ends_after(quote_.text, quote_.words, left.quote_end() - 1);
      seam.kind = one_sentence ? SeamKind::reordered : SeamKind::reversed;
      place_.seams.push_back(seam);
      if (one_sentence) read_order(left, right);
      if (!put_in.empty() && !all_join(quote_, put_in.begin, put_in.end)) compare(put_in, {right.text, right.text});
      return;
    }
    seam.left_out = text_span(gone);
    const Span between{words_[gone.begin - 1].span.end, words_[gone.end].span.begin};
    const bool sentence = crosses_sentence(gone.begin - 1, gone.end);
    const bool bracketed = all_in_brackets(quote_, put_in.begin, put_in.end);
    const bool joins = all_join(quote_, put_in.begin, put_in.end);
    if (between.size() > kFarApart) {
      seam.kind = is_in_other_blocks(source_, words_, seam.left_out) ? SeamKind::unmarked_cut : SeamKind::far_apart;
    } else if (bracketed) {
      seam.kind = SeamKind::quoter_bracket;
    } else if (put_in.empty()) {
      seam.kind = kind_of_cut(put_in, between, sentence);
    } else if (sentence &&
               (joins || gone.size() > put_in.size() + 2 || !ends_sentence(left.quote_end() - 1, right.quote))) {
      seam.kind = SeamKind::joined_sentences;
    } else {
      seam.kind = SeamKind::other_words;
    }
    read_gap(seam, put_in, gone);
    place_.seams.push_back(seam);
  }

  // Whether the quotation ends a sentence between two of its words.
  bool ends_sentence(std::size_t first, std::size_t last) const {
    for (std::size_t k = first; k < last; ++k)
      if (sentence_ends_after(quote_.text, quote_.words, k)) return true;
    return false;
  }

  // So much was left out that the words put in do not stand for it.
  static bool is_cut_too(Stretch put_in, Stretch gone) { return gone.size() > 2 * put_in.size() + kSlack; }

  SeamKind kind_of_cut(Stretch put_in, Span between, bool sentence) const {
    if (is_marked(put_in)) return SeamKind::marked_cut;
    if (is_source_bracket(text_, between)) return SeamKind::source_bracket;
    if (is_page_furniture(text_, between)) return SeamKind::page_break;
    if (is_reporter_tag(text_, between)) return SeamKind::reporter_tag;
    return sentence ? SeamKind::joined_sentences : SeamKind::unmarked_cut;
  }

  void read_gap(Seam& seam, Stretch put_in, Stretch gone) {
    switch (seam.kind) {
      case SeamKind::quoter_bracket:
        place_.differences.push_back({DifferenceType::bracket, seam.added, seam.left_out, false});
        [[fallthrough]];
      case SeamKind::marked_cut:
      case SeamKind::unmarked_cut:
        if (gone.empty() || is_in_other_blocks(source_, words_, seam.left_out)) return;
        for (const Difference& each : swallowed_by_cut(text_, words_, gone.begin, gone.end, seam.kind)) {
          seam.turns = seam.turns || each.grave;
          place_.differences.push_back(each);
        }
        return;
      case SeamKind::other_words:
        if (is_cut_too(put_in, gone)) gone.end = gone.begin;
        compare(put_in, gone);
        return;
      case SeamKind::joined_sentences:
      case SeamKind::far_apart:
        if (!put_in.empty() && !all_join(quote_, put_in.begin, put_in.end)) compare(put_in, {gone.begin, gone.begin});
        return;
      default:
        return;
    }
  }

  // Two pieces of one sentence changed places. Whole clauses may.
  void read_order(const WordRun& left, const WordRun& right) {
    const bool clauses = clause_ends_after(text_, words_, right.text_end() - 1) &&
                         clause_ends_after(text_, words_, left.text_end() - 1) &&
                         (left.text == 0 || clause_ends_after(text_, words_, left.text - 1));
    place_.differences.push_back({DifferenceType::order, quote_span({right.quote, right.quote_end()}),
                                  text_span({right.text, right.text_end()}), !clauses});
  }

  // "[T]he": the quoter's own letter.
  void read_bracketed_letters(const std::vector<WordRun>& runs) {
    for (const WordRun& run : runs) {
      for (std::size_t k = 0; k < run.count; ++k) {
        const Span mine = quote_.words[run.quote + k].span;
        const Span theirs = words_[run.text + k].span;
        if (slice(quote_.text, mine).find('[') == std::string_view::npos) continue;
        if (slice(text_, theirs).find('[') != std::string_view::npos) continue;
        place_.differences.push_back({DifferenceType::bracket, mine, theirs, false});
      }
    }
  }

  // Many other words, none of which is known to turn anything, and the passage says the same on the whole.
  bool is_reworded(const std::vector<WordRun>& runs) const {
    std::size_t other = 0;
    for (const Difference& each : place_.differences) {
      if (!each.grave) continue;
      if (each.type != DifferenceType::term && each.type != DifferenceType::insertion) return false;
      ++other;
    }
    if (other < kManyOtherWords || !place_.outside.empty()) return false;
    const Stretch first = before(runs.front().text, kSentence);
    const Stretch last = after(runs.back().text_end(), kSentence);
    return is_rewording(find_rewording(quote_.text, slice(text_, text_span({first.begin, last.end}))));
  }

  // Words put in at one place and left out at another are words that moved.
  void find_moved_words() {
    const auto folded = [](std::string_view words) {
      std::vector<std::uint64_t> keys;
      for (const FoldedWord& word : fold_into_words(words)) keys.push_back(word.key);
      return keys;
    };
    for (Difference& each : place_.differences) {
      if (each.type != DifferenceType::insertion || each.quote.size() > 40 || !each.text.empty()) continue;
      const auto keys = folded(slice(quote_.text, each.quote));
      for (const Seam& seam : place_.seams) {
        if (seam.kind != SeamKind::unmarked_cut || seam.left_out.size() > 40 || seam.turns) continue;
        if (folded(slice(text_, seam.left_out)) != keys) continue;
        each = {DifferenceType::order, each.quote, seam.left_out, false};
        break;
      }
    }
  }

  // A seam where only a running head, a caption or the like was left out is no cut.
  void merge_page_breaks() {
    for (std::size_t k = 0; k < place_.seams.size();) {
      const Seam& seam = place_.seams[k];
      const bool cut = seam.kind == SeamKind::unmarked_cut || seam.kind == SeamKind::joined_sentences;
      const bool skips = cut && seam.added.empty() && !seam.left_out.empty();
      if (seam.kind != SeamKind::page_break && !(skips && is_in_other_blocks(source_, words_, seam.left_out))) {
        ++k;
        continue;
      }
      place_.pieces[k].end = place_.pieces[k + 1].end;
      place_.pieces.erase(place_.pieces.begin() + static_cast<std::ptrdiff_t>(k) + 1);
      place_.seams.erase(place_.seams.begin() + static_cast<std::ptrdiff_t>(k));
      add_folding(place_.folded, Folding::page_break);
    }
  }

  // The mark that ends the quotation against the one that stands there.
  void compare_end(const WordRun& last) {
    if (last.quote_end() < quote_.words.size()) return;
    const Span word = words_[last.text_end() - 1].span;
    const auto mark = [](std::string_view text, std::size_t from) -> Span {
      for (std::size_t i = from; i < text.size(); i += code_point_at(text, i).size) {
        const char32_t c = code_point_at(text, i).value;
        if (c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?') return make_span(i, i + 1);
        if (!is_closing(c) && !is_invisible(c)) break;
      }
      return {};
    };
    const Span mine = mark(quote_.text, quote_.words.back().span.end);
    const Span theirs = mark(text_, word.end);
    const std::string_view a = slice(quote_.text, mine);
    const std::string_view b = slice(text_, theirs);
    if (a == b) return;
    if (b == "?" || a == "?")
      place_.outside.push_back(
          {DifferenceType::sentence, mine, theirs.empty() ? Span{word.end, word.end} : theirs, true});
    else if (!a.empty())
      add_folding(place_.folded, Folding::punctuation);
    if (a == "." && b.empty()) read_asserted_end(last);
  }

  // The quotation ends its sentence where the text goes on: "They were safe." for "They were safe this winter."
  void read_asserted_end(const WordRun& last) {
    Stretch rest{last.text_end(), last.text_end()};
    while (rest.end < words_.size() && rest.size() <= kShortRest && !clause_ends_after(text_, words_, rest.end - 1))
      ++rest.end;
    if (rest.empty() || rest.size() > kShortRest) return;
    for (std::size_t i = rest.begin; i < rest.end; ++i) {
      const std::uint32_t classes =
          english_difference_words().classes(form_key(fold_words(slice(text_, words_[i].span))));
      if ((classes & (difference_bit(DifferenceClass::time) | difference_bit(DifferenceClass::scope))) == 0) continue;
      place_.outside.push_back({DifferenceType::scope, {}, text_span(rest), true});
      return;
    }
  }

  const QuoteWords& quote_;
  const SourceText& source_;
  std::string_view text_;
  const std::vector<FoldedWord>& words_;
  WordPlaces at_;
  Place place_;
};

}  // namespace

Place judge(const QuoteWords& quote, const SourceText& source, const std::vector<FoldedWord>& words, WordPlaces at) {
  const auto count = static_cast<std::uint32_t>(quote.words.size());
  drop_bracketed_pieces(quote, at);
  drop_chance_words(quote, at);
  WordPlaces moved = at;
  find_moved_pieces(quote, words, moved);
  Place place = Judge(quote, source, words, at).judge();
  if (moved == at) return place;
  return closer(std::move(place), Judge(quote, source, words, std::move(moved)).judge(), count);
}

}  // namespace readout
