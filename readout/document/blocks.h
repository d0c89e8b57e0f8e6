// find_blocks: tells the pieces of a layout apart, and reads from them who wrote the text, where and when.
//
//   " date 2025-08-05 MARLOW, August 1. /NAA/. The talks were useful, the minister said."
//    [crawl_header ] [dateline             ] [body                                      ]
//   document.place "MARLOW", agency "NAA"; dates.published and said 2025-08-01 (dateline), copied 2025-08-05 (header)
//
// In:  `document.text`, and what the reader knew before (outlet, url, doubts, ...); the layout of the same text.
// Out: `document.blocks`, title, authors, agency, place, dates, times, links, form and issuer; doubts are added.
//
// Invariants: blocks are sorted, do not overlap, and only white space lies between them; every byte of every piece that
// is not white space lies in exactly one block; a piece is body unless its form says otherwise. What the reader found
// (title, url, outlet, authors) is filled from the metadata only where it is still empty. Paragraph numbers are given
// anew: a line of its own is a paragraph, and only pieces that the markup cut out of one share a number.
//
// A rule looks at the form of a stretch and at its neighbours, never at the matter: a run of lines in title case
// without a full stop is a sidebar whatever the lines say. Every rule prefers to miss, since body that is cut is lost
// to the record. Kinds, reasons and the measure of false cuts: docs/formats/blocks.md.
//
// Limitations: the forms are those of English-language outlets; a headline in sentence case that ends in a full stop
// stays body, and so does a pull quote whose words stand nowhere else in the text.
#pragma once

#include "readout/document/document.h"
#include "readout/document/layout.h"

namespace readout {

void find_blocks(Document& document, const Layout& layout);

}  // namespace readout
