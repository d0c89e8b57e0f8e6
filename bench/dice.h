// Dice: SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine, which std's distributions are not.
#pragma once

#include <cstddef>
#include <cstdint>

namespace readout::bench {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t roll() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(roll() % n); }
  // Small numbers often, large ones seldom: the product of two even throws.
  std::size_t skewed(std::size_t n) { return below(below(n) + 1); }

 private:
  std::uint64_t state_;
};

}  // namespace readout::bench
