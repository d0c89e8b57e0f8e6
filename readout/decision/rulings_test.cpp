// What a journal means for a record: by whatever order it came together, and for a record that was built anew.
#include "readout/decision/rulings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "readout/decision/decided_for_test.h"
#include "readout/record/sample_for_test.h"

namespace readout {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::vector<Account>& accounts() {
  static const std::vector<Account> kAccounts = {
      sample_account("pile/101.txt", "Ada Marlow", "We will wait until spring"),
      sample_account("pile/102.txt", "A. Marlow", "We will wait until spring comes"),
      sample_account("pile/103.txt", "Bo Harrow", "The quay is closed"),
      sample_account("pile/104.txt", "Marlow Ada", "Nobody waits for spring")};
  return kAccounts;
}

class RulingsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    record_ = open_for_test(folder_.file("readout.db"));
    ASSERT_TRUE(record_->add(accounts()));
  }

  std::string first(const std::string& document) { return record_->speeches_of(document)->front().id; }
  SpeechRow row(const std::string& document) { return record_->speeches_of(document)->front(); }
  DecisionTarget passage(const std::string& document) { return passage_target(*record_, first(document)); }
  DecisionTarget discrepancy(const std::string& id) {
    DecisionTarget target{TargetKind::discrepancy, id, {}, passage("101").places};
    target.places.push_back(passage("102").places.front());
    return target;
  }

  // One of everything.
  std::vector<Decision> all_kinds() {
    const Decision first_merge =
        decided(DecisionVerb::merge, {person_named("Ada Marlow"), person_named("A. Marlow")}, 1);
    const Decision undo = decided(DecisionVerb::undo, {{TargetKind::decision, first_merge.id, {}, {}}}, 2);
    const Decision redo = decided(DecisionVerb::undo, {{TargetKind::decision, undo.id, {}, {}}}, 3);
    return {first_merge,
            undo,
            redo,
            decided(DecisionVerb::merge, {person_named("A. Marlow"), person_named("Marlow Ada")}, 4),
            decided(DecisionVerb::rename, {person_named("Marlow Ada")}, 5, "Ada Marlow of Ellis"),
            decided(DecisionVerb::reject, {discrepancy("d-0011223344")}, 6),
            decided(DecisionVerb::accept, {discrepancy("d-0011223344")}, 7),
            decided(DecisionVerb::note, {discrepancy("d-0011223344")}, 8),
            decided(DecisionVerb::split, {passage("101"), passage("102")}, 9),
            decided(DecisionVerb::merge, {passage("101"), passage("104")}, 10),
            decided(DecisionVerb::split, {passage("103"), person_named("A. Marlow")}, 11),
            decided(DecisionVerb::unknown, {passage("104")}, 12)};
  }

  Folder folder_;
  std::unique_ptr<Record> record_;
};

TEST_F(RulingsTest, SayWhatEachDecisionMeans) {
  const std::vector<Decision> all = all_kinds();
  const Rulings rulings = replayed(*record_, all);
  const PersonRuling* person = rulings.person("Marlow Ada");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person, rulings.person("Ada Marlow"));
  EXPECT_EQ(person->key, "Ada Marlow");
  EXPECT_EQ(person->name, "Ada Marlow of Ellis");
  EXPECT_THAT(person->keys, ElementsAre("A. Marlow", "Ada Marlow", "Marlow Ada"));
  EXPECT_EQ(rulings.person("Bo Harrow"), nullptr);

  const Standing standing = rulings.on_discrepancy("d-0011223344");
  EXPECT_EQ(standing.stand, Stand::accepted);
  EXPECT_EQ(standing.by->id, all[7 - 1].id);
  EXPECT_THAT(standing.notes, SizeIs(1));
  EXPECT_TRUE(rulings.on_discrepancy("d-0011223355").empty());
  EXPECT_EQ((*rulings.find(all[5].id))->state, DecisionState::overruled);
  EXPECT_EQ((*rulings.find(all[5].id))->why, "by " + all[6].id);

  const SpeechRow one = row("101");
  ASSERT_THAT(rulings.not_same_as(one.blob, one.delivered), SizeIs(1));
  EXPECT_EQ(rulings.not_same_as(one.blob, one.delivered)[0].id, first("102"));
  ASSERT_THAT(rulings.same_as(one.blob, one.delivered), SizeIs(1));
  EXPECT_EQ(rulings.same_as(one.blob, one.delivered)[0].id, first("104"));
  EXPECT_THAT(rulings.same_as(row("104").blob, row("104").delivered), SizeIs(1));

  EXPECT_EQ(rulings.speaker(row("103"))->key, "Ada Marlow");
  EXPECT_EQ(rulings.speaker(row("103"))->name, "Ada Marlow of Ellis");
  EXPECT_EQ(rulings.speaker(row("104"))->name, "");
  EXPECT_FALSE(rulings.speaker(row("101")));
  EXPECT_EQ((*rulings.find(all[0].id))->state, DecisionState::stands);
  EXPECT_EQ((*rulings.find(all[1].id))->state, DecisionState::undone);
  EXPECT_EQ(rulings.find("j-").error().code, ErrorCode::bad_argument);
  EXPECT_EQ(rulings.find("j-zzzz").error().code, ErrorCode::not_found);
}

