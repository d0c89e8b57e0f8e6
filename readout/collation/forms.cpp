#include "readout/collation/forms.h"

#include <algorithm>
#include <bit>

#include "readout/align/likeness.h"
#include "readout/collation/letters.h"

namespace readout {

std::uint64_t unit_key(const Unit& unit) {
  const auto kind = static_cast<std::uint64_t>(unit.kind);
  return join_keys(join_keys(unit.exact, unit.value), join_keys(unit.folded, kind + 1));
}

std::uint32_t FormTable::add(const Unit& unit) {
  const auto next = static_cast<std::uint32_t>(units_.size());
  const std::uint32_t number = numbers_.add(unit_key(unit), next);
  if (number == next) {
    units_.push_back(unit);
    meeting_keys_.push_back(unit.spelling != 0 ? unit.spelling : unit.folded);
  }
  return number;
}

int FormTable::gain(std::uint32_t a, std::uint32_t b) const {
  if (a > b) std::swap(a, b);
  const std::uint64_t pair = std::uint64_t{a} << 32 | b;
  if (known_.empty()) {
    const int bits = std::clamp(static_cast<int>(std::bit_width(64 * units_.size())), 8, 16);
    known_.resize(std::size_t{1} << bits);
    shift_ = 64 - bits;
  }
  Known& known = known_[(pair * 0x9e3779b97f4a7c15u) >> shift_];
  if (known.pair != pair) {
    const Unit& x = units_[a];
    const Unit& y = units_[b];
    known = {pair, by_letters_ ? letter_gain(x, y) : readout::gain(x, y, likeness(x, y))};
  }
  return known.gain;
}

bool FormTable::is_content(std::uint32_t form) const {
  const UnitKind kind = units_[form].kind;
  return is_word(kind) && kind != UnitKind::function_word;
}

}  // namespace readout
