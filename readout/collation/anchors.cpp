#include "readout/collation/anchors.h"

#include <algorithm>

#include "readout/align/keys.h"

namespace readout {
namespace {

constexpr std::uint32_t kTwice = 0xFFFFFFFEu;

std::uint64_t run_key(std::span<const std::uint64_t> keys, std::size_t begin, std::size_t length) {
  std::uint64_t key = keys[begin];
  for (std::size_t i = 1; i < length; ++i) key = join_keys(key, keys[begin + i]);
  return key;
}

struct Place {
  const AnchorRow* row = nullptr;
  std::uint32_t index = 0;   // in the row
  std::uint32_t column = 0;  // of its first word
  bool twice = false;
};

struct Match {
  std::uint32_t position = 0;
  Place place;
};

// The longest chain of matches whose columns ascend with their positions.
std::vector<Match> chain(const std::vector<Match>& matches) {
  std::vector<std::size_t> ends;  // ends[l]: the match with the least column that ends a chain of l + 1
  std::vector<std::size_t> before(matches.size(), matches.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const auto at = std::ranges::lower_bound(ends, matches[i].place.column, {},
                                             [&](std::size_t m) { return matches[m].place.column; });
    if (at != ends.begin()) before[i] = *(at - 1);
    if (at == ends.end())
      ends.push_back(i);
    else
      *at = i;
  }
  std::vector<Match> out;
  if (!ends.empty())
    for (std::size_t i = ends.back(); i < matches.size(); i = before[i]) out.push_back(matches[i]);
  std::ranges::reverse(out);
  return out;
}

// The words of chained runs, without repetition, crossing ones left out.
std::vector<ColumnAnchor> words_of(const std::vector<Match>& matches, std::size_t length, std::uint32_t offset) {
  std::vector<ColumnAnchor> words;
  for (const Match& match : matches)
    for (std::size_t k = 0; k < length; ++k) {
      const ColumnAnchor word{match.place.row->columns[match.place.index + k],
                              match.position + static_cast<std::uint32_t>(k) + offset};
      if (words.empty() || (words.back().column < word.column && words.back().position < word.position))
        words.push_back(word);
    }
  return words;
}

}  // namespace

std::vector<ColumnAnchor> find_anchors(std::span<const AnchorRow> rows, std::span<const std::uint64_t> text,
                                       std::uint32_t offset, std::size_t length) {
  if (text.size() < length) return {};
  KeyTable table(text.size() * 2);
  std::vector<std::uint32_t> positions;  // by number of key
  std::vector<Place> places;
  for (std::size_t p = 0; p + length <= text.size(); ++p) {
    const auto next = static_cast<std::uint32_t>(positions.size());
    const std::uint32_t number = table.add(run_key(text, p, length), next);
    if (number == next)
      positions.push_back(static_cast<std::uint32_t>(p));
    else
      positions[number] = kTwice;
  }
  places.resize(positions.size());
  for (const AnchorRow& row : rows)
    for (std::size_t i = 0; i + length <= row.keys.size(); ++i) {
      const std::uint32_t number = table.find(run_key(row.keys, i, length));
      if (number == KeyTable::kAbsent || positions[number] == kTwice) continue;
      Place& place = places[number];
      if (place.row == nullptr)
        place = {&row, static_cast<std::uint32_t>(i), row.columns[i], false};
      else if (place.column != row.columns[i])
        place.twice = true;
    }
  std::vector<Match> matches;  // positions ascend with the numbers of keys
  for (std::size_t n = 0; n < positions.size(); ++n)
    if (positions[n] != kTwice && places[n].row != nullptr && !places[n].twice)
      matches.push_back({positions[n], places[n]});

  const std::vector<ColumnAnchor> words = words_of(chain(matches), length, offset);
  if (length < 3) return words;
  std::vector<ColumnAnchor> inner;
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (words[i - 1].position + 1 == words[i].position && words[i].position + 1 == words[i + 1].position)
      inner.push_back(words[i]);
  return inner;
}

}  // namespace readout
