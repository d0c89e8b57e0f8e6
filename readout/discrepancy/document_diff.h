// diff_documents: what one document did to the words of another, passage by passage, in the order of reading.
//
//   000   A. B. C.        kept     A  -> a      (edited)
//   001   a ... C! D.     omitted  B
//                         kept     C  -> C!     (verbatim)
//                         added          D
//
//   for (const DiffItem& item : diff_documents(a, b, find_counterparts(a, b, links)))
//     item.fate, item.a, item.b, item.counterpart
//
// Passages are sentences of the outermost speeches. A passage of a that b carries twice (in a lead and in a quotation)
// comes twice, the closer one first. Passages that b alone has come after the one before which they stand in b.
//
// Invariants: every sentence of either side stands in at least one item; omitted items have no b, added ones no a.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "readout/discrepancy/counterpart.h"

namespace readout {

enum class DiffFate : std::uint8_t { kept, omitted, added };

struct DiffItem {
  DiffFate fate = DiffFate::kept;
  LinkEnd a;
  LinkEnd b;
  std::size_t counterpart = 0;  // index; of kept ones
};

std::vector<DiffItem> diff_documents(const Edition& a, const Edition& b, std::span<const Counterpart> counterparts);

}  // namespace readout
