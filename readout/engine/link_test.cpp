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

#include "readout/engine/disagree.h"
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
  // Some outlets drop a word that bears on the meaning.
  if (const std::size_t nobody = text.find("nobody in"); number % 8 == 2 && nobody != std::string::npos)
    text.replace(nobody, 9, "everybody in");
  if (number % 7 == 0) text += "Mayor " + kWho[other] + " spoke of \"" + kCut[other] + "\" on Monday.\n\n";
  return text;
}

// Every discrepancy as it is told, with its witnesses, read in small pages.
std::string told_of(Record& record) {
  std::string out;
  DiscrepancyFilter filter;
  filter.limit = 3;
  for (;;) {
    const auto page = record.discrepancies(filter);
    if (!page || page->empty()) return page ? out : page.error().message;
    for (const DiscrepancyRow& row : *page) {
      out += row.id + " " + row.kind + " " + std::to_string(row.weight);
      for (const PlaceRow& place : row.places) out += " " + place.id + " " + place.speaker;
      for (const ChangeRow& change : row.changes) out += " " + change.a + "|" + change.b;
      for (const WitnessRow& witness : row.witnesses)
        out += " also " + std::to_string(witness.as) + " " + witness.place.id;
      out += "\n";
    }
    filter.after = DiscrepancyCursor{page->back().weight, page->back().id};
  }
}

// The same as `inbox` would find it anew, without a record's fold: ids, each with how many are told with it.
std::vector<std::string> found_anew(Record& record, const std::vector<int>& numbers) {
  std::vector<Account> accounts;
  for (const int number : numbers) accounts.push_back(record.account("report" + std::to_string(number)).value());
  std::vector<std::string> out;
  for (const AccountDiscrepancy& one : find_discrepancies(accounts, link_accounts(accounts)))
    out.push_back(one.id + " " + std::to_string(one.witnesses.size()));
  return out;
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
    const std::string told = told_of(*whole);
    EXPECT_THAT(told, HasSubstr(" also "));
    EXPECT_EQ(told_of(*record), told) << "seed " << seed;
    DiscrepancyFilter all;
    all.limit = 100000;
    const std::vector<DiscrepancyRow> rows = whole->discrepancies(all).value();
    std::vector<std::string> ids;
    for (const DiscrepancyRow& row : rows) ids.push_back(row.id + " " + std::to_string(row.witnesses.size()));
    EXPECT_EQ(ids, found_anew(*whole, there)) << "seed " << seed;
    std::uint64_t count = 0;
    const DiscrepancyTotals totals = record->discrepancy_totals().value();
    for (const DiscrepancyTally& tally : totals.tallies) count += tally.told;
    EXPECT_EQ(count, rows.size());
    EXPECT_THAT(record->check()->findings, IsEmpty());
    EXPECT_EQ(record->discrepancy(rows.front().id.substr(0, 8))->id, rows.front().id);
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
