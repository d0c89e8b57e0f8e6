// A pile goes in, a record comes out: the same export at any number of threads, in any order, at once or in parts.
#include "readout/engine/pile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "readout/engine/export_for_test.h"
#include "readout/engine/link.h"

namespace readout {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Settings linking() {
  Settings settings = default_settings();
  settings.link = true;
  return settings;
}

class PileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "readout-pile-XXXXXX").string();
    root_ = mkdtemp(name.data());
    fs::current_path(root_);
    for (int i = 0; i < 40; ++i) {
      const std::string who = i % 3 ? "Ada Marlow" : "Bo Harrow";
      write("pile/" + std::to_string(i % 4) + "/report" + std::to_string(i / 4) + ".txt",
            "PORT ELLIS, March " + std::to_string(1 + i % 28) +
                ". The talks went on for a day.\n\n\"We will wait for tide " + std::to_string(i) +
                ", whatever the weather brings,\" Foreign Minister " + who +
                " said on Tuesday. She added that the harbour would stay open.\n");
    }
    write("pile/empty.txt", "");
    write("pile/.hidden/no.txt", "\"Nobody sees this at all,\" she said.");
  }

  void TearDown() override {
    fs::current_path(fs::temp_directory_path());
    fs::remove_all(root_);
  }

  static void write(const std::string& path, const std::string& bytes) {
    if (fs::path(path).has_parent_path()) fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
  }

  static std::vector<std::string> files() {
    const std::vector<std::string> paths = {"pile"};
    return find_files(paths).value();
  }

  static std::unique_ptr<Record> open(const std::string& path) {
    return std::move(open_record(path, {OpenMode::write, "test"}).value());
  }

  static AddTotals add(Record& record, std::vector<std::string> paths, std::size_t threads) {
    const Pile pile = pile_of_files(std::move(paths));
    const Result<AddTotals> totals =
        add_pile(&record, pile, {linking(), threads}, [](const Account&, const Added&) { return true; });
    EXPECT_TRUE(totals) << totals.error().message;
    return totals.value_or(AddTotals());
  }

  std::string root_;
};

TEST_F(PileTest, FindsFilesInOrderAndOnce) {
  const std::vector<std::string> paths = {"pile/2/../2/report1.txt", "pile/2", "./pile/2/report1.txt"};
  const std::vector<std::string> found = find_files(paths).value();
  ASSERT_EQ(found.size(), 10u);
  EXPECT_EQ(found[0], "pile/2/report1.txt");
  EXPECT_EQ(found[1], "pile/2/report0.txt");
  const std::vector<std::string> none = {"pile/nothing"};
  EXPECT_EQ(find_files(none).error().code, ErrorCode::not_found);
}

TEST_F(PileTest, GivesTheSameExportAtAnyNumberOfThreadsAndInAnyOrder) {
  const auto one = open("one.db");
  const AddTotals totals = add(*one, files(), 1);
  EXPECT_EQ(totals.files, 41u);
  EXPECT_EQ(totals.added, 41u);
  EXPECT_EQ(totals.refused, 1u);
  EXPECT_GE(totals.speeches, 40u);
  const std::string expected = export_of(*one);
  EXPECT_THAT(expected, HasSubstr("\"type\":\"link\""));
  EXPECT_THAT(one->check()->findings, IsEmpty());
  std::mt19937 random(3);
  for (const std::size_t threads : {2u, 8u}) {
    std::vector<std::string> shuffled = files();
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    const auto record = open("threads" + std::to_string(threads) + ".db");
    const std::vector<std::string> half(shuffled.begin(), shuffled.begin() + 20);
    add(*record, half, threads);
    const AddTotals rest = add(*record, shuffled, threads);
    EXPECT_EQ(rest.known, 20u);
    EXPECT_EQ(rest.added, 21u);
    EXPECT_EQ(export_of(*record), expected);
  }
}

// More documents share their words than a key keeps, so that some go and others take their places.
TEST_F(PileTest, LinksAreThoseOfWhatStandsThere) {
  const std::vector<std::string> all = files();
  const std::vector<std::string> rest(all.begin() + 15, all.end());
  const auto fewer = open("fewer.db");
  add(*fewer, rest, 1);
  const auto record = open("all.db");
  add(*record, all, 2);
  for (std::size_t i = 0; i < 15; ++i) ASSERT_TRUE(record->remove(all[i]).has_value()) << all[i];
  ASSERT_TRUE(link_record(*record, 1, [] { return true; }).has_value());
  EXPECT_EQ(export_of(*record), export_of(*fewer));
}

