// Marks: every character of a paragraph that may be a quotation mark, with what its neighbours let it be.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/base/span.h"

namespace readout {

enum class MarkFamily : std::uint8_t { double_mark, single_mark, guillemet, angle, corner };

struct QuoteMark {
  Span span;
  MarkFamily family = MarkFamily::double_mark;
  bool straight = false;    // has no direction of its own
  bool can_open = false;    // by its neighbours
  bool can_close = false;   // by its neighbours
  bool looks_open = false;  // by its own shape (curly ones)
  bool looks_close = false;
  bool apostrophe = false;  // between letters, an elision, or a possessive
};

std::vector<QuoteMark> find_marks(std::string_view text, Span paragraph);

}  // namespace readout
