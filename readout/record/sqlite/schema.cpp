#include "readout/record/sqlite/schema.h"

#include <fmt/format.h>

namespace readout {
namespace {

// Settings that must stand before the first table.
constexpr const char* kFileSettings = R"(
PRAGMA page_size = 16384;
PRAGMA auto_vacuum = NONE;
PRAGMA journal_mode = WAL;
)";

constexpr const char* kTables = R"(
CREATE TABLE blobs (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  kept TEXT NOT NULL CHECK (kept IN ('bytes', 'text', 'none')),
  bytes BLOB
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  asked TEXT NOT NULL,
  suffix TEXT NOT NULL,
  origin TEXT NOT NULL,
  blob INTEGER NOT NULL REFERENCES blobs (id),
  revision INTEGER NOT NULL,
  current INTEGER NOT NULL,
  engine TEXT NOT NULL,
  refused TEXT,
  format TEXT NOT NULL,
  form TEXT NOT NULL,
  encoding TEXT NOT NULL,
  language TEXT NOT NULL,
  language_share REAL NOT NULL,
  language_reliable INTEGER NOT NULL,
  url TEXT NOT NULL,
  outlet TEXT NOT NULL,
  title TEXT NOT NULL,
  agency TEXT NOT NULL,
  place TEXT NOT NULL,
  authors TEXT,
  issuer TEXT,
  said TEXT NOT NULL,
  published TEXT NOT NULL,
  copied TEXT NOT NULL,
  crawled TEXT NOT NULL,
  dates TEXT,
  times TEXT,
  links TEXT,
  foreign_spans TEXT,
  doubts TEXT,
  speeches INTEGER NOT NULL,
  text TEXT NOT NULL,
  map BLOB
) STRICT;
CREATE INDEX documents_by_asked ON documents (asked, current);
CREATE INDEX documents_by_origin ON documents (origin, revision);
CREATE INDEX documents_by_blob ON documents (blob);

CREATE TABLE blocks (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  begin INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE persons (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  speeches INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE forms (
  person INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  offices TEXT NOT NULL,
  documents INTEGER NOT NULL,
  PRIMARY KEY (person, name, kind, offices)
) STRICT, WITHOUT ROWID;

CREATE TABLE casts (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL,
  number INTEGER NOT NULL,
  person INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  offices TEXT,
  mentions TEXT,
  doubts TEXT
) STRICT;

CREATE TABLE speeches (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL,
  number INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  blob_begin INTEGER NOT NULL,
  blob_end INTEGER NOT NULL,
  kind TEXT NOT NULL,
  polarity TEXT NOT NULL,
  depth INTEGER NOT NULL,
  parent INTEGER,
  person INTEGER,
  speaker INTEGER,
  statement TEXT,
  when_begin INTEGER,
  when_end INTEGER,
  when_of TEXT NOT NULL,
  "when" TEXT NOT NULL,
  content TEXT,
  cue TEXT,
  source TEXT,
  channels TEXT,
  insertions TEXT,
  same_as TEXT,
  said TEXT,
  basis TEXT,
  doubts TEXT,
  candidates TEXT,
  speaker_basis TEXT
) STRICT;
)";

// Versions: the keys of current documents and who has a key; who is to be linked, and who went since; the links, and
// the statements they join.
constexpr const char* kLinkTables = R"(
CREATE TABLE sketches (
  document INTEGER PRIMARY KEY,
  rank INTEGER NOT NULL,
  keys BLOB NOT NULL
) STRICT;
CREATE INDEX sketches_by_rank ON sketches (rank);

CREATE TABLE unlinked (
  document INTEGER PRIMARY KEY,
  rank INTEGER NOT NULL,
  begun INTEGER NOT NULL
) STRICT;

CREATE TABLE unsketched (
  document INTEGER PRIMARY KEY
) STRICT;
INSERT INTO unsketched (document) SELECT id FROM documents WHERE current = 1;

CREATE TABLE unsure (
  document INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE posting_runs (
  number INTEGER PRIMARY KEY,
  level INTEGER NOT NULL,
  made INTEGER NOT NULL
) STRICT;

CREATE TABLE postings (
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE linking (
  turn INTEGER NOT NULL
) STRICT;
INSERT INTO linking (turn) VALUES (0);

CREATE TABLE gone (
  id INTEGER PRIMARY KEY,
  rank INTEGER NOT NULL,
  keys BLOB NOT NULL
) STRICT;

CREATE TABLE links (
  id INTEGER PRIMARY KEY,
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  passages TEXT NOT NULL
) STRICT;
CREATE INDEX links_by_a ON links (a);
CREATE INDEX links_by_b ON links (b);

CREATE TABLE discrepancies (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL,
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  kind TEXT NOT NULL,
  weight INTEGER NOT NULL,
  fold_a INTEGER,
  fold_b INTEGER,
  stands INTEGER NOT NULL CHECK (stands IN (0, 1, 2)),
  told_by INTEGER,
  packed TEXT NOT NULL
) STRICT;
CREATE INDEX discrepancies_by_a ON discrepancies (a, b);
CREATE INDEX discrepancies_by_b ON discrepancies (b);
CREATE INDEX discrepancies_by_code ON discrepancies (code);
CREATE INDEX discrepancies_by_fold_a ON discrepancies (fold_a) WHERE fold_a IS NOT NULL;
CREATE INDEX discrepancies_by_fold_b ON discrepancies (fold_b) WHERE fold_b IS NOT NULL;
CREATE INDEX discrepancies_by_teller ON discrepancies (told_by) WHERE told_by IS NOT NULL;
CREATE INDEX discrepancies_by_weight ON discrepancies (weight DESC, code, kind) WHERE stands = 0;

CREATE TABLE discrepancy_counts (
  kind TEXT NOT NULL,
  weight INTEGER NOT NULL,
  told INTEGER NOT NULL,
  "all" INTEGER NOT NULL,
  PRIMARY KEY (kind, weight)
) STRICT, WITHOUT ROWID;

CREATE TABLE unfolded (
  value INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE members (
  speech INTEGER PRIMARY KEY,
  statement INTEGER NOT NULL
) STRICT;
CREATE INDEX members_by_statement ON members (statement);

CREATE TABLE stale (
  statement INTEGER PRIMARY KEY
) STRICT;
)";

constexpr const char* kViews = R"(
DROP VIEW IF EXISTS passages;
CREATE VIEW passages AS
SELECT b.id AS id, d.name AS document, b.number AS number, b.kind AS kind, b.reason AS reason,
       CAST(substr(CAST(d.text AS BLOB), b.begin + 1, b."end" - b.begin) AS TEXT) AS text
FROM blocks AS b JOIN documents AS d ON d.id = b.document;

DROP VIEW IF EXISTS statements;
CREATE VIEW statements AS
SELECT d.name || ':' || s.blob_begin || '-' || s.blob_end AS id,
       c.name AS who,
       CASE WHEN s.source IS NULL THEN '' ELSE CAST(substr(CAST(d.text AS BLOB), json_extract(s.source, '$[0]') + 1,
         json_extract(s.source, '$[1]') - json_extract(s.source, '$[0]')) AS TEXT) END AS source,
       s."when" AS "when", s.when_of AS when_of, s.kind AS kind, s.polarity AS polarity,
       CAST(substr(CAST(d.text AS BLOB), s.begin + 1, s."end" - s.begin) AS TEXT) AS words,
       d.name AS document, d.outlet AS outlet, d.agency AS agency, s.blob_begin AS begin_byte, s.blob_end AS end_byte,
       lower(hex(b.digest)) AS sha256, s.depth AS depth, s.parent AS parent, s.number AS number,
       s.statement AS statement, s.doubts AS doubts
FROM speeches AS s JOIN documents AS d ON d.id = s.document JOIN blobs AS b ON b.id = d.blob
LEFT JOIN casts AS c ON c.id = s.document * 16777216 + s.speaker;

DROP VIEW IF EXISTS sources;
CREATE VIEW sources AS
SELECT d.name AS name, d.outlet AS outlet, d.title AS title, d.agency AS agency, d.place AS place, d.url AS url,
       d.said AS said, d.published AS published, d.copied AS copied, d.crawled AS crawled, d.language AS language,
       d.form AS form, d.format AS format, d.encoding AS encoding, d.refused AS refused, d.speeches AS speeches,
       d.current AS current, d.origin AS origin, lower(hex(b.digest)) AS sha256, b.size AS bytes
FROM documents AS d JOIN blobs AS b ON b.id = d.blob;

DROP VIEW IF EXISTS people;
CREATE VIEW people AS
SELECT p.key AS key, f.name AS name, f.kind AS kind, f.offices AS offices, f.documents AS documents
FROM forms AS f JOIN persons AS p ON p.id = f.person;
)";

// No blank lines: FTS5 keeps the text of the statement, and Datasette looks for content="..." in it.
constexpr const char* kWordIndex = R"(
CREATE VIRTUAL TABLE passages_fts USING fts5(text, content="passages", content_rowid="id", tokenize="unicode61 remove_diacritics 2", columnsize=0);
INSERT INTO passages_fts (passages_fts, rank) VALUES ('hashsize', 16777216);
)";

// Persons and statements are sought through an index of the merging kind: a tree would be written at random places, all
// of it with every batch.
constexpr const char* kKeyIndex = R"(
CREATE VIRTUAL TABLE document_keys USING fts5(tokens, content='', columnsize=0, detail=none, tokenize='ascii');
INSERT INTO document_keys (document_keys, rank) VALUES ('hashsize', 4194304);
)";

std::int64_t number_of(Database& database, std::string_view pragma) {
  Query& query = database.query(pragma);
  const std::int64_t number = query.step() ? query.integer(0) : 0;
  query.reset();
  return number;
}

Result<void> outcome(Database& database) {
  if (auto error = database.take_error()) return tl::unexpected(std::move(*error));
  return {};
}

void mark(Database& database) {
  const std::string marks =
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kApplicationId, kSchemaVersion);
  database.run(marks.c_str());
}

