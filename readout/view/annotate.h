// annotate: words of a text in their context, with marks under those that matter.
//
//   … “We will wait,” the minister said on Friday. “We have …
//      ^^^^^^^^^^^^^  ~~~~~~~~~~~~ ====
//
// The context is made visible() as it is laid out: white space becomes one blank, hostile characters are shown by
// number.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/span.h"
#include "readout/view/look.h"

namespace readout {

struct Underline {
  Span span;
  char sign = '^';
  Tint tint = Tint::good;
};

// text[context], wrapped to the look's width behind `indent`; a mark that comes later in the list wins where two
// overlap. "…" stands where the context is cut inside a paragraph.
std::string annotate(std::string_view text, Span context, const std::vector<Underline>& marks, const Look& look,
                     std::string_view indent);

// `span` with up to `around` bytes on either side: never past the paragraph's ends, never inside a word.
Span context_of(std::string_view text, Span span, std::uint32_t around);

}  // namespace readout
