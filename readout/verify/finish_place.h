// finish: what is known of a place only when all its pieces are.
#pragma once

#include <vector>

#include "readout/verify/both_sides.h"
#include "readout/verify/runs.h"
#include "readout/verify/verify.h"

namespace readout {

// "[T]he": the quoter's own letter.
void read_bracketed_letters(const BothSides& sides, const std::vector<WordRun>& runs, Place& place);

// Words put in at one place and left out at another are words that moved.
void find_moved_words(const BothSides& sides, Place& place);

// A seam where only a running head, a caption or the like was left out is no cut.
void merge_page_breaks(const SourceText& source, const BothSides& sides, Place& place);

// Tags, entities, emphasis and line ends of the file as delivered that the words of the place run over.
void compare_delivered(const SourceText& source, Place& place);

// The mark that ends the quotation against the one that stands there; words that a full stop takes away.
void compare_end(const BothSides& sides, const WordRun& last, Place& place);

}  // namespace readout
