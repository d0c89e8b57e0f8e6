// What stands in the way of a record: files that are none, other versions, other writers, folders that nobody may write
// to.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "readout/record/sample_for_test.h"

namespace readout {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

void run_sql(const std::string& path, const char* sql) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
  sqlite3_close(handle);
}

Error error_of(const std::string& path, OpenMode mode) {
  const auto record = open_record(path, {mode, "test", 10});
  return record ? Error{ErrorCode::bad_argument, "it opened", path} : record.error();
}

class OpenTest : public ::testing::Test {
 protected:
  std::string make(const std::string& name) {
    const std::string path = folder_.file(name);
    const std::vector<Account> accounts = {sample_account("001.txt", "Ada Marlow", "We will wait")};
    EXPECT_TRUE(open_for_test(path)->add(accounts));
    return path;
  }

  Folder folder_;
};

TEST_F(OpenTest, RefusesWhatIsNoRecord) {
  EXPECT_EQ(error_of(folder_.file("none.db"), OpenMode::read).code, ErrorCode::not_found);
  EXPECT_EQ(error_of(folder_.path(), OpenMode::write).code, ErrorCode::store);
  EXPECT_EQ(error_of(folder_.file("no/such/folder.db"), OpenMode::write).code, ErrorCode::store);
  const std::string text = folder_.file("text.txt");
  std::ofstream(text) << std::string(5000, 'x');
  const Error no_database = error_of(text, OpenMode::write);
  EXPECT_EQ(no_database.code, ErrorCode::damaged);
  EXPECT_THAT(no_database.message, HasSubstr("no record"));
  EXPECT_EQ(no_database.where, text);
  const std::string other = folder_.file("other.db");
  run_sql(other, "CREATE TABLE recipes (name TEXT); PRAGMA user_version = 1;");
  EXPECT_THAT(error_of(other, OpenMode::write).message, HasSubstr("no record"));
  run_sql(other, "SELECT name FROM recipes");  // and nothing was made in it
  std::ofstream(folder_.file("empty.db")).close();
  EXPECT_EQ(error_of(folder_.file("empty.db"), OpenMode::read).code, ErrorCode::not_found);
  EXPECT_NE(open_for_test(folder_.file("empty.db")), nullptr);
}

TEST_F(OpenTest, RefusesAnotherSchemaWithAClearWord) {
  const std::string path = make("readout.db");
  run_sql(path, "PRAGMA user_version = 999");
  const Error newer = error_of(path, OpenMode::write);
  EXPECT_EQ(newer.code, ErrorCode::wrong_version);
  EXPECT_THAT(newer.message, HasSubstr("newer readout"));
  run_sql(path, "PRAGMA user_version = 0");
  const Error older = error_of(path, OpenMode::read);
  EXPECT_EQ(older.code, ErrorCode::wrong_version);
  EXPECT_THAT(older.message, HasSubstr("new record"));
}

// A document that cannot be read can still be taken out, and the others are counted as without it.
TEST_F(OpenTest, ADamagedDocumentCanBeRemoved) {
  const std::string path = folder_.file("damaged.db");
  const std::vector<Account> accounts = {sample_account("001.txt", "Ada Marlow", "We will wait"),
                                         sample_account("002.txt", "Bo Harrow", "We will not wait")};
  ASSERT_TRUE(open_for_test(path)->add(accounts));
  run_sql(path, "UPDATE speeches SET content = '[[1' WHERE document = (SELECT id FROM documents WHERE name = '002')");
  const std::unique_ptr<Record> record = open_for_test(path);
  ASSERT_NE(record, nullptr);
  ASSERT_FALSE(record->account("002"));
  const Result<std::string> removed = record->remove("002");
  ASSERT_TRUE(removed) << removed.error().message;
  EXPECT_THAT(record->check()->findings, IsEmpty());
  EXPECT_EQ(record->counts()->documents, 1u);
  EXPECT_EQ(record->persons({.words = "marlow"})->front().speeches, 2u);
}

