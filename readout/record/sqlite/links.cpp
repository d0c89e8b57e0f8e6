// Links: the sketches that linking reads, and the links that it writes.
#include <algorithm>
#include <cstring>
#include <tuple>
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

// "share:a" of a link that is turned round is the other's.
void turn(Basis& basis) {
  double* a = nullptr;
  double* b = nullptr;
  for (Evidence& evidence : basis.evidence) {
    if (evidence.name == "share:a") a = &evidence.weight;
    if (evidence.name == "share:b") b = &evidence.weight;
  }
  if (a != nullptr && b != nullptr) std::swap(*a, *b);
}

}  // namespace

void SqliteRecord::insert_sketch(Id id, std::uint64_t rank, std::span<const std::uint32_t> keys) {
  const std::string bytes = pack_keys(keys);
  Query& query = database_->query("INSERT OR REPLACE INTO sketches (document, rank, linked, keys) VALUES (?, ?, 0, ?)");
  query.bind(1, id).bind(2, rank).bind_blob(3, bytes).run();
}

void SqliteRecord::erase_links(Id id) {
  std::string keys;
  std::int64_t rank = 0;
  Query& query = database_->query("SELECT rank, keys FROM sketches WHERE document = ? AND linked = 1");
  query.bind(1, id);
  const bool linked = query.step();
  if (linked) {
    rank = query.integer(0);
    keys = query.text(1);
  }
  query.reset();
  if (linked) database_->query("INSERT INTO gone (rank, keys) VALUES (?, ?)").bind(1, rank).bind_blob(2, keys).run();
  database_->query("DELETE FROM sketches WHERE document = ?").bind(1, id).run();
  database_->query("DELETE FROM links WHERE a = ?").bind(1, id).run();
  database_->query("DELETE FROM links WHERE b = ?").bind(1, id).run();
}

std::int64_t SqliteRecord::linking_turn() {
  Query& query = database_->query("SELECT turn FROM linking");
  const std::int64_t turn = query.step() ? query.integer(0) : 0;
  query.reset();
  return turn;
}

Result<SketchBook> SqliteRecord::sketches() {
  SketchBook book;
  book.turn = linking_turn();  // before the rest: who begins meanwhile is noticed
  Query& rows = database_->query("SELECT document, rank, linked, keys FROM sketches");
  while (rows.step())
    book.rows.push_back({rows.integer(0), static_cast<std::uint64_t>(rows.integer(1)), rows.integer(2) != 0,
                         unpack_keys(rows.text(3))});
  std::ranges::sort(book.rows, {}, &SketchRow::rank);
  Query& gone = database_->query("SELECT rank, keys FROM gone");
  while (gone.step())
    book.gone.push_back({-1, static_cast<std::uint64_t>(gone.integer(0)), true, unpack_keys(gone.text(1))});
  Query& missing = database_->query(
      "SELECT id FROM documents INDEXED BY documents_by_asked"
      " WHERE current = 1 AND id NOT IN (SELECT document FROM sketches) ORDER BY id");
  while (missing.step()) book.unsketched.push_back(missing.integer(0));
  return answer(std::move(book));
}

Result<void> SqliteRecord::put_sketch(DocumentNumber document, std::uint64_t rank,
                                      std::span<const std::uint32_t> keys) {
  Transaction transaction(*database_);
  insert_sketch(document, rank, keys);
  return transaction.commit();
}

Result<bool> SqliteRecord::begin_linking(std::int64_t turn, std::span<const DocumentNumber> again) {
  Transaction transaction(*database_);
  if (linking_turn() != turn) return answer(false);
  database_->query("UPDATE linking SET turn = turn + 1").run();
  Query& unlink = database_->query("UPDATE sketches SET linked = 0 WHERE document = ? AND linked = 1");
  Query& by_a = database_->query("DELETE FROM links WHERE a = ?");
  Query& by_b = database_->query("DELETE FROM links WHERE b = ?");
  for (const DocumentNumber document : again) {
    unlink.bind(1, document).run();
    by_a.bind(1, document).run();
    by_b.bind(1, document).run();
  }
  const Result<void> done = transaction.commit();
  return done ? Result<bool>(true) : tl::unexpected(done.error());
}

