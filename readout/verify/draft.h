// find_draft_quotations: the quotations of a draft that can be checked: outermost marks, and the quotations inside them
// left to them; a quotation that goes on over paragraphs is one. Of a Document block quotes are quotations too, and
// marks in code are none: block_quotes.h.
//
//   The minister said “we will wait”, and called it ‘a plan’.  ->  [we will wait] [a plan]
//
// find_draft_claims: the same with the speaker and the source that the draft itself names for each.
//
//   “We will wait,” said Anna Weil (talk.txt).        ->  [We will wait,] speaker "Anna Weil", source "talk.txt"
//   > We will wait.
//   > — Anna Weil, [transcript](talk.txt)             ->  the same: a paragraph that a signature follows is one, too
//
// The speaker is who speaks at that place of the draft (voices.h), where that is sure; the source, the words that
// draft_sources.h finds beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/span.h"
#include "readout/document/document.h"
#include "readout/people/offices.h"
#include "readout/verify/attest.h"

namespace readout {

struct DraftQuotation {
  Span span;          // of the draft, without the marks; over several paragraphs from the first byte to the last
  std::string words;  // what is compared: the paragraphs joined by a blank, marks off
  Claim claim;        // empty where the draft names nobody and nothing

  friend bool operator==(const DraftQuotation&, const DraftQuotation&) = default;
};

std::vector<DraftQuotation> find_draft_quotations(std::string_view draft);

std::vector<DraftQuotation> find_draft_claims(const Document& draft, const Offices& offices);

}  // namespace readout
