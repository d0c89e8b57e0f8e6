#include "readout/collation/segments.h"

namespace readout {
namespace {

Segment read_column(const Collation& table, std::span<const std::vector<std::uint64_t>> keys, std::size_t column) {
  Segment segment{column, column + 1, {}, {}};
  std::vector<std::uint64_t> seen;
  for (std::uint32_t w = 0; w < table.witnesses; ++w) {
    const std::uint32_t unit = table.at(column, w);
    if (unit == kNoUnit) {
      segment.absent.push_back(w);
      continue;
    }
    const std::uint64_t key = keys[w][unit];
    std::size_t r = 0;
    while (r < seen.size() && seen[r] != key) ++r;
    if (r == seen.size()) {
      seen.push_back(key);
      segment.readings.emplace_back();
    }
    segment.readings[r].witnesses.push_back(w);
  }
  return segment;
}

}  // namespace

std::vector<Segment> find_segments(const Collation& table, std::span<const std::vector<std::uint64_t>> keys,
                                   bool joined) {
  std::vector<Segment> segments;
  for (std::size_t c = 0; c < table.columns(); ++c) {
    Segment next = read_column(table, keys, c);
    if (joined && !segments.empty() && segments.back().readings == next.readings)
      ++segments.back().end;
    else
      segments.push_back(std::move(next));
  }
  return segments;
}

}  // namespace readout
