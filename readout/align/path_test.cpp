// best_path against the slow obvious method: all three layers of all cells kept (Gotoh, 1982), on small inputs with
// gains of any kind; and align's columns against the path without anchors.
#include "readout/align/path.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "readout/align/align.h"
#include "readout/align/word_gain.h"

namespace readout {
namespace {

struct TableGain {
  std::size_t m = 0;
  std::vector<int> pairs;  // row by row
  std::vector<int> opens_a, opens_b, extends_a, extends_b;

  int pair(std::size_t i, std::size_t j) const { return pairs[i * m + j]; }
  int open_a(std::size_t i) const { return opens_a[i]; }
  int extend_a(std::size_t i) const { return extends_a[i]; }
  int open_b(std::size_t j) const { return opens_b[j]; }
  int extend_b(std::size_t j) const { return extends_b[j]; }
};

// What a path is worth.
template <class Gain>
long score_of(const std::vector<Cell>& path, const Gain& gain) {
  long sum = 0;
  int before = 0;  // 1 in a gap of b, 2 in a gap of a
  for (const Cell& cell : path) {
    const auto i = static_cast<std::size_t>(cell.a);
    const auto j = static_cast<std::size_t>(cell.b);
    const int now = cell.b < 0 ? 1 : cell.a < 0 ? 2 : 0;
    if (now == 0) sum += gain.pair(i, j);
    if (now == 1) sum += before == 1 ? gain.extend_a(i) : gain.open_a(i);
    if (now == 2) sum += before == 2 ? gain.extend_b(j) : gain.open_b(j);
    before = now;
  }
  return sum;
}

// The most that any path is worth.
template <class Gain>
long best_score(std::size_t n, std::size_t m, const Gain& gain) {
  constexpr long kNever = -1'000'000'000;
  const auto layer = [&] { return std::vector<std::vector<long>>(n + 1, std::vector<long>(m + 1, kNever)); };
  auto pair = layer(), gap_b = layer(), gap_a = layer();
  pair[0][0] = 0;
  for (std::size_t i = 0; i <= n; ++i)
    for (std::size_t j = 0; j <= m; ++j) {
      if (i > 0 && j > 0)
        pair[i][j] = std::max({pair[i - 1][j - 1], gap_b[i - 1][j - 1], gap_a[i - 1][j - 1]}) + gain.pair(i - 1, j - 1);
      if (i > 0)
        gap_b[i][j] = std::max(std::max(pair[i - 1][j], gap_a[i - 1][j]) + gain.open_a(i - 1),
                               gap_b[i - 1][j] + gain.extend_a(i - 1));
      if (j > 0)
        gap_a[i][j] = std::max(std::max(pair[i][j - 1], gap_b[i][j - 1]) + gain.open_b(j - 1),
                               gap_a[i][j - 1] + gain.extend_b(j - 1));
    }
  return std::max({pair[n][m], gap_b[n][m], gap_a[n][m]});
}

void expect_whole(const std::vector<Cell>& path, std::size_t n, std::size_t m) {
  std::int32_t a = 0;
  std::int32_t b = 0;
  for (const Cell& cell : path) {
    RC_ASSERT(cell.a >= 0 || cell.b >= 0);
    if (cell.a >= 0) RC_ASSERT(cell.a == a++);
    if (cell.b >= 0) RC_ASSERT(cell.b == b++);
  }
  RC_ASSERT(static_cast<std::size_t>(a) == n);
  RC_ASSERT(static_cast<std::size_t>(b) == m);
}

TableGain some_gain(std::size_t n, std::size_t m) {
  const auto numbers = [](std::size_t count, int low, int high) {
    return *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(low, high));
  };
  TableGain gain{m, numbers(n * m, -120, 110), numbers(n, -40, -9), numbers(m, -40, -9), {}, {}};
  // To go on is never dearer than to begin.
  for (const int open : gain.opens_a) gain.extends_a.push_back(open / 3);
  for (const int open : gain.opens_b) gain.extends_b.push_back(open / 3);
  return gain;
}

TEST(BestPath, IsWorthWhatTheSlowMethodFinds) {
  rc::check([] {
    const auto n = *rc::gen::inRange<std::size_t>(0, 14);
    const auto m = *rc::gen::inRange<std::size_t>(0, 14);
    const TableGain gain = some_gain(n, m);
    const std::vector<Cell> path = best_path(n, m, gain);
    expect_whole(path, n, m);
    RC_ASSERT(score_of(path, gain) == best_score(n, m, gain));
  });
}

TEST(BestPath, ABandLosesNothingAndIsNeverWorthMore) {
  rc::check([] {
    const auto n = *rc::gen::inRange<std::size_t>(1, 40);
    const auto m = *rc::gen::inRange<std::size_t>(1, 40);
    const auto band = *rc::gen::inRange<std::size_t>(1, 12);
    const TableGain gain = some_gain(n, m);
    const std::vector<Cell> path = best_path(n, m, gain, band);
    expect_whole(path, n, m);
    RC_ASSERT(score_of(path, gain) <= best_score(n, m, gain));
  });
}

TEST(BestPath, ColumnsOfShortTextsAreTheBest) {
  rc::check([] {
    static const char* const kWords[] = {"the", "dam",   "dams",   "held", "holds", ",", "said",   "Orla",  "ten", "10",
                                         "of",  "river", "stream", "not",  "open",  ".", "opened", "flood", "and"};
    const auto text = [] {
      std::string out;
      const auto size = *rc::gen::inRange<std::size_t>(0, 24);
      for (const int word : *rc::gen::container<std::vector<int>>(size, rc::gen::inRange(0, 19)))
        out += std::string(kWords[static_cast<std::size_t>(word)]) + " ";
      return out;
    };
    const std::string first = text();
    const std::string second = text();
    const std::vector<Unit> a = make_units(first, make_span(0, first.size()));
    const std::vector<Unit> b = make_units(second, make_span(0, second.size()));
    std::vector<Cell> path;
    for (const Column& column : align_columns(a, b)) path.push_back({column.a, column.b});
    const WordGain gain{a, b};
    RC_ASSERT(score_of(path, gain) == best_score(a.size(), b.size(), gain));
  });
}

}  // namespace
}  // namespace readout
