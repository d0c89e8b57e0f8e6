#include "readout/verify/both_sides.h"

#include <algorithm>

#include "readout/text/characters.h"
#include "readout/verify/seams.h"
#include "readout/verify/wording.h"

namespace readout {
namespace {

constexpr std::size_t kMostSkipped = 40;  // words

// A digit, or a sign that counts as a word.
bool has_sign(std::string_view words) {
  for (std::size_t i = 0; i < words.size(); i += code_point_at(words, i).size) {
    const char32_t c = code_point_at(words, i).value;
    if (!is_letter(c) && !is_white(c) && !is_apostrophe(c) && !is_invisible(c)) return true;
  }
  return false;
}

// Units of the words with one word around them on either side.
UnitRange units_of(std::string_view text, const std::vector<FoldedWord>& words, WordStretch stretch,
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

}  // namespace

Span BothSides::quote_span(WordStretch words) const {
  return words.empty() ? Span{} : Span{quote_.words[words.begin].span.begin, quote_.words[words.end - 1].span.end};
}
Span BothSides::text_span(WordStretch words) const {
  return words.empty() ? Span{} : Span{words_[words.begin].span.begin, words_[words.end - 1].span.end};
}

std::vector<Difference> BothSides::compare(WordStretch quote, WordStretch text) const {
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
  return told;
}

// Words of the text beside the matched ones, at most `count`, of the same sentence.
WordStretch BothSides::before(std::size_t from, std::size_t count) const {
  std::size_t begin = from;
  while (begin > 0 && from - begin < count && !sentence_ends_after(text_, words_, begin - 1)) --begin;
  return {begin, from};
}
WordStretch BothSides::after(std::size_t from, std::size_t count) const {
  std::size_t end = from;
  while (end < words_.size() && end - from < count && !sentence_ends_after(text_, words_, end - 1)) ++end;
  return {from, end};
}

// "I’ve" stands for two words.
std::size_t BothSides::count_units(WordStretch quote) const {
  if (quote.empty()) return 0;
  const std::vector<Unit> units = make_units(quote_.text, quote_span(quote));
  return std::max(quote.size(), static_cast<std::size_t>(
                                    std::ranges::count_if(units, [](const Unit& unit) { return is_word(unit.kind); })));
}

bool BothSides::text_ends_sentence(std::size_t first, std::size_t last) const {
  for (std::size_t k = first; k < last; ++k)
    if (sentence_ends_after(text_, words_, k)) return true;
  return false;
}

bool BothSides::quote_ends_sentence(std::size_t first, std::size_t last) const {
  for (std::size_t k = first; k < last; ++k)
    if (sentence_ends_after(quote_.text, quote_.words, k)) return true;
  return false;
}

bool BothSides::is_marked(WordStretch put_in) const {
  for (std::size_t k = put_in.begin; k <= put_in.end; ++k)
    if (quote_.cut_before[k]) return true;
  return false;
}

// A running head at one end of what was left out is no part of it.
WordStretch BothSides::skip_furniture(WordStretch gone) const {
  if (gone.size() > kMostSkipped) return gone;
  for (std::size_t k = gone.begin + 1; k < gone.end; ++k)
    if (is_page_furniture(text_, {words_[gone.begin - 1].span.end, words_[k].span.begin})) {
      gone.begin = k;
      return gone;
    }
  for (std::size_t k = gone.begin; k + 1 < gone.end; ++k)
    if (is_page_furniture(text_, {words_[k].span.end, words_[gone.end].span.begin})) {
      gone.end = k + 1;
      return gone;
    }
  return gone;
}

}  // namespace readout
