// Lists for pages: documents by name or date, statements by time, counts.
#include <fmt/format.h>

#include <algorithm>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

// Of each document, the first of its dates that is known: its begin, NULL where there is none.
constexpr const char* kDated =
    "(SELECT json_extract(m.value, '$[0]') FROM json_each(d.dates) AS m WHERE json_extract(m.value, '$[2]') <> "
    "'unknown'"
    " LIMIT 1)";

struct Counted {
  TallyOf what;
  const char* sql;  // rows of (name, count)
};

constexpr Counted kCounted[] = {
    {TallyOf::language, "SELECT language, count(*) FROM documents GROUP BY 1"},
    {TallyOf::form, "SELECT form, count(*) FROM documents GROUP BY 1"},
    {TallyOf::outlet, "SELECT outlet, count(*) FROM documents GROUP BY 1"},
    {TallyOf::agency, "SELECT agency, count(*) FROM documents GROUP BY 1"},
    {TallyOf::refused, "SELECT refused, count(*) FROM documents WHERE refused IS NOT NULL GROUP BY 1"},
    {TallyOf::cut,
     "SELECT kind || CASE WHEN reason = '' THEN '' ELSE ' ' || substr(reason, 1, instr(reason || ':', ':') - 1) END,"
     " count(*) FROM blocks WHERE kind <> 'body' GROUP BY 1"},
    {TallyOf::doubt,
     "SELECT json_extract(j.value, '$[0]'), count(*) FROM (SELECT doubts FROM documents UNION ALL SELECT doubts FROM"
     " speeches UNION ALL SELECT doubts FROM casts) AS t, json_each(t.doubts) AS j GROUP BY 1"},
    {TallyOf::kind, "SELECT kind, count(*) FROM speeches GROUP BY 1"},
    {TallyOf::polarity, "SELECT polarity, count(*) FROM speeches GROUP BY 1"},
    {TallyOf::depth, "SELECT CAST(depth AS TEXT), count(*) FROM speeches GROUP BY 1"},
    {TallyOf::when_of, "SELECT when_of, count(*) FROM speeches GROUP BY 1"},
    {TallyOf::channel,
     "SELECT json_extract(j.value, '$[0]'), count(DISTINCT s.id) FROM speeches AS s, json_each(s.channels) AS j"
     " GROUP BY 1"},
    {TallyOf::engine, "SELECT engine, count(*) FROM documents GROUP BY 1"},
    {TallyOf::unspoken,
     "SELECT CASE WHEN candidates IS NULL THEN 'unknown' ELSE 'open' END, count(*) FROM speeches"
     " WHERE speaker IS NULL GROUP BY 1"},
};

}  // namespace

Result<std::vector<DocumentBrief>> SqliteRecord::document_list(const DocumentFilter& filter) {
  std::string sql =
      "SELECT d.name, d.origin, d.outlet, d.agency, d.title, d.language, d.form, d.format, ifnull(d.refused, ''),"
      " b.size, d.speeches, d.current, d.dates, " +
      std::string(kDated) + " AS dated, b.digest FROM documents AS d JOIN blobs AS b ON b.id = d.blob WHERE 1";
  if (!filter.language.empty()) sql += " AND d.language = ?1";
  if (!filter.outlet.empty()) sql += " AND d.outlet = ?2";
  if (filter.refused) sql += *filter.refused ? " AND d.refused IS NOT NULL" : " AND d.refused IS NULL";
  const bool by_name = filter.order == DocumentOrder::name;
  const bool newest = filter.order == DocumentOrder::newest;
  if (filter.after && by_name) sql += " AND d.name > ?3";
  if (filter.after && !by_name && !filter.after->begin_s) sql += " AND dated IS NULL AND d.name > ?3";
  if (filter.after && !by_name && filter.after->begin_s)
    sql += fmt::format(" AND (dated IS NULL OR dated {} ?4 OR (dated = ?4 AND d.name > ?3))", newest ? "<" : ">");
  sql += by_name  ? " ORDER BY d.name LIMIT ?5"
         : newest ? " ORDER BY dated DESC, d.name LIMIT ?5"
                  : " ORDER BY dated IS NULL, dated, d.name LIMIT ?5";
  Query& query = database_->query(sql);
  if (!filter.language.empty()) query.bind(1, filter.language);
  if (!filter.outlet.empty()) query.bind(2, filter.outlet);
  if (filter.after) query.bind(3, filter.after->name);
  if (filter.after && filter.after->begin_s) query.bind(4, *filter.after->begin_s);
  query.bind(5, static_cast<std::int64_t>(filter.limit));
  std::vector<DocumentBrief> rows;
  bool bad = false;
  while (query.step()) {
    DocumentBrief row;
    row.name = query.text(0);
    row.origin = query.text(1);
    row.outlet = query.text(2);
    row.agency = query.text(3);
    row.title = query.text(4);
    row.language = query.text(5);
    row.form = query.text(6);
    row.format = query.text(7);
    row.refused = query.text(8);
    row.bytes = static_cast<std::uint64_t>(query.integer(9));
    row.speeches = static_cast<std::uint32_t>(query.integer(10));
    row.current = query.integer(11) != 0;
    Dates dates;
    unpack(query.text(12), dates, bad);
    const When when = when_said({}, dates);
    row.date = when.moment;
    row.date_of = when.of;
    const std::string_view digest = query.text(14);
    if (digest.size() == row.blob.bytes.size())
      std::ranges::copy(digest, row.blob.bytes.begin());
    else
      bad = true;
    rows.push_back(std::move(row));
  }
  if (bad) database_->damaged("the dates or the digest of a document cannot be read");
  return answer(std::move(rows));
}

