// Record: the book in which everything stands; one file, readout.db. A contract: sqlite/ keeps it, later others.
//
//   auto record = open_record("readout.db", {OpenMode::write, "0.1.0"});
//   if (!record) return record.error();               // not_found, store, damaged, wrong_version, disk_full
//   (*record)->add(accounts);                         // one transaction: all of them or none
//   SpeechFilter filter;
//   filter.speaker = "lavrov";
//   for (auto page = (*record)->speeches(filter); page && !page->empty(); page = (*record)->speeches(filter)) {
//     ...
//     filter.after = Cursor{page->back().document, page->back().number};
//   }
//
// Names. A document asks for a short name (its own, or short_name of its origin). Where one document that is current
// asks for it, it gets it; where several do, each gets "NAME~xxxxxxxx" with digits of a digest of origin and bytes;
// documents that were replaced always do. So names depend on what stands in the record, never on the order of arrival.
//
// Order. Lists are in order of document name (bytes), then number, which is the order of the text. The same content
// gives the same lists and the same export, however it came in. The time when a file was seen is not kept.
//
// Threads: one Record is one connection; use it from one thread at a time. Many readers and one writer may hold the
// same file open at once; a second writer waits a few seconds, then gets Error store.
//
// Errors: store (cannot be opened, read or written; locked), damaged, wrong_version, disk_full, not_found,
// bad_argument. After an error of `add` nothing of that call stands in the record, and everything committed before
// does.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/result.h"
#include "readout/record/account.h"
#include "readout/record/discrepancy_rows.h"
#include "readout/record/lists.h"
#include "readout/record/rows.h"

namespace readout {

class Record {
 public:
  virtual ~Record() = default;
  Record(const Record&) = delete;
  Record& operator=(const Record&) = delete;

  // One transaction. A document is known by its origin and the digest of its bytes; one that is known already is left
  // alone. The outcomes are in the order of `accounts`.
  virtual Result<std::vector<Added>> add(std::span<const Account> accounts) = 0;

  // The document's name where this origin holds these bytes now, read by this engine: `add` would leave it alone. Else
  // nothing. Origins of a file with many documents ("pile.jsonl:17") each count for themselves.
  virtual Result<std::optional<std::string>> holds(std::string_view origin, const Digest& blob) = 0;

  // Another connection to the same record that only reads, for another thread.
  virtual Result<std::unique_ptr<Record>> open_reader() = 0;

  // Forgets one document and, where no other has them, its bytes and persons. Returns its full name.
  virtual Result<std::string> remove(std::string_view name) = 0;

  // `name` may be a name, a unique prefix of one, an origin, or at least six digits of a digest. Errors: not_found;
  // bad_argument where several fit (the message lists some).
  virtual Result<std::string> find_name(std::string_view name) = 0;
  // Those that have these bytes, sorted: current ones, and replaced ones.
  virtual Result<std::vector<std::string>> names_of(const Digest& blob) = 0;
  virtual Result<std::vector<DocumentRow>> documents(std::string_view after = {}, std::size_t limit = 1000) = 0;
  virtual Result<DocumentRow> document(std::string_view name) = 0;
  // The whole of it, as it was handed in.
  virtual Result<Account> account(std::string_view name) = 0;

  virtual Result<std::vector<SpeechRow>> speeches(const SpeechFilter& filter) = 0;
  // By span id; its end may be left out where that is clear: "004:268-413", "004:268". Error as find_name.
  virtual Result<SpeechRow> speech(std::string_view id) = 0;
  // Every speech of a document, in order.
  virtual Result<std::vector<SpeechRow>> speeches_of(std::string_view document) = 0;

  virtual Result<std::vector<PersonRow>> persons(const PersonFilter& filter = {}) = 0;
  virtual Result<PersonRow> person(std::string_view key) = 0;  // error: not_found
  // The most used first, then by name; none where nobody has this key.
  virtual Result<std::vector<NameCount>> printed_names(std::string_view key) = 0;
  virtual Result<std::vector<Passage>> search(const PassageFilter& filter) = 0;
  virtual Result<RecordCounts> counts() = 0;

