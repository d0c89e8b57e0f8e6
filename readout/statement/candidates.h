// Candidates: which documents may hold versions of one statement, from their keys (sketch.h) alone.
//
//   PostingTable postings(all);                                  // or those of a record
//   Candidates found = find_candidates({fresh, gone}, {postings.reader(), keys_of, partners_of});
//   for (CandidatePair pair : found.pairs) compare(pair.a, pair.b);
//
// A document is known by its rank: a digest of its content and origin, so that who ranks first does not hang on who
// came first. A key is kept by all that have it where these are few (kFew), else by the kRunKeepers (kPairKeepers)
// documents of least rank. Two documents meet
// on a key that both have and one of them keeps; they are candidates when the keys on which they meet weigh kEnough. So
// the candidates are a function of the set of documents; a key of m documents makes m pairs, not m times m; and all
// copies of one story meet the same few copies, through which they are one statement.
//
// When the set changes, the pairs of fresh documents are sought, and pairs of old ones may come or go where a keeper
// lost or won its place: those are `doubtful`, and are_candidates tells. Of who lost, only its known partners are.
//
// Cost: one reading of the postings of all fresh keys for every kTogether fresh documents; memory: the keys of so many
// documents, and the pairs they make.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace readout {

inline constexpr std::size_t kFew = 16;
inline constexpr std::size_t kRunKeepers = 4;
inline constexpr std::size_t kPairKeepers = 6;
inline constexpr std::uint32_t kRunWeight = 3;
inline constexpr std::uint32_t kEnough = 3;

struct Sketched {
  std::uint64_t rank = 0;
  std::vector<std::uint32_t> keys;  // sorted
};

// By rank; a < b.
struct CandidatePair {
  std::uint64_t a = 0;
  std::uint64_t b = 0;

  friend auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

// The documents that have a key, ascending.
using TakePosting = std::function<void(std::uint32_t key, std::span<const std::uint64_t> ranks)>;
// Calls `take` for each of `keys` (sorted) that any document has, in their order.
using PostingReader = std::function<void(std::span<const std::uint32_t> keys, const TakePosting& take)>;

// The keys of a document, sorted.
using KeyFinder = std::function<std::vector<std::uint32_t>(std::uint64_t rank)>;
// The younger documents that a document was found to be a candidate with, ascending (or those of them that matter).
using PartnerFinder = std::function<std::vector<std::uint64_t>(std::uint64_t rank)>;

struct PileView {
  PostingReader read;
  KeyFinder keys_of;
  PartnerFinder partners_of;
};

struct PileChange {
  std::span<const std::uint64_t> fresh;  // ranks, sorted; they stand in the postings
  std::span<const Sketched> gone;        // they do not
  // Old documents whose pairs are sought again, whatever changed: of a run that was cut off.
  std::span<const std::uint64_t> unsure = {};
};

struct Candidates {
  std::vector<CandidatePair> pairs;     // one at least is fresh or unsure; sorted
  std::vector<CandidatePair> doubtful;  // of old documents; sorted
};

Candidates find_candidates(const PileChange& change, const PileView& view);

// For each pair (sorted) whether it is one.
std::vector<bool> are_candidates(std::span<const CandidatePair> pairs, const PileView& view);

// Postings of some documents, in memory.
class PostingTable {
 public:
  explicit PostingTable(std::span<const Sketched> documents);
  PostingReader reader() const;

 private:
  struct Entry {
    std::uint32_t key = 0;
    std::uint64_t rank = 0;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  std::vector<Entry> entries_;
};

}  // namespace readout