Result<void> make(Database& database) {
  database.run(kFileSettings);
  Transaction transaction(database);
  database.run(kTables);
  database.run(kLinkTables);
  make_count_tables(database);
  database.run(kViews);
  database.run(kWordIndex);
  database.run(kKeyIndex);
  mark(database);
  return transaction.commit();
}

// From schema 1, which had trees over speeches for persons and statements; 2, which had no links; 3, which had a row
// for each link and no postings; 4, which kept no discrepancies; or 5, which counted nothing. All but the last are
// linked anew: `add` does it after the last document.
Result<void> upgrade(Database& database, std::int64_t version) {
  Transaction transaction(database);
  if (version == 1) {
    database.run("DROP INDEX speeches_by_person; DROP INDEX speeches_by_statement;");
    database.run(kKeyIndex);
    database.run(("INSERT INTO document_keys (rowid, tokens) SELECT d.id, " + std::string(kKeyTokens) +
                  " FROM documents AS d ORDER BY d.id")
                     .c_str());
  }
  if (version == 3) database.run("DROP TABLE sketches; DROP TABLE links; DROP TABLE gone; DROP TABLE linking;");
  if (version == 4)
    database.run(
        "DROP TABLE sketches; DROP TABLE unlinked; DROP TABLE unsketched; DROP TABLE unsure; DROP TABLE posting_runs;"
        " DROP TABLE postings; DROP TABLE linking; DROP TABLE gone; DROP TABLE links; DROP TABLE members;"
        " DROP TABLE stale;");
  if (version < 5) database.run(kLinkTables);
  database.run("ALTER TABLE persons ADD COLUMN speeches INTEGER NOT NULL DEFAULT 0");
  make_count_tables(database);
  database.run(kViews);
  mark(database);
  return transaction.commit();
}

}  // namespace

