// check: everything that can be computed again is, and compared with what stands.
#include <fmt/format.h>

#include "readout/record/faults.h"
#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

// Rows that must not be: a name for the finding, and a query that gives where.
struct Rule {
  const char* message;
  const char* sql;
};

constexpr Rule kRules[] = {
    {"its bytes are not in the record",
     "SELECT name FROM documents WHERE blob NOT IN (SELECT id FROM blobs) ORDER BY name"},
    {"bytes that no document has", "SELECT lower(hex(digest)) FROM blobs WHERE id NOT IN (SELECT blob FROM documents)"},
    {"blocks of a document that is not there",
     "SELECT DISTINCT document FROM blocks WHERE document NOT IN (SELECT id FROM documents)"},
    {"speeches of a document that is not there",
     "SELECT DISTINCT document FROM speeches WHERE document NOT IN (SELECT id FROM documents)"},
    {"persons of a document that is not there",
     "SELECT DISTINCT document FROM casts WHERE document NOT IN (SELECT id FROM documents)"},
    {"a person that no document names", "SELECT key FROM persons WHERE id NOT IN (SELECT person FROM casts)"},
    {"the forms of a person are counted wrongly",
     "SELECT f.name FROM forms AS f WHERE f.documents <> (SELECT count(*) FROM casts AS c WHERE c.person = f.person"
     " AND c.name = f.name AND c.kind = f.kind AND ifnull(c.offices, '') = f.offices)"},
    {"the number of its speeches is wrong",
     "SELECT name FROM documents AS d WHERE speeches <> (SELECT count(*) FROM speeches AS s WHERE s.id BETWEEN"
     " d.id * 16777216 AND d.id * 16777216 + 16777215) ORDER BY name"},
    {"several documents are current at one origin",
     "SELECT origin FROM documents WHERE current = 1 AND origin <> '-' GROUP BY origin HAVING count(*) > 1"},
    {"no document is current at this origin", "SELECT origin FROM documents GROUP BY origin HAVING sum(current) = 0"},
};

}  // namespace

Result<CheckReport> SqliteRecord::check() {
  CheckReport report;
  shelf_.reset();
  recounted_ = {};
  Query& integrity = database_->query("PRAGMA integrity_check(20)");
  while (integrity.step())
    if (integrity.text(0) != "ok") report.findings.push_back({"database", "database", std::string(integrity.text(0))});
  for (const Rule& rule : kRules) {
    Query& query = database_->query(rule.sql);
    while (query.step()) report.findings.push_back({std::string(query.text(0)), "link", rule.message});
  }
  check_keys(report);
  check_index(report);
  check_links(report);
  check_discrepancies(report);
  std::string after;
  for (bool more = true; more && !database_->failed();) {
    std::vector<std::pair<Id, std::string>> page;
    Query& query = database_->query("SELECT id, name FROM documents WHERE name > ? ORDER BY name LIMIT 1000");
    query.bind(1, after);
    while (query.step()) page.emplace_back(query.integer(0), query.text(1));
    more = !page.empty();
    for (const auto& [id, name] : page) check_document(id, name, report);
    if (more) after = page.back().second;
  }
  check_counts(report);
  check_person_words(report);
  // What cannot be read at all is a finding too: the doctor's visit ends here, with what it found.
  if (const std::optional<Error> error = database_->take_error()) {
    if (error->code != ErrorCode::damaged) return tl::unexpected(*error);
    report.findings.push_back({"database", "database", error->message});
  }
  return report;
}

// The word index compares itself with the passages only where it might write, so it is asked through a connection of
// its own; where nobody may write, it is not asked.
void SqliteRecord::check_index(CheckReport& report) {
  const Result<std::unique_ptr<Database>> other =
      Database::open(database_->path(), Database::Access::write, options_.wait_ms);
  if (!other) return;
  (*other)->run("INSERT INTO passages_fts (passages_fts, rank) VALUES ('integrity-check', 1)");
  const std::optional<Error> error = (*other)->take_error();
  if (!error)
    report.index_checked = true;
  else if (error->code == ErrorCode::damaged)
    report.findings.push_back({"passages_fts", "index", "the word index does not fit the passages"});
}

// The keys cannot be read back, but each tells in how many documents it stands.
void SqliteRecord::check_keys(CheckReport& report) {
  database_->run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.key_terms USING fts5vocab('main', 'document_keys', 'row')");
  Query& query = database_->query(
      "WITH found AS (SELECT term, doc FROM temp.key_terms),"
      " expected AS (SELECT 'c' || person AS term, count(DISTINCT document) AS doc FROM casts GROUP BY person"
      " UNION ALL SELECT 's' || statement, count(DISTINCT document) FROM speeches WHERE statement IS NOT NULL"
      " GROUP BY statement)"
      " SELECT term FROM (SELECT * FROM found EXCEPT SELECT * FROM expected)"
      " UNION SELECT term FROM (SELECT * FROM expected EXCEPT SELECT * FROM found) LIMIT 20");
  while (query.step())
    report.findings.push_back(
        {std::string(query.text(0)), "index", "the index of persons and statements is wrong here"});
}

void SqliteRecord::check_document(Id id, const std::string& name, CheckReport& report) {
  if (database_->failed()) return;
  const Result<Account> found = account(name);
  if (!found) {
    if (found.error().code == ErrorCode::damaged)
      report.findings.push_back({name, "database", found.error().message});
    else
      report.findings.push_back({name, "link", found.error().message});
    return;
  }
  const Document& document = found->document;
  check_times(id, name, *found, report);
  ++report.documents;
  report.speeches += found->speeches.size();
  for (Fault& fault : find_faults(*found)) report.findings.push_back(std::move(fault));

  Query& blob = database_->query("SELECT kept FROM blobs WHERE id = (SELECT blob FROM documents WHERE id = ?)");
  blob.bind(1, id);
  const std::string kept(blob.step() ? blob.text(0) : std::string_view());
  blob.reset();
  if (kept == "bytes" || kept == "text") {
    const std::string_view bytes = kept == "bytes" ? std::string_view(*found->bytes) : document.text.view();
    ++report.digests;
    if (sha256(bytes) != document.blob || bytes.size() != document.blob_bytes)
      report.findings.push_back({name, "digest", "the bytes are not those of the digest"});
  } else if (!is_refused(document)) {
    report.findings.push_back({name, "digest", "its bytes were not kept"});
  }
  Query& query =
      database_->query("SELECT number, blob_begin, blob_end, begin, \"end\" FROM speeches WHERE id BETWEEN ? AND ?");
  query.bind(1, id * kRowsPerDocument).bind(2, (id + 1) * kRowsPerDocument - 1);
  while (query.step()) {
    const auto number = static_cast<std::size_t>(query.integer(0));
    if (number >= found->speeches.size()) break;
    const Span whole = extent(found->speeches[number]);
    const Span delivered = document.text.to_blob(whole);
    if (query.integer(1) != delivered.begin || query.integer(2) != delivered.end || query.integer(3) != whole.begin ||
        query.integer(4) != whole.end)
      report.findings.push_back(
          {span_id(name, delivered), "offset", "the span in its row is not the span of its content"});
  }
}

}  // namespace readout
