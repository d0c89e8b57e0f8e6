#include "readout/score/matching.h"

#include <algorithm>

namespace readout {
namespace {

struct Search {
  const std::vector<std::vector<Edge>>& edges;
  std::vector<std::int32_t> gold_of;  // for each prediction
  std::vector<bool> seen;

  bool augment(std::size_t gold) {
    for (const Edge& edge : edges[gold]) {
      const auto at = static_cast<std::size_t>(edge.predicted);
      if (seen[at]) continue;
      seen[at] = true;
      if (gold_of[at] < 0 || augment(static_cast<std::size_t>(gold_of[at]))) {
        gold_of[at] = static_cast<std::int32_t>(gold);
        return true;
      }
    }
    return false;
  }
};

}  // namespace

std::vector<std::int32_t> match(std::vector<std::vector<Edge>> edges, std::size_t predicted) {
  for (auto& list : edges)
    std::sort(list.begin(), list.end(), [](const Edge& a, const Edge& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.predicted < b.predicted;
    });
  std::vector<std::size_t> order(edges.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto best = [&](std::size_t i) { return edges[i].empty() ? 0 : edges[i].front().weight; };
    return best(a) != best(b) ? best(a) > best(b) : a < b;
  });
  Search search{edges, std::vector<std::int32_t>(predicted, -1), {}};
  for (const std::size_t gold : order) {
    search.seen.assign(predicted, false);
    search.augment(gold);
  }
  std::vector<std::int32_t> partner(edges.size(), -1);
  for (std::size_t i = 0; i < predicted; ++i)
    if (search.gold_of[i] >= 0) partner[static_cast<std::size_t>(search.gold_of[i])] = static_cast<std::int32_t>(i);
  return partner;
}

}  // namespace readout
