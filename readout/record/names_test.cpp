// Names, versions of a file, removal: the same content gives the same names and the same export, however it came in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "readout/record/sample_for_test.h"

namespace readout {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;

class NamesTest : public ::testing::Test {
 protected:
  std::unique_ptr<Record> fresh() { return open_for_test(folder_.file("record" + std::to_string(count_++) + ".db")); }

  static std::vector<std::string> names(Record& record) {
    std::vector<std::string> names;
    const auto rows = record.documents();
    for (const DocumentRow& row : rows.value()) names.push_back(row.document.name);
    return names;
  }

  static std::vector<Added> add(Record& record, std::vector<Account> accounts) { return record.add(accounts).value(); }

  // Ten documents: several that ask for one name, and two outlets with the same bytes.
  static std::vector<Account> pile() {
    std::vector<Account> accounts;
    for (const char* origin :
         {"a/index.html", "b/index.html", "001.txt", "x/001.txt", "002.txt", "003.txt", "c/index.html"})
      accounts.push_back(sample_account(origin, "Ada Marlow", "We wait for " + std::string(origin)));
    for (const char* origin : {"north/wire.txt", "south/wire.txt", "copy.txt"})
      accounts.push_back(sample_account(origin, "Bo Harrow", "The same bytes for each of us"));
    return accounts;
  }

