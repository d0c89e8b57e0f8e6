#include "readout/record/sqlite/schema.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {

Result<std::unique_ptr<Record>> open_record(const std::string& path, const OpenOptions& options) {
  const auto access = options.mode == OpenMode::read ? Database::Access::read : Database::Access::write;
  Result<std::unique_ptr<Database>> database = Database::open(path, access, options.wait_ms);
  if (!database) return tl::unexpected(std::move(database.error()));
  if (const Result<void> ready = prepare(**database, access); !ready) return tl::unexpected(ready.error());
  auto record = std::make_unique<SqliteRecord>(std::move(*database), options);
  if (access == Database::Access::write)
    if (const Result<void> counted = record->count_uncounted(); !counted) return tl::unexpected(counted.error());
  return record;
}

std::int64_t record_schema() {
  return kSchemaVersion;
}

Result<std::unique_ptr<Record>> SqliteRecord::open_reader() {
  OpenOptions options = options_;
  options.mode = OpenMode::read;
  return open_record(database_->path(), options);
}

}  // namespace readout
