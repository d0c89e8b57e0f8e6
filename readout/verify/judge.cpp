#include "readout/verify/judge.h"

#include <algorithm>

#include "readout/text/characters.h"
#include "readout/verify/runs.h"
#include "readout/verify/seams.h"

namespace readout {
namespace {

constexpr std::size_t kFewWords = 3;  // left out: so few that "not" among them is the point

class Judge {
 public:
  Judge(const QuoteWords& quote, const SourceText& source, const std::vector<FoldedWord>& words, WordPlaces at)
      : quote_(quote), source_(source), text_(source.text), words_(words), at_(std::move(at)) {}

  Place judge() {
    drop_chance_words(quote_, at_);
    find_moved_pieces(quote_, words_, at_);
    std::vector<WordRun> runs = find_runs(at_);
    place_.matched = static_cast<std::uint32_t>(std::ranges::count_if(at_, [](std::int32_t at) { return at >= 0; }));
    if (runs.empty()) return place_;
    bool fits = put_in_outside_fits(runs);
    for (const WordRun& run : runs)
      fits = compare_forms(quote_, run.quote, text_, words_, run.text, run.count, place_.folded) && fits;
    for (std::size_t k = 0; k + 1 < runs.size(); ++k) fits = add_seam(runs[k], runs[k + 1]) && fits;
    for (const WordRun& run : runs)
      place_.pieces.push_back({words_[run.text].span.begin, words_[run.text + run.count - 1].span.end});
    merge_page_breaks();
    fits = fits && has_few_pieces(runs);
    if (!fits) {
      add_differences(runs);
      place_.verdict = Verdict::not_found;
      return place_;
    }
    place_.outside = turns_outside(text_, words_, runs.front().text, runs.back().text + runs.back().count - 1);
    compare_end(runs.back());
    if (runs.front().quote > 0) place_.put_in.push_back(quote_span(0, runs.front().quote));
    if (const std::size_t end = runs.back().quote + runs.back().count; end < at_.size())
      place_.put_in.push_back(quote_span(end, at_.size()));
    place_.verdict = weigh();
    return place_;
  }

 private:
  Span quote_span(std::size_t begin, std::size_t end) const {
    return begin >= end ? Span{} : Span{quote_.words[begin].span.begin, quote_.words[end - 1].span.end};
  }

  // Words put in before the first or after the last piece: only brackets may be.
  bool put_in_outside_fits(const std::vector<WordRun>& runs) const {
    const std::size_t begin = runs.front().quote;
    const std::size_t end = runs.back().quote + runs.back().count;
    return (begin == 0 || all_in_brackets(quote_, 0, begin)) &&
           (end == at_.size() || all_in_brackets(quote_, end, at_.size()));
  }

  // A word that changes the meaning where it is left out; a number or a sign does too.
  bool turns(const FoldedWord& word) const {
    const char32_t first = code_point_at(text_, word.span.begin).value;
    return !is_letter(first) || turn_of(slice(text_, word.span)) != Turn::none;
  }

  // Adds the seam between two runs; false where words stand in the quotation that no fair seam explains.
  bool add_seam(const WordRun& left, const WordRun& right) {
    const std::size_t put_begin = left.quote + left.count;
    const std::size_t put_end = right.quote;
    const std::size_t gap_begin = left.text + left.count;
    Seam seam;
    seam.added = quote_span(put_begin, put_end);
    const bool put_in = put_begin < put_end;
    const bool bracketed = all_in_brackets(quote_, put_begin, put_end);
    const bool joins = all_join(quote_, put_begin, put_end);
    if (right.text < gap_begin) {
      seam.kind = SeamKind::reversed;
      place_.seams.push_back(seam);
      return !put_in || bracketed || joins;
    }
    const Span between{words_[gap_begin - 1].span.end, words_[right.text].span.begin};
    bool sentence = false;
    for (std::size_t k = gap_begin - 1; k < right.text; ++k)
      sentence = sentence || sentence_ends_after(text_, words_, k);
    if (gap_begin < right.text) seam.left_out = {words_[gap_begin].span.begin, words_[right.text - 1].span.end};
    for (std::size_t k = gap_begin; k < right.text; ++k) seam.turns = seam.turns || turns(words_[k]);
    bool marked = false;
    for (std::size_t k = put_begin; k <= put_end; ++k) marked = marked || quote_.cut_before[k];
    if (between.size() > kFarApart)
      seam.kind = is_in_other_blocks(source_, words_, seam.left_out) ? SeamKind::unmarked_cut : SeamKind::far_apart;
    else if (bracketed)
      seam.kind = SeamKind::quoter_bracket;
    else if (joins)
      seam.kind = SeamKind::joined_sentences;
    else if (marked)
      seam.kind = SeamKind::marked_cut;
    else if (is_source_bracket(text_, between))
      seam.kind = SeamKind::source_bracket;
    else if (is_reporter_tag(text_, between))
      seam.kind = SeamKind::reporter_tag;
    else
      seam.kind = sentence ? SeamKind::joined_sentences : SeamKind::unmarked_cut;
    place_.seams.push_back(seam);
    if (seam.kind == SeamKind::unmarked_cut && seam.turns && right.text - gap_begin <= kFewWords) return false;
    return !put_in || bracketed || joins;
  }

