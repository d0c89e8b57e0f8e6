// Outside: the words of the same sentence before and after a quotation that turn what it says.
//
//   If the county pays half, we can open in March, unless it rains.
//   quote  we can open in March         {condition, "If the county pays half"} {condition, "unless it rains"}
//   quote  open in March                the same
//
//   We have no reason to think that it was done on purpose.        quote  it was done on purpose   {negation, "no"}
//   It is widely believed that fires are more frequent.            quote  fires are more frequent  {speech act,
//   "believed"} He denied that the board knew.                                 quote  the board knew           {speech
//   act, "denied"} The premises serve for storage only.                           quote  for storage {scope, "only"}
//
// A negation or a denial reaches as far as its own clause; a condition over its sentence, where its clause opens or
// closes it. Words of data/en/turns.tsv; English only.
#pragma once

#include <string_view>
#include <vector>

#include "readout/verify/verify.h"
#include "readout/verify/words.h"

namespace readout {

// Of what stands in text words [first, last]. In the order of the text.
std::vector<Difference> turns_outside(std::string_view text, const std::vector<FoldedWord>& words, std::size_t first,
                                      std::size_t last);

}  // namespace readout
