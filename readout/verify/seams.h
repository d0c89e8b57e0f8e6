// Seams: what lies between two pieces of a quotation, in the text and in the quotation.
#pragma once

#include <string_view>

#include "readout/verify/verify.h"
#include "readout/verify/word_places.h"

namespace readout {

// `between`: bytes of the text from the end of one piece to the beginning of the next.

// “..., ” the minister said. “...”: a closing mark, few words, an opening mark.
bool is_reporter_tag(std::string_view text, Span between);

// "[from the mainland]" alone.
bool is_source_bracket(std::string_view text, Span between);

// A running head, a footer or a page number that stands in the midst of a text: a few lines of their own between empty
// ones, with a number, columns of blanks or capitals only.
bool is_page_furniture(std::string_view text, Span between);

// Nothing of the body was left out: a running head, a caption or the like stands between.
bool is_in_other_blocks(const SourceText& source, const std::vector<FoldedWord>& words, Span left_out);

// Words [begin, end) of the quotation: at least one, and all in square brackets; or one or two that join ("and",
// "that").
bool all_in_brackets(const QuoteWords& quote, std::size_t begin, std::size_t end);
bool all_join(const QuoteWords& quote, std::size_t begin, std::size_t end);

}  // namespace readout