TEST_F(OpenTest, UpgradesTheSchemasBeforeThisOne) {
  const std::string uncounted =
      "DROP INDEX persons_by_speeches; ALTER TABLE persons DROP COLUMN speeches; DROP TABLE tallies; DROP TABLE "
      "person_words;"
      "DROP TABLE person_outlets; DROP TABLE times; DROP TABLE briefs; DROP TABLE uncounted; DROP TABLE commits;";
  const std::string untold =
      uncounted + "DROP TABLE discrepancies; DROP TABLE discrepancy_counts; DROP TABLE unfolded;";
  const std::string unlinked =
      untold +
      "DROP TABLE sketches; DROP TABLE unsketched; DROP TABLE unlinked; DROP TABLE unsure; DROP TABLE posting_runs; "
      "DROP TABLE postings;"
      "DROP TABLE gone; DROP TABLE linking; DROP TABLE links; DROP TABLE members; DROP TABLE stale;";
  const std::vector<std::string> ways_down = {
      unlinked +
          "DROP TABLE document_keys;"
          "CREATE INDEX speeches_by_person ON speeches (person) WHERE person IS NOT NULL;"
          "CREATE INDEX speeches_by_statement ON speeches (statement) WHERE statement IS NOT NULL;"
          "PRAGMA user_version = 1;",
      unlinked + "PRAGMA user_version = 2;",
      unlinked +
          "CREATE TABLE sketches (document INTEGER PRIMARY KEY, rank INTEGER NOT NULL, linked INTEGER NOT NULL,"
          " keys BLOB NOT NULL) STRICT; CREATE TABLE linking (turn INTEGER NOT NULL) STRICT;"
          "CREATE TABLE gone (rank INTEGER NOT NULL, keys BLOB NOT NULL) STRICT;"
          "CREATE TABLE links (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL) STRICT;"
          "PRAGMA user_version = 3;",
      untold + "PRAGMA user_version = 4;", uncounted + "PRAGMA user_version = 5;"};
  for (std::size_t i = 0; i < ways_down.size(); ++i) {
    const std::string path = make("readout" + std::to_string(i) + ".db");
    const std::string before = export_of(*open_for_test(path));
    run_sql(path, ways_down[i].c_str());
    const Error error = error_of(path, OpenMode::read);
    EXPECT_EQ(error.code, ErrorCode::wrong_version);
    EXPECT_THAT(error.message, HasSubstr("upgrades it"));
    ASSERT_NE(open_for_test(path), nullptr) << i + 1;
    const auto record = open_for_test(path, OpenMode::read);
    ASSERT_NE(record, nullptr);
    EXPECT_EQ(export_of(*record), before);
    EXPECT_EQ(record->speeches({.speaker = "marlow"}).value().size(), 2u);
    EXPECT_EQ(record->speeches({.statement = record->speeches({}).value()[0].statement}).value().size(), 1u);
    EXPECT_EQ(record->linking_book()->unsketched.size(), 1u) << "what an older schema kept is linked by the next run";
    EXPECT_THAT(record->check()->findings, IsEmpty());
  }
}

TEST_F(OpenTest, ASecondWriterWaitsThenSaysWhy) {
  const std::string path = make("readout.db");
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto record = open_record(path, {OpenMode::write, "test", 10});
  ASSERT_TRUE(record) << record.error().message;
  const std::vector<Account> accounts = {sample_account("002.txt", "Ada Marlow", "We will wait")};
  const auto refused = (*record)->add(accounts);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::store);
  EXPECT_THAT(refused.error().message, HasSubstr("another program"));
  EXPECT_EQ((*record)->counts()->documents, 1u);  // it can still be read
  sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
  EXPECT_TRUE((*record)->add(accounts));
  sqlite3_close(handle);
}

// In a process that is not root, whom no permission stops.
int as_nobody(const std::function<int()>& act) {
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(99);
    _exit(act());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(OpenTest, ReadsInAFolderThatNobodyMayWriteTo) {
  const std::string path = make("readout.db");
  std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::group_read |
                                         std::filesystem::perms::others_read);
  std::filesystem::permissions(folder_.path(), static_cast<std::filesystem::perms>(0555));
  EXPECT_EQ(as_nobody([&] {
              const auto record = open_for_test(path, OpenMode::read);
              return record != nullptr && record->speeches({}).value().size() == 3 && record->check()->findings.empty()
                         ? 0
                         : 1;
            }),
            0);
  EXPECT_EQ(as_nobody([&] {
              auto record = open_record(path, {OpenMode::write, "test", 10});
              if (!record) return record.error().code == ErrorCode::store ? 0 : 1;
              const std::vector<Account> accounts = {sample_account("002.txt", "Ada Marlow", "We will wait")};
              const auto added = (*record)->add(accounts);
              return !added && added.error().code == ErrorCode::store ? 0 : 2;
            }),
            0);
  EXPECT_EQ(
      as_nobody([&] { return error_of(folder_.file("new.db"), OpenMode::write).code == ErrorCode::store ? 0 : 1; }), 0);
}

