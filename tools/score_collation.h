// What score_collation measures: each prints its figures, or says aloud that its gold is not here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace readout::score {

// Token pairs in one row of the gold and of the table, over all pairs of witnesses.
struct PairCount {
  std::uint64_t right = 0;
  std::uint64_t made = 0;
  std::uint64_t gold = 0;

  double precision() const { return made == 0 ? 0 : static_cast<double>(right) / static_cast<double>(made); }
  double recall() const { return gold == 0 ? 0 : static_cast<double>(right) / static_cast<double>(gold); }
  double f() const {
    return made + gold == 0 ? 0 : 2.0 * static_cast<double>(right) / static_cast<double>(made + gold);
  }
};

// The most memory that this program has held so far; 0 where the system does not tell.
double most_megabytes();

// A table of words aligned by hand: tab-separated, a line of names, then a column a witness; any 8-bit or UTF-8 text.
// False where F is below its floor; true where the gold is not here, which it says.
bool score_aligned_table(const std::filesystem::path& file, std::string_view name);

// New Testaments by verse: two texts of `words` words, and three translations of Matthew.
bool score_long_texts(const std::filesystem::path& folder);

// Made traditions of 37 witnesses without a lexicon, each in its own spelling. False where F is below its floor.
bool score_old_spellings();

// 50 made collations in every order of their witnesses (at most 24 each); true where no order gives another table.
bool score_orders();

// Made collations of every size and shape: true where each witness's cells give it back.
bool score_losses(std::uint64_t runs);

}  // namespace readout::score