TEST_F(PileTest, ADryRunTellsTheSameAndWritesNothing) {
  std::size_t speeches = 0;
  std::vector<std::string> names;
  const Result<AddTotals> totals = add_pile(nullptr, pile_of_files({"pile/0/report0.txt", "pile/1/report0.txt"}),
                                            {linking(), 2}, [&](const Account& account, const Added& added) {
                                              speeches += account.speeches.size();
                                              names.push_back(added.name);
                                              return true;
                                            });
  ASSERT_TRUE(totals);
  EXPECT_EQ(totals->added, 2u);
  EXPECT_GE(speeches, 2u);
  EXPECT_THAT(names, ElementsAre("report0", "report0"));
}

TEST_F(PileTest, TellsWhatIsTooLargeOrCannotBeRead) {
  write("pile/large.txt", std::string(5000, 'x'));
  const auto record = open("readout.db");
  AddSettings settings{linking(), 2};
  settings.settings.limits.max_document_bytes = 4000;
  const Pile pile = pile_of_files({"pile/large.txt", "missing.txt", "pile/0/report0.txt"}, settings.settings.limits);
  std::vector<std::string> doubts;
  const Result<AddTotals> totals = add_pile(record.get(), pile, settings, [&](const Account& account, const Added&) {
    for (const Doubt& doubt : account.document.doubts)
      if (is_refusal(doubt.kind)) doubts.push_back(std::string(to_string(doubt.kind)) + " " + doubt.detail);
    return true;
  });
  ASSERT_TRUE(totals) << totals.error().message;
  EXPECT_EQ(totals->refused, 2u);
  ASSERT_EQ(doubts.size(), 2u);
  EXPECT_EQ(doubts[0], "too-large 5000");
  EXPECT_THAT(doubts[1], HasSubstr("unreadable"));
  EXPECT_EQ(record->document("large")->document.blob, sha256(std::string(5000, 'x')));
  EXPECT_EQ(record->document("large")->document.blob_bytes, 5000u);
  EXPECT_THAT(record->check()->findings, IsEmpty());
}

TEST_F(PileTest, ReadsALargeFileOfJsonLinesInParts) {
  // One file of more than two parts, a line that is too long in its middle, a broken line, and no line break at its
  // end.
  std::string lines;
  std::uint32_t count = 0;
  const auto add_line = [&](const std::string& text) {
    if (++count > 1) lines += '\n';
    lines += R"({"id":")" + std::to_string(count) + R"(","text":")" + text + "\"}";
  };
  const std::string filler(3000, 'x');
  while (lines.size() < 3 * kPartBytes)
    add_line(R"(\"We will wait for tide )" + std::to_string(count) + R"(, whatever comes,\" Ada Marlow said. )" +
             filler);
  const std::uint32_t regular = count;
  add_line(std::string(50000, 'y'));
  add_line(R"(\"The berths are full and will stay full,\" Bo Harrow said.)");
  lines += "\n{\"text\":";
  write("pile.jsonl", lines);

  AddSettings settings{linking(), 2};
  settings.settings.limits.max_document_bytes = 40000;
  const Pile pile = pile_of_files({"pile.jsonl"}, settings.settings.limits);
  EXPECT_GE(pile.size, 5u);
  const auto record = open("readout.db");
  std::vector<std::string> refusals;
  const Result<AddTotals> totals = add_pile(record.get(), pile, settings, [&](const Account& account, const Added&) {
    for (const Doubt& doubt : account.document.doubts)
      if (is_refusal(doubt.kind))
        refusals.push_back(account.document.origin + " " + std::string(to_string(doubt.kind)));
    return true;
  });
  ASSERT_TRUE(totals) << totals.error().message;
  EXPECT_EQ(totals->documents, regular + 3);
  EXPECT_THAT(refusals, ElementsAre("pile.jsonl:" + std::to_string(regular + 1) + " too-large",
                                    "pile.jsonl:" + std::to_string(regular + 3) + " bad-record"));
  const auto last = record->document("pile.jsonl:" + std::to_string(regular + 2));
  ASSERT_TRUE(last) << last.error().message;
  EXPECT_EQ(last->speeches, 1u);
  EXPECT_THAT(record->check()->findings, IsEmpty());
  const std::string before = export_of(*record);
  const Result<AddTotals> again =
      add_pile(record.get(), pile, settings, [](const Account&, const Added&) { return true; });
  ASSERT_TRUE(again);
  EXPECT_EQ(again->known, totals->documents);
  EXPECT_EQ(export_of(*record), before);
}

TEST_F(PileTest, StopsWhereAskedAndGoesOnLater) {
  const auto record = open("readout.db");
  int left = 7;
  const Result<AddTotals> totals = add_pile(record.get(), pile_of_files(files()), {linking(), 4},
                                            [&](const Account&, const Added&) { return --left > 0; });
  ASSERT_TRUE(totals);
  EXPECT_TRUE(totals->stopped);
  EXPECT_EQ(totals->documents, 7u);
  add(*record, files(), 2);
  const auto whole = open("whole.db");
  add(*whole, files(), 2);
  EXPECT_EQ(export_of(*record), export_of(*whole));
}

}  // namespace
}  // namespace readout