TEST_F(OpenTest, SqlCanReadIt) {
  const std::string path = make("readout.db");
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  const auto rows = [&](const char* sql) {
    std::vector<std::string> found;
    const auto take = [](void* into, int columns, char** values, char**) {
      std::string row;
      for (int i = 0; i < columns; ++i) row += (i > 0 ? "|" : "") + std::string(values[i] == nullptr ? "" : values[i]);
      static_cast<std::vector<std::string>*>(into)->push_back(row);
      return 0;
    };
    EXPECT_EQ(sqlite3_exec(handle, sql, take, &found, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    return found;
  };
  EXPECT_THAT(rows("SELECT id, who, \"when\", kind, words, document, begin_byte, end_byte, source FROM statements"
                   " WHERE kind = 'direct'"),
              ::testing::ElementsAre("001:24-36|Ada Marlow|2025-03-03|direct|We will wait|001|24|36|Ada Marlow"));
  EXPECT_THAT(rows("SELECT name, outlet, published, bytes > 0, length(sha256) FROM sources"),
              ::testing::ElementsAre("001|Ellis Courier|2025-03-04|1|64"));
  EXPECT_THAT(
      rows("SELECT text FROM passages WHERE id IN (SELECT rowid FROM passages_fts WHERE passages_fts MATCH 'ellis')"),
      ::testing::ElementsAre("Talks in Port Ellis"));
  EXPECT_THAT(rows("SELECT name, kind, documents FROM people ORDER BY name"),
              ::testing::ElementsAre("Ada Marlow|person|1", "the harbour master|unnamed|1"));
  sqlite3_close(handle);
}

TEST_F(OpenTest, TheDoctorFindsWhatWasChangedBehindItsBack) {
  const struct {
    const char* sql;
    const char* code;
  } changes[] = {
      {"UPDATE documents SET text = replace(text, 'wait', 'fail')", "digest"},
      {"UPDATE speeches SET content = '[[24,9999]]' WHERE number = 0", "offset"},
      {"UPDATE speeches SET content = '[[23,36]]' WHERE number = 0", "offset"},
      {"UPDATE speeches SET content = '[[0,5]]' WHERE number = 0", "invariant"},
      {"UPDATE speeches SET depth = 4 WHERE number = 2", "invariant"},
      {"UPDATE speeches SET speaker = 77 WHERE number = 0", "invariant"},
      {"UPDATE speeches SET blob_end = 35 WHERE number = 0", "offset"},
      {"UPDATE speeches SET parent = 2 WHERE number = 1", "database"},
      {"UPDATE speeches SET kind = 'sung' WHERE number = 1", "database"},
      {"UPDATE speeches SET basis = '[[[' WHERE number = 1", "database"},
      {"UPDATE blocks SET begin = begin + 1 WHERE number = 2", "invariant"},
      {"UPDATE speeches SET statement = '0123456789abcdef' WHERE number = 0", "index"},
      {"DELETE FROM blobs", "link"},
      {"DELETE FROM casts WHERE number = 1", "link"},
      {"UPDATE forms SET documents = 7", "link"},
      {"UPDATE documents SET current = 0", "link"},
      {"INSERT INTO passages_fts (passages_fts, rowid, text) SELECT 'delete', id, text FROM passages WHERE number = 0",
       "index"},
  };
  int count = 0;
  for (const auto& change : changes) {
    const std::string path = make(std::to_string(count++) + ".db");
    ASSERT_THAT(open_for_test(path)->check()->findings, IsEmpty());
    run_sql(path, change.sql);
    const auto report = open_for_test(path)->check();
    ASSERT_TRUE(report) << change.sql << ": " << report.error().message;
    std::vector<std::string> codes;
    for (const Fault& finding : report->findings) codes.push_back(finding.code);
    EXPECT_THAT(codes, ::testing::Contains(change.code)) << change.sql;
  }
}

}  // namespace
}  // namespace readout
