#include "readout/record/sqlite/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>

namespace readout {
namespace {

Error explain(int code, sqlite3* handle, const std::string& path) {
  const std::string detail = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return {ErrorCode::disk_full,
              "no room left to write the record; what was committed before stays. Make room and run again", path};
    case SQLITE_CORRUPT:
      return {ErrorCode::damaged, "the record is damaged (" + detail + "); add the pile to a new one", path};
    case SQLITE_NOTADB:
      return {ErrorCode::damaged, "this file is no record of Readout; name another file", path};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::store, "another program is writing to the record; wait until it is done, then run again",
              path};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::store, "the record or its folder cannot be written to; check its permissions", path};
    case SQLITE_CANTOPEN:
      return {ErrorCode::store, "the record cannot be opened; check that its folder is there and can be written to",
              path};
    case SQLITE_IOERR:
      return {ErrorCode::store, "the disk does not read or write the record (" + detail + ")", path};
    default:
      return {ErrorCode::store, "the record cannot be used (" + detail + ")", path};
  }
}

// A record in a folder that nobody may write to: the files that readers share cannot be made there. Without a log
// beside it the file is whole and nobody changes it, so it may be read as it stands.
bool cannot_share(sqlite3* handle, const std::string& path) {
  const int code = sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr) & 0xFF;
  std::error_code status;
  return (code == SQLITE_CANTOPEN || code == SQLITE_READONLY) && !std::filesystem::exists(path + "-wal", status);
}

std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#')
      uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    else
      uri += c;
  }
  return uri + "?immutable=1";
}

}  // namespace

Query::~Query() {
  sqlite3_finalize(statement_);
}

Query& Query::bind(int at, std::int64_t number) {
  if (statement_ != nullptr) database_->note(sqlite3_bind_int64(statement_, at, number));
  return *this;
}

Query& Query::bind(int at, double number) {
  if (statement_ != nullptr) database_->note(sqlite3_bind_double(statement_, at, number));
  return *this;
}

Query& Query::bind(int at, std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();
  if (statement_ != nullptr)
    database_->note(sqlite3_bind_text64(statement_, at, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Query& Query::bind_blob(int at, std::string_view bytes) {
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  if (statement_ != nullptr) database_->note(sqlite3_bind_blob64(statement_, at, data, bytes.size(), SQLITE_STATIC));
  return *this;
}

Query& Query::bind_null(int at) {
  if (statement_ != nullptr) database_->note(sqlite3_bind_null(statement_, at));
  return *this;
}

bool Query::step() {
  if (statement_ == nullptr || database_->failed()) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->note(code);
  sqlite3_reset(statement_);
  return false;
}

void Query::run() {
  while (step()) {
  }
}

void Query::reset() {
  sqlite3_reset(statement_);
}

bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
std::int64_t Query::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}
double Query::real(int column) const {
  return sqlite3_column_double(statement_, column);
}

std::string_view Query::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(size));
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Access access, std::uint32_t wait_ms) {
  std::error_code status;
  if (std::filesystem::is_directory(path, status))
    return fail(ErrorCode::store, "this is a folder, and a record is one file; name a file in it", path);
  if (access == Access::read && !std::filesystem::exists(path, status))
    return fail(ErrorCode::not_found, "no record stands here; `readout add` makes one", path);
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                    (access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  sqlite3* handle = nullptr;
  int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  if (code == SQLITE_OK && access == Access::read && cannot_share(handle, path)) {
    sqlite3_close(handle);
    code = sqlite3_open_v2(immutable_uri(path).c_str(), &handle, flags | SQLITE_OPEN_URI, nullptr);
  }
  if (code != SQLITE_OK) {
    Error error = explain(code, handle, path);
    sqlite3_close(handle);
    return tl::unexpected(std::move(error));
  }
  // The file may come from anywhere: its schema may call nothing that acts, and SQL may not reach behind the word
  // index.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_busy_timeout(handle, static_cast<int>(wait_ms));
  return std::unique_ptr<Database>(new Database(path, handle));
}

Database::~Database() {
  queries_.clear();
  sqlite3_close(handle_);
}

std::unique_ptr<Query> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (!failed())
    note(sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                            nullptr));
  return std::make_unique<Query>(this, statement);
}

Query& Database::query(std::string_view sql) {
  std::string key(sql);
  const auto found = queries_.find(key);
  if (found != queries_.end()) {
    found->second->reset();
    return *found->second;
  }
  std::unique_ptr<Query> query = prepare(sql);
  if (failed()) key += "\n-- not prepared";  // tried again by the next who asks
  auto& kept = queries_[key];
  kept = std::move(query);
  return *kept;
}

void Database::run(const char* sql) {
  if (!failed()) note(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr));
}

std::int64_t Database::last_id() const {
  return sqlite3_last_insert_rowid(handle_);
}
std::int64_t Database::changes() const {
  return sqlite3_changes64(handle_);
}

std::optional<Error> Database::take_error() {
  std::optional<Error> error = std::move(error_);
  error_.reset();
  return error;
}

void Database::damaged(std::string message) {
  if (!failed()) error_ = Error{ErrorCode::damaged, "the record is damaged: " + std::move(message), path_};
}

void Database::note(int code) {
  if (code != SQLITE_OK && !failed()) error_ = explain(code, handle_, path_);
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
  open_ = !database_.failed();
}

Transaction::~Transaction() {
  if (!open_) return;
  // SQLite may have rolled back already (a full disk), so the answer says nothing.
  std::optional<Error> first = database_.take_error();
  database_.run("ROLLBACK");
  database_.take_error();
  database_.error_ = std::move(first);
}

Result<void> Transaction::commit() {
  database_.run("COMMIT");
  if (database_.failed()) return tl::unexpected(*database_.error());
  open_ = false;
  return {};
}

}  // namespace readout