  // A seam where only a running head, a caption or the like was left out is no cut.
  void merge_page_breaks() {
    for (std::size_t k = 0; k < place_.seams.size();) {
      const Seam& seam = place_.seams[k];
      const bool cut = seam.kind == SeamKind::unmarked_cut || seam.kind == SeamKind::joined_sentences;
      if (!cut || !seam.added.empty() || seam.left_out.empty() || !is_in_other_blocks(source_, words_, seam.left_out)) {
        ++k;
        continue;
      }
      place_.pieces[k].end = place_.pieces[k + 1].end;
      place_.pieces.erase(place_.pieces.begin() + static_cast<std::ptrdiff_t>(k) + 1);
      place_.seams.erase(place_.seams.begin() + static_cast<std::ptrdiff_t>(k));
      add_folding(place_.folded, Folding::page_break);
    }
  }

  static bool splices(SeamKind kind) {
    return kind == SeamKind::joined_sentences || kind == SeamKind::far_apart || kind == SeamKind::reversed;
  }

  // Many small pieces are the language's common words, not a quotation.
  bool has_few_pieces(const std::vector<WordRun>& runs) const {
    if (place_.seams.size() > std::max<std::size_t>(1, quote_.words.size() / 4)) return false;
    std::size_t least = quote_.words.size();
    for (const WordRun& run : runs) least = std::min(least, run.count);
    const bool spliced = std::ranges::any_of(place_.seams, splices, &Seam::kind);
    return !spliced || least >= kLeastSplicedWords;
  }

  // The mark that ends the quotation against the one that stands there.
  void compare_end(const WordRun& last) {
    const Span word = words_[last.text + last.count - 1].span;
    if (last.quote + last.count < quote_.words.size()) return;
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
  }

  // What the text has instead, before or after the matched words: at most `count` words of the same sentence.
  Span neighbours(std::size_t from, std::size_t count, int direction) const {
    std::size_t last = from;
    for (std::size_t k = 0; k < count; ++k) {
      if (direction < 0 ? last == 0 : last + 1 == words_.size()) break;
      if (sentence_ends_after(text_, words_, direction < 0 ? last - 1 : last)) break;
      last = direction < 0 ? last - 1 : last + 1;
    }
    if (last == from) return {};
    return direction < 0 ? Span{words_[last].span.begin, words_[from - 1].span.end}
                         : Span{words_[from + 1].span.begin, words_[last].span.end};
  }

  void add_difference(Span quote, Span text) {
    place_.differences.push_back({DifferenceType::term, quote, text, false});
  }

  void add_differences(const std::vector<WordRun>& runs) {
    const auto text_span = [&](std::size_t begin, std::size_t end) {
      return begin >= end ? Span{} : Span{words_[begin].span.begin, words_[end - 1].span.end};
    };
    if (const std::size_t count = runs.front().quote; count > 0)
      add_difference(quote_span(0, count), neighbours(runs.front().text, count, -1));
    for (std::size_t k = 0; k + 1 < runs.size(); ++k) {
      const WordRun& left = runs[k];
      const WordRun& right = runs[k + 1];
      add_difference(quote_span(left.quote + left.count, right.quote), text_span(left.text + left.count, right.text));
    }
    const std::size_t end = runs.back().quote + runs.back().count;
    if (end < quote_.words.size())
      add_difference(quote_span(end, quote_.words.size()),
                     neighbours(runs.back().text + runs.back().count - 1, quote_.words.size() - end, 1));
  }

  Verdict weigh() const {
    if (std::ranges::any_of(place_.seams, splices, &Seam::kind)) return Verdict::spliced;
    if (!place_.seams.empty() || !place_.outside.empty() || place_.matched < quote_.words.size())
      return Verdict::trimmed;
    return place_.folded.empty() ? Verdict::exact : Verdict::folded;
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
  return Judge(quote, source, words, std::move(at)).judge();
}

}  // namespace readout
