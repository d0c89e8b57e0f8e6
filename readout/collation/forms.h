// FormTable: the different units of all witnesses, numbered, and what it gains to put two of them in one column.
//
//   FormTable forms;
//   const std::uint32_t kiev = forms.add(unit);      // the same number for every unit that compares the same
//   forms.gain(kiev, kyiv);                          // align/likeness.h, remembered
//
// Numbers follow the order of adding; callers add in an order of content. Not for two threads at once: gains are kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "readout/align/keys.h"
#include "readout/align/units.h"

namespace readout {

// What tells two units apart in comparing; where they stand does not.
std::uint64_t unit_key(const Unit& unit);

class FormTable {
 public:
  // `by_letters`: units are plain (letters.h), and so is their gain.
  explicit FormTable(bool by_letters = false) : by_letters_(by_letters) {}

  std::uint32_t add(const Unit& unit);
  int gain(std::uint32_t a, std::uint32_t b) const;
  // Under which runs of words meet: case and spelling folded.
  std::uint64_t meeting_key(std::uint32_t form) const { return meeting_keys_[form]; }
  bool is_content(std::uint32_t form) const;
  const Unit& unit(std::uint32_t form) const { return units_[form]; }
  std::size_t size() const { return units_.size(); }

 private:
  struct Known {
    std::uint64_t pair = ~0ull;
    std::int32_t gain = 0;
  };

  bool by_letters_ = false;
  std::vector<Unit> units_;
  std::vector<std::uint64_t> meeting_keys_;
  KeyTable numbers_;
  // Gains that were asked for, one a place: as many places as these forms may want, for most texts are short.
  mutable std::vector<Known> known_;
  mutable int shift_ = 0;
};

}  // namespace readout
