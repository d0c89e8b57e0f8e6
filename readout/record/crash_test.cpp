// Nothing committed is lost, and nothing half-done stays: full and broken disks, killed programs, damaged files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>

#include "readout/record/faulty_disk_for_test.h"
#include "readout/record/sample_for_test.h"

namespace readout {
namespace {

using ::testing::IsEmpty;

std::vector<Account> batch(int from, int to) {
  std::vector<Account> accounts;
  for (int i = from; i < to; ++i)
    accounts.push_back(sample_account("pile/" + std::to_string(1000 + i) + ".txt", i % 2 ? "Ada Marlow" : "Bo Harrow",
                                      "We will wait for tide number " + std::to_string(i)));
  return accounts;
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string expected_of(const Folder& folder, int from, int to) {
  const std::string path = folder.file("expected.db");
  const auto record = open_for_test(path);
  EXPECT_TRUE(record->add(batch(from, to)));
  return export_of(*record);
}

// The n-th write fails, then the n+1-th, ... until all go well.
void break_at_every_write(int code, ErrorCode expected) {
  const Folder folder;
  const std::string before = expected_of(folder, 0, 5);
  std::filesystem::remove(folder.file("expected.db"));
  const std::string after = expected_of(folder, 0, 25);
  FaultyDisk disk;
  bool whole = false;
  int failures = 0;
  for (int writes = 0; !whole; writes = writes < 12 ? writes + 1 : writes + 7) {
    ASSERT_LT(writes, 5000);
    const std::string path = folder.file(std::to_string(writes) + ".db");
    {
      const auto record = open_for_test(path);
      ASSERT_TRUE(record->add(batch(0, 5)));
      disk.fail_after(writes, code);
      const auto added = record->add(batch(5, 25));
      whole = added.has_value();
      if (!added) {
        ++failures;
        EXPECT_TRUE(disk.has_failed());
        EXPECT_EQ(added.error().code, expected) << added.error().message;
        EXPECT_EQ(added.error().where, path);
      }
      disk.heal();
      EXPECT_EQ(export_of(*record), whole ? after : before) << "after " << writes << " writes";
    }
    const auto record = open_for_test(path);
    ASSERT_NE(record, nullptr);
    EXPECT_EQ(export_of(*record), whole ? after : before) << "after " << writes << " writes";
    EXPECT_THAT(record->check()->findings, IsEmpty());
    ASSERT_TRUE(record->add(batch(5, 25)));
    EXPECT_EQ(export_of(*record), after);
  }
  EXPECT_GT(failures, 10);
}

TEST(Crash, AFullDiskLosesNothing) {
  break_at_every_write(SQLITE_FULL, ErrorCode::disk_full);
}

TEST(Crash, ABrokenDiskLosesNothing) {
  break_at_every_write(SQLITE_IOERR_WRITE, ErrorCode::store);
}

TEST(Crash, AFullDiskAtTheVeryBeginningIsAnError) {
  const Folder folder;
  FaultyDisk disk;
  for (int writes = 0; writes < 6; ++writes) {
    disk.fail_after(writes, SQLITE_FULL);
    const std::string path = folder.file(std::to_string(writes) + ".db");
    const auto record = open_record(path, {OpenMode::write, "test"});
    const bool failed = disk.has_failed();
    disk.heal();
    if (!record) {
      EXPECT_EQ(record.error().code, ErrorCode::disk_full) << record.error().message;
    } else {
      EXPECT_FALSE(failed);
    }
    const auto again = open_for_test(path);
    ASSERT_NE(again, nullptr);
    EXPECT_TRUE(again->add(batch(0, 2)));
  }
}

TEST(Crash, AKilledAddKeepsEveryWholeBatch) {
  constexpr int kBatches = 40;
  constexpr int kSize = 5;
  const Folder folder;
  const std::string expected = expected_of(folder, 0, kBatches * kSize);
  std::mt19937 random(11);
  for (int round = 0; round < 6; ++round) {
    const std::string path = folder.file("killed" + std::to_string(round) + ".db");
    int pipe_ends[2];
    ASSERT_EQ(pipe(pipe_ends), 0);
    const pid_t child = fork();
    if (child == 0) {
      const auto record = open_for_test(path);
      for (int i = 0; i < kBatches; ++i) {
        if (record == nullptr || !record->add(batch(i * kSize, (i + 1) * kSize))) _exit(1);
        if (::write(pipe_ends[1], "x", 1) != 1) _exit(1);
      }
      _exit(0);
    }
    close(pipe_ends[1]);
    // Killed somewhere in the middle of a batch.
    int told = 0;
    char mark = 0;
    const int at = static_cast<int>(random() % (kBatches - 10)) + 1;
    while (told < at && ::read(pipe_ends[0], &mark, 1) == 1) ++told;
    usleep(static_cast<useconds_t>(random() % 2000));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    while (::read(pipe_ends[0], &mark, 1) == 1) ++told;
    close(pipe_ends[0]);

    const auto record = open_for_test(path);
    ASSERT_NE(record, nullptr);
    const std::uint64_t documents = record->counts()->documents;
    EXPECT_EQ(documents % kSize, 0u);
    EXPECT_GE(documents, static_cast<std::uint64_t>(told * kSize));
    EXPECT_THAT(record->check()->findings, IsEmpty());
    ASSERT_TRUE(record->add(batch(0, kBatches * kSize)));
    EXPECT_EQ(export_of(*record), expected);
  }
}

// Every verb on a damaged file gives an answer or an error, and never ends the program.
void use_all(const std::string& path) {
  const auto record = open_record(path, {OpenMode::write, "test", 10});
  if (!record) {
    EXPECT_NE(record.error().message, "");
    return;
  }
  Record& it = **record;
  it.documents();
  it.document("1003");
  it.account("1007");
  it.speeches({});
  it.speeches({.speaker = "marlow"});
  it.speeches({.words = "tide"});
  it.search({.words = "harbour"});
  it.persons();
  it.counts();
  export_of(it);
  it.check();
  it.add(batch(20, 22));
  it.remove("1001");
}

TEST(Crash, ADamagedFileGivesErrorsOnly) {
  const Folder folder;
  const std::string path = folder.file("whole.db");
  {
    const auto record = open_for_test(path);
    ASSERT_TRUE(record->add(batch(0, 20)));
  }
  const std::string whole = read_file(path);
  ASSERT_GT(whole.size(), 100000u);
  std::mt19937 random(5);
  const std::string hurt = folder.file("hurt.db");
  int refused = 0;
  for (int round = 0; round < 150; ++round) {
    std::string bytes = whole;
    if (round % 5 == 0) {
      bytes.resize(random() % bytes.size());
    } else {
      // Where the bytes are not the zeros of an empty page, so that most rounds hit something.
      for (int flips = 0; flips < 1 + round % 7;) {
        const std::size_t at = random() % bytes.size();
        if (bytes[at] == 0) continue;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
        ++flips;
      }
    }
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(hurt + end);
    std::ofstream(hurt, std::ios::binary) << bytes;
    const auto record = open_record(hurt, {OpenMode::read, "test", 10});
    if (!record || !record.value()->check() || !record.value()->check()->findings.empty()) ++refused;
    use_all(hurt);
  }
  EXPECT_GT(refused, 75);
}

}  // namespace
}  // namespace readout