Result<bool> SqliteRecord::put_links(std::int64_t turn, std::span<const StoredLink> links) {
  Transaction transaction(*database_);
  if (linking_turn() != turn + 1) return answer(false);
  Query& query = database_->query(
      "INSERT INTO links (a, b, a_speech, b_speech, a_begin, a_end, b_begin, b_end, kind, basis)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const StoredLink& link : links) {
    const std::string basis = pack(link.basis);
    query.bind(1, link.a).bind(2, link.b).bind(3, link.a_speech).bind(4, link.b_speech);
    query.bind(5, link.a_span.begin).bind(6, link.a_span.end).bind(7, link.b_span.begin).bind(8, link.b_span.end);
    query.bind(9, link.kind).bind(10, basis).run();
  }
  const Result<void> done = transaction.commit();
  return done ? Result<bool>(true) : tl::unexpected(done.error());
}

Result<bool> SqliteRecord::end_linking(std::int64_t turn, std::span<const DocumentNumber> again) {
  Transaction transaction(*database_);
  if (linking_turn() != turn + 1) return answer(false);
  Query& query = database_->query("UPDATE sketches SET linked = 1 WHERE document = ?");
  for (const DocumentNumber document : again) query.bind(1, document).run();
  database_->query("DELETE FROM gone").run();
  const Result<void> done = transaction.commit();
  return done ? Result<bool>(true) : tl::unexpected(done.error());
}

Result<std::vector<LinkRow>> SqliteRecord::links_of(std::string_view document) {
  const Result<Id> id = find_document(document);
  if (!id) return tl::unexpected(id.error());
  std::vector<StoredLink> links;
  bool bad = false;
  for (const char* side : {"a = ?1", "b = ?1 AND a <> ?1"}) {
    Query& query = database_->query(
        std::string("SELECT a, b, a_speech, b_speech, a_begin, a_end, b_begin, b_end, kind, basis FROM links WHERE ") +
        side);
    query.bind(1, *id);
    while (query.step()) {
      const auto number = [&](int column) { return static_cast<std::size_t>(query.integer(column)); };
      StoredLink link{query.integer(0),
                      query.integer(1),
                      make_span(number(4), number(5)),
                      make_span(number(6), number(7)),
                      static_cast<std::uint32_t>(number(2)),
                      static_cast<std::uint32_t>(number(3)),
                      std::string(query.text(8)),
                      {}};
      unpack(query.text(9), link.basis, bad);
      if (link.a != *id) {
        std::swap(link.a, link.b);
        std::swap(link.a_span, link.b_span);
        std::swap(link.a_speech, link.b_speech);
        turn(link.basis);
      }
      links.push_back(std::move(link));
    }
  }
  std::ranges::stable_sort(links, {}, &StoredLink::b);
  std::vector<LinkRow> rows;
  const Document own = load(*id).row.document;
  Document other;
  Id loaded = -1;
  for (StoredLink& link : links) {
    if (database_->failed()) break;
    if (link.b != loaded) other = load(loaded = link.b).row.document;
    LinkRow row;
    row.a_document = own.name;
    row.b_document = other.name;
    row.a = span_id(own.name, own.text.to_blob(link.a_span));
    row.b = span_id(other.name, other.text.to_blob(link.b_span));
    row.a_speech = link.a_speech;
    row.b_speech = link.b_speech;
    row.a_span = link.a_span;
    row.b_span = link.b_span;
    row.a_words = own.text[link.a_span];
    row.b_words = other.text[link.b_span];
    row.kind = std::move(link.kind);
    row.basis = std::move(link.basis);
    rows.push_back(std::move(row));
  }
  if (bad) database_->damaged("the links of " + own.name + " cannot be read");
  std::ranges::sort(rows, {}, [](const LinkRow& row) {
    return std::tie(row.a_span, row.b_document, row.b_span, row.a_speech, row.b_speech, row.kind);
  });
  return answer(std::move(rows));
}

}  // namespace readout
