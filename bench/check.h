// check_quotations: how many quotations a CPU second are checked against invented texts, and what the index costs.
//
//   const CheckTimes times = check_quotations(1, 10'040, 5'000, 2'000);
//
// Quotations are runs of 4 to 18 words of the texts: one in four as it stands, one in other case, one with words cut
// out of the middle, one with a word changed; one in twenty stands nowhere.
#pragma once

#include <cstddef>
#include <cstdint>

namespace readout::bench {

struct CheckTimes {
  std::size_t texts = 0;
  std::size_t bytes = 0;        // of all texts
  std::size_t index_bytes = 0;  // held besides the texts
  std::size_t quotations = 0;
  std::size_t found = 0;  // EXACT or FOLDED
  double index_s = 0;     // CPU
  double check_s = 0;     // CPU
};

CheckTimes check_quotations(std::uint64_t seed, std::size_t texts, std::size_t bytes_each, std::size_t quotations);

}  // namespace readout::bench
