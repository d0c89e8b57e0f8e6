// Linking: the keys of documents, what changed since the last linking, and the links that are written.
#include <algorithm>
#include <utility>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

// Keys as they lie in the file: four bytes each, the least first.
std::string pack_keys(std::span<const std::uint32_t> keys) {
  std::string bytes;
  bytes.reserve(keys.size() * 4);
  for (const std::uint32_t key : keys)
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(key >> shift & 0xFF);
  return bytes;
}

std::vector<std::uint32_t> unpack_keys(std::string_view bytes) {
  std::vector<std::uint32_t> keys(bytes.size() / 4);
  for (std::size_t i = 0; i < keys.size(); ++i)
    for (std::size_t k = 0; k < 4; ++k)
      keys[i] |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[4 * i + k])) << (8 * k);
  std::ranges::sort(keys);
  return keys;
}

Result<bool> as_answer(const Result<void>& done) {
  return done ? Result<bool>(true) : tl::unexpected(done.error());
}

}  // namespace

void SqliteRecord::insert_sketch(Id id, std::uint64_t rank, std::span<const std::uint32_t> keys) {
  const std::string bytes = pack_keys(keys);
  Query& query = database_->query("INSERT INTO sketches (document, rank, keys) VALUES (?, ?, ?)");
  query.bind(1, id).bind(2, rank).bind_blob(3, bytes).run();
  database_->query("INSERT INTO unlinked (document, rank, begun) VALUES (?, ?, 0)").bind(1, id).bind(2, rank).run();
  postings_.add(rank, keys);
}

void SqliteRecord::erase_links(Id id) {
  Query& query = database_->query(
      "SELECT s.rank, s.keys, ifnull(u.begun, 1) FROM sketches AS s LEFT JOIN unlinked AS u ON u.document = s.document"
      " WHERE s.document = ?");
  query.bind(1, id);
  if (query.step()) {
    const std::int64_t rank = query.integer(0);
    const std::string keys(query.text(1));
    const bool begun = query.integer(2) != 0;  // others may have been linked otherwise for its sake
    query.reset();
    postings_.forget(static_cast<std::uint64_t>(rank), unpack_keys(keys));
    if (begun) database_->query("INSERT INTO gone (rank, keys) VALUES (?, ?)").bind(1, rank).bind_blob(2, keys).run();
  }
  query.reset();
  database_->query("UPDATE linking SET turn = turn + 1").run();  // who is linking with it has to begin again
  part(id);
  erase_discrepancies(id, -1);
  database_->query("DELETE FROM sketches WHERE document = ?").bind(1, id).run();
  database_->query("DELETE FROM unlinked WHERE document = ?").bind(1, id).run();
  database_->query("DELETE FROM unsure WHERE document = ?").bind(1, id).run();
  database_->query("DELETE FROM unsketched WHERE document = ?").bind(1, id).run();
  database_->query("DELETE FROM links WHERE a = ?").bind(1, id).run();
  database_->query("DELETE FROM links WHERE b = ?").bind(1, id).run();
}

std::int64_t SqliteRecord::linking_turn() {
  Query& query = database_->query("SELECT turn FROM linking");
  const std::int64_t turn = query.step() ? query.integer(0) : 0;
  query.reset();
  return turn;
}

Result<void> SqliteRecord::freeze() {
  database_->run("BEGIN");
  linking_turn();  // the view is of the first reading
  if (auto error = database_->take_error()) return tl::unexpected(std::move(*error));
  return {};
}

Result<void> SqliteRecord::thaw() {
  database_->run("COMMIT");
  if (auto error = database_->take_error()) return tl::unexpected(std::move(*error));
  return {};
}

Result<LinkingBook> SqliteRecord::linking_book() {
  LinkingBook book;
  book.turn = linking_turn();
  Query& rows = database_->query("SELECT document, rank FROM unlinked");
  while (rows.step()) book.fresh.push_back({rows.integer(0), static_cast<std::uint64_t>(rows.integer(1)), {}});
  std::ranges::sort(book.fresh, {}, [](const SketchRow& row) { return std::pair(row.rank, row.document); });
  Query& gone = database_->query("SELECT id, rank, keys FROM gone ORDER BY id");
  while (gone.step()) {
    book.gone_until = gone.integer(0);
    book.gone.push_back({-1, static_cast<std::uint64_t>(gone.integer(1)), unpack_keys(gone.text(2))});
  }
  Query& missing = database_->query("SELECT document FROM unsketched ORDER BY document");
  while (missing.step()) book.unsketched.push_back(missing.integer(0));
  Query& unsure = database_->query(
      "SELECT u.document, s.rank FROM unsure AS u JOIN sketches AS s ON s.document = u.document"
      " WHERE u.document NOT IN (SELECT document FROM unlinked) ORDER BY s.rank");
  while (unsure.step()) book.unsure.push_back({unsure.integer(0), static_cast<std::uint64_t>(unsure.integer(1)), {}});
  Query& stale = database_->query("SELECT 1 FROM stale LIMIT 1");
  book.stale = stale.step();
  stale.reset();
  return answer(std::move(book));
}

Result<void> SqliteRecord::read_postings(
    std::span<const std::uint32_t> keys,
    const std::function<void(std::uint32_t, std::span<const std::uint64_t>)>& take) {
  readout::read_postings(*database_, keys, take);
  if (auto error = database_->take_error()) return tl::unexpected(std::move(*error));
  return {};
}

