// find_draft_quotations: the quotations of a draft that can be checked: outermost marks, and the quotations inside them
// left to them; a quotation that goes on over paragraphs is one.
//
//   The minister said “we will wait”, and called it ‘a plan’.  ->  [we will wait] [a plan]
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/span.h"

namespace readout {

struct DraftQuotation {
  Span span;          // of the draft, without the marks; over several paragraphs from the first byte to the last
  std::string words;  // what is compared: the paragraphs joined by a blank, marks off
};

std::vector<DraftQuotation> find_draft_quotations(std::string_view draft);

}  // namespace readout
