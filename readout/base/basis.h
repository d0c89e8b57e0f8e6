// Basis: why we judged so. Every judgement carries one; `readout explain` prints it.
//
//   Basis{"quote-then-cue", 0.97, {{"cue:said", 1}, {"source:name", 1}}}
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
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

// Whether the evidence holds the name ("speaker:equal"), and its weight; 0 where it does not.
inline bool has_evidence(const Basis& basis, std::string_view name) {
  return std::ranges::any_of(basis.evidence, [&](const Evidence& one) { return one.name == name; });
}

inline double evidence_of(const Basis& basis, std::string_view name) {
  const auto found = std::ranges::find(basis.evidence, name, &Evidence::name);
  return found == basis.evidence.end() ? 0 : found->weight;
}

}  // namespace readout
