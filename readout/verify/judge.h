// judge: an aligned quotation -> the place where it stands and the verdict on it. See verify.h for what the verdicts
// mean.
#pragma once

#include "readout/verify/verify.h"
#include "readout/verify/word_places.h"

namespace readout {

// `at` as place_words() gives it. The place's `text` is left 0.
Place judge(const QuoteWords& quote, const SourceText& source, const std::vector<FoldedWord>& words, WordPlaces at);

// What differs in form between quotation words [first, first + count) and as many words of the text; false where a
// question mark stands on one side only, which is no matter of form. Adds to `folded`, sorted, each once.
bool compare_forms(const QuoteWords& quote, std::size_t first, std::string_view text,
                   const std::vector<FoldedWord>& words, std::size_t at, std::size_t count,
                   std::vector<Folding>& folded);

// Keeps `folded` sorted, each once.
void add_folding(std::vector<Folding>& folded, Folding folding);

}  // namespace readout
