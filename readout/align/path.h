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
// A byte for every cell inside the band: n * m of them without one. Callers cut long texts at anchors first (align.h
// does) or give a band. Ties: a pair before a gap; then, of two orders of gaps, those of a first.
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

// `band`: how many units of b from the diagonal, which runs corner to corner, the path may go.
template <class Gain>
std::vector<Cell> best_path(std::size_t n, std::size_t m, const Gain& gain, std::size_t band = kNoBand) {
  constexpr int kNever = std::numeric_limits<int>::min() / 4;
  enum Layer : std::uint8_t { kPair = 0, kGapB = 1, kGapA = 2 };  // the layer that a cell was reached from
  // Row i keeps the cells low_of(i) to low_of(i) + width - 1.
  const std::size_t slope = n == 0 ? m : m / n + 1;
  const std::size_t width = band == kNoBand || band > m / 2 ? m + 1 : std::min(m, 2 * band + slope + 1) + 1;
  const auto low_of = [&](std::size_t i) -> std::size_t {
    if (width == m + 1) return 0;
    const auto middle = static_cast<std::size_t>(static_cast<std::uint64_t>(i) * m / n);
    return std::min(middle > band ? middle - band : 0, m + 1 - width);
  };
  // One byte a cell: two bits a layer, for the layer before.
  std::vector<std::uint8_t> from((n + 1) * width, 0);
  std::vector<int> pair(m + 1, kNever), gap_b(m + 1, kNever), gap_a(m + 1, kNever);
  std::vector<int> next_pair(m + 1, kNever), next_gap_b(m + 1, kNever), next_gap_a(m + 1, kNever);

  const auto best = [](int in_pair, int in_gap_b, int in_gap_a, Layer& layer) {
    layer = kPair;
    int value = in_pair;
    if (in_gap_a > value) value = in_gap_a, layer = kGapA;
    if (in_gap_b > value) value = in_gap_b, layer = kGapB;
    return value;
  };

  pair[0] = 0;
  for (std::size_t j = 1; j < low_of(0) + width; ++j) {
    gap_a[j] = j == 1 ? gain.open_b(0) : gap_a[j - 1] + gain.extend_b(j - 1);
    from[j] = static_cast<std::uint8_t>((j == 1 ? kPair : kGapA) << 4);
  }
  for (std::size_t i = 1; i <= n; ++i) {
    const std::size_t low = low_of(i);
    const std::size_t end = low + width;
    const int open_a = gain.open_a(i - 1);
    const int extend_a = gain.extend_a(i - 1);
    if (low > 0) next_pair[low - 1] = next_gap_b[low - 1] = next_gap_a[low - 1] = kNever;
    for (std::size_t j = low; j < end; ++j) {
      Layer pair_from = kPair;
      Layer gap_b_from = kPair;
      Layer gap_a_from = kPair;
      next_pair[j] = next_gap_a[j] = kNever;
      if (j > 0) {
        const int before = best(pair[j - 1], gap_b[j - 1], gap_a[j - 1], pair_from);
        if (before > kNever / 2) next_pair[j] = before + gain.pair(i - 1, j - 1);
      }
      next_gap_b[j] = best(pair[j] + open_a, gap_b[j] + extend_a, gap_a[j] + open_a, gap_b_from);
      if (j > 0) {
        const int open_b = gain.open_b(j - 1);
        next_gap_a[j] = best(next_pair[j - 1] + open_b, next_gap_b[j - 1] + open_b,
                             next_gap_a[j - 1] + gain.extend_b(j - 1), gap_a_from);
      }
      // What the band shuts out must not grow into something by adding gains.
      next_gap_b[j] = std::max(next_gap_b[j], kNever);
      next_gap_a[j] = std::max(next_gap_a[j], kNever);
      from[i * width + j - low] = static_cast<std::uint8_t>(pair_from | (gap_b_from << 2) | (gap_a_from << 4));
    }
    // The next row may look one past this one's end.
    for (std::size_t j = end; j <= std::min(m, end + slope); ++j) next_pair[j] = next_gap_b[j] = next_gap_a[j] = kNever;
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
    const std::uint8_t bits = from[i * width + j - low_of(i)];
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
