#include "readout/speech/look.h"

#include <algorithm>

namespace readout {
namespace {

constexpr int kSpeechWords = 6;
constexpr int kLongestTitle = 10;

auto first_word(const Prose& prose, std::uint32_t offset) {
  return std::lower_bound(prose.words.begin(), prose.words.end(), offset,
                          [](const ProseWord& w, std::uint32_t begin) { return w.span.begin < begin; });
}

}  // namespace

int count_words(const Prose& prose, Span span) {
  int count = 0;
  for (auto at = first_word(prose, span.begin); at != prose.words.end() && at->span.begin < span.end; ++at)
    if (at->kind != TokenKind::mark) ++count;
  return count;
}

bool starts_with_capital(const Prose& prose, const Quotation& quotation) {
  const auto at = first_word(prose, quotation.inner.begin);
  return at != prose.words.end() && at->span.begin < quotation.inner.end && at->capital;
}

bool is_sentence_like(const Prose& prose, const Quotation& quotation) {
  const int words = count_words(prose, quotation.inner);
  if (words >= kSpeechWords) return true;
  if (words == 0) return false;
  const std::string_view inner = slice(prose.text, quotation.inner);
  bool ends = false;
  for (const std::string_view mark : {".", "!", "?", ",", "…", "—"}) ends = ends || inner.ends_with(mark);
  return ends && starts_with_capital(prose, quotation);
}

bool is_title_like(const Prose& prose, const Quotation& quotation) {
  int words = 0;
  int capitals = 0;
  int small = 0;
  for (auto at = first_word(prose, quotation.inner.begin);
       at != prose.words.end() && at->span.begin < quotation.inner.end; ++at) {
    const std::string_view text = slice(prose.text, at->span);
    if (at->kind == TokenKind::mark) {
      if (text == "!" || text == "?") return false;
      continue;
    }
    ++words;
    if (at->capital || at->kind == TokenKind::number)
      ++capitals;
    else if (at->span.size() <= 4)
      ++small;
  }
  return words > 1 && words <= kLongestTitle && capitals + small == words && capitals > small;
}

}  // namespace readout
