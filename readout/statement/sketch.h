// sketch: the keys on which two documents meet. One table of them serves linking and later verification.
//
//   std::vector<std::uint32_t> keys = sketch(account_text, body, spoken);
//
// Two kinds of key, told apart by the lowest bit (is_run):
//   runs  five words in a row, by spelling. Of the whole text those that winnowing keeps (Schleimer, Wilkerson and
//   Aiken,
//         2003; windows of kWindow, so that every shared run of 12 words shares a key); inside speech all of them.
//   pairs two telling words within four of each other, by stem, number or date, their order left open: for short
//         quotations and for other translations. The most telling of each sentence of speech.
//
// Keys hang on the words alone. Sorted, without repetition.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "readout/align/units.h"

namespace readout {

inline constexpr std::size_t kRunWords = 5;
inline constexpr std::size_t kWindow = 8;
inline constexpr std::size_t kPairReach = 4;
inline constexpr std::size_t kPairsPerPassage = 10;

constexpr bool is_run(std::uint32_t key) {
  return (key & 1u) != 0;
}

// `text_units`: of what is to be found by runs, whole; `passages`: the words of each sentence of speech.
std::vector<std::uint32_t> sketch(std::span<const Unit> text_units, std::span<const std::span<const Unit>> passages);

// The pairs of one passage with their weights, most telling first.
struct PairKey {
  std::uint32_t key = 0;
  int weight = 0;
};
std::vector<PairKey> pairs_of(std::span<const Unit> units);

}  // namespace readout
