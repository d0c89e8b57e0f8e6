#include "readout/align/align.h"

#include <algorithm>
#include <utility>

#include "readout/align/keys.h"
#include "readout/align/path.h"

namespace readout {
namespace {

struct WordGain {
  std::span<const Unit> a;
  std::span<const Unit> b;

  int pair(std::size_t i, std::size_t j) const { return gain(a[i], b[j], likeness(a[i], b[j])); }
  static int open(const Unit& unit) { return is_word(unit.kind) ? -28 : -16; }
  static int extend(const Unit& unit) { return is_word(unit.kind) ? -10 : -6; }
  int open_a(std::size_t i) const { return open(a[i]); }
  int extend_a(std::size_t i) const { return extend(a[i]); }
  int open_b(std::size_t j) const { return open(b[j]); }
  int extend_b(std::size_t j) const { return extend(b[j]); }
};

// The side that leads is the same whichever is given first, so that ties fall alike.
bool leads(std::span<const Unit> a, std::span<const Unit> b) {
  if (a.size() != b.size()) return a.size() < b.size();
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].exact != b[i].exact) return a[i].exact < b[i].exact;
  return true;
}

std::vector<Column> columns_of(std::span<const Unit> a, std::span<const Unit> b) {
  std::vector<Column> columns;
  for (const Cell& cell : best_path(a.size(), b.size(), WordGain{a, b})) {
    Column column{cell.a, cell.b, {}};
    if (cell.a >= 0 && cell.b >= 0)
      column.likeness = likeness(a[static_cast<std::size_t>(cell.a)], b[static_cast<std::size_t>(cell.b)]);
    columns.push_back(column);
  }
  return columns;
}

}  // namespace

std::vector<Column> align_columns(std::span<const Unit> a, std::span<const Unit> b) {
  if (leads(a, b)) return columns_of(a, b);
  std::vector<Column> columns = columns_of(b, a);
  for (Column& column : columns) std::swap(column.a, column.b);
  return columns;
}

Alignment align(std::span<const Unit> a, std::span<const Unit> b) {
  Alignment alignment;
  alignment.columns = align_columns(a, b);
  for (const Column& column : alignment.columns)
    if (column.likeness.kind != Alike::none)
      alignment.links.push_back(
          {static_cast<std::uint32_t>(column.a), static_cast<std::uint32_t>(column.b), column.likeness, false});
  return alignment;
}

Alignment mirror(const Alignment& alignment) {
  Alignment out = alignment;
  for (Column& column : out.columns) std::swap(column.a, column.b);
  for (Link& link : out.links) std::swap(link.a, link.b);
  for (Move& move : out.moves) {
    std::swap(move.a_begin, move.b_begin);
    std::swap(move.a_end, move.b_end);
  }
  std::sort(out.links.begin(), out.links.end(),
            [](const Link& x, const Link& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  std::sort(out.moves.begin(), out.moves.end(), [](const Move& x, const Move& y) {
    return std::pair(x.a_begin, x.b_begin) < std::pair(y.a_begin, y.b_begin);
  });
  return out;
}

}  // namespace readout
