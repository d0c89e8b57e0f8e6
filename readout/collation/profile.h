// Profile: texts in columns, one text more or fewer at a time.
//
//   Profile profile(forms, guide);
//   profile.join(0);  profile.join(1);
//   profile.leave(0); profile.join(0);          // aligned anew to what the others say
//   profile.columns()[c].cells[t]               // position in text t, or kNoUnit
//
// Invariants: see collation.h; columns that no text fills are dropped when a text leaves.
#pragma once

#include <cstdint>
#include <vector>

#include "readout/collation/forms.h"
#include "readout/collation/guide.h"

namespace readout {

// Gaps and their growth, in hundredths of a content word; marks cost half as much.
struct GapCosts {
  int open = 30;
  int extend = 10;
};

class Profile {
 public:
  Profile(const FormTable& forms, const Guide& guide, GapCosts costs = {});

  void join(std::uint32_t text);
  void leave(std::uint32_t text);

  std::size_t columns() const { return count_; }
  std::uint32_t at(std::size_t column, std::size_t text) const { return cells_[column * texts_ + text]; }

 private:
  friend class ProfileGain;

  struct Entry {
    std::uint32_t form = 0;
    std::uint32_t weight = 0;
  };

  void summarise();

  const FormTable& forms_;
  const Guide& guide_;
  GapCosts costs_;
  std::size_t texts_ = 0;
  std::size_t count_ = 0;             // columns
  std::vector<std::uint32_t> cells_;  // column by column
  std::vector<bool> in_;
  std::uint32_t weight_ = 0;  // of the texts that are in

  // What the columns hold, made by summarise().
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> begins_;  // of a column's entries; one more than columns
  std::vector<std::uint32_t> filled_;  // weight of the texts that fill a column
};

}  // namespace readout
