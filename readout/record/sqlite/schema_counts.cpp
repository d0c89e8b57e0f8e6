// The tables of counts, and of where documents and their speeches stand in time (counts.cpp, timeline.cpp).
#include "readout/record/sqlite/schema.h"

namespace readout {
namespace {

constexpr const char* kCountTables = R"(
CREATE INDEX persons_by_speeches ON persons (speeches DESC, key);

CREATE TABLE person_words (
  word TEXT NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (word, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE tallies (
  what TEXT NOT NULL,
  "of" TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (what, "of")
) STRICT, WITHOUT ROWID;

CREATE TABLE person_outlets (
  person INTEGER NOT NULL,
  outlet TEXT NOT NULL,
  documents INTEGER NOT NULL,
  speeches INTEGER NOT NULL,
  PRIMARY KEY (person, outlet)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
  undated INTEGER NOT NULL,
  begin_s INTEGER NOT NULL,
  name TEXT NOT NULL,
  document INTEGER NOT NULL,
  until_s INTEGER NOT NULL,
  kinds INTEGER NOT NULL,
  channels INTEGER NOT NULL,
  language TEXT NOT NULL,
  PRIMARY KEY (undated, begin_s, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX times_by_document ON times (document);

CREATE TABLE briefs (
  undated INTEGER NOT NULL,
  begin_s INTEGER NOT NULL,
  name TEXT NOT NULL,
  document INTEGER NOT NULL,
  language TEXT NOT NULL,
  outlet TEXT NOT NULL,
  agency TEXT NOT NULL,
  refused INTEGER NOT NULL,
  PRIMARY KEY (undated, begin_s, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX briefs_by_document ON briefs (document);

CREATE TABLE uncounted (
  document INTEGER PRIMARY KEY
) STRICT;
INSERT INTO uncounted (document) SELECT id FROM documents;

CREATE TABLE commits (
  number INTEGER NOT NULL
) STRICT;
INSERT INTO commits (number) VALUES (abs(random()) / 2);
)";

}  // namespace

void make_count_tables(Database& database) {
  database.run(kCountTables);
}

}  // namespace readout
