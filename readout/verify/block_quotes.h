// add_block_quotes: the block quotes of a draft's markup are quotations too: Markdown's ">", a page's blockquote,
// whole, without the line that says whose they are; marks in code are none.
//
//   > We will wait.                       ->  [We will wait.]  speaker "Anna Weil"
//   >
//   > — Anna Weil, minister
//   > [!NOTE] ...                         ->  none: a box for the reader, and marks in it are quotations as anywhere
//   > “We will wait.” — Anna Weil         ->  the marks are the quotation
//   > She said “yes” and left.            ->  the whole; the marks are words of it
#pragma once

#include <vector>

#include "readout/verify/draft.h"

namespace readout {

// `found`: the quotations in marks; sorted, and stays so.
void add_block_quotes(const Document& draft, std::vector<DraftQuotation>& found);

}  // namespace readout
