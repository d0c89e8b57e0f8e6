#include "readout/verify/judge.h"

#include <algorithm>

#include "readout/verify/both_sides.h"
#include "readout/verify/cuts.h"
#include "readout/verify/finish_place.h"
#include "readout/verify/outside.h"
#include "readout/verify/rank.h"
#include "readout/verify/rewording.h"
#include "readout/verify/runs.h"
#include "readout/verify/seams.h"
#include "readout/verify/weigh.h"

namespace readout {
namespace {

constexpr std::uint32_t kFarAcross = 500;   // bytes between two pieces in different paragraphs
constexpr std::size_t kManyOtherWords = 3;  // differences
constexpr std::size_t kSentence = 40;       // words at most
constexpr std::size_t kLongEdge = 4;        // words before or after all pieces: more were made up, not exchanged
constexpr std::size_t kSlack = 3;           // words more in the text than in the quotation that an exchange may span

class Judge {
 public:
  Judge(const QuoteWords& quote, const SourceText& source, const std::vector<FoldedWord>& words, WordPlaces at)
      : quote_(quote),
        source_(source),
        text_(source.text),
        words_(words),
        sides_(quote, source.text, words),
        at_(std::move(at)) {}

  Place judge() {
    const std::vector<WordRun> runs = find_runs(at_);
    place_.matched = static_cast<std::uint32_t>(std::ranges::count_if(at_, [](std::int32_t at) { return at >= 0; }));
    if (runs.empty()) return place_;
    read_head(runs.front());
    for (std::size_t k = 0; k < runs.size(); ++k) {
      const WordRun& run = runs[k];
      place_.pieces.push_back({words_[run.text].span.begin, words_[run.text_end() - 1].span.end});
      if (!compare_forms(quote_, run.quote, text_, words_, run.text, run.count, place_.folded))
        tell(DifferenceType::sentence, sides_.quote_span({run.quote, run.quote_end()}), place_.pieces.back());
      if (k + 1 < runs.size()) add_seam(run, runs[k + 1]);
    }
    read_tail(runs.back());
    read_bracketed_letters(sides_, runs, place_);
    find_moved_words(sides_, place_);
    merge_page_breaks(source_, sides_, place_);
    compare_delivered(source_, place_);
    const std::vector<Difference> outside = turns_outside(text_, words_, runs.front().text, runs.back().text_end() - 1);
    place_.outside.insert(place_.outside.end(), outside.begin(), outside.end());
    compare_end(sides_, runs.back(), place_);
    place_.verdict = weigh(quote_, place_, measure_support(quote_, runs));
    if (place_.verdict == Verdict::altered && is_reworded(runs)) place_.verdict = Verdict::reworded;
    return place_;
  }

 private:
  void tell(DifferenceType type, Span quote, Span text) { place_.differences.push_back({type, quote, text, true}); }

  void compare(WordStretch quote, WordStretch text) {
    const std::vector<Difference> told = sides_.compare(quote, text);
    place_.differences.insert(place_.differences.end(), told.begin(), told.end());
  }

  void read_edge(WordStretch quote, WordStretch text) {
    if (quote.empty()) return;
    if (all_in_brackets(quote_, quote.begin, quote.end)) {
      place_.put_in.push_back(sides_.quote_span(quote));
      place_.differences.push_back({DifferenceType::bracket, sides_.quote_span(quote), {}, false});
    } else if (quote.size() > kLongEdge) {
      tell(DifferenceType::insertion, sides_.quote_span(quote), sides_.text_span(text));
    } else {
      compare(quote, text);
    }
  }

  void read_head(const WordRun& first) {
    const WordStretch quote{0, first.quote};
    read_edge(quote, sides_.before(first.text, sides_.count_units(quote)));
  }

  void read_tail(const WordRun& last) {
    const WordStretch quote{last.quote_end(), quote_.words.size()};
    read_edge(quote, sides_.after(last.text_end(), sides_.count_units(quote)));
  }

