#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

Result<std::unique_ptr<Record>> open_sqlite(const std::string& path, Database::Access access, std::string engine) {
  Result<std::unique_ptr<Database>> database = Database::open(path, access);
  if (!database) return tl::unexpected(std::move(database.error()));
  if (const Result<void> ready = prepare(**database, access); !ready) return tl::unexpected(ready.error());
  return std::make_unique<SqliteRecord>(std::move(*database), std::move(engine));
}

}  // namespace

Result<std::unique_ptr<Record>> open_record(const std::string& path, const OpenOptions& options) {
  const auto access = options.mode == OpenMode::read ? Database::Access::read : Database::Access::write;
  return open_sqlite(path, access, options.engine);
}

Result<std::unique_ptr<Record>> SqliteRecord::open_reader() {
  return open_sqlite(database_->path(), Database::Access::read, engine_);
}

}  // namespace readout
