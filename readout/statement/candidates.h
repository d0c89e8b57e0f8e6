// find_candidates: which documents may hold versions of one statement, from their sketches alone.
//
//   std::vector<Sketched> all = ...;                        // in order of rank
//   std::vector<std::uint32_t> again = find_moved(all, fresh, gone);
//   for (const CandidatePair& pair : find_candidates(all, again)) link(pair.a, pair.b);
//
// A key that stands in many documents counts only in the kRunKeepers (kPairKeepers) documents of smallest rank; rank is
// a digest of content and origin, so who is kept does not hang on who came first. A pair is a candidate when the keys
// that both keep weigh kEnough. So the candidates are a function of the set of documents; find_moved names the
// documents whose kept keys a change of that set touches, and linking those again gives what linking all again would
// give.
//
// Cost: sorting of all keys that are sought, n log n; memory: a pass over the keys holds a sixteenth of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace readout {

inline constexpr std::size_t kRunKeepers = 24;
inline constexpr std::size_t kPairKeepers = 12;
inline constexpr std::uint32_t kRunWeight = 3;
inline constexpr std::uint32_t kEnough = 3;

struct Sketched {
  std::uint64_t rank = 0;
  std::vector<std::uint32_t> keys;  // sorted
};

struct CandidatePair {
  std::uint32_t a = 0;  // indices; a < b
  std::uint32_t b = 0;

  friend auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

// Pairs of which one at least is among `again` (indices, sorted). `all` is sorted by rank. Sorted.
std::vector<CandidatePair> find_candidates(std::span<const Sketched> all, std::span<const std::uint32_t> again);

// The fresh (indices, sorted), and who keeps other keys now that they came and `gone` went. Sorted.
std::vector<std::uint32_t> find_moved(std::span<const Sketched> all, std::span<const std::uint32_t> fresh,
                                      std::span<const Sketched> gone);

}  // namespace readout
