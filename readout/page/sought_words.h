// Words that were searched for, marked where they stand in words that are shown.
//
//   mark_sought("the Ferry's crews", sought_words("ferry* \"crews\""))
//     the <mark>Ferry's</mark> <mark>crews</mark>
//
// Compared as the search folds them: case, accents and transliteration do not count; a final * is any ending. Of words
// that were to stand together each is marked wherever it stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/span.h"
#include "readout/page/markup.h"

namespace readout {

struct SoughtWord {
  std::string folded;
  bool any_ending = false;
};

using SoughtWords = std::vector<SoughtWord>;

// Of a query's free words (SpeechFilter::words).
SoughtWords sought_words(std::string_view words);

// Where in `text` they stand: whole words, in order.
std::vector<Span> find_sought(std::string_view text, const SoughtWords& sought);

Markup mark_sought(std::string_view text, const SoughtWords& sought);

// `text` with these stretches marked, in order and apart.
Markup mark_spans(std::string_view text, const std::vector<Span>& spans);

}  // namespace readout
