// What one document did to the words of another, passage by passage, as people read it.
//
//   edited    104:22-66 → 107:80-121
//     The ferry [-should never-] {+must not+} be closed.
//     modal     “should” → “must”   104:32-38 → 107:90-94
//   omitted   104:70-99
//     “It is the last one.”
//   added     107:130-160
//     “It is old.”
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "readout/base/json.h"
#include "readout/view/collation_view.h"

namespace readout {

struct DiffPassage {
  std::string relation;  // of kept passages: "edited"; else "omitted", "added"
  std::optional<CollatedPassage> a;
  std::optional<CollatedPassage> b;
  std::string a_speaker;
  std::string b_speaker;
};

std::string diff_entry(const DiffPassage& passage, const Look& look);

// "12 passages: 4 verbatim, 3 altered, 5 omitted; 2 added".
std::string diff_totals(std::span<const DiffPassage> passages);

void write_diff(JsonWriter& json, const DiffPassage& passage);

}  // namespace readout
