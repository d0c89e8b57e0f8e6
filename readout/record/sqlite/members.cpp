// Members: which speeches are one statement: those that links join, over any number of steps.
//
// A statement is known by the least key of its members; a key is a digest of the blob and the place in it. So the id
// hangs on what is joined, not on the order of coming. A new link merges two statements at once. One that goes makes
// its statement stale; settle_statements finds again what is joined there. Speeches that are joined to none are in no
// row.
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

constexpr std::size_t kMostKnown = 400000;

}  // namespace

std::string SqliteRecord::statement_id(std::int64_t statement) {
  std::string digits(16, '0');
  for (std::size_t i = 16; i-- > 0; statement >>= 4)
    digits[i] = "0123456789abcdef"[static_cast<std::size_t>(statement & 15)];
  return digits;
}

std::int64_t SqliteRecord::statement_number(std::string_view id) {
  std::uint64_t number = 0;
  const auto end = std::from_chars(id.data(), id.data() + id.size(), number, 16);
  const bool whole = id.size() == 16 && end.ec == std::errc() && end.ptr == id.data() + id.size();
  return whole && number <= INT64_MAX ? static_cast<std::int64_t>(number) : -1;
}

std::int64_t SqliteRecord::speech_key(std::int64_t speech) {
  Query& query = database_->query(
      "SELECT b.digest, s.blob_begin, s.blob_end FROM speeches AS s JOIN documents AS d ON d.id = s.document"
      " JOIN blobs AS b ON b.id = d.blob WHERE s.id = ?");
  query.bind(1, speech);
  std::uint64_t key = 0xcbf29ce484222325u;  // FNV-1a over what is a digest mostly
  const auto add = [&](unsigned char byte) { key = (key ^ byte) * 0x100000001b3u; };
  if (query.step()) {
    for (const char c : query.text(0)) add(static_cast<unsigned char>(c));
    for (int column = 1; column <= 2; ++column)
      for (int shift = 0; shift < 64; shift += 8)
        add(static_cast<unsigned char>(query.integer(column) >> shift & 0xFF));
  } else {
    database_->damaged("a link of a speech that is not there");
  }
  query.reset();
  key ^= key >> 29;
  return static_cast<std::int64_t>(key >> 1) | 1;
}

// The statement of a speech, 0 where it is in none.
std::int64_t SqliteRecord::statement_of(std::int64_t speech) {
  const auto [at, fresh] = known_members_.try_emplace(speech, 0);
  if (fresh) {
    Query& query = database_->query("SELECT statement FROM members WHERE speech = ?");
    query.bind(1, speech);
    if (query.step()) at->second = query.integer(0);
    query.reset();
  }
  for (auto next = renamed_.find(at->second); next != renamed_.end(); next = renamed_.find(at->second))
    at->second = next->second;
  return at->second;
}

void SqliteRecord::put_member(std::int64_t speech, std::int64_t statement) {
  // Not INSERT OR REPLACE: SQLite sets a savepoint for that, and FTS5 writes out all it holds at every savepoint.
  database_->query("INSERT INTO members (speech, statement) VALUES (?, ?)").bind(1, speech).bind(2, statement).run();
  known_members_[speech] = statement;
}

void SqliteRecord::rename_statement(std::int64_t from, std::int64_t to) {
  if (from == to) return;
  database_->query("UPDATE members SET statement = ? WHERE statement = ?").bind(1, to).bind(2, from).run();
  database_->query("INSERT OR IGNORE INTO stale (statement) SELECT ? FROM stale WHERE statement = ?")
      .bind(1, to)
      .bind(2, from)
      .run();
  renamed_.erase(to);
  renamed_[from] = to;
}

void SqliteRecord::forget_members() {
  known_members_.clear();
  renamed_.clear();
}