Result<void> prepare(Database& database, Database::Access access) {
  const bool writes = access == Database::Access::write;
  const std::int64_t application = number_of(database, "PRAGMA application_id");
  const std::int64_t version = number_of(database, "PRAGMA user_version");
  const std::int64_t tables = number_of(database, "SELECT count(*) FROM sqlite_schema");
  if (database.failed()) return outcome(database);
  if (tables == 0 && application == 0) {
    if (!writes) return fail(ErrorCode::not_found, "the record is empty; `readout add` fills it", database.path());
    if (const Result<void> made = make(database); !made) return outcome(database);
  } else if (application != kApplicationId) {
    return fail(ErrorCode::damaged, "this is a database, but no record of Readout; name another file", database.path());
  } else if (version >= 1 && version < kSchemaVersion && writes) {
    if (const Result<void> upgraded = upgrade(database, version); !upgraded) return outcome(database);
  } else if (version >= 1 && version < kSchemaVersion) {
    return fail(ErrorCode::wrong_version, "the record has an older schema; `readout add` upgrades it as it opens it",
                database.path());
  } else if (version != kSchemaVersion) {
    return fail(ErrorCode::wrong_version,
                fmt::format("the record has schema {}, this program serves {}; {}", version, kSchemaVersion,
                            version > kSchemaVersion ? "take a newer readout" : "add the pile to a new record"),
                database.path());
  }
  database.run("PRAGMA foreign_keys = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;");
  // A site has a reader a thread; the system keeps the file's pages too.
  database.run(writes ? "PRAGMA cache_size = -32768;" : "PRAGMA cache_size = -12288;");
  if (writes)
    database.run("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 2000; PRAGMA secure_delete = FAST;");
  return outcome(database);
}

}  // namespace readout
