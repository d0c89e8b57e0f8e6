#include "readout/page/sought_words.h"

#include <algorithm>

#include "readout/text/characters.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

std::string fold_word(std::string_view word) {
  return fold_name(fold_words(word));
}

}  // namespace

SoughtWords sought_words(std::string_view words) {
  SoughtWords sought;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(" \t\n\""), words.size());
    std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    const bool any_ending = word.ends_with('*');
    if (any_ending) word.remove_suffix(1);
    // Folding may part what a mark joins ("port-ellis").
    const std::string folded = fold_word(word);
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t blank = std::min(folded.find(' ', at), folded.size());
      sought.push_back({folded.substr(at, blank - at), any_ending && blank == folded.size()});
      at = blank + 1;
    }
  }
  return sought;
}

std::vector<Span> find_sought(std::string_view text, const SoughtWords& sought) {
  std::vector<Span> found;
  if (sought.empty()) return found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size()) {
      const CodePoint c = code_point_at(text, end);
      if (!is_letter(c.value) && !is_digit(c.value) && !(end > at && is_apostrophe(c.value))) break;
      end += c.size;
    }
    if (end == at) {
      at += code_point_at(text, at).size;
      continue;
    }
    // "ferry's" is found as "ferry" and as a whole.
    const std::string_view word = text.substr(at, end - at);
    const std::string folded = fold_word(word);
    const std::string stem = fold_word(word.substr(0, std::min(word.find('\''), word.find("\xE2\x80\x99"))));
    const bool wanted = std::ranges::any_of(sought, [&](const SoughtWord& one) {
      return one.any_ending ? folded.starts_with(one.folded) : folded == one.folded || stem == one.folded;
    });
    if (wanted) found.push_back(make_span(at, end));
    at = end;
  }
  return found;
}

Markup mark_spans(std::string_view text, const std::vector<Span>& spans) {
  Markup out;
  std::uint32_t at = 0;
  for (const Span span : spans) {
    if (span.begin < at || span.end > text.size() || span.empty()) continue;
    out.text(slice(text, {at, span.begin})).html("<mark>").text(slice(text, span)).html("</mark>");
    at = span.end;
  }
  out.text(text.substr(at));
  return out;
}

Markup mark_sought(std::string_view text, const SoughtWords& sought) {
  return mark_spans(text, find_sought(text, sought));
}

}  // namespace readout
