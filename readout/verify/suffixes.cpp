#include "readout/verify/suffixes.h"

#include <algorithm>

namespace readout {
namespace {

// Sorted by `width` words -> sorted by twice as many. `group` of a place is where the places that are equal to it by
// `width` words begin in the order. Going through the places by what stands `width` words on, and putting each behind
// those of its own group, sorts by both.
void double_width(std::uint32_t width, std::vector<std::uint32_t>& order, std::vector<std::uint32_t>& group,
                  std::vector<std::uint32_t>& next) {
  const auto size = static_cast<std::uint32_t>(order.size());
  std::vector<std::uint32_t> filled(size);  // of each group, by where it begins
  const auto put = [&](std::uint32_t place) { next[group[place] + filled[group[place]]++] = place; };
  // Nothing stands `width` words on from the last places; they all hold the last 0, and are in groups of their own.
  for (std::uint32_t place = size - std::min(width, size); place < size; ++place) put(place);
  for (const std::uint32_t place : order)
    if (place >= width) put(place - width);
  order.swap(next);
}

// The groups of an order by twice `width` words, from those by `width`.
void part_groups(std::uint32_t width, const std::vector<std::uint32_t>& order, std::vector<std::uint32_t>& group,
                 std::vector<std::uint32_t>& next) {
  const auto size = static_cast<std::uint32_t>(order.size());
  const auto second = [&](std::uint32_t place) { return place + width < size ? group[place + width] + 1 : 0; };
  for (std::uint32_t i = 0, begin = 0; i < size; ++i) {
    if (i > 0 && (group[order[i]] != group[order[i - 1]] || second(order[i]) != second(order[i - 1]))) begin = i;
    next[order[i]] = begin;
  }
  group.swap(next);
}

}  // namespace

WordSuffixes::WordSuffixes(std::vector<std::uint32_t> words, std::uint32_t numbers)
    : words_(std::move(words)), order_(words_.size()), heads_(std::size_t{numbers} + 1) {
  const auto size = static_cast<std::uint32_t>(words_.size());
  for (const std::uint32_t word : words_) ++heads_[word + 1];
  for (std::uint32_t number = 0; number < numbers; ++number) heads_[number + 1] += heads_[number];
  std::vector<std::uint32_t> filled(heads_.begin(), heads_.end());
  for (std::uint32_t place = 0; place < size; ++place) order_[filled[words_[place]]++] = place;
  std::vector<std::uint32_t> group(size);
  for (std::uint32_t place = 0; place < size; ++place) group[place] = heads_[words_[place]];
  std::vector<std::uint32_t> next(size);
  for (std::uint32_t width = 1; width < kSortedWords; width *= 2) {
    double_width(width, order_, group, next);
    if (2 * width < kSortedWords) part_groups(width, order_, group, next);
  }
}

SuffixRange WordSuffixes::all(std::uint32_t word) const {
  if (std::size_t{word} + 1 >= heads_.size()) return {};
  return {heads_[word], heads_[word + 1]};
}

SuffixRange WordSuffixes::narrow(SuffixRange range, std::uint32_t depth, std::uint32_t word) const {
  const auto at = [&](std::uint32_t i) { return words_[order_[i] + depth]; };
  // A place whose equal words end with the last 0 of all has nothing behind it, and is never in a range.
  std::uint32_t low = range.begin;
  std::uint32_t high = range.end;
  std::uint32_t last = range.end;  // the first known to be greater
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const std::uint32_t here = at(middle);
    if (here < word) {
      low = middle + 1;
    } else {
      high = middle;
      if (here > word) last = middle;
    }
  }
  std::uint32_t begin = low;
  for (std::uint32_t end = last; low < end;) {
    const std::uint32_t middle = low + (end - low) / 2;
    if (at(middle) == word)
      low = middle + 1;
    else
      end = middle;
  }
  return {begin, low};
}

}  // namespace readout
