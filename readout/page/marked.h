// Marked text: a stretch of a text with marks over it, as HTML in the order of the text.
//
//   std::vector<TextMark> marks = {{{4, 20}, MarkElement::mark, "said"}, {{9, 12}, MarkElement::bdi, "", "ru"}};
//   write_marked(out, text, {0, 40}, marks);
//   We <mark class="said">have <bdi lang="ru">три</bdi> days</mark> …
//
// Marks may nest, touch and cross: one that crosses another is closed and opened again inside it, its id and what leads
// it in only at its beginning. Of two over the same bytes the one that comes first in the list is the outer one. Marks
// that are empty or outside are left out, those that reach over an end are cut. Cost: linear in text and marks, but for
// how many marks are open at one place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/span.h"
#include "readout/page/markup.h"

namespace readout {

enum class MarkElement : std::uint8_t { span, mark, del, ins, bdi };

struct TextMark {
  Span span;
  MarkElement element = MarkElement::mark;
  std::string classes = {};
  std::string lang = {};
  std::string id = {};
  Markup lead = {};  // stands before its words, inside it
};

void write_marked(Markup& out, std::string_view text, Span window, std::vector<TextMark> marks);

}  // namespace readout