  Folder folder_;
  int count_ = 0;
};

TEST_F(NamesTest, GivesDistinctNamesThatDoNotDependOnOrder) {
  const auto record = fresh();
  add(*record, {sample_account("a/index.html", "Ada Marlow", "We wait")});
  EXPECT_THAT(names(*record), ElementsAre("index"));
  const std::vector<Added> second = add(*record, {sample_account("b/index.html", "Ada Marlow", "We wait no more")});
  EXPECT_EQ(second[0].outcome, AddOutcome::added);
  const std::vector<std::string> both = names(*record);
  EXPECT_THAT(both, ElementsAre(MatchesRegex("index~[0-9a-f]+"), MatchesRegex("index~[0-9a-f]+")));
  EXPECT_THAT(record->find_name("index").error().message, HasSubstr("several"));
  EXPECT_EQ(record->find_name("a/index.html").value(), record->document("a/index.html")->document.name);
  const auto other = fresh();
  add(*other, {sample_account("b/index.html", "Ada Marlow", "We wait no more")});
  add(*other, {sample_account("a/index.html", "Ada Marlow", "We wait")});
  EXPECT_EQ(names(*other), both);
  ASSERT_TRUE(other->remove("b/index.html"));
  EXPECT_THAT(names(*other), ElementsAre("index"));
}

TEST_F(NamesTest, ExportIsTheSameInAnyOrderAndInParts) {
  std::vector<Account> accounts = pile();
  const auto whole = fresh();
  add(*whole, accounts);
  const std::string expected = export_of(*whole);
  const std::string expected_csv = export_of(*whole, ExportFormat::csv);
  EXPECT_GT(std::ranges::count(expected, '\n'), 30);
  std::mt19937 random(7);
  for (int round = 0; round < 8; ++round) {
    std::shuffle(accounts.begin(), accounts.end(), random);
    const auto record = fresh();
    const std::size_t cut = random() % accounts.size();
    add(*record, {accounts.begin(), accounts.begin() + static_cast<std::ptrdiff_t>(cut)});
    add(*record, {accounts.begin() + static_cast<std::ptrdiff_t>(cut / 2), accounts.end()});
    EXPECT_EQ(export_of(*record), expected);
    EXPECT_EQ(export_of(*record, ExportFormat::csv), expected_csv);
    EXPECT_THAT(record->check()->findings, IsEmpty());
  }
}

TEST_F(NamesTest, RemoveLeavesNoTrace) {
  std::vector<Account> accounts = pile();
  const auto without = fresh();
  const Account gone = accounts.back();
  accounts.pop_back();
  add(*without, accounts);
  const auto record = fresh();
  add(*record, {gone});
  add(*record, accounts);
  EXPECT_EQ(record->remove("copy").value(), "copy");
  EXPECT_EQ(export_of(*record), export_of(*without));
  EXPECT_EQ(record->counts()->blobs, without->counts()->blobs);
  EXPECT_EQ(record->counts()->persons, without->counts()->persons);
  EXPECT_THAT(record->check()->findings, IsEmpty());
  for (const Account& account : accounts) ASSERT_TRUE(record->remove(account.document.origin));
  EXPECT_EQ(export_of(*record), "");
  EXPECT_EQ(record->counts()->persons, 0u);
  EXPECT_EQ(record->counts()->blobs, 0u);
  EXPECT_THAT(record->search({.words = "Ellis"}).value(), IsEmpty());
  EXPECT_THAT(record->check()->findings, IsEmpty());
  add(*record, accounts);
  EXPECT_EQ(export_of(*record), export_of(*without));
}

TEST_F(NamesTest, TheSameBytesOfTwoOutletsAreTwoDocumentsOfOneBlob) {
  const auto record = fresh();
  add(*record, {sample_account("north/wire.txt", "Bo Harrow", "The same bytes"),
                sample_account("south/wire.txt", "Bo Harrow", "The same bytes")});
  EXPECT_EQ(record->counts()->documents, 2u);
  EXPECT_EQ(record->counts()->blobs, 1u);
  const std::string digits = to_hex(record->document("north/wire.txt")->document.blob).substr(0, 12);
  EXPECT_THAT(record->find_name(digits).error().message, HasSubstr("several"));
  ASSERT_TRUE(record->remove("south/wire.txt"));
  EXPECT_EQ(record->find_name(digits).value(), "wire");
}

TEST_F(NamesTest, AddingAgainChangesNothing) {
  const auto record = fresh();
  add(*record, pile());
  const std::string before = export_of(*record);
  for (const Added& added : add(*record, pile())) EXPECT_EQ(added.outcome, AddOutcome::known);
  EXPECT_EQ(export_of(*record), before);
}

TEST_F(NamesTest, AChangedFileIsANewDocumentLinkedToTheOld) {
  const auto record = fresh();
  const Account first = sample_account("001.txt", "Ada Marlow", "We will wait");
  const Account second = sample_account("001.txt", "Ada Marlow", "We will not wait");
  add(*record, {first});
  const Added changed = add(*record, {second})[0];
  EXPECT_EQ(changed.outcome, AddOutcome::changed);
  EXPECT_EQ(changed.name, "001");
  EXPECT_THAT(changed.replaces, MatchesRegex("001~[0-9a-f]+"));
  EXPECT_EQ(record->document("001")->replaces, changed.replaces);
  EXPECT_EQ(record->document(changed.replaces)->replaced_by, "001");
  EXPECT_EQ(record->account(changed.replaces)->document.text.view(), first.document.text.view());
  EXPECT_THAT(export_of(*record), HasSubstr("\"replaces\":\"" + changed.replaces + "\""));
  EXPECT_TRUE(record->holds("001.txt", second.document.blob)->has_value());
  EXPECT_FALSE(record->holds("001.txt", first.document.blob)->has_value());
  // It changes back: the first is the newest again.
  const Added back = add(*record, {first})[0];
  EXPECT_EQ(back.outcome, AddOutcome::changed);
  EXPECT_EQ(record->counts()->documents, 2u);
  EXPECT_EQ(record->account("001")->document.text.view(), first.document.text.view());
  // Without the newest, what stood before it stands again.
  ASSERT_TRUE(record->remove("001"));
  EXPECT_EQ(record->account("001")->document.text.view(), second.document.text.view());
  EXPECT_EQ(record->document("001")->replaces, "");
  EXPECT_THAT(record->check()->findings, IsEmpty());
}

TEST_F(NamesTest, StandardInputReplacesNothing) {
  const auto record = fresh();
  add(*record, {sample_account("-", "Ada Marlow", "One")});
  EXPECT_EQ(add(*record, {sample_account("-", "Ada Marlow", "Two")})[0].outcome, AddOutcome::added);
  EXPECT_THAT(names(*record), ElementsAre(MatchesRegex("stdin~[0-9a-f]+"), MatchesRegex("stdin~[0-9a-f]+")));
  EXPECT_THAT(record->check()->findings, IsEmpty());
}

TEST_F(NamesTest, AnotherEngineReadsAnew) {
  const std::string path = folder_.file("engines.db");
  std::vector<Account> accounts = {sample_account("001.txt", "Ada Marlow", "We will wait")};
  add(*open_for_test(path, OpenMode::write, "1"), accounts);
  accounts[0].speeches.pop_back();
  accounts[0].speakers.pop_back();
  accounts[0].statements.pop_back();
  const auto record = open_for_test(path, OpenMode::write, "2");
  EXPECT_FALSE(record->holds("001.txt", accounts[0].document.blob)->has_value());
  EXPECT_EQ(record->add(accounts).value()[0].outcome, AddOutcome::read_anew);
  EXPECT_EQ(record->counts()->speeches, 2u);
  EXPECT_EQ(record->counts()->documents, 1u);
  EXPECT_THAT(record->check()->findings, IsEmpty());
}

TEST_F(NamesTest, NoNameBreaksASpanId) {
  const auto record = fresh();
  Account account = sample_account("odd.txt", "Ada Marlow", "We will wait");
  account.document.name = "a b:c/d~e\n" + std::string(80, 'x');
  const std::string name = add(*record, {account})[0].name;
  EXPECT_EQ(name.substr(0, 10), "a_b_c_d_e_");
  EXPECT_LE(name.size(), 60u);
  const std::string id = record->speeches({}).value()[0].id;
  EXPECT_EQ(record->speech(id)->document, name);
}

TEST_F(NamesTest, CsvHasOneRowForEachSpeechAndQuotesWhatItMust) {
  const auto record = fresh();
  add(*record, {sample_account("001.txt", "Ada \"Tide\" Marlow", "We wait, and wait")});
  const std::string csv = export_of(*record, ExportFormat::csv);
  EXPECT_EQ(std::ranges::count(csv, '\n'), 4);
  EXPECT_THAT(csv, HasSubstr(",\"Ada \"\"Tide\"\" Marlow\","));
  EXPECT_THAT(csv, HasSubstr(",\"We wait, and wait\","));
  EXPECT_THAT(csv, Not(HasSubstr("\r")));
}

}  // namespace
}  // namespace readout
