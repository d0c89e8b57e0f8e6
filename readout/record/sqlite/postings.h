// Postings: which documents have a key, in runs of sorted pages (a log-structured merge tree; O'Neil et al. 1996).
//
//   PostingWriter writer;
//   writer.add(rank, keys);  writer.forget(rank, other_keys);
//   writer.flush(database);                       // one run, inside the caller's transaction
//   read_postings(database, keys, take);          // take(key, ranks ascending)
//
// An index whose keys are digests would be written at random places, all of it with every batch. Here a batch is one
// sorted run; kRunsTogether runs of a level are merged to one of the next, so that a posting is written about
// log(batches) times in all. What is forgotten is an entry too, until a merge finds nothing older. The youngest entry
// of a key and a document holds.
//
// A page: base-128 the distance of the key from the one before (of the first: the key), then eight bytes, the least
// first: rank * 2 + 1 where forgotten. Ordered by key, then rank. The number of a page is run * 2^44 + first key * 2^12
// + how many pages of the run began with that key before.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "readout/record/sqlite/database.h"

namespace readout {

struct Posting {
  std::uint32_t key = 0;
  std::uint64_t mark = 0;  // rank * 2 + 1 where forgotten

  friend auto operator<=>(const Posting&, const Posting&) = default;
};

class PostingWriter {
 public:
  void add(std::uint64_t rank, std::span<const std::uint32_t> keys) { put(rank * 2, keys); }
  void forget(std::uint64_t rank, std::span<const std::uint32_t> keys) { put(rank * 2 + 1, keys); }
  void flush(Database& database);
  void drop() { waiting_.clear(); }

 private:
  void put(std::uint64_t mark, std::span<const std::uint32_t> keys) {
    for (const std::uint32_t key : keys) waiting_.push_back({key, mark});
  }

  std::vector<Posting> waiting_;  // in the order of coming: of one key and document the last holds
};

// `keys` sorted; `take` may ask the database anything but postings. Damage is noted in the database.
void read_postings(Database& database, std::span<const std::uint32_t> keys,
                   const std::function<void(std::uint32_t, std::span<const std::uint64_t>)>& take);

// Calls `take` for every posting that holds, by key and rank.
void read_all_postings(Database& database, const std::function<void(std::uint32_t, std::uint64_t)>& take);

}  // namespace readout
