// WordGain: what align.h gains by putting two units in one column, and what gaps cost it; for path.h.
#pragma once

#include <cstddef>
#include <span>

#include "readout/align/likeness.h"
#include "readout/align/units.h"

namespace readout {

struct WordGain {
  std::span<const Unit> a;
  std::span<const Unit> b;

  int pair(std::size_t i, std::size_t j) const {
    const Likeness alike = likeness(a[i], b[j]);
    // Keeping the same company is no reason to give up a better place for either.
    return gain(a[i], b[j], alike) - (alike.kind == Alike::related ? 10 : 0);
  }
  static int open(const Unit& unit) { return is_word(unit.kind) ? -28 : -16; }
  static int extend(const Unit&) { return -6; }
  int open_a(std::size_t i) const { return open(a[i]); }
  int extend_a(std::size_t i) const { return extend(a[i]); }
  int open_b(std::size_t j) const { return open(b[j]); }
  int extend_b(std::size_t j) const { return extend(b[j]); }
};

}  // namespace readout
