// best_path: the best monotone way through two sequences, with affine gaps, for any gain of a pair (Gotoh, 1982).
//
//   struct Gain {
//     int pair(std::size_t i, std::size_t j) const;  // to put a[i] and b[j] in one column
//     int open_a(std::size_t i) const;   // < 0: a gap in b that begins at a[i]
//     int extend_a(std::size_t i) const; // < 0: a gap in b that goes on over a[i]
//     int open_b(std::size_t j) const;   // the same for gaps in a
//     int extend_b(std::size_t j) const;
//   };
//   best_path(3, 4, gain)  ->  {0,0} {1,-1} {2,1} {-1,2} {-1,3}
//
// Three layers over the whole rectangle: n * m bytes. Callers cut long texts at anchors first (align.h does), or give a
// band. Ties: a pair before a gap; then, of two orders of gaps, those of a first.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace readout {

struct Cell {
  std::int32_t a = -1;
  std::int32_t b = -1;

  friend bool operator==(const Cell&, const Cell&) = default;
};

inline constexpr std::size_t kNoBand = std::numeric_limits<std::size_t>::max();

// `band`: how far from the diagonal (in units of b, the diagonal runs corner to corner) the path may go.
template <class Gain>
std::vector<Cell> best_path(std::size_t n, std::size_t m, const Gain& gain, std::size_t band = kNoBand) {
  constexpr int kNever = std::numeric_limits<int>::min() / 4;
  enum Layer : std::uint8_t { kPair = 0, kGapB = 1, kGapA = 2 };  // the layer that a cell was reached from
  // One byte a cell: two bits a layer, for the layer before.
  const std::size_t width = m + 1;
  std::vector<std::uint8_t> from((n + 1) * width, 0);
  std::vector<int> pair(width, kNever), gap_b(width, kNever), gap_a(width, kNever);
  std::vector<int> next_pair(width), next_gap_b(width), next_gap_a(width);

  const auto best = [](int in_pair, int in_gap_b, int in_gap_a, Layer& layer) {
    layer = kPair;
    int value = in_pair;
    if (in_gap_a > value) value = in_gap_a, layer = kGapA;
    if (in_gap_b > value) value = in_gap_b, layer = kGapB;
    return value;
  };

  pair[0] = 0;
  for (std::size_t j = 1; j <= m; ++j) {
    gap_a[j] = j == 1 ? gain.open_b(0) : gap_a[j - 1] + gain.extend_b(j - 1);
    from[j] = static_cast<std::uint8_t>((j == 1 ? kPair : kGapA) << 4);
  }
  for (std::size_t i = 1; i <= n; ++i) {
    std::size_t low = 0;
    std::size_t high = m;
    if (band != kNoBand) {
      const std::size_t middle = n == 0 ? 0 : i * m / n;
      low = middle > band ? middle - band : 0;
      high = std::min(m, middle + band + (m / std::max<std::size_t>(n, 1)) + 1);
    }
    std::fill(next_pair.begin(), next_pair.end(), kNever);
    std::fill(next_gap_b.begin(), next_gap_b.end(), kNever);
    std::fill(next_gap_a.begin(), next_gap_a.end(), kNever);
    for (std::size_t j = low; j <= high; ++j) {
      Layer pair_from = kPair;
      Layer gap_b_from = kPair;
      Layer gap_a_from = kPair;
      if (j > 0) {
        const int before = best(pair[j - 1], gap_b[j - 1], gap_a[j - 1], pair_from);
        if (before > kNever / 2) next_pair[j] = before + gain.pair(i - 1, j - 1);
      }
      const int open_a = gain.open_a(i - 1);
      const int open_b = j > 0 ? gain.open_b(j - 1) : 0;
      next_gap_b[j] = best(pair[j] + open_a, gap_b[j] + gain.extend_a(i - 1), gap_a[j] + open_a, gap_b_from);
      if (j > 0)
        next_gap_a[j] = best(next_pair[j - 1] + open_b, next_gap_b[j - 1] + open_b,
                             next_gap_a[j - 1] + gain.extend_b(j - 1), gap_a_from);
      from[i * width + j] = static_cast<std::uint8_t>(pair_from | (gap_b_from << 2) | (gap_a_from << 4));
    }
    pair.swap(next_pair);
    gap_b.swap(next_gap_b);
    gap_a.swap(next_gap_a);
  }

  std::vector<Cell> path;
  path.reserve(n + m);
  std::size_t i = n;
  std::size_t j = m;
  Layer layer = kPair;
  best(pair[m], gap_b[m], gap_a[m], layer);
  while (i > 0 || j > 0) {
    const std::uint8_t bits = from[i * width + j];
    if (layer == kPair) {
      layer = static_cast<Layer>(bits & 3);
      path.push_back({static_cast<std::int32_t>(--i), static_cast<std::int32_t>(--j)});
    } else if (layer == kGapB) {
      layer = static_cast<Layer>((bits >> 2) & 3);
      path.push_back({static_cast<std::int32_t>(--i), -1});
    } else {
      layer = static_cast<Layer>((bits >> 4) & 3);
      path.push_back({-1, static_cast<std::int32_t>(--j)});
    }
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace readout