Result<std::vector<SpeechRow>> SqliteRecord::timeline(const TimelineFilter& filter) {
  Result<Chosen> chosen = choose(filter.speeches);
  if (!chosen) return tl::unexpected(chosen.error());
  if (chosen->none) return std::vector<SpeechRow>();
  chosen->conditions.emplace_back(filter.undated ? "s.when_begin IS NULL" : "s.when_begin IS NOT NULL");
  const char* past = filter.newest ? "<" : ">";
  if (filter.after) {
    const std::string name = chosen->bind_later(filter.after->document);
    const std::string later =
        fmt::format("(d.name {0} {1} OR (d.name = {1} AND s.number {0} {2}))", past, name, filter.after->number);
    chosen->conditions.push_back(filter.undated ? later
                                                : fmt::format("(s.when_begin {0} {1} OR (s.when_begin = {1} AND {2}))",
                                                              past, filter.after->begin_s, later));
  }
  const std::string turned = filter.newest ? " DESC" : "";
  const std::unique_ptr<Query> ids = database_->prepare(
      fmt::format("{} ORDER BY s.when_begin{}, d.name{}, s.id{}", chosen->select(), turned, turned, turned));
  chosen->bind(*ids);
  return answer(take_rows(*ids, *chosen, filter.speeches.limit));
}

Result<std::vector<RecordTally>> SqliteRecord::tallies(TallyOf what, std::size_t limit) {
  std::vector<RecordTally> rows;
  for (const Counted& counted : kCounted) {
    if (counted.what != what) continue;
    Query& query = database_->query(std::string(counted.sql) + " ORDER BY 2 DESC, 1 LIMIT ?");
    query.bind(1, static_cast<std::int64_t>(limit));
    while (query.step()) rows.push_back({std::string(query.text(0)), static_cast<std::uint64_t>(query.integer(1))});
  }
  return answer(std::move(rows));
}

Result<std::vector<PersonOutlet>> SqliteRecord::outlets_of(std::string_view person, std::size_t limit) {
  Query& who = database_->query("SELECT id FROM persons WHERE key = ?");
  who.bind(1, person);
  const Id id = who.step() ? who.integer(0) : -1;
  who.reset();
  if (id < 0 && !database_->failed())
    return fail(ErrorCode::not_found, "no person of this key; `readout persons` lists them", std::string(person));
  std::vector<PersonOutlet> rows;
  Query& query = database_->query(
      "SELECT CASE WHEN d.outlet = '' THEN d.agency ELSE d.outlet END, count(*), sum((SELECT count(*) FROM speeches AS "
      "s"
      " WHERE s.id BETWEEN d.id * 16777216 AND d.id * 16777216 + 16777215 AND s.person = ?1))"
      " FROM document_keys AS k JOIN documents AS d ON d.id = k.rowid WHERE document_keys MATCH 'c' || ?1"
      " GROUP BY 1 ORDER BY 3 DESC, 2 DESC, 1 LIMIT ?2");
  query.bind(1, id).bind(2, static_cast<std::int64_t>(limit));
  while (query.step())
    rows.push_back({std::string(query.text(0)), static_cast<std::uint32_t>(query.integer(1)),
                    static_cast<std::uint32_t>(query.integer(2))});
  return answer(std::move(rows));
}

Result<std::uint64_t> SqliteRecord::state() {
  Query& query = database_->query("PRAGMA data_version");
  const std::uint64_t version = query.step() ? static_cast<std::uint64_t>(query.integer(0)) : 0;
  query.reset();
  return answer(version);
}

}  // namespace readout
