#include "readout/align/links.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "readout/align/phrases.h"
#include "readout/align/strays.h"

namespace readout {
namespace {

constexpr std::int64_t kReach = 60;  // units of b on either side of where a unit of a would stand

// What a link off the columns must score: the grade, less the distance, and so much for each linked neighbour.
constexpr int kForCompany = 20;
constexpr int kLeastContent = 55;
constexpr int kLeastFunction = 100;
constexpr int kLeastMark = 100;
// Words that are but related need a neighbour on either side (function words), or on one, or this grade.
constexpr int kRelatedAlone = 50;

struct Candidate {
  int score = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  Likeness likeness;
};

bool comes_before(const WordLink& x, const WordLink& y) {
  return std::pair(x.a, x.b) < std::pair(y.a, y.b);
}

class Linker {
 public:
  Linker(std::span<const Unit> a, std::span<const Unit> b, Alignment& alignment)
      : a_(a), b_(b), out_(alignment), to_b_(a.size(), kGap), to_a_(b.size(), kGap), place_(a.size(), 0) {}

  void run() {
    take_columns();
    cut_unsupported();
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
    cut_unsupported();
    cut(find_strays(a_, b_, out_.links));
    std::sort(out_.links.begin(), out_.links.end(), comes_before);
    gather_moves();
    add_phrases();
  }

 private:
  void tie(std::uint32_t i, std::uint32_t j, Likeness alike, bool crosses) {
    to_b_[i] = static_cast<std::int32_t>(j);
    to_a_[j] = static_cast<std::int32_t>(i);
    out_.links.push_back({i, j, alike, crosses});
  }

  void cut(const std::vector<bool>& which) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < out_.links.size(); ++i) {
      const WordLink link = out_.links[i];
      if (which[i])
        to_b_[link.a] = to_a_[link.b] = kGap;
      else
        out_.links[kept++] = link;
    }
    out_.links.resize(kept);
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

  bool joins(std::int64_t i, std::int64_t j) const {
    return i >= 0 && i < static_cast<std::int64_t>(a_.size()) && j >= 0 && to_b_[static_cast<std::size_t>(i)] == j;
  }

  // That words keep the same company says little by itself: "in" and "from", "wages" and "prices".
  void cut_unsupported() {
    std::vector<bool> which(out_.links.size(), false);
    for (std::size_t i = 0; i < out_.links.size(); ++i) {
      const WordLink& link = out_.links[i];
      if (link.likeness.kind != Alike::related) continue;
      const std::int64_t a = link.a;
      const std::int64_t b = link.b;
      const int beside = (joins(a - 1, b - 1) ? 1 : 0) + (joins(a + 1, b + 1) ? 1 : 0);
      const bool function = a_[link.a].kind == UnitKind::function_word && b_[link.b].kind == UnitKind::function_word;
      which[i] = function ? beside < 2 : beside == 0 && link.likeness.grade < kRelatedAlone;
    }
    cut(which);
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

  // The score that a link of the two must have; none where a word meets a mark.
  static int least(const Unit& x, const Unit& y, Likeness alike) {
    constexpr int kNever = 1'000;
    const bool word = is_word(x.kind);
    if (alike.kind == Alike::none || word != is_word(y.kind)) return kNever;
    if (!word) return alike.kind == Alike::same ? kLeastMark : kNever;
    const bool function = x.kind == UnitKind::function_word || y.kind == UnitKind::function_word;
    return function ? kLeastFunction : kLeastContent;
  }

  std::vector<Candidate> gather() const {
    std::vector<Candidate> out;
    std::vector<std::uint32_t> free_b;
    for (std::uint32_t j = 0; j < b_.size(); ++j)
      if (to_a_[j] == kGap) free_b.push_back(j);
    for (std::uint32_t i = 0; i < a_.size(); ++i) {
      if (to_b_[i] != kGap) continue;
      const std::int64_t low = std::max<std::int64_t>(0, place_[i] - kReach);
      auto j = std::lower_bound(free_b.begin(), free_b.end(), static_cast<std::uint32_t>(low));
      for (; j != free_b.end() && *j <= place_[i] + kReach; ++j) {
        const Likeness alike = likeness(a_[i], b_[*j]);
        const int needed = least(a_[i], b_[*j], alike);
        const auto away = static_cast<int>(std::abs(place_[i] - static_cast<std::int64_t>(*j)));
        if (alike.grade + 4 * kForCompany - away < needed) continue;
        const int score = alike.grade + kForCompany * company(i, *j) - away;
        if (score >= needed) out.push_back({score, i, *j, alike});
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

  void add_phrases() {
    const std::vector<WordLink> phrases = link_phrases(a_, b_, to_b_, to_a_);
    out_.links.insert(out_.links.end(), phrases.begin(), phrases.end());
    std::sort(out_.links.begin(), out_.links.end(), comes_before);
    const auto same = [](const WordLink& x, const WordLink& y) { return x.a == y.a && x.b == y.b; };
    out_.links.erase(std::unique(out_.links.begin(), out_.links.end(), same), out_.links.end());
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
