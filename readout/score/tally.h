// Tally: what was there, what was proposed, what of both was right; precision, recall and F in per cent.
#pragma once

#include <cstddef>

namespace readout {

struct Tally {
  std::size_t gold = 0;
  std::size_t predicted = 0;
  std::size_t found = 0;  // gold items with a right prediction
  std::size_t right =
      0;  // predictions with a gold item; differs from `found` only where the two sides are sliced apart

  double recall() const { return percent(found, gold); }
  double precision() const { return percent(right, predicted); }
  double f() const {
    const double sum = precision() + recall();
    return sum > 0 ? 2 * precision() * recall() / sum : 0;
  }

  static double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  }

  Tally& operator+=(const Tally& other) {
    gold += other.gold;
    predicted += other.predicted;
    found += other.found;
    right += other.right;
    return *this;
  }
  friend bool operator==(const Tally&, const Tally&) = default;
};

// So many of so many.
struct Share {
  std::size_t right = 0;
  std::size_t of = 0;

  double percent() const { return Tally::percent(right, of); }
  friend bool operator==(const Share&, const Share&) = default;
};

}  // namespace readout
