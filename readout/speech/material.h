// Material: what stands before an attribution in its strand, and where the attribution ends.
//
//   The plan failed, said Kovel, a doctor, on Friday.
//   [material      ]                     ^ after_attribution
#pragma once

#include <vector>

#include "readout/speech/cue_site.h"
#include "readout/speech/strand_view.h"

namespace readout {

// Items of a strand, half-open.
struct Range {
  int begin = 0;
  int end = 0;

  bool empty() const { return begin >= end; }
  int size() const { return end - begin; }
};

// Past the cue, or past the source and its apposition where that stands after the cue.
int after_attribution(const StrandView& strand, const CueSite& site);

// Up to the comma, dash or quotation that ends it; from the strand's start or the attribution before.
Range material_before(const StrandView& strand, const CueSite& site, const std::vector<CueSite>& sites);

// Of the material before a comma: what follows its last dash ("… – that, Kovel said, is …").
Range last_clause(const StrandView& strand, Range range);

// "…, which would be a step, as Kovel said": she said what the relative clause says.
Range relative_clause(const StrandView& strand, Range range);

// The quotation that ends the material, where one does that is no title in an opening phrase; -1 else.
int adjacent_quotation(const StrandView& strand, Range before);

}  // namespace readout
