// What people decided, laid over what the record answers; and the record below as it was.
#include "readout/desk/ruled_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "readout/decision/decided_for_test.h"
#include "readout/desk/absence.h"
#include "readout/desk/decide.h"
#include "readout/desk/statement_page.h"
#include "readout/desk/versions.h"
#include "readout/record/sample_for_test.h"
#include "readout/view/speech_view.h"

namespace readout {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

// Other bytes, the same words.
Account varied(const std::string& origin, const std::string& speaker, const std::string& words,
               const std::string& tail) {
  Account account = sample_account(origin, speaker, words);
  const std::string text = std::string(account.document.text.view()) + tail;
  account.document.text = Text::plain(text);
  account.document.blob = sha256(text);
  account.document.blob_bytes = text.size();
  return account;
}

class RuledRecordTest : public ::testing::Test {
 protected:
  void SetUp() override {
    record_ = open_for_test(folder_.file("readout.db"));
    ASSERT_TRUE(
        record_->add(std::vector<Account>{sample_account("pile/101.txt", "Ada Marlow", "We will wait until spring"),
                                          varied("copy/102.txt", "Ada Marlow", "We will wait until spring", "One.\n"),
                                          varied("copy/103.txt", "Ada Marlow", "We will wait until spring", "Two.\n"),
                                          sample_account("pile/104.txt", "A. Marlowe", "Nobody waits for spring"),
                                          sample_account("pile/105.txt", "Bo Harrow", "The quay is closed")}));
    before_ = export_of(*record_);
  }
  void TearDown() override { EXPECT_EQ(export_of(*record_), before_); }

  std::string id(const std::string& document) { return machine().speeches_of(document)->front().id; }
  Record& machine() { return *record_; }

  Result<Decision> decide_now(const std::string& verb, std::vector<std::string> targets, const std::string& name = {}) {
    DecisionAsk ask{verb, std::move(targets), name, "as the minutes have it", "Cy Dunmore", 1924992000000 + ++at_};
    return decide(*record_, journal(), ask);
  }
  std::string journal() const { return folder_.file("readout.decisions.jsonl"); }
  std::unique_ptr<RuledRecord> ruled() {
    rulings_ = load_rulings(*record_, journal()).value();
    return std::make_unique<RuledRecord>(*record_, rulings_);
  }
  static std::vector<std::string> ids_of(const std::vector<SpeechRow>& rows) {
    std::vector<std::string> ids;
    for (const SpeechRow& row : rows)
      if (row.speech.kind == SpeechKind::direct) ids.push_back(row.id);
    return ids;
  }