  // Lists for pages (lists.h, discrepancy_rows.h), each by keyset and cheap in a record of any size.
  virtual Result<std::vector<DocumentBrief>> document_list(const DocumentFilter& filter) = 0;
  virtual Result<std::vector<SpeechRow>> timeline(const TimelineFilter& filter) = 0;
  // The most frequent first; ties by name.
  virtual Result<std::vector<RecordTally>> tallies(TallyOf what, std::size_t limit = 100) = 0;
  // The outlet with most speeches first, then with most documents, then by name. Error: not_found, where nobody has
  // this key.
  virtual Result<std::vector<PersonOutlet>> outlets_of(std::string_view person, std::size_t limit = 100) = 0;
  virtual Result<std::vector<DiscrepancyRow>> discrepancies(const DiscrepancyFilter& filter) = 0;
  virtual Result<DiscrepancyTotals> discrepancy_totals(std::string_view document = {}) = 0;
  // "d-3fa2c19b7c", or a unique beginning of it; as it stands by itself, without witnesses. Error: not_found,
  // bad_argument where several fit.
  virtual Result<DiscrepancyRow> discrepancy(std::string_view id) = 0;

  // Another number whenever anybody committed something since, or another file stands at the path: what was read
  // before may be out of date. The same for all who have the record open. Error: not_found, where the file is gone.
  virtual Result<std::uint64_t> state() = 0;

  // Linking (engine/link.h): read what changed and who has a key, say who is being linked, write links, say that it is
  // done. A run that is cut off in between is done anew. Two programs may link at once: begin_linking is false where
  // the book is out of date (read it again), the others where somebody else began since (who does it all) or a
  // document went.
  //
  // From freeze to thaw a connection sees the record as it was; nothing may be written through it.
  virtual Result<void> freeze() = 0;
  virtual Result<void> thaw() = 0;
  virtual Result<LinkingBook> linking_book() = 0;
  virtual Result<void> read_postings(
      std::span<const std::uint32_t> keys,
      const std::function<void(std::uint32_t key, std::span<const std::uint64_t> ranks)>& take) = 0;
  virtual Result<SketchRow> sketch(std::uint64_t rank) = 0;  // error: not_found
  // Ranks of the documents that are `b` where the document is `a`, ascending.
  virtual Result<std::vector<std::uint64_t>> partners(std::uint64_t rank) = 0;
  virtual Result<Account> account(DocumentNumber document) = 0;
  // For documents without: their keys, and the links inside each.
  virtual Result<void> put_sketches(std::span<const SketchRow> rows, std::span<const StoredLinks> repeats) = 0;
  // `unsure`: ranks of old documents, some of whose links are about to change.
  virtual Result<bool> begin_linking(const LinkingBook& book, std::span<const std::uint64_t> unsure) = 0;
  // Replaces the links of each two documents; with none, there are none. Who went meanwhile gets none.
  virtual Result<bool> put_links(std::int64_t turn, std::span<const StoredLinks> links) = 0;
  virtual Result<bool> end_linking(const LinkingBook& book) = 0;

  // The links of a document, it being `a`; those inside it once. By place in it, then the other's name and place.
  virtual Result<std::vector<LinkRow>> links_of(std::string_view document) = 0;

  // Recomputes digests, offsets, invariants, the word index and the links. Findings are not errors.
  virtual Result<CheckReport> check() = 0;

 protected:
  Record() = default;
};

enum class OpenMode {
  read,   // the file must be there
  write,  // made where it is not there
};

struct OpenOptions {
  OpenMode mode = OpenMode::read;
  std::string engine;  // who reads: a version, and what a user adds to the lexicons; stamped on every document
  std::uint32_t wait_ms = 5000;  // how long to wait for another writer
};

// The number of the schema that this program writes (docs/formats/record.md).
std::int64_t record_schema();

Result<std::unique_ptr<Record>> open_record(const std::string& path, const OpenOptions& options);

}  // namespace readout
