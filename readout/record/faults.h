// find_faults: what in an Account contradicts the invariants that its nouns promise. A sound account gives none.
//
//   for (const Fault& fault : find_faults(account)) ...   // {"004:268-413", "invariant", "its parent stands after
//   it"}
//
// Spans must lie inside the text and on code-point boundaries; blocks are sorted, apart, and leave out white space
// only; the content of a speech is sorted and touches body blocks only; a parent stands before its children and depth
// counts the ancestors; persons, candidates and statements fit the speeches; the map leads into the blob.
#pragma once

#include <vector>

#include "readout/record/account.h"
#include "readout/record/rows.h"

namespace readout {

std::vector<Fault> find_faults(const Account& account);

}  // namespace readout