  void add_seam(const WordRun& left, const WordRun& right) {
    const WordStretch put_in{left.quote_end(), right.quote};
    WordStretch gone{left.text_end(), right.text};
    Seam seam;
    seam.added = sides_.quote_span(put_in);
    if (right.text < left.text_end()) {
      const bool one_sentence = !sides_.text_ends_sentence(right.text, left.text_end() - 1) &&
                                !sentence_ends_after(quote_.text, quote_.words, left.quote_end() - 1);
      seam.kind = one_sentence ? SeamKind::reordered : SeamKind::reversed;
      place_.seams.push_back(seam);
      if (one_sentence) read_order(left, right);
      if (!put_in.empty() && !all_join(quote_, put_in.begin, put_in.end)) compare(put_in, {right.text, right.text});
      return;
    }
    const Span between{words_[gone.begin - 1].span.end, words_[gone.end].span.begin};
    const std::size_t begin = gone.begin;
    const std::size_t end = gone.end;
    if (!is_page_furniture(text_, between)) gone = sides_.skip_furniture(gone);
    seam.left_out = sides_.text_span(gone);
    const bool sentence =
        sides_.text_ends_sentence(gone.begin == begin ? begin - 1 : gone.begin, gone.end == end ? end : gone.end - 1);
    const bool bracketed = all_in_brackets(quote_, put_in.begin, put_in.end);
    const bool joins = all_join(quote_, put_in.begin, put_in.end);
    if (between.size() > kFarApart || is_far_across(between)) {
      seam.kind = is_in_other_blocks(source_, words_, seam.left_out) ? SeamKind::unmarked_cut : SeamKind::far_apart;
    } else if (bracketed) {
      seam.kind = SeamKind::quoter_bracket;
    } else if (put_in.empty()) {
      seam.kind = kind_of_cut(put_in, between, sentence);
    } else if (sentence && (joins || gone.size() > put_in.size() + 2 ||
                            !sides_.quote_ends_sentence(left.quote_end() - 1, right.quote))) {
      seam.kind = SeamKind::joined_sentences;
    } else {
      seam.kind = SeamKind::other_words;
    }
    read_gap(seam, put_in, gone);
    place_.seams.push_back(seam);
  }

  // So much was left out that the words put in do not stand for it.
  static bool is_cut_too(WordStretch put_in, WordStretch gone) { return gone.size() > 2 * put_in.size() + kSlack; }

  // Less far, but over a paragraph's end: the more careful answer.
  bool is_far_across(Span between) const {
    return between.size() > kFarAcross && slice(text_, between).find("\n\n") != std::string_view::npos;
  }

  SeamKind kind_of_cut(WordStretch put_in, Span between, bool sentence) const {
    if (sides_.is_marked(put_in)) return SeamKind::marked_cut;
    if (is_source_bracket(text_, between)) return SeamKind::source_bracket;
    if (is_page_furniture(text_, between)) return SeamKind::page_break;
    if (is_reporter_tag(text_, between)) return SeamKind::reporter_tag;
    // What a semicolon parts are sentences too.
    const bool parted = slice(text_, between).find(';') != std::string_view::npos;
    return sentence || parted ? SeamKind::joined_sentences : SeamKind::unmarked_cut;
  }

  void read_gap(Seam& seam, WordStretch put_in, WordStretch gone) {
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
    place_.differences.push_back({DifferenceType::order, sides_.quote_span({right.quote, right.quote_end()}),
                                  sides_.text_span({right.text, right.text_end()}), !clauses});
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
    const WordStretch first = sides_.before(runs.front().text, kSentence);
    const WordStretch last = sides_.after(runs.back().text_end(), kSentence);
    return is_rewording(find_rewording(quote_.text, slice(text_, sides_.text_span({first.begin, last.end}))));
  }

  const QuoteWords& quote_;
  const SourceText& source_;
  std::string_view text_;
  const std::vector<FoldedWord>& words_;
  BothSides sides_;
  WordPlaces at_;
  Place place_;
};

}  // namespace

Place judge(const QuoteWords& quote, const SourceText& source, const std::vector<FoldedWord>& words, WordPlaces at) {
  const auto count = static_cast<std::uint32_t>(quote.words.size());
  drop_bracketed_pieces(quote, at);
  drop_chance_words(quote, source.text, words, at);
  WordPlaces moved = at;
  find_moved_pieces(quote, words, moved);
  Place place = Judge(quote, source, words, at).judge();
  if (moved == at) return place;
  return closer(std::move(place), Judge(quote, source, words, std::move(moved)).judge(), count);
}

}  // namespace readout
