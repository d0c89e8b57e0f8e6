// Maximum matching: as many gold items as possible are paired with a prediction of their own.
//
//   match({{{0, .9}, {1, .5}}, {{0, .6}}}, 2) == {1, 0}     // gold 0 gives way so that gold 1 finds a partner too
//
// Method: augmenting paths (Kuhn 1955), candidates tried from the heaviest edge down, ties by index: the same input
// gives the same pairs. Cost: gold x edges, small for one document.
#pragma once

#include <cstdint>
#include <vector>

namespace readout {

struct Edge {
  std::int32_t predicted = 0;
  double weight = 0;
};

// For each gold item the index of its prediction, -1 where it has none.
std::vector<std::int32_t> match(std::vector<std::vector<Edge>> edges, std::size_t predicted);

}  // namespace readout
