// Gold word alignments (MultiMWA's form) and how well links meet them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace readout {

using TokenPair = std::pair<std::uint32_t, std::uint32_t>;  // indices of tokens parted by blanks

struct GoldPair {
  std::string id;
  std::string a;
  std::string b;
  std::set<TokenPair> sure;
  std::set<TokenPair> possible;  // without the sure ones
};

// Lines of: id, first sentence, -, second sentence, -, 1, 1, sure i-j, possible i-j; parted by tabs.
std::vector<GoldPair> read_gold_pairs(const std::filesystem::path& file);

// What the aligner links, in tokens of the gold. Adds the CPU seconds that reading and aligning took.
std::set<TokenPair> link_tokens(const GoldPair& pair, double& seconds);

struct LinkTally {
  std::size_t found = 0, gold = 0, right = 0;

  double precision() const { return found == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(found); }
  double recall() const { return gold == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(gold); }
  double f() const {
    return found + gold == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
};

struct LinkScore {
  std::size_t pairs = 0;
  std::size_t whole = 0;  // pairs whose links are the sure ones and no other
  LinkTally sure;
  LinkTally with_possible;
  double seconds = 0;  // of CPU
};

// `errors`: writes to standard output, for each pair that is not whole, what was missed and what is extra.
LinkScore score_links(const std::vector<GoldPair>& pairs, bool errors);

}  // namespace readout
