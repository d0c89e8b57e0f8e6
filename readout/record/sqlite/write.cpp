// add: one transaction for a batch.
#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

// More than this many persons are looked up again rather than kept in memory.
constexpr std::size_t kMaxKeptPersons = 50000;

// Standard input is a way in, no place: what came through it before is not replaced by what comes through it now.
constexpr std::string_view kStandardInput = "-";

}  // namespace

Result<std::vector<Added>> SqliteRecord::add(std::span<const Account> accounts) {
  std::vector<Placed> placed;
  placed.reserve(accounts.size());
  std::vector<Added> outcomes;
  outcomes.reserve(accounts.size());
  shelf_.reset();
  forget_members();
  {
    Transaction transaction(*database_);
    for (const Account& account : accounts) {
      if (database_->failed()) break;
      placed.push_back(place(account));
    }
    count_forms();
    postings_.flush(*database_);
    // After the last, because what came later in the batch may have changed a name.
    for (const Placed& at : placed)
      outcomes.push_back({at.outcome, name_of(at.id), at.replaces < 0 ? std::string() : name_of(at.replaces)});
    if (!close(transaction)) person_ids_.clear();
    forms_.clear();
    postings_.drop();
  }
  return answer(std::move(outcomes));
}

Result<std::optional<std::string>> SqliteRecord::holds(std::string_view origin, const Digest& blob) {
  Query& query = database_->query(
      "SELECT d.name FROM documents AS d JOIN blobs AS b ON b.id = d.blob"
      " WHERE d.origin = ? AND b.digest = ? AND d.current = 1 AND d.engine = ?");
  query.bind(1, origin).bind_blob(2, bytes_of(blob)).bind(3, engine_);
  std::optional<std::string> name;
  if (query.step()) name = query.text(0);
  query.reset();
  return answer(std::move(name));
}

SqliteRecord::Placed SqliteRecord::place(const Account& account) {
  const Document& document = account.document;
  const std::string asked = asked_name(document);
  const std::string suffix = suffix_of(document);
  const bool has_place = document.origin != kStandardInput;

  Id same = -1;
  bool same_current = false;
  bool same_engine = false;
  Id newest = -1;
  std::int64_t revision = -1;
  std::string newest_asked;
  std::string newest_suffix;
  Query& query = database_->query(
      "SELECT d.id, d.revision, d.current, d.engine, d.asked, d.suffix, b.digest FROM documents AS d"
      " JOIN blobs AS b ON b.id = d.blob WHERE d.origin = ? ORDER BY d.revision");
  query.bind(1, document.origin);
  while (query.step()) {
    if (query.text(6) == bytes_of(document.blob)) {
      same = query.integer(0);
      same_current = query.integer(2) != 0;
      same_engine = query.text(3) == engine_;
    }
    newest = query.integer(0);
    revision = query.integer(1);
    newest_asked = query.text(4);
    newest_suffix = query.text(5);
  }

  if (same >= 0 && same_current) {
    if (same_engine) return {AddOutcome::known, same, -1};
    Query& at = database_->query("SELECT revision FROM documents WHERE id = ?");
    at.bind(1, same);
    const std::int64_t kept = at.step() ? at.integer(0) : 0;
    at.reset();
    erase_document(same);
    settle_names(newest_asked, newest_suffix);
    return {AddOutcome::read_anew, insert(account, asked, suffix, kept), -1};
  }
  // A text that stood here before and stands here again is the newest once more.
  if (same >= 0) erase_document(same);
  if (!has_place || newest < 0) return {AddOutcome::added, insert(account, asked, suffix, 0), -1};
  database_->query("UPDATE documents SET current = 0 WHERE id = ?").bind(1, newest).run();
  erase_links(newest);
  settle_names(newest_asked, newest_suffix);
  return {AddOutcome::changed, insert(account, asked, suffix, revision + 1), newest};
}

SqliteRecord::Id SqliteRecord::insert(const Account& account, const std::string& asked, const std::string& suffix,
                                      std::int64_t revision) {
  const Id id = insert_document(account, keep_blob(account), asked, suffix, revision);
  insert_blocks(id, account.document);
  insert_speeches(id, account, insert_persons(id, account));
  // Not INSERT ... SELECT: SQLite sets a savepoint for that, and FTS5 writes out all it holds at every savepoint.
  Query& keys = database_->query("SELECT " + std::string(kKeyTokens) + " FROM documents AS d WHERE d.id = ?");
  keys.bind(1, id);
  const std::string tokens(keys.step() ? keys.text(0) : std::string_view());
  keys.reset();
  database_->query("INSERT INTO document_keys (rowid, tokens) VALUES (?, ?)").bind(1, id).bind(2, tokens).run();
  settle_names(asked, suffix);
  if (account.rank != 0) {
    insert_sketch(id, account.rank, account.keys);
    insert_links({id, id, account.repeats, false, account.discrepancies});
  } else {
    database_->query("INSERT INTO unsketched (document) VALUES (?)").bind(1, id).run();
  }
  count_in(id, account);
  return id;
}

// The text of a document tells its blob where the two are the same; the bytes of a refused one are not kept.
SqliteRecord::Id SqliteRecord::keep_blob(const Account& account) {
  const Document& document = account.document;
  const std::string_view digest = bytes_of(document.blob);
  const bool refused = is_refused(document);
  const std::string_view kept = refused ? "none" : account.bytes ? "bytes" : "text";
  Query& known = database_->query("SELECT id, kept FROM blobs WHERE digest = ?");
  known.bind_blob(1, digest);
  if (known.step()) {
    const Id id = known.integer(0);
    const std::string before(known.text(1));
    known.reset();
    if (before == "bytes" || refused || before == kept) return id;
    Query& more = database_->query("UPDATE blobs SET kept = ?, bytes = ? WHERE id = ?");
    more.bind(1, kept).bind(3, id);
    if (account.bytes)
      more.bind_blob(2, *account.bytes);
    else
      more.bind_null(2);
    more.run();
    return id;
  }
  Query& query = database_->query("INSERT INTO blobs (digest, size, kept, bytes) VALUES (?, ?, ?, ?)");
  query.bind_blob(1, digest).bind(2, document.blob_bytes).bind(3, kept);
  if (kept == "bytes")
    query.bind_blob(4, *account.bytes);
  else
    query.bind_null(4);
  query.run();
  return database_->last_id();
}

SqliteRecord::Id SqliteRecord::person_id(const std::string& key) {
  const auto found = person_ids_.find(key);
  if (found != person_ids_.end()) return found->second;
  if (person_ids_.size() >= kMaxKeptPersons) person_ids_.clear();
  Query& query = database_->query("SELECT id FROM persons WHERE key = ?");
  query.bind(1, key);
  Id id = query.step() ? query.integer(0) : -1;
  query.reset();
  if (id < 0) {
    database_->query("INSERT INTO persons (key) VALUES (?)").bind(1, key).run();
    id = database_->last_id();
  }
  person_ids_.emplace(key, id);
  return id;
}

}  // namespace readout
