// Links and statements are those of what stands in the record, however it came there.
#include "readout/engine/link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "readout/engine/export_for_test.h"
#include "readout/engine/pile.h"

namespace readout {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Reports on a few subjects, each on one of which there are more than keep a key (candidates.h), in several wordings;
// some quote another subject too.
std::string report(int number) {
  static const std::vector<std::string> kWords = {
      "The ferry to Halsby will be repaired before the spring tides, and nobody in the harbour will wait another year",
      "Forty new lamps were promised for the northern pier by the guild of the lamplighters",
      "We have nothing to hide from the inspectors of the granary, and the ledgers of the mill lie open to them",
      "A bridge of stone over the Varle would ruin the toll house, the brewery and both of the old orchards"};
  static const std::vector<std::string> kCut = {
      "will be repaired before the spring tides", "forty new lamps for the northern pier",
      "the ledgers of the mill lie open", "would ruin the toll house, the brewery and both of the old orchards"};
  static const std::vector<std::string> kWho = {"Ada Marlow", "Bo Harrow", "Cyril Estwick", "Dora Finch"};
  const auto subject = static_cast<std::size_t>(number) % (number % 3 == 0 ? 1u : kWords.size());
  const auto other = static_cast<std::size_t>(number / 5) % kCut.size();
  std::string text = "HALSBY, March " + std::to_string(1 + number % 3) + ". A report of the day, number " +
                     std::to_string(number) + ".\n\n";
  if (number % 4 == 1)
    text += "Mayor " + kWho[subject] + " told reporters that " + kCut[subject] + ".\n\n";
  else
    text += "\"" + kWords[subject] + ",\" Mayor " + kWho[subject] + " said on Tuesday.\n\n";
  if (number % 7 == 0) text += "Mayor " + kWho[other] + " spoke of \"" + kCut[other] + "\" on Monday.\n\n";
  return text;
}

class LinkTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "readout-link-XXXXXX").string();
    root_ = mkdtemp(name.data());
  }
  void TearDown() override { fs::remove_all(root_); }

  std::unique_ptr<Record> open(const std::string& name) {
    Result<std::unique_ptr<Record>> record = open_record(root_ + "/" + name, {OpenMode::write, "test"});
    return record ? std::move(*record) : nullptr;
  }

  static Pile pile_of(std::vector<int> numbers) {
    Pile pile;
    pile.size = numbers.size();
    pile.origin = [numbers](std::size_t i) { return "report" + std::to_string(numbers[i]) + ".txt"; };
    pile.bytes = [](std::size_t) { return std::uint64_t{500}; };
    pile.load = [numbers](std::size_t i) {
      return Loaded{{"report" + std::to_string(numbers[i]) + ".txt", report(numbers[i]), "", ""}, {}, 0};
    };
    return pile;
  }

  static void add(Record& record, const std::vector<int>& numbers, std::size_t threads, bool cut_off = false) {
    AddSettings settings{default_settings(), threads};
    settings.settings.link = true;
    settings.go_on = [cut_off] { return !cut_off; };
    settings.links_in_batch = cut_off ? 30 : 20000;
    const Result<AddTotals> totals =
        add_pile(&record, pile_of(numbers), settings, [](const Account&, const Added&) { return true; });
    ASSERT_TRUE(totals) << totals.error().message;
  }

  std::string root_;
};

TEST_F(LinkTest, InPartsInAnyOrderWithRemovalAndCutOffRunsAsAtOnce) {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    std::mt19937 random(seed);
    std::vector<int> waiting;
    for (int i = 0; i < 90; ++i) waiting.push_back(i);
    std::shuffle(waiting.begin(), waiting.end(), random);
    const auto record = open("parts" + std::to_string(seed) + ".db");
    std::vector<int> there;
    while (!waiting.empty()) {
      std::vector<int> part;
      for (std::size_t n = 1 + random() % 25; n > 0 && !waiting.empty(); --n) {
        part.push_back(waiting.back());
        waiting.pop_back();
      }
      add(*record, part, 1 + random() % 3, random() % 2 == 0);
      there.insert(there.end(), part.begin(), part.end());
      for (std::size_t n = random() % 4; n > 0; --n) {
        const std::size_t at = random() % there.size();
        ASSERT_TRUE(record->remove("report" + std::to_string(there[at]) + ".txt"));
        if (random() % 3 == 0) waiting.push_back(there[at]);
        there.erase(there.begin() + static_cast<std::ptrdiff_t>(at));
      }
    }
    ASSERT_TRUE(link_record(*record, 2, [] { return true; }));
    EXPECT_THAT(record->check()->findings, IsEmpty());
    const auto whole = open("whole" + std::to_string(seed) + ".db");
    std::ranges::sort(there);
    add(*whole, there, 2);
    const std::string expected = export_of(*whole);
    EXPECT_THAT(expected, HasSubstr("\"contained\""));
    EXPECT_TRUE(export_of(*record) == expected) << "seed " << seed;
  }
}

TEST_F(LinkTest, OneStatementForAllCopiesHoweverMany) {
  std::vector<int> copies;
  for (int i = 0; i < 60; ++i) copies.push_back(12 * i);  // subject 0, the words themselves
  const auto record = open("copies.db");
  add(*record, copies, 2);
  const SpeechRow row = record->speeches_of("report12").value().front();
  EXPECT_GE(row.versions, 60u);
  EXPECT_EQ(record->speeches({.statement = row.statement})->size(), row.versions);
}

}  // namespace
}  // namespace readout