TEST_F(RulingsTest, AnyOrderOfLinesGivesTheSame) {
  std::vector<Decision> all = all_kinds();
  const std::string expected = told(replayed(*record_, all));
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::ranges::shuffle(all, random);
    EXPECT_EQ(told(replayed(*record_, all)), expected);
  }
}

TEST_F(RulingsTest, ARecordBuiltInAnotherOrderAndUnderOtherNamesGivesTheSame) {
  const std::vector<Decision> all = all_kinds();
  const std::string expected = told(replayed(*record_, all));
  std::vector<Account> others = accounts();
  std::ranges::reverse(others);
  const std::unique_ptr<Record> turned = open_for_test(folder_.file("turned.db"));
  for (const Account& one : others) ASSERT_TRUE(turned->add(std::vector<Account>{one}));
  EXPECT_EQ(told(replayed(*turned, all)), expected);

  for (Account& one : others) one.document.origin = "elsewhere/" + one.document.origin.substr(5, 3) + "-copy.txt";
  const std::unique_ptr<Record> moved = open_for_test(folder_.file("moved.db"));
  ASSERT_TRUE(moved->add(others));
  const Rulings rulings = replayed(*moved, all);
  EXPECT_EQ((*rulings.find(all[8].id))->state, DecisionState::stands);
  EXPECT_THAT((*rulings.find(all[8].id))->places[0], ::testing::StartsWith("101-copy:"));
  EXPECT_EQ(rulings.speaker(moved->speeches_of("103-copy")->front())->name, "Ada Marlow of Ellis");
}

TEST_F(RulingsTest, UndoOfUndoOfUndo) {
  std::vector<Decision> all = {decided(DecisionVerb::rename, {person_named("Bo Harrow")}, 1, "Bo Harrow the Elder")};
  for (int i = 2; i < 40; ++i) {
    const bool holds = i % 2 == 0;
    EXPECT_EQ(replayed(*record_, all).person("Bo Harrow") != nullptr, holds) << i;
    all.push_back(decided(DecisionVerb::undo, {{TargetKind::decision, all.back().id, {}, {}}}, i));
  }
  // Two undo one thing: it comes back when both are taken back.
  const Decision named = all.front();
  const Decision one = decided(DecisionVerb::undo, {{TargetKind::decision, named.id, {}, {}}}, 2, "", "Ada");
  const Decision two = decided(DecisionVerb::undo, {{TargetKind::decision, named.id, {}, {}}}, 2, "", "Bo");
  const Decision back = decided(DecisionVerb::undo, {{TargetKind::decision, one.id, {}, {}}}, 3);
  EXPECT_EQ(replayed(*record_, {named, one, two, back}).person("Bo Harrow"), nullptr);
}