Result<SketchRow> SqliteRecord::sketch(std::uint64_t rank) {
  Query& query = database_->query("SELECT document, keys FROM sketches WHERE rank = ? ORDER BY document LIMIT 1");
  query.bind(1, rank);
  SketchRow row;
  row.rank = rank;
  if (query.step()) {
    row.document = query.integer(0);
    row.keys = unpack_keys(query.text(1));
  }
  query.reset();
  if (row.document < 0 && !database_->failed())
    return fail(ErrorCode::not_found, "no document of this rank", std::to_string(rank));
  return answer(std::move(row));
}

Result<std::vector<std::uint64_t>> SqliteRecord::partners(std::uint64_t rank) {
  std::vector<std::uint64_t> ranks;
  Query& query = database_->query(
      "SELECT t.rank FROM sketches AS s JOIN links AS l ON l.a = s.document JOIN sketches AS t ON t.document = l.b"
      " WHERE s.rank = ? AND l.b <> l.a");
  query.bind(1, rank);
  while (query.step()) ranks.push_back(static_cast<std::uint64_t>(query.integer(0)));
  std::ranges::sort(ranks);
  return answer(std::move(ranks));
}

void SqliteRecord::insert_links(const StoredLinks& links) {
  insert_discrepancies(links);
  if (links.links.empty()) return;
  const std::string passages = pack(links.links);
  database_->query("INSERT INTO links (a, b, passages) VALUES (?, ?, ?)")
      .bind(1, links.a)
      .bind(2, links.b)
      .bind(3, passages)
      .run();
  join(links);
}

Result<void> SqliteRecord::put_sketches(std::span<const SketchRow> rows, std::span<const StoredLinks> repeats) {
  forget_members();
  Transaction transaction(*database_);
  for (std::size_t i = 0; i < rows.size() && !database_->failed(); ++i) {
    // Another program may have been here, or the document may be gone.
    database_->query("DELETE FROM unsketched WHERE document = ?").bind(1, rows[i].document).run();
    if (database_->changes() == 0) continue;
    insert_sketch(rows[i].document, rows[i].rank, rows[i].keys);
    if (i < repeats.size()) insert_links(repeats[i]);
  }
  postings_.flush(*database_);
  Result<void> done = close(transaction);
  postings_.drop();
  return done;
}

Result<void> SqliteRecord::close(Transaction& transaction) {
  flush_discrepancies();
  flush_counts();
  database_->query("UPDATE commits SET number = number + 1").run();
  Result<void> done = transaction.commit();
  drop_discrepancies();
  counted_ = {};
  return done;
}

// Of a run that was cut off: what it wrote may be no longer so.
void SqliteRecord::unlink(Id id) {
  std::vector<std::pair<Id, Id>> pairs;
  Query& query = database_->query(
      "SELECT a, b FROM links WHERE a = ?1 AND b <> ?1 UNION ALL SELECT a, b FROM links WHERE b = ?1 AND a <> ?1");
  query.bind(1, id);
  while (query.step()) pairs.emplace_back(query.integer(0), query.integer(1));
  for (const auto& [a, b] : pairs) part(a, b);
}

Result<bool> SqliteRecord::begin_linking(const LinkingBook& book, std::span<const std::uint64_t> unsure) {
  Transaction transaction(*database_);
  if (linking_turn() != book.turn) return answer(false);
  Query& query = database_->query("SELECT begun FROM unlinked WHERE document = ? AND rank = ?");
  Query& begin = database_->query("UPDATE unlinked SET begun = 1 WHERE document = ?");
  for (const SketchRow& row : book.fresh) {
    query.bind(1, row.document).bind(2, row.rank);
    if (!query.step()) return answer(false);  // it went, and the book reckons with it
    const bool begun = query.integer(0) != 0;
    query.reset();
    if (begun)
      unlink(row.document);
    else
      begin.bind(1, row.document).run();
  }
  Query& doubt =
      database_->query("INSERT OR IGNORE INTO unsure (document) SELECT document FROM sketches WHERE rank = ?");
  for (const std::uint64_t rank : unsure) doubt.bind(1, rank).run();
  database_->query("UPDATE linking SET turn = turn + 1").run();
  return as_answer(close(transaction));
}

Result<bool> SqliteRecord::put_links(std::int64_t turn, std::span<const StoredLinks> links) {
  forget_members();
  Transaction transaction(*database_);
  if (linking_turn() != turn + 1) return answer(false);
  Query& there = database_->query("SELECT 1 FROM sketches WHERE document = ?");
  const auto stands = [&](Id id) {
    there.bind(1, id);
    const bool found = there.step();
    there.reset();
    return found;
  };
  for (const StoredLinks& one : links) {
    if (database_->failed()) break;
    if (!stands(one.a) || !stands(one.b)) continue;
    part(one.a, one.b);
    insert_links(one);
  }
  return as_answer(close(transaction));
}

Result<bool> SqliteRecord::end_linking(const LinkingBook& book) {
  Transaction transaction(*database_);
  if (linking_turn() != book.turn + 1) return answer(false);
  Query& query = database_->query("DELETE FROM unlinked WHERE document = ? AND rank = ?");
  for (const SketchRow& row : book.fresh) query.bind(1, row.document).bind(2, row.rank).run();
  database_->query("DELETE FROM gone WHERE id <= ?").bind(1, book.gone_until).run();
  database_->query("DELETE FROM unsure").run();
  settle_statements();
  fold_discrepancies();
  return as_answer(close(transaction));
}

}  // namespace readout
