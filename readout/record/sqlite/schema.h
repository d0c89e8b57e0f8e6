// The schema of readout.db: tables, indexes, and the views that people and Datasette read. docs/formats/record.md tells
// it.
#pragma once

#include <cstdint>

#include "readout/base/result.h"
#include "readout/record/sqlite/database.h"

namespace readout {

// In the file's header, so that `file readout.db` and we know whose it is.
inline constexpr std::int64_t kApplicationId = 0x52454144;  // "READ"
inline constexpr std::int64_t kSchemaVersion = 1;

// Rows of one document stand together: id = document * kRowsPerDocument + number.
inline constexpr std::int64_t kRowsPerDocument = 1 << 24;

// Sets the connection up; for `write` makes the schema in an empty file and upgrades an older one. Errors: damaged (no
// record), wrong_version, and those of the database.
Result<void> prepare(Database& database, Database::Access access);

}  // namespace readout