TEST_F(RulingsTest, WordsOfANewerVersionAreCarriedWhereTheyStandOnce) {
  const std::vector<Decision> all = {decided(DecisionVerb::unknown, {passage("103")}, 1),
                                     decided(DecisionVerb::reject, {discrepancy("d-0011223344")}, 2)};
  const std::string text(accounts()[2].document.text.view());
  const auto rebuilt = [&](const std::string& changed) {
    const std::string path = folder_.file("rebuilt" + std::to_string(changed.size()) + ".db");
    std::unique_ptr<Record> record = open_for_test(path);
    Account account = accounts()[2];
    account.document.text = Text::plain(changed);
    account.document.blob = sha256(changed);
    account.document.blob_bytes = changed.size();
    account.document.blocks.clear();
    account.document.dates = {};
    account.document.doubts.clear();
    account.persons.clear();
    Speech speech;
    speech.content = {find_span(changed, "The quay is")};
    speech.content[0].end = speech.content[0].begin + 18;
    account.speeches = {speech};
    account.speakers = {{-1, {}, {}}};
    account.statements = {""};
    EXPECT_TRUE(record->add(std::vector<Account>{account}));
    return record;
  };
  const std::string corrected = "Corrected at noon.\n\n" + text;
  const std::unique_ptr<Record> once = rebuilt(corrected);
  const Rulings carried = replayed(*once, all);
  EXPECT_TRUE(carried.all()[0].carried);
  EXPECT_EQ(carried.all()[0].state, DecisionState::stands);
  EXPECT_TRUE(carried.speaker(once->speeches_of("103")->front()).has_value());
  EXPECT_EQ(carried.all()[0].places[0], once->speeches_of("103")->front().id);
  // A discrepancy of other bytes is another one.
  EXPECT_EQ(carried.all()[1].state, DecisionState::orphan);
  EXPECT_TRUE(carried.on_discrepancy("d-0011223344").empty());

  const Rulings twice = replayed(*rebuilt(text + "\n" + text), all);
  EXPECT_EQ(twice.all()[0].state, DecisionState::orphan);
  EXPECT_THAT(twice.all()[0].why, HasSubstr("at 2 places"));
  EXPECT_THAT(twice.given(), IsEmpty());

  std::string other = text;
  other.replace(other.find("closed"), 6, "sealed");
  const Rulings gone = replayed(*rebuilt(other + "  "), all);
  EXPECT_EQ(gone.all()[0].state, DecisionState::orphan);
  EXPECT_THAT(gone.all()[0].why, HasSubstr("no longer with the same words around them"));

  // The older version still stands in the record beside the newer one: both bear it.
  const std::unique_ptr<Record> both = rebuilt(corrected + " ");
  ASSERT_TRUE(record_->add(std::vector<Account>{both->account("103").value()}));
  const Rulings on_both = replayed(*record_, all);
  EXPECT_THAT(on_both.given(), SizeIs(2));
}

TEST_F(RulingsTest, OrphansAreKeptWithTheirReason) {
  const std::unique_ptr<Record> other = open_for_test(folder_.file("other.db"));
  ASSERT_TRUE(other->add(std::vector<Account>{sample_account("x.txt", "Ida Roe", "No berth stands empty today")}));
  const Rulings rulings = replayed(*other, all_kinds());
  ASSERT_THAT(rulings.all(), SizeIs(12));
  const auto orphans = std::ranges::count(rulings.all(), DecisionState::orphan, &RuledDecision::state);
  EXPECT_EQ(orphans, 10);  // all but an undo that is undone, and the one that undid it
  EXPECT_THAT(rulings.all()[0].why, HasSubstr("nobody in the record is called Ada Marlow"));
  EXPECT_THAT(rulings.all()[8].why, HasSubstr("no document with these bytes"));
  EXPECT_THAT(rulings.persons(), IsEmpty());
  const Decision lost = decided(DecisionVerb::undo, {{TargetKind::decision, "j-00000000000000aa", {}, {}}}, 1);
  EXPECT_EQ(replayed(*other, {lost}).all()[0].state, DecisionState::orphan);
  const Decision odd = decided(DecisionVerb::rename, {passage("101")}, 1, "Name");
  EXPECT_THAT(replayed(*record_, {odd}).all()[0].why, HasSubstr("does not go with its verb"));
}

TEST_F(RulingsTest, ASplitThatAThirdJoinsIsOverruledAndSaysSo) {
  const auto merge = [](const std::string& a, const std::string& b, int at) {
    return decided(DecisionVerb::merge, {person_named(a), person_named(b)}, at);
  };
  const Decision split = decided(DecisionVerb::split, {person_named("Ada Marlow"), person_named("Bo Harrow")}, 9);
  const std::vector<Decision> through = {merge("Ada Marlow", "A. Marlow", 1), merge("A. Marlow", "Bo Harrow", 2),
                                         split};
  const Rulings rulings = replayed(*record_, through);
  EXPECT_EQ((*rulings.find(split.id))->state, DecisionState::overruled);
  EXPECT_THAT((*rulings.find(split.id))->why, HasSubstr("with a third"));
  // A split of what a merge joined directly holds.
  const Rulings direct = replayed(*record_, {merge("Ada Marlow", "Bo Harrow", 1), split});
  EXPECT_EQ((*direct.find(split.id))->state, DecisionState::stands);
  EXPECT_EQ(direct.person("Bo Harrow"), nullptr);
}

}  // namespace
}  // namespace readout
