#include "readout/speech/weigh.h"

#include <charconv>
#include <cmath>
#include <unordered_map>

#include "readout/base/lexicon.h"

namespace readout {
namespace {

std::unordered_map<std::string_view, double> read_weights() {
  std::unordered_map<std::string_view, double> weights;
  for (const auto& row : rows(embedded("en/attribution.tsv"))) {
    if (row.size() < 2) continue;
    double weight = 0;
    std::from_chars(row[1].data(), row[1].data() + row[1].size(), weight);
    weights[row[0]] = weight;
  }
  return weights;
}

}  // namespace

void weigh(Candidate& candidate) {
  static const std::unordered_map<std::string_view, double> kWeights = read_weights();
  double sum = 0;
  for (Evidence& feature : candidate.features) {
    const auto found = kWeights.find(feature.name);
    feature.weight = found == kWeights.end() ? 0 : found->second;
    sum += feature.weight;
  }
  candidate.score = 1 / (1 + std::exp(-sum));
}

}  // namespace readout
