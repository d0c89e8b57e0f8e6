// Where a reported clause ends, and what may stand between a cue and its content. Closed classes and punctuation only.
#pragma once

#include <vector>

#include "readout/speech/cue_site.h"
#include "readout/speech/strand_view.h"

namespace readout {

// From `from`, past the hearer ("told reporters"), times, places and occasions ("in an interview on Tuesday").
int skip_adjuncts(const StrandView& strand, int from, bool hearer);

// The item at which a clause that begins at `from` ends: the strand's end, or the break before another cue.
int clause_end(const StrandView& strand, int from, const std::vector<CueSite>& sites, const CueSite& own);

// Past ", a doctor," after a name that ends at `i`; at the head of a sentence only where a second comma closes it.
int skip_apposition(const StrandView& strand, int i, bool at_head);

// A finite verb stands in it, as far as closed classes show one: the difference between a clause and a noun phrase.
bool is_clause(const StrandView& strand, int begin, int end);

// Where a noun phrase that is the content ends: before a comma, and before what the sentence says about the saying.
int object_end(const StrandView& strand, int begin, int end);

}  // namespace readout
