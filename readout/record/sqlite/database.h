// Database and Query: SQLite behind two small classes. Errors are sticky: the first one is kept, every later step does
// nothing and gives no row, and whoever began the work asks once at its end.
//
//   Query& query = database.query("SELECT id FROM documents WHERE name = ?");
//   query.bind(1, name);
//   while (query.step()) use(query.integer(0));
//   if (auto error = database.error()) return tl::unexpected(*error);
//
// Statements are prepared once and kept. Views that a Query gives are good until its next step.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "readout/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace readout {

class Database;

class Query {
 public:
  Query(Database* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // Parameters count from 1. Texts and blobs are not copied: they must live until the last step.
  Query& bind(int at, std::int64_t number);
  Query& bind(int at, std::uint64_t number) { return bind(at, static_cast<std::int64_t>(number)); }
  Query& bind(int at, std::uint32_t number) { return bind(at, static_cast<std::int64_t>(number)); }
  Query& bind(int at, int number) { return bind(at, static_cast<std::int64_t>(number)); }
  Query& bind(int at, double number);
  Query& bind(int at, std::string_view text);
  Query& bind(int at, const std::string& text) { return bind(at, std::string_view(text)); }
  Query& bind(int at, const char*) = delete;
  Query& bind_blob(int at, std::string_view bytes);
  Query& bind_null(int at);
  // NULL where empty: most packed columns are, most of the time.
  Query& bind_packed(int at, std::string_view text) { return text.empty() ? bind_null(at) : bind(at, text); }

  // True where there is a row. After the last row the query is ready to be bound and stepped again.
  bool step();
  // For statements that give no row.
  void run();
  void reset();

  // Columns count from 0.
  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;  // also of a blob

 private:
  Database* database_;
  sqlite3_stmt* statement_;
};

class Database {
 public:
  enum class Access { read, write };

  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // `write` makes the file where it is not there. Nothing is read from the file yet.
  static Result<std::unique_ptr<Database>> open(const std::string& path, Access access, std::uint32_t wait_ms);

  // Prepared once; `sql` is the key it is kept under. A query that is running already is reset.
  Query& query(std::string_view sql);
  // Prepared for one use.
  std::unique_ptr<Query> prepare(std::string_view sql);
  // One or more statements without rows.
  void run(const char* sql);
  std::int64_t last_id() const;
  std::int64_t changes() const;

  const std::optional<Error>& error() const { return error_; }
  // Takes the error, so that the database can be used again.
  std::optional<Error> take_error();
  // Says that the contents contradict themselves; kept like an error of SQLite.
  void damaged(std::string message);
  bool failed() const { return error_.has_value(); }
  const std::string& path() const { return path_; }

 private:
  friend class Query;
  friend class Transaction;
  Database(std::string path, sqlite3* handle) : path_(std::move(path)), handle_(handle) {}
  void note(int code);

  std::string path_;
  sqlite3* handle_;
  std::unordered_map<std::string, std::unique_ptr<Query>> queries_;
  std::optional<Error> error_;
};

// BEGIN IMMEDIATE at birth; rolled back at death unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // An error where any step since the birth failed; nothing is written then.
  Result<void> commit();

 private:
  Database& database_;
  bool open_ = false;
};

}  // namespace readout
