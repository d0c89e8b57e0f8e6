#include "readout/align/links.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace readout {
namespace {

constexpr std::int64_t kReach = 60;  // units of b on either side of where a unit of a would stand

struct Candidate {
  int score = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  Likeness likeness;
};

class Linker {
 public:
  Linker(std::span<const Unit> a, std::span<const Unit> b, Alignment& alignment)
      : a_(a), b_(b), out_(alignment), to_b_(a.size(), kGap), to_a_(b.size(), kGap), place_(a.size(), 0) {}

  void run() {
    take_columns();
    for (int round = 0; round < 2; ++round) {
      std::vector<Candidate> candidates = gather();
      std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
        return std::tuple(-x.score, x.a, x.b) < std::tuple(-y.score, y.a, y.b);
      });
      for (const Candidate& c : candidates) {
        if (to_b_[c.a] != kGap || to_a_[c.b] != kGap) continue;
        tie(c.a, c.b, c.likeness, true);
      }
    }
    std::sort(out_.links.begin(), out_.links.end(),
              [](const WordLink& x, const WordLink& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    gather_moves();
  }

 private:
  void tie(std::uint32_t i, std::uint32_t j, Likeness alike, bool crosses) {
    to_b_[i] = static_cast<std::int32_t>(j);
    to_a_[j] = static_cast<std::int32_t>(i);
    out_.links.push_back({i, j, alike, crosses});
  }

  void take_columns() {
    std::int32_t last = 0;
    for (const Column& column : out_.columns) {
      if (column.b != kGap) last = column.b;
      if (column.a != kGap) place_[static_cast<std::size_t>(column.a)] = last;
      if (column.a != kGap && column.b != kGap && is_worth(column))
        tie(static_cast<std::uint32_t>(column.a), static_cast<std::uint32_t>(column.b), column.likeness, false);
    }
  }

  static bool is_worth(const Column& column) {
    return column.likeness.kind != Alike::none && (column.likeness.kind != Alike::mark || column.likeness.grade >= 50);
  }

  // How many units beside the two are linked with each other: 0 to 4.
  int company(std::size_t i, std::size_t j) const {
    int count = 0;
    for (std::int64_t step = -2; step <= 2; ++step) {
      const std::int64_t at = static_cast<std::int64_t>(i) + step;
      if (step == 0 || at < 0 || at >= static_cast<std::int64_t>(a_.size())) continue;
      const std::int32_t to = to_b_[static_cast<std::size_t>(at)];
      if (to != kGap && std::abs(static_cast<std::int64_t>(to) - static_cast<std::int64_t>(j)) <= 2) ++count;
    }
    return count;
  }

  std::vector<Candidate> gather() const {
    std::vector<Candidate> out;
    std::vector<std::uint32_t> free_b;
    for (std::uint32_t j = 0; j < b_.size(); ++j)
      if (to_a_[j] == kGap && is_word(b_[j].kind)) free_b.push_back(j);
    for (std::uint32_t i = 0; i < a_.size(); ++i) {
      if (to_b_[i] != kGap || !is_word(a_[i].kind)) continue;
      const std::int64_t low = std::max<std::int64_t>(0, place_[i] - kReach);
      auto j = std::lower_bound(free_b.begin(), free_b.end(), static_cast<std::uint32_t>(low));
      for (; j != free_b.end() && *j <= place_[i] + kReach; ++j) {
        const Likeness alike = likeness(a_[i], b_[*j]);
        if (alike.kind == Alike::none) continue;
        const bool function = a_[i].kind == UnitKind::function_word || b_[*j].kind == UnitKind::function_word;
        const auto away = static_cast<int>(std::abs(place_[i] - static_cast<std::int64_t>(*j)));
        const int score = alike.grade + 18 * company(i, *j) - away;
        if (score >= (function ? 95 : 60)) out.push_back({score, i, *j, alike});
      }
    }
    return out;
  }

  // Crossing links that go on side by side are one block.
  void gather_moves() {
    for (const WordLink& link : out_.links) {
      if (!link.crosses) continue;
      if (!out_.moves.empty()) {
        Move& last = out_.moves.back();
        if (link.a >= last.a_end && link.a <= last.a_end + 1 && link.b >= last.b_end && link.b <= last.b_end + 1) {
          last.a_end = link.a + 1;
          last.b_end = link.b + 1;
          continue;
        }
      }
      out_.moves.push_back({link.a, link.a + 1, link.b, link.b + 1});
    }
  }

  std::span<const Unit> a_;
  std::span<const Unit> b_;
  Alignment& out_;
  std::vector<std::int32_t> to_b_;
  std::vector<std::int32_t> to_a_;
  std::vector<std::int64_t> place_;  // the unit of b beside which a unit of a stands in the columns
};

}  // namespace

void link(std::span<const Unit> a, std::span<const Unit> b, Alignment& alignment) {
  Linker(a, b, alignment).run();
}

}  // namespace readout
