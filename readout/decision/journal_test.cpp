// The journal: what was acknowledged is there, what was torn is told, nothing is rewritten.
#include "readout/decision/journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

#include "readout/decision/decided_for_test.h"
#include "readout/decision/journal_disk.h"
#include "readout/record/sample_for_test.h"

namespace readout {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Decision remark(int at, const std::string& reason = "as heard on the quay") {
  Decision decision;
  decision.verb = DecisionVerb::note;
  decision.author = "Ada Marlow";
  decision.reason = reason;
  decision.targets = {person_named("bo harrow", "Bo Harrow")};
  return seal(std::move(decision), 1924992000000 + at);
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

void put_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(Decisions, AreKnownByTheirContent) {
  const Decision one = remark(250);
  EXPECT_EQ(one.time, "2031-01-01T00:00:00.250Z");
  EXPECT_THAT(one.id, ::testing::MatchesRegex("j-[0-9a-f]{16}"));
  EXPECT_EQ(remark(250).id, one.id);
  EXPECT_NE(remark(251).id, one.id);
  EXPECT_NE(remark(250, "as heard on the pier").id, one.id);
  const Result<Decision> read = parse_decision(one.line);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->targets, one.targets);
  EXPECT_EQ(read->line, one.line);
  EXPECT_EQ(credit(*read), "Ada Marlow: as heard on the quay");
  // What is no UTF-8 is replaced before it is named.
  const Decision odd = remark(1, "lines\nand \xFF bytes");
  EXPECT_EQ(parse_decision(odd.line)->reason, odd.reason);
  EXPECT_THAT(odd.line, ::testing::Not(HasSubstr("\n")));
}

TEST(Decisions, ChangedByHandAreRefused) {
  std::string line = remark(1).line;
  line.replace(line.find("quay"), 4, "pier");
  EXPECT_THAT(parse_decision(line).error().message, HasSubstr("its id is not that of its content"));
  for (std::size_t size = 0; size < remark(1).line.size(); ++size)
    EXPECT_FALSE(parse_decision(remark(1).line.substr(0, size))) << size;
}

TEST(Decisions, WhatAFutureProgramAddsIsKept) {
  const std::string body =
      R"("time":"2031-01-01T00:00:00Z","author":"Ada","verb":"note","reason":"r","mood":[1,{"x":2}],)"
      R"("targets":[{"kind":"person","id":"bo","colour":"red"}]})";
  const std::string id = "j-" + to_hex(sha256("{" + body)).substr(0, 16);
  const std::string line = "{\"id\":\"" + id + "\"," + body;
  const Result<Decision> read = parse_decision(line);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->line, line);
  Folder folder;
  const std::string path = folder.file("journal");
  ASSERT_EQ(import_decisions(path, line + "\n")->added, 1u);
  EXPECT_EQ(bytes_of(path), line + "\n");
}

TEST(Journals, HoldWhatWasAppendedInOrderOfTime) {
  Folder folder;
  const std::string path = journal_path(folder.file("readout.db"));
  EXPECT_EQ(path, folder.file("readout.decisions.jsonl"));
  EXPECT_EQ(journal_path("pile"), "pile.decisions.jsonl");
  EXPECT_THAT(read_journal(path)->decisions, IsEmpty());
  for (const int at : {30, 10, 20, 10}) ASSERT_TRUE(append_decision(path, remark(at)));
  const Journal journal = read_journal(path).value();
  ASSERT_THAT(journal.decisions, SizeIs(3));
  EXPECT_EQ(journal.decisions[0].id, remark(10).id);
  EXPECT_EQ(journal.decisions[2].id, remark(30).id);
  EXPECT_EQ(bytes_of(path).size(), journal.bytes);
}

TEST(Journals, MergeByUnionInWhateverOrder) {
  Folder folder;
  const std::string a = lines_of({remark(1), remark(2), remark(5)});
  const std::string b = lines_of({remark(2), remark(3)});
  ASSERT_TRUE(import_decisions(folder.file("ab"), a));
  const ImportCounts counts = import_decisions(folder.file("ab"), b).value();
  EXPECT_EQ(counts.added, 1u);
  EXPECT_EQ(counts.known, 1u);
  ASSERT_TRUE(import_decisions(folder.file("ba"), b));
  ASSERT_TRUE(import_decisions(folder.file("ba"), a));
  const auto ids = [&](const char* name) {
    std::vector<std::string> all;
    const Journal journal = read_journal(folder.file(name)).value();
    for (const Decision& one : journal.decisions) all.push_back(one.id);
    return all;
  };
  EXPECT_EQ(ids("ab"), ids("ba"));
  EXPECT_THAT(ids("ab"), SizeIs(4));
  EXPECT_EQ(import_decisions(folder.file("ab"), b)->added, 0u);
}

