// Lists for pages: documents by name or date, statements by time, counts.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

constexpr const char* kBrief =
    "SELECT d.name, d.origin, d.outlet, d.agency, d.title, d.language, d.form, d.format, ifnull(d.refused, ''),"
    " b.size, d.speeches, d.current, d.dates, b.digest FROM documents AS d JOIN blobs AS b ON b.id = d.blob"
    " WHERE d.id = ?";

}  // namespace

// In order of name from the names; else, and where a filter leaves out most, from the narrow rows of `briefs`.
std::vector<SqliteRecord::Id> SqliteRecord::list_documents(const DocumentFilter& filter, bool undated,
                                                           std::size_t limit) {
  const bool by_name = filter.order == DocumentOrder::name;
  const bool newest = filter.order == DocumentOrder::newest;
  const bool all = filter.language.empty() && filter.outlet.empty() && !filter.refused;
  std::string sql = by_name && all ? "SELECT id FROM documents WHERE 1" : "SELECT document FROM briefs WHERE 1";
  if (!by_name) sql += fmt::format(" AND undated = {}", undated ? 1 : 0);
  if (!filter.language.empty()) sql += " AND language = ?1";
  if (!filter.outlet.empty()) sql += " AND outlet = ?2";
  if (filter.refused) sql += fmt::format(" AND refused = {}", *filter.refused ? 1 : 0);
  const bool from_name = filter.after && (by_name || (undated && !filter.after->begin_s));
  const bool from_date = filter.after && !by_name && !undated && filter.after->begin_s;
  if (from_name) sql += " AND name > ?3";
  if (from_date) sql += fmt::format(" AND begin_s {0}= ?4 AND (begin_s {0} ?4 OR name > ?3)", newest ? "<" : ">");
  sql += by_name || undated ? " ORDER BY name" : newest ? " ORDER BY begin_s DESC, name" : " ORDER BY begin_s, name";
  Query& query = database_->query(sql + " LIMIT ?5");
  if (!filter.language.empty()) query.bind(1, filter.language);
  if (!filter.outlet.empty()) query.bind(2, filter.outlet);
  if (from_name || from_date) query.bind(3, filter.after->name);
  if (from_date) query.bind(4, *filter.after->begin_s);
  query.bind(5, static_cast<std::int64_t>(limit));
  std::vector<Id> ids;
  while (query.step()) ids.push_back(query.integer(0));
  return ids;
}

Result<std::vector<DocumentBrief>> SqliteRecord::document_list(const DocumentFilter& filter) {
  std::vector<Id> ids;
  const bool by_name = filter.order == DocumentOrder::name;
  if (by_name || !filter.after || filter.after->begin_s) ids = list_documents(filter, false, filter.limit);
  if (!by_name && ids.size() < filter.limit)
    for (const Id id : list_documents(filter, true, filter.limit - ids.size())) ids.push_back(id);
  std::vector<DocumentBrief> rows;
  bool bad = false;
  Query& query = database_->query(kBrief);
  for (const Id id : ids) {
    query.bind(1, id);
    if (!query.step()) break;
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
    const std::string_view digest = query.text(13);
    if (digest.size() == row.blob.bytes.size())
      std::ranges::copy(digest, row.blob.bytes.begin());
    else
      bad = true;
    query.reset();
    rows.push_back(std::move(row));
  }
  if (bad) database_->damaged("the dates or the digest of a document cannot be read");
  return answer(std::move(rows));
}

Result<std::vector<RecordTally>> SqliteRecord::tallies(TallyOf what, std::size_t limit) {
  std::vector<RecordTally> rows;
  Query& query =
      database_->query("SELECT \"of\", number FROM tallies WHERE what = ? ORDER BY number DESC, \"of\" LIMIT ?");
  query.bind(1, tally_name(what)).bind(2, static_cast<std::int64_t>(limit));
  while (query.step()) rows.push_back({std::string(query.text(0)), static_cast<std::uint64_t>(query.integer(1))});
  return answer(std::move(rows));
}

Result<std::vector<PersonOutlet>> SqliteRecord::outlets_of(std::string_view person, std::size_t limit) {
  const std::optional<Id> id = find_person(person);
  if (!id && !database_->failed())
    return fail(ErrorCode::not_found, "no person of this key; `readout persons` lists them", std::string(person));
  std::vector<PersonOutlet> rows;
  Query& query = database_->query(
      "SELECT outlet, documents, speeches FROM person_outlets WHERE person = ?"
      " ORDER BY speeches DESC, documents DESC, outlet LIMIT ?");
  query.bind(1, id.value_or(-1)).bind(2, static_cast<std::int64_t>(limit));
  while (query.step())
    rows.push_back({std::string(query.text(0)), static_cast<std::uint32_t>(query.integer(1)),
                    static_cast<std::uint32_t>(query.integer(2))});
  return answer(std::move(rows));
}

Result<std::uint64_t> SqliteRecord::state() {
  struct stat status{};
  if (stat(database_->path().c_str(), &status) != 0)
    return fail(ErrorCode::not_found, "the record is gone; `readout add` makes one anew", database_->path());
  Query& query = database_->query("SELECT number FROM commits");
  std::uint64_t number = query.step() ? static_cast<std::uint64_t>(query.integer(0)) : 0;
  query.reset();
  for (const std::uint64_t of : {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino)})
    number = (number ^ of) * 0x9E3779B97F4A7C15u;
  return answer(number ^ (number >> 29));
}

}  // namespace readout
