#include "readout/verify/finish_place.h"

#include <algorithm>

#include "readout/align/keys.h"
#include "readout/align/units.h"
#include "readout/text/characters.h"
#include "readout/text/fold.h"
#include "readout/text/text.h"
#include "readout/verify/cuts.h"
#include "readout/verify/difference_words.h"
#include "readout/verify/judge.h"
#include "readout/verify/seams.h"

namespace readout {
namespace {

constexpr std::size_t kShortRest = 3;        // words of the text that a full stop in the quotation takes away
constexpr std::uint32_t kLongestMoved = 40;  // bytes

// The quotation ends its sentence where the text goes on: "They were safe." for "They were safe this winter."
void read_asserted_end(const BothSides& sides, const WordRun& last, Place& place) {
  WordStretch rest{last.text_end(), last.text_end()};
  while (rest.end < sides.words().size() && rest.size() <= kShortRest &&
         !clause_ends_after(sides.text(), sides.words(), rest.end - 1))
    ++rest.end;
  if (rest.empty() || rest.size() > kShortRest) return;
  for (std::size_t i = rest.begin; i < rest.end; ++i) {
    const std::uint32_t classes =
        english_difference_words().classes(form_key(fold_words(slice(sides.text(), sides.words()[i].span))));
    if ((classes & (difference_bit(DifferenceClass::time) | difference_bit(DifferenceClass::scope))) == 0) continue;
    place.outside.push_back({DifferenceType::scope, {}, sides.text_span(rest), true});
    return;
  }
}

}  // namespace

void read_bracketed_letters(const BothSides& sides, const std::vector<WordRun>& runs, Place& place) {
  for (const WordRun& run : runs) {
    for (std::size_t k = 0; k < run.count; ++k) {
      const Span mine = sides.quote().words[run.quote + k].span;
      const Span theirs = sides.words()[run.text + k].span;
      if (slice(sides.quote().text, mine).find('[') == std::string_view::npos) continue;
      if (slice(sides.text(), theirs).find('[') != std::string_view::npos) continue;
      place.differences.push_back({DifferenceType::bracket, mine, theirs, false});
    }
  }
}

void find_moved_words(const BothSides& sides, Place& place) {
  // "a court in Korth" is "a Korth court": words that carry the sense, by their stems.
  const auto folded = [](std::string_view words) {
    std::vector<std::uint64_t> keys;
    for (const Unit& unit : make_units(words, make_span(0, words.size())))
      if (is_word(unit.kind) && unit.kind != UnitKind::function_word) keys.push_back(unit.stem);
    if (keys.empty()) keys.push_back(form_key(fold_words(words)));
    return keys;
  };
  for (Difference& each : place.differences) {
    if (each.type != DifferenceType::insertion || each.quote.size() > kLongestMoved || !each.text.empty()) continue;
    const auto keys = folded(slice(sides.quote().text, each.quote));
    for (const Seam& seam : place.seams) {
      if (seam.kind != SeamKind::unmarked_cut || seam.left_out.size() > kLongestMoved || seam.turns) continue;
      if (folded(slice(sides.text(), seam.left_out)) != keys) continue;
      each = {DifferenceType::order, each.quote, seam.left_out, false};
      break;
    }
  }
}

void merge_page_breaks(const SourceText& source, const BothSides& sides, Place& place) {
  for (std::size_t k = 0; k < place.seams.size();) {
    const Seam& seam = place.seams[k];
    const bool cut = seam.kind == SeamKind::unmarked_cut || seam.kind == SeamKind::joined_sentences;
    const bool skips = cut && seam.added.empty() && !seam.left_out.empty();
    if (seam.kind != SeamKind::page_break && !(skips && is_in_other_blocks(source, sides.words(), seam.left_out))) {
      ++k;
      continue;
    }
    place.pieces[k].end = place.pieces[k + 1].end;
    place.pieces.erase(place.pieces.begin() + static_cast<std::ptrdiff_t>(k) + 1);
    place.seams.erase(place.seams.begin() + static_cast<std::ptrdiff_t>(k));
    add_folding(place.folded, Folding::page_break);
  }
}

void compare_end(const BothSides& sides, const WordRun& last, Place& place) {
  if (last.quote_end() < sides.quote().words.size()) return;
  const Span word = sides.words()[last.text_end() - 1].span;
  const auto mark = [](std::string_view text, std::size_t from) -> Span {
    for (std::size_t i = from; i < text.size(); i += code_point_at(text, i).size) {
      const char32_t c = code_point_at(text, i).value;
      if (c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?') return make_span(i, i + 1);
      if (!is_closing(c) && !is_invisible(c)) break;
    }
    return {};
  };
  const Span mine = mark(sides.quote().text, sides.quote().words.back().span.end);
  const Span theirs = mark(sides.text(), word.end);
  const std::string_view a = slice(sides.quote().text, mine);
  const std::string_view b = slice(sides.text(), theirs);
  if (a == b) return;
  if (b == "?" || a == "?")
    place.outside.push_back({DifferenceType::sentence, mine, theirs.empty() ? Span{word.end, word.end} : theirs, true});
  else if (!a.empty())
    add_folding(place.folded, Folding::punctuation);
  if (a == "." && b.empty()) read_asserted_end(sides, last, place);
}

void compare_delivered(const SourceText& source, Place& place) {
  if (source.delivered == nullptr) return;
  const std::vector<OffsetMap::Run>& runs = source.delivered->runs();
  for (const Span piece : place.pieces) {
    auto run = std::ranges::upper_bound(runs, piece.begin, {}, &OffsetMap::Run::text);
    if (run == runs.begin()) continue;
    for (--run; run != runs.end() && run->text < piece.end; ++run) {
      const auto next = run + 1;
      const std::uint32_t end = next == runs.end() ? source.delivered->text_size() : next->text;
      const bool blank = is_white(code_point_at(source.text, run->text).value);
      if (!run->linear && end > piece.begin) {
        if (!blank || run->blob_size > 1) add_folding(place.folded, blank ? Folding::white_space : Folding::markup);
      } else if (next != runs.end() && next->text < piece.end && next->text > piece.begin && next->linear &&
                 next->blob > run->blob + run->blob_size) {
        add_folding(place.folded, Folding::markup);
      }
    }
  }
}

}  // namespace readout
