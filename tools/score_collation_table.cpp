// Tables aligned by hand against ours.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "readout/collation/collation.h"
#include "readout/collation/token_units.h"
#include "readout/text/characters.h"
#include "tools/score_collation.h"

namespace readout::score {
namespace {

std::string to_utf8(const std::string& bytes) {
  if (valid_utf8_size(bytes) == bytes.size()) return bytes;
  std::string out;
  for (const char c : bytes) append_utf8(out, static_cast<unsigned char>(c));
  return out;
}

constexpr double kFloor = 0.998;

// Rows of cells, as wide as the first line; carriage returns and blanks at the ends dropped.
std::vector<std::vector<std::string>> read_table(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const std::string text = to_utf8(bytes);
  std::vector<std::vector<std::string>> table;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::vector<std::string>& row = table.emplace_back();
    for (std::size_t cell = at; cell <= end;) {
      const std::size_t stop = std::min(text.find('\t', cell), end);
      const Span span = trim(text, make_span(cell, stop));
      row.emplace_back(slice(text, span));
      cell = stop + 1;
    }
    at = end + 1;
  }
  for (auto& row : table) row.resize(table.front().size());
  return table;
}

}  // namespace

double most_megabytes() {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

bool score_aligned_table(const std::filesystem::path& file, std::string_view name) {
  if (!std::filesystem::exists(file)) {
    fmt::print("{}: SKIPPED, its gold is not here\n", name);
    return true;
  }
  const auto gold = read_table(file);
  const std::size_t count = gold.front().size();
  std::vector<std::vector<std::string_view>> tokens(count);
  std::vector<std::vector<std::size_t>> row_of(count);  // the gold's row of each token
  std::size_t total = 0;
  for (std::size_t r = 1; r < gold.size(); ++r)
    for (std::size_t w = 0; w < count; ++w)
      if (!gold[r][w].empty()) {
        tokens[w].push_back(gold[r][w]);
        row_of[w].push_back(r);
        ++total;
      }
  Collation table;
  double best = 1e9, first = 0;
  for (int run = 0; run < 5; ++run) {
    const std::clock_t begin = std::clock();
    const auto units = make_token_units(tokens);
    table = collate(units);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    if (run == 0) first = seconds;
    best = std::min(best, seconds);
  }
  PairCount pairs;
  for (std::size_t r = 1; r < gold.size(); ++r) {
    std::uint64_t present = 0;
    for (std::size_t w = 0; w < count; ++w) present += gold[r][w].empty() ? 0 : 1;
    pairs.gold += present * (present - 1) / 2 * (present > 0 ? 1 : 0);
  }
  for (std::size_t c = 0; c < table.columns(); ++c)
    for (std::size_t a = 0; a < count; ++a)
      for (std::size_t b = a + 1; b < count; ++b) {
        const std::uint32_t i = table.at(c, a);
        const std::uint32_t j = table.at(c, b);
        if (i == kNoUnit || j == kNoUnit) continue;
        ++pairs.made;
        if (row_of[a][i] == row_of[b][j]) ++pairs.right;
      }
  fmt::print("{}: {} witnesses, {} tokens, {} columns (gold {})\n", name, count, total, table.columns(),
             gold.size() - 1);
  fmt::print("  pairs of tokens: precision {:.4f}, recall {:.4f}, F {:.4f}\n", pairs.precision(), pairs.recall(),
             pairs.f());
  fmt::print("  {:.3f} s of CPU (the first time, lexicons built: {:.3f} s), {:.0f} MB at most\n", best, first,
             most_megabytes());
  if (pairs.f() < kFloor) fmt::print("  below the floor of {}\n", kFloor);
  return pairs.f() >= kFloor;
}

}  // namespace readout::score