  Folder folder_;
  std::unique_ptr<Record> record_;
  Rulings rulings_;
  std::string before_;
  std::int64_t at_ = 0;
};

TEST_F(RuledRecordTest, ListsFollowMergesAndNames) {
  ASSERT_TRUE(decide_now("merge", {"person:Ada Marlow", "A. Marlowe"}));
  ASSERT_TRUE(decide_now("rename", {"Ada Marlow"}, "Ada Marlow-Vane"));
  const auto over = ruled();
  for (const char* words : {"ada", "marlowe", "vane", "Ada Marlow"})
    EXPECT_THAT(ids_of(over->speeches({.speaker = words}).value()), SizeIs(4)) << words;
  EXPECT_THAT(over->speeches({.speaker = "harrow"}).value(), SizeIs(2));
  EXPECT_THAT(over->speeches({.also_persons = {"Ada Marlow"}}).value(), SizeIs(8));
  const SpeechRow row = over->speech(id("104")).value();
  EXPECT_EQ(row.person->key, "Ada Marlow");
  EXPECT_EQ(speaker_label(row), "Ada Marlow-Vane (decided)");
  EXPECT_EQ(row.decided->recorded, "A. Marlowe");
  EXPECT_THAT(decided_label(*row.decided), HasSubstr("Cy Dunmore: as the minutes have it"));
  EXPECT_EQ(over->speeches_of("101")->at(2).chain[0].name, "Ada Marlow-Vane");

  const std::vector<PersonRow> persons = over->persons({.words = "marlowe"}).value();
  ASSERT_THAT(persons, SizeIs(1));
  EXPECT_EQ(persons[0].name, "Ada Marlow-Vane");
  EXPECT_EQ(persons[0].speeches, 8u);
  EXPECT_THAT(persons[0].names, ElementsAre("A. Marlowe", "Ada Marlow", "Ada Marlow-Vane"));
  EXPECT_EQ(over->person("A. Marlowe")->key, "Ada Marlow");
  // Every page size tells everybody once, in either order.
  for (const bool most_first : {false, true}) {
    for (const std::size_t limit : {1, 2, 3, 50}) {
      PersonFilter filter;
      filter.most_first = most_first;
      filter.limit = limit;
      std::vector<std::string> keys;
      for (auto page = over->persons(filter); page && !page->empty() && keys.size() < 9; page = over->persons(filter)) {
        for (const PersonRow& each : *page) keys.push_back(each.key);
        filter.after = page->back().key;
        filter.after_speeches = page->back().speeches;
      }
      EXPECT_THAT(keys, UnorderedElementsAre("Ada Marlow", "Bo Harrow", "harbour master")) << limit << most_first;
    }
  }
}

TEST_F(RuledRecordTest, ASpeechFollowsWhomItWasGivenTo) {
  ASSERT_TRUE(decide_now("split", {id("101"), "Bo Harrow"}));
  ASSERT_TRUE(decide_now("split", {id("102")}, "Ida Roe"));
  ASSERT_TRUE(decide_now("unknown", {id("103")}));
  const auto over = ruled();
  EXPECT_THAT(ids_of(over->speeches({.speaker = "ada"}).value()), IsEmpty());
  EXPECT_THAT(ids_of(over->speeches({.speaker = "harrow"}).value()), ElementsAre(id("101"), id("105")));
  EXPECT_THAT(ids_of(over->speeches({.speaker = "Ida Roe"}).value()), ElementsAre(id("102")));
  EXPECT_THAT(ids_of(over->speeches({.speaker = "roe", .words = "autumn"}).value()), IsEmpty());
  EXPECT_EQ(find_absence(*over, {.speaker = "roe", .words = "autumn"}).kind, AbsenceKind::not_mentioned);
  EXPECT_EQ(find_absence(machine(), {.speaker = "roe", .words = "autumn"}).of, "speaker");
  EXPECT_EQ(speaker_label(*over->speech(id("103"))), "unknown (decided)");
  SpeechFilter one_by_one;
  one_by_one.speaker = "marlow";
  one_by_one.limit = 1;
  std::size_t rows = 0;
  for (auto page = over->speeches(one_by_one); page && !page->empty(); page = over->speeches(one_by_one)) {
    ++rows;
    one_by_one.after = Cursor{page->back().document, page->back().number};
  }
  EXPECT_EQ(rows, over->speeches({.speaker = "marlow"})->size());
  ASSERT_TRUE(decide_now("undo", {rulings_.all().front().decision.id}));
  EXPECT_THAT(ids_of(ruled()->speeches({.speaker = "ada"}).value()), ElementsAre(id("101")));
}

TEST_F(RuledRecordTest, StatementsAreTakenApartAndJoined) {
  ASSERT_THAT(load_statement_page(machine(), id("101"))->witnesses, SizeIs(2));
  ASSERT_TRUE(decide_now("split", {id("101"), id("102")}));
  ASSERT_TRUE(decide_now("merge", {id("101"), id("104")}));
  const auto over = ruled();
  const StatementPage page = load_statement_page(*over, id("101")).value();
  EXPECT_THAT(ids_of(page.witnesses), ElementsAre(id("103"), id("104")));
  EXPECT_EQ(page.row.versions, 3u);
  ASSERT_THAT(page.decided, SizeIs(2));
  EXPECT_EQ(page.decided[0].label, "not the same as");
  EXPECT_EQ(page.decided[0].id, id("102"));
  EXPECT_EQ(page.decided[1].id, id("104"));
  // 103 is the same words as 101, and so the same as 104.
  EXPECT_THAT(ids_of(load_statement_page(*over, id("103"))->witnesses), ElementsAre(id("101"), id("102"), id("104")));
  EXPECT_THAT(load_versions(*over, {id("101")}).value(), SizeIs(3));
  const std::vector<LinkRow> links = over->links_of("104").value();
  ASSERT_THAT(links, SizeIs(1));
  EXPECT_EQ(links[0].kind, "version");
  EXPECT_EQ(links[0].basis.rule, "decided");
  EXPECT_EQ(links[0].b, id("101"));
  EXPECT_THAT(machine().links_of("104").value(), IsEmpty());
}

TEST_F(RuledRecordTest, WhatCannotBeDecidedIsSaid) {
  const auto message = [&](const std::string& verb, std::vector<std::string> targets, const std::string& name = {}) {
    const Result<Decision> decision = decide_now(verb, std::move(targets), name);
    return decision ? std::string("decided") : decision.error().message;
  };
  EXPECT_THAT(message("bless", {id("101")}), HasSubstr("no verb"));
  EXPECT_THAT(message("note", {}), HasSubstr("names nothing"));
  EXPECT_THAT(message("merge", {id("101")}), HasSubstr("two statements"));
  EXPECT_THAT(message("merge", {id("101"), id("101")}), HasSubstr("the same bytes"));
  EXPECT_THAT(message("merge", {id("101"), "Bo Harrow"}), HasSubstr("two statements"));
  EXPECT_THAT(message("split", {id("101")}), HasSubstr("who said it"));
  EXPECT_THAT(message("rename", {"Bo Harrow"}), HasSubstr("the new name"));
  EXPECT_THAT(message("rename", {"Nobody At All"}, "X"), HasSubstr("nobody in the record"));
  EXPECT_THAT(message("rename", {"marlow*"}, "X"), HasSubstr("person:A. Marlowe, person:Ada Marlow"));
  EXPECT_THAT(message("reject", {"d-0123456789"}), HasSubstr("no discrepancy"));
  EXPECT_THAT(message("undo", {"j-0123456789abcdef"}), HasSubstr("no decision"));
  EXPECT_THAT(message("note", {"101:1-99999"}), HasSubstr("bytes"));
  DecisionAsk nameless{"note", {"101"}, "", "r", "  ", 1};
  EXPECT_THAT(decide(machine(), journal(), nameless).error().message, HasSubstr("who took it"));
  EXPECT_EQ(message("note", {"document:101"}), "decided");
  EXPECT_EQ(message("note", {"104"}), "decided");
  EXPECT_EQ(message("note", {"101:0-5"}), "decided");
  EXPECT_EQ(message("accept", {"Bo Harrow"}), "decided");

  EXPECT_EQ(message("merge", {"Ada Marlow", "A. Marlowe"}), "decided");
  EXPECT_THAT(message("merge", {"A. Marlowe", "Ada Marlow"}), HasSubstr("one already"));
  EXPECT_EQ(message("merge", {"A. Marlowe", "Bo Harrow"}), "decided");
  EXPECT_THAT(message("split", {"Ada Marlow", "Bo Harrow"}), HasSubstr("one through a third (j-"));
  EXPECT_EQ(message("split", {"A. Marlowe", "Bo Harrow"}), "decided");
  EXPECT_EQ(ruled()->person("Bo Harrow")->speeches, 2u);
  const std::string last = rulings_.all().back().decision.id;
  EXPECT_EQ(message("undo", {last.substr(0, 8)}), "decided");
  EXPECT_THAT(message("undo", {last}), HasSubstr("undone already"));
  EXPECT_EQ(ruled()->person("Bo Harrow")->key, "Ada Marlow");
}

}  // namespace
}  // namespace readout
