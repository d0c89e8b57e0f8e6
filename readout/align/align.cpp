#include "readout/align/align.h"

#include <algorithm>
#include <utility>

#include "readout/align/anchors.h"
#include "readout/align/links.h"
#include "readout/align/path.h"
#include "readout/align/word_gain.h"

namespace readout {
namespace {

// The side that leads is the same whichever is given first, so that ties fall alike.
bool leads(std::span<const Unit> a, std::span<const Unit> b) {
  if (a.size() != b.size()) return a.size() < b.size();
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].exact != b[i].exact) return a[i].exact < b[i].exact;
  return true;
}

constexpr std::size_t kSmall = 200 * 200;      // cells that are not worth anchors
constexpr std::size_t kLarge = 1'000 * 1'000;  // cells past which the path keeps to a band
constexpr std::size_t kBand = 64;

// Appends the columns of a[i0, i1) and b[j0, j1).
void fill(std::span<const Unit> a, std::span<const Unit> b, std::size_t i0, std::size_t i1, std::size_t j0,
          std::size_t j1, std::vector<Column>& columns) {
  const std::size_t n = i1 - i0;
  const std::size_t m = j1 - j0;
  const bool large = n != 0 && m > kLarge / n;
  for (const Cell& cell : best_path(n, m, WordGain{a.subspan(i0, n), b.subspan(j0, m)}, large ? kBand : kNoBand)) {
    Column column;
    if (cell.a >= 0) column.a = cell.a + static_cast<std::int32_t>(i0);
    if (cell.b >= 0) column.b = cell.b + static_cast<std::int32_t>(j0);
    if (cell.a >= 0 && cell.b >= 0)
      column.likeness = likeness(a[static_cast<std::size_t>(column.a)], b[static_cast<std::size_t>(column.b)]);
    columns.push_back(column);
  }
}

std::vector<Column> columns_of(std::span<const Unit> a, std::span<const Unit> b) {
  std::vector<Column> columns;
  columns.reserve(a.size() + b.size());
  std::size_t i = 0;
  std::size_t j = 0;
  if (!a.empty() && b.size() > kSmall / a.size()) {
    for (const UnitAnchor& anchor : find_anchors(a, b)) {
      fill(a, b, i, anchor.a, j, anchor.b, columns);
      fill(a, b, anchor.a, anchor.a + 1, anchor.b, anchor.b + 1, columns);
      i = anchor.a + 1;
      j = anchor.b + 1;
    }
  }
  fill(a, b, i, a.size(), j, b.size(), columns);
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
  if (!leads(a, b)) return mirror(align(b, a));
  Alignment alignment;
  alignment.columns = columns_of(a, b);
  link(a, b, alignment);
  return alignment;
}

Alignment mirror(const Alignment& alignment) {
  Alignment out = alignment;
  for (Column& column : out.columns) std::swap(column.a, column.b);
  for (WordLink& link : out.links) std::swap(link.a, link.b);
  for (Move& move : out.moves) {
    std::swap(move.a_begin, move.b_begin);
    std::swap(move.a_end, move.b_end);
  }
  std::sort(out.links.begin(), out.links.end(),
            [](const WordLink& x, const WordLink& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  std::sort(out.moves.begin(), out.moves.end(), [](const Move& x, const Move& y) {
    return std::pair(x.a_begin, x.b_begin) < std::pair(y.a_begin, y.b_begin);
  });
  return out;
}

}  // namespace readout