TEST(Journals, TellOfTornAndForeignLinesAndKeepThem) {
  Folder folder;
  const std::string path = folder.file("journal");
  const std::string torn = remark(2).line.substr(0, 60);
  const std::string garbage =
      std::string("\x00\xFF\x1B[2J{\"id\":", 12) + "\n[[[[\n\r\n{\"id\":\"j-0000000000000000\",\"a\":1}\n";
  put_bytes(path, garbage + remark(1).line + "\r\n" + torn);
  Journal journal = read_journal(path).value();
  EXPECT_THAT(journal.decisions, SizeIs(1));
  ASSERT_THAT(journal.faults, SizeIs(4));
  EXPECT_EQ(journal.faults[3].line, 6u);
  EXPECT_THAT(journal.faults[3].message, HasSubstr("cut off"));
  // What comes next begins on a line of its own; what stood there still does.
  ASSERT_TRUE(append_decision(path, remark(3)));
  EXPECT_EQ(bytes_of(path), garbage + remark(1).line + "\r\n" + torn + "\n" + remark(3).line + "\n");
  EXPECT_THAT(read_journal(path)->decisions, SizeIs(2));
  // A last line that lacks nothing but its end is whole.
  put_bytes(path, remark(1).line);
  EXPECT_THAT(read_journal(path)->decisions, SizeIs(1));
  ASSERT_TRUE(append_decision(path, remark(2)));
  EXPECT_THAT(read_journal(path)->decisions, SizeIs(2));
  EXPECT_THAT(read_journal(path)->faults, IsEmpty());
}

// Every call of the system fails once, at every place in a run of appends.
TEST(Journals, LoseNothingAcknowledgedWhateverCallFails) {
  for (int failing = 0; failing < 8; ++failing) {
    for (const bool half : {false, true}) {
      for (const bool truncates : {true, false}) {
        Folder folder;
        const std::string path = folder.file("journal");
        JournalDisk disk = system_disk();
        int calls = 0;
        disk.write = [&](int file, const char* bytes, std::size_t size) -> std::int64_t {
          if (calls++ != failing) return system_disk().write(file, bytes, size);
          if (half) return system_disk().write(file, bytes, size / 2);
          errno = ENOSPC;
          return -1;
        };
        disk.sync = [&](int file) {
          if (calls++ != failing) return system_disk().sync(file);
          errno = EIO;
          return -1;
        };
        if (!truncates) disk.truncate = [](int, std::uint64_t) { return -1; };
        std::vector<std::string> acknowledged;
        int refused = 0;
        for (int i = 0; i < 5; ++i) {
          const Decision one = remark(i);
          const auto lines = [&](std::string_view) { return std::vector<std::string>{one.line}; };
          const std::string before = bytes_of(path);
          const Result<std::size_t> done = append_lines(path, disk, lines);
          if (done) acknowledged.push_back(one.id);
          if (done) continue;
          ++refused;
          EXPECT_TRUE(done.error().code == ErrorCode::disk_full || done.error().code == ErrorCode::store);
          if (truncates) {
            EXPECT_EQ(bytes_of(path), before);
          }
        }
        EXPECT_EQ(refused, 1);
        const Journal journal = read_journal(path).value();
        std::vector<std::string> there;
        for (const Decision& one : journal.decisions) there.push_back(one.id);
        for (const std::string& id : acknowledged) EXPECT_THAT(there, ::testing::Contains(id)) << failing;
        if (!truncates) continue;
        EXPECT_EQ(there, acknowledged);
        EXPECT_THAT(journal.faults, IsEmpty());
      }
    }
  }
}

// The system's own full file: a limit of this process.
TEST(Journals, AFullDiskIsTakenBack) {
  Folder folder;
  const std::string path = folder.file("journal");
  ASSERT_TRUE(append_decision(path, remark(1)));
  const std::string before = bytes_of(path);
  const auto old_signal = std::signal(SIGXFSZ, SIG_IGN);
  rlimit old{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &old), 0);
  rlimit small = old;
  small.rlim_cur = before.size() + 40;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const Result<void> refused = append_decision(path, remark(2));
  const Result<ImportCounts> imported = import_decisions(path, lines_of({remark(2), remark(3)}));
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &old), 0);
  std::signal(SIGXFSZ, old_signal);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::disk_full);
  ASSERT_FALSE(imported);
  EXPECT_EQ(bytes_of(path), before);
  EXPECT_TRUE(append_decision(path, remark(2)));
}

TEST(Journals, ManyWritersTakeTurns) {
  Folder folder;
  const std::string path = folder.file("journal");
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer)
    writers.emplace_back([&, writer] {
      for (int i = 0; i < 25; ++i) EXPECT_TRUE(append_decision(path, remark(writer * 1000 + i)));
    });
  for (std::thread& writer : writers) writer.join();
  const Journal journal = read_journal(path).value();
  EXPECT_THAT(journal.decisions, SizeIs(100));
  EXPECT_THAT(journal.faults, IsEmpty());
}

TEST(Journals, WhatCannotBeWrittenIsAnError) {
  Folder folder;
  ASSERT_EQ(mkdir(folder.file("folder").c_str(), 0777), 0);
  EXPECT_EQ(append_decision(folder.file("folder"), remark(1)).error().code, ErrorCode::store);
  EXPECT_EQ(append_decision(folder.file("none/journal"), remark(1)).error().code, ErrorCode::store);
  ASSERT_EQ(mkfifo(folder.file("pipe").c_str(), 0666), 0);
  EXPECT_EQ(read_journal(folder.file("pipe")).error().code, ErrorCode::store);
  EXPECT_EQ(append_decision(folder.file("pipe"), remark(1)).error().code, ErrorCode::store);
}

}  // namespace
}  // namespace readout
