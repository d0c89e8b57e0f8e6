// The schema of readout.db: tables, indexes, and the views that people and Datasette read. docs/formats/record.md tells
// it.
#pragma once

#include <cstdint>
#include <string_view>

#include "readout/base/result.h"
#include "readout/record/sqlite/database.h"

namespace readout {

// In the file's header, so that `file readout.db` and we know whose it is.
inline constexpr std::int64_t kApplicationId = 0x52454144;  // "READ"
inline constexpr std::int64_t kSchemaVersion = 6;

// Rows of one document stand together: id = document * kRowsPerDocument + number.
inline constexpr std::int64_t kRowsPerDocument = 1 << 24;

// What a document is found by in document_keys: its persons ("c12") and the statements its speeches join ("s5f0c...").
// SQL over the row `d` of documents, so that what is written, deleted and checked is the same.
inline constexpr std::string_view kKeyTokens =
    "(SELECT ifnull(group_concat('c' || c.person, ' '), '') FROM casts AS c"
    " WHERE c.id BETWEEN d.id * 16777216 AND d.id * 16777216 + 16777215) || ' ' ||"
    " (SELECT ifnull(group_concat('s' || s.statement, ' '), '') FROM speeches AS s"
    " WHERE s.id BETWEEN d.id * 16777216 AND d.id * 16777216 + 16777215)";

// In a new record, or one of an older schema: every document is uncounted then (SqliteRecord::count_uncounted).
void make_count_tables(Database& database);

// Sets the connection up; for `write` makes the schema in an empty file and upgrades an older one. Errors: damaged (no
// record), wrong_version, and those of the database.
Result<void> prepare(Database& database, Database::Access access);

}  // namespace readout
