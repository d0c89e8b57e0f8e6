// Basis: why we judged so. Every judgement carries one; `readout explain` prints it.
//
//   Basis{"quote-then-cue", 0.97, {{"cue:said", 1}, {"source:name", 1}}}
#pragma once

#include <string>
#include <vector>

namespace readout {

// A named observation that spoke for (or, negative, against) the judgement.
struct Evidence {
  std::string name;
  double weight = 1;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Basis {
  std::string rule;  // the rule or model that decided: a stable word, documented in docs/formats/
  double score = 1;  // 0 to 1
  std::vector<Evidence> evidence;

  friend bool operator==(const Basis&, const Basis&) = default;
};

}  // namespace readout
