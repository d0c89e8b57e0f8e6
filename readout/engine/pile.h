// add_pile: a pile of files -> the record. Files are read and analysed on several threads and written in order, in
// batches of one transaction each, so that an interrupted run keeps every whole batch and running it again does the
// rest.
//
//   Result<std::vector<std::string>> files = find_files(paths);
//   add_pile(record.get(), pile_of_files(*files), {default_settings(), 2}, [](const Account& account, const Added&
//   added) {
//     print(account, added);
//     return !interrupted;
//   });
//
// Memory does not grow with the pile: at most kBytesInFlight bytes of files are in work, and a batch is written after
// kBatchBytes bytes of text or kBatchDocuments documents.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "readout/engine/account.h"
#include "readout/engine/link.h"
#include "readout/record/record.h"

namespace readout {

inline constexpr std::uint64_t kBytesInFlight = 24u << 20;
inline constexpr std::uint64_t kBatchBytes = 4u << 20;
inline constexpr std::size_t kBatchDocuments = 1000;
inline constexpr std::uint64_t kPartBytes = 2u << 20;

struct Loaded {
  struct TooLarge {
    Digest digest;
    std::uint64_t bytes = 0;
  };

  Source source;
  std::optional<TooLarge> too_large;  // past the cap: the source has no bytes then
  // Where the source is some lines of a larger JSON Lines file: the number of its first line, from 1. 0: it is a file.
  std::uint32_t first_line = 0;
};

// What is to be added, by index. All three are called from many threads; `load` once for each index. Its error becomes
// a document with the refusal `unreadable`. `bytes` is how many `load` will hold, as far as can be told.
struct Pile {
  std::size_t size = 0;
  std::function<std::string(std::size_t)> origin;
  std::function<std::uint64_t(std::size_t)> bytes;
  std::function<Result<Loaded>(std::size_t)> load;
};

// Every path as it is; a folder as all files below it, sorted by bytes, hidden ones (".git") left out. A path given
// twice counts once. Error: not_found where a path is not there.
Result<std::vector<std::string>> find_files(std::span<const std::string> paths);

// "-" is standard input. A file past `limits.max_document_bytes` is digested, not held; but one of JSON Lines comes in
// parts of about kPartBytes (its lines are found here, on the calling thread).
Pile pile_of_files(const std::vector<std::string>& files, const ReadLimits& limits = {});

struct AddSettings {
  Settings settings;
  std::size_t threads = 1;
  // Asked now and then while versions are linked after the last document; false leaves the rest to the next run.
  std::function<bool()> go_on = [] { return true; };
  std::size_t links_in_batch = kLinksInBatch;  // a transaction each
};

struct AddTotals {
  std::uint64_t files = 0;
  std::uint64_t documents = 0;
  std::uint64_t added = 0;
  std::uint64_t known = 0;
  std::uint64_t read_anew = 0;
  std::uint64_t changed = 0;
  std::uint64_t refused = 0;
  std::uint64_t speeches = 0;
  std::uint64_t links = 0;     // between versions, of pairs that were compared
  std::uint64_t compared = 0;  // pairs of documents
  bool stopped = false;        // `seen` said so
};

// `record` null: a dry run, which analyses and writes nothing (names are the short names asked for). `seen` is called
// on the calling thread, in the order of the pile, after the batch is committed; false ends the run. For a file that is
// known the account holds its origin and digest only. Error: of the record.
Result<AddTotals> add_pile(Record* record, const Pile& pile, const AddSettings& settings,
                           const std::function<bool(const Account&, const Added&)>& seen);

}  // namespace readout