void SqliteRecord::join(const StoredLinks& links) {
  if (known_members_.size() > kMostKnown) forget_members();
  for (const StoredLink& link : links.links) {
    if (!joins_statement(link.kind)) continue;
    const std::int64_t a = links.a * kRowsPerDocument + link.a_speech;
    const std::int64_t b = links.b * kRowsPerDocument + link.b_speech;
    if (a == b) continue;
    const std::int64_t of_a = statement_of(a);
    const std::int64_t of_b = statement_of(b);
    if (of_a != 0 && of_a == of_b) continue;
    const std::int64_t key_a = of_a != 0 ? of_a : speech_key(a);
    const std::int64_t key_b = of_b != 0 ? of_b : speech_key(b);
    const std::int64_t statement = std::min(key_a, key_b);
    if (of_a != 0)
      rename_statement(of_a, statement);
    else
      put_member(a, statement);
    if (of_b != 0)
      rename_statement(of_b, statement);
    else
      put_member(b, statement);
  }
}

void SqliteRecord::part(Id a, Id b) {
  Query& query = database_->query("SELECT id, passages FROM links WHERE a = ? AND b = ?");
  query.bind(1, a).bind(2, b);
  bool bad = false;
  std::vector<std::pair<std::int64_t, std::vector<StoredLink>>> rows;
  while (query.step()) {
    rows.emplace_back(query.integer(0), std::vector<StoredLink>());
    unpack(query.text(1), rows.back().second, bad);
  }
  if (bad) database_->damaged("the links between two documents cannot be read");
  for (const auto& [id, links] : rows) {
    std::set<std::int64_t> statements;
    for (const StoredLink& link : links)
      if (joins_statement(link.kind)) statements.insert(statement_of(a * kRowsPerDocument + link.a_speech));
    for (const std::int64_t statement : statements)
      database_->query("INSERT OR IGNORE INTO stale (statement) VALUES (?)").bind(1, statement).run();
    database_->query("DELETE FROM links WHERE id = ?").bind(1, id).run();
  }
  erase_discrepancies(a, b);
}

void SqliteRecord::part(Id id) {
  const std::int64_t first = id * kRowsPerDocument;
  const std::int64_t last = first + kRowsPerDocument - 1;
  database_
      ->query(
          "INSERT OR IGNORE INTO stale (statement) SELECT DISTINCT statement FROM members"
          " WHERE speech BETWEEN ? AND ?")
      .bind(1, first)
      .bind(2, last)
      .run();
  database_->query("DELETE FROM members WHERE speech BETWEEN ? AND ?").bind(1, first).bind(2, last).run();
  forget_members();
}

void SqliteRecord::settle_statements() {
  forget_members();
  std::set<std::int64_t> unsettled;
  Query& stale = database_->query(
      "SELECT m.speech FROM stale AS t JOIN members AS m INDEXED BY members_by_statement ON m.statement = t.statement");
  while (stale.step()) unsettled.insert(stale.integer(0));
  database_->query("DELETE FROM stale").run();
  Query& forget = database_->query("DELETE FROM members WHERE speech = ?");
  for (const std::int64_t speech : unsettled) forget.bind(1, speech).run();

  std::map<std::int64_t, std::set<std::int64_t>> joined;  // of the documents read so far
  std::set<Id> read;
  const auto neighbours = [&](std::int64_t speech) -> const std::set<std::int64_t>& {
    const Id id = speech / kRowsPerDocument;
    if (read.insert(id).second) {
      for (const StoredLinks& links : stored_links(id)) {
        for (const StoredLink& link : links.links) {
          if (!joins_statement(link.kind)) continue;
          const std::int64_t a = links.a * kRowsPerDocument + link.a_speech;
          const std::int64_t b = links.b * kRowsPerDocument + link.b_speech;
          joined[a].insert(b);
          joined[b].insert(a);
        }
      }
    }
    return joined[speech];
  };
  while (!unsettled.empty() && !database_->failed()) {
    std::set<std::int64_t> statement = {*unsettled.begin()};
    std::vector<std::int64_t> front = {*unsettled.begin()};
    while (!front.empty() && !database_->failed()) {
      const std::int64_t speech = front.back();
      front.pop_back();
      for (const std::int64_t next : neighbours(speech))
        if (statement.insert(next).second) front.push_back(next);
    }
    for (const std::int64_t speech : statement) unsettled.erase(speech);
    if (statement.size() < 2) continue;
    std::int64_t least = INT64_MAX;
    for (const std::int64_t speech : statement) least = std::min(least, speech_key(speech));
    for (const std::int64_t speech : statement) {
      forget.bind(1, speech).run();
      put_member(speech, least);
    }
  }
  forget_members();
}

}  // namespace readout
