// persons: everybody whom a document names, in order of key; and the counts of the whole.
#include <algorithm>
#include <set>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

struct PrintedForm {
  std::string name;
  std::string kind;
  std::uint32_t documents = 0;
};

bool stands_before(const PrintedForm& a, const PrintedForm& b) {
  if (a.documents != b.documents) return a.documents > b.documents;
  if (a.name.size() != b.name.size()) return a.name.size() > b.name.size();
  return std::tie(a.name, a.kind) < std::tie(b.name, b.kind);
}

}  // namespace

PersonRow SqliteRecord::read_person(Id id, std::string key) {
  PersonRow row;
  row.key = std::move(key);
  bool bad = false;
  std::set<std::string> names;
  std::set<std::string> offices;
  std::vector<PrintedForm> forms;
  Query& query = database_->query("SELECT name, kind, offices, documents FROM forms WHERE person = ?");
  query.bind(1, id);
  while (query.step()) {
    const std::string name(query.text(0));
    const std::string kind(query.text(1));
    const auto documents = static_cast<std::uint32_t>(query.integer(3));
    std::vector<std::string> held;
    unpack(query.text(2), held, bad);
    names.insert(name);
    offices.insert(held.begin(), held.end());
    row.documents += documents;
    const auto same =
        std::ranges::find_if(forms, [&](const PrintedForm& form) { return form.name == name && form.kind == kind; });
    if (same != forms.end())
      same->documents += documents;
    else
      forms.push_back({name, kind, documents});
  }
  if (!forms.empty()) {
    const PrintedForm& first = *std::ranges::min_element(forms, stands_before);
    row.name = first.name;
    unpack_enum(first.kind, row.kind, bad);
  }
  row.names.assign(names.begin(), names.end());
  row.offices.assign(offices.begin(), offices.end());
  Query& count = database_->query("SELECT speeches FROM persons WHERE id = ?");
  count.bind(1, id);
  if (count.step()) row.speeches = static_cast<std::uint32_t>(count.integer(0));
  count.reset();
  if (bad) database_->damaged("the forms of a person cannot be read");
  return row;
}

Result<std::vector<PersonRow>> SqliteRecord::persons(const PersonFilter& filter) {
  std::string ids = "[";
  if (!filter.words.empty())
    for (const Id id : find_persons(filter.words)) ids += (ids.size() > 1 ? "," : "") + std::to_string(id);
  ids += "]";
  std::string sql = "SELECT id, key FROM persons WHERE ";
  if (!filter.most_first)
    sql += "key > ?1";
  else if (filter.after_speeches)
    sql += "speeches <= ?2 AND (speeches < ?2 OR key > ?1)";
  else
    sql += "1";
  if (!filter.words.empty()) sql += " AND id IN (SELECT value FROM json_each(?3))";
  sql += filter.most_first ? " ORDER BY speeches DESC, key LIMIT ?4" : " ORDER BY key LIMIT ?4";
  std::vector<PersonRow> rows;
  Query& query = database_->query(sql);
  if (!filter.most_first || filter.after_speeches) query.bind(1, filter.after);
  if (filter.most_first && filter.after_speeches) query.bind(2, *filter.after_speeches);
  if (!filter.words.empty()) query.bind(3, ids);
  query.bind(4, static_cast<std::int64_t>(filter.limit));
  while (query.step()) rows.push_back(read_person(query.integer(0), std::string(query.text(1))));
  return answer(std::move(rows));
}

std::optional<SqliteRecord::Id> SqliteRecord::find_person(std::string_view key) {
  Query& query = database_->query("SELECT id FROM persons WHERE key = ?");
  query.bind(1, key);
  std::optional<Id> id;
  if (query.step()) id = query.integer(0);
  query.reset();
  return id;
}

Result<PersonRow> SqliteRecord::person(std::string_view key) {
  const std::optional<Id> id = find_person(key);
  if (auto error = database_->take_error()) return tl::unexpected(std::move(*error));
  if (!id) return fail(ErrorCode::not_found, "nobody in the record has this key", std::string(key));
  return answer(read_person(*id, std::string(key)));
}

Result<std::vector<NameCount>> SqliteRecord::printed_names(std::string_view key) {
  std::vector<NameCount> names;
  Query& query = database_->query(
      "SELECT f.name, sum(f.documents) AS often FROM persons AS p JOIN forms AS f ON f.person = p.id WHERE p.key = ?"
      " GROUP BY f.name ORDER BY often DESC, f.name");
  query.bind(1, key);
  while (query.step()) names.push_back({std::string(query.text(0)), static_cast<std::uint64_t>(query.integer(1))});
  return answer(std::move(names));
}

std::int64_t SqliteRecord::counted(std::string_view what, std::string_view of) {
  Query& query = database_->query("SELECT number FROM tallies WHERE what = ? AND \"of\" = ?");
  query.bind(1, what).bind(2, of);
  const std::int64_t number = query.step() ? query.integer(0) : 0;
  query.reset();
  return number;
}

Result<RecordCounts> SqliteRecord::counts() {
  RecordCounts counts;
  counts.documents = static_cast<std::uint64_t>(counted("total", "documents"));
  counts.refused = static_cast<std::uint64_t>(counted("total", "refused"));
  counts.speeches = static_cast<std::uint64_t>(counted("total", "speeches"));
  Query& query = database_->query("SELECT (SELECT count(*) FROM persons), (SELECT count(*) FROM blobs)");
  if (query.step()) {
    counts.persons = static_cast<std::uint64_t>(query.integer(0));
    counts.blobs = static_cast<std::uint64_t>(query.integer(1));
  }
  query.reset();
  return answer(counts);
}

}  // namespace readout
