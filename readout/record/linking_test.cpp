// What linking keeps in the record: who has a key, links of two documents, and the statements they join.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "readout/record/sample_for_test.h"

namespace readout {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Accounts of three speeches each, told apart by number.
Account numbered(int number) {
  Account account = sample_account("report" + std::to_string(number) + ".txt", "Ada Marlow",
                                   "We will wait for tide " + std::to_string(number));
  account.rank = static_cast<std::uint64_t>((number * 7919) % 10007 + 1);
  return account;
}

StoredLink link_of(std::uint32_t a_speech, std::uint32_t b_speech, const std::string& kind = "version") {
  return {{24, 30}, {24, 36}, a_speech, b_speech, kind, {"words", 0.5, {{"share:a", 0.25}, {"share:b", 0.75}}}};
}

class LinkingTest : public ::testing::Test {
 protected:
  void SetUp() override {
    path_ = folder_.file("readout.db");
    record_ = open_for_test(path_);
  }

  void add(int number, std::vector<std::uint32_t> keys = {}) {
    Account account = numbered(number);
    std::ranges::sort(keys);
    account.keys = std::move(keys);
    ASSERT_TRUE(record_->add(std::vector<Account>{account}));
    names_[number] = account.rank;
  }

  DocumentNumber at(int number) { return record_->sketch(names_.at(number))->document; }

  // One run of linking that puts these.
  void put(const std::vector<StoredLinks>& links) {
    const LinkingBook book = record_->linking_book().value();
    ASSERT_TRUE(record_->begin_linking(book, {}).value());
    ASSERT_TRUE(record_->put_links(book.turn, links).value());
    ASSERT_TRUE(record_->end_linking(book).value());
  }

  void run_sql(const char* sql) {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
  }

  std::string statement(int number, std::uint32_t speech) {
    return record_->speeches_of("report" + std::to_string(number)).value().at(speech).statement;
  }

  Folder folder_;
  std::string path_;
  std::unique_ptr<Record> record_;
  std::map<int, std::uint64_t> names_;  // ranks
};

// Enough comings and goings that runs of pages are merged over several levels.
TEST_F(LinkingTest, PostingsAreThoseOfTheDocumentsThatStand) {
  std::mt19937 random(5);
  std::map<std::uint32_t, std::set<std::uint64_t>> expected;
  std::map<int, std::vector<std::uint32_t>> there;
  const auto forget = [&](int number) {
    for (const std::uint32_t key : there.at(number)) expected[key].erase(names_.at(number));
    ASSERT_TRUE(record_->remove("report" + std::to_string(number) + ".txt"));
    there.erase(number);
  };
  for (int i = 0; i < 200; ++i) {
    std::set<std::uint32_t> keys = {7};
    for (int k = 0; k < 120; ++k)
      keys.insert(static_cast<std::uint32_t>(k % 3 == 0 ? random() % 50 : k % 3 == 1 ? random() : random() % 100000));
    add(i, {keys.begin(), keys.end()});
    there[i] = {keys.begin(), keys.end()};
    for (const std::uint32_t key : keys) expected[key].insert(names_.at(i));
    if (i % 4 == 3) forget(i - static_cast<int>(random() % 3));
    if (i % 50 != 49) continue;
    std::vector<std::uint32_t> sought;
    for (const auto& [key, ranks] : expected) sought.push_back(key);
    for (const std::size_t every : {1u, 97u}) {
      std::vector<std::uint32_t> some;
      for (std::size_t k = 0; k < sought.size(); k += every) some.push_back(sought[k]);
      std::map<std::uint32_t, std::vector<std::uint64_t>> found;
      ASSERT_TRUE(record_->read_postings(some, [&](std::uint32_t key, std::span<const std::uint64_t> ranks) {
        found[key].assign(ranks.begin(), ranks.end());
      }));
      for (const std::uint32_t key : some)
        ASSERT_EQ(found[key], std::vector<std::uint64_t>(expected[key].begin(), expected[key].end())) << key;
    }
  }
  EXPECT_THAT(record_->check()->findings, IsEmpty());
}

TEST_F(LinkingTest, AStatementIsWhatLinksJoin) {
  for (int i = 0; i < 4; ++i) add(i);
  put({{at(0), at(1), {link_of(0, 0)}}, {at(2), at(3), {link_of(0, 0)}}});
  const std::string one = statement(0, 0);
  const std::string other = statement(2, 0);
  EXPECT_EQ(statement(1, 0), one);
  EXPECT_NE(one, other);
  EXPECT_EQ(record_->speech("report0:24")->versions, 2u);
  put({{at(1), at(2), {link_of(0, 0, "contained"), link_of(1, 1, "not_same")}}});
  EXPECT_EQ(statement(3, 0), std::min(one, other)) << "the least id holds";
  EXPECT_EQ(record_->speeches({.statement = std::min(one, other)})->size(), 4u);
  EXPECT_EQ(record_->speech("report0:24")->versions, 4u);
  EXPECT_EQ(statement(1, 1), "") << "what is kept apart joins nothing";
  EXPECT_THAT(record_->check()->findings, IsEmpty());
  put({{at(1), at(2), {}}});
  EXPECT_EQ(statement(1, 0), one);
  EXPECT_EQ(statement(3, 0), other);
  ASSERT_TRUE(record_->remove("report0"));
  put({});
  EXPECT_NE(statement(1, 0), one) << "alone again: its own key";
  EXPECT_EQ(statement(3, 0), other);
  EXPECT_THAT(record_->check()->findings, IsEmpty());
}

// However links come and go, the statements are those of what stands.
TEST_F(LinkingTest, StatementsDoNotHangOnTheOrderOfLinks) {
  constexpr int kDocuments = 12;
  for (int i = 0; i < kDocuments; ++i) add(i);
  std::mt19937 random(11);
  std::map<std::pair<int, int>, std::vector<StoredLink>> stand;
  const auto ids = [&] {
    std::vector<std::string> all;
    for (int i = 0; i < kDocuments; ++i)
      for (std::uint32_t s = 0; s < 3; ++s) all.push_back(statement(i, s));
    return all;
  };
  for (int round = 0; round < 40; ++round) {
    std::vector<StoredLinks> links;
    for (int n = 0; n < 3; ++n) {
      int a = static_cast<int>(random() % kDocuments);
      int b = static_cast<int>(random() % kDocuments);
      if (a == b) continue;
      if (a > b) std::swap(a, b);
      std::vector<StoredLink> passages;
      if (random() % 2 == 0)
        passages.push_back(link_of(static_cast<std::uint32_t>(random() % 3), static_cast<std::uint32_t>(random() % 3)));
      stand[{a, b}] = passages;
      links.push_back({at(a), at(b), passages});
    }
    put(links);
    ASSERT_THAT(record_->check()->findings, IsEmpty()) << round;
  }
  const std::vector<std::string> grown = ids();
  path_ = folder_.file("at-once.db");
  record_ = open_for_test(path_);
  for (int i = kDocuments; i-- > 0;) add(i);
  std::vector<StoredLinks> whole;
  for (const auto& [pair, passages] : stand) whole.push_back({at(pair.first), at(pair.second), passages});
  put(whole);
  EXPECT_EQ(ids(), grown);
}

TEST_F(LinkingTest, WhoLinksWithAnOldBookBeginsAgain) {
  for (int i = 0; i < 3; ++i) add(i, {1, 2, 3});
  const LinkingBook book = record_->linking_book().value();
  EXPECT_EQ(book.fresh.size(), 3u);
  const auto other = open_for_test(path_);
  ASSERT_TRUE(other->begin_linking(other->linking_book().value(), {}).value());
  EXPECT_FALSE(record_->begin_linking(book, {}).value());
  const LinkingBook later = record_->linking_book().value();
  EXPECT_EQ(later.fresh.size(), 3u) << "what was begun is not done";
  ASSERT_TRUE(record_->begin_linking(later, {}).value());
  EXPECT_FALSE(other->put_links(book.turn, {}).value());
  ASSERT_TRUE(other->remove("report1"));
  EXPECT_FALSE(record_->end_linking(later).value()) << "a document went that was reckoned with";
  const LinkingBook last = record_->linking_book().value();
  EXPECT_EQ(last.fresh.size(), 2u);
  ASSERT_EQ(last.gone.size(), 1u);
  EXPECT_THAT(last.gone[0].keys, ElementsAre(1, 2, 3));
  ASSERT_TRUE(record_->begin_linking(last, {}).value());
  ASSERT_TRUE(record_->end_linking(last).value());
  EXPECT_THAT(record_->linking_book()->fresh, IsEmpty());
}

TEST_F(LinkingTest, TheDoctorFindsWhatWasChangedBehindItsBack) {
  const struct {
    const char* sql;
    const char* code;
  } changes[] = {
      {"UPDATE members SET statement = statement + 2 WHERE speech % 2 = 0", "link"},
      {"DELETE FROM members", "link"},
      {"UPDATE links SET passages = replace(passages, '[24,36]', '[24,9999]')", "link"},
      {"UPDATE links SET passages = '[['", "link"},
      {"UPDATE links SET b = 99", "link"},
      {"DELETE FROM sketches WHERE document = 1", "link"},
      {"DELETE FROM postings", "index"},
      {"UPDATE postings SET bytes = substr(bytes, 1, 5)", "database"},
  };
  int count = 0;
  for (const auto& change : changes) {
    path_ = folder_.file(std::to_string(count++) + ".db");
    record_ = open_for_test(path_);
    for (int i = 0; i < 2; ++i) add(i, {1, 2});
    put({{at(0), at(1), {link_of(0, 0)}}});
    ASSERT_THAT(record_->check()->findings, IsEmpty());
    run_sql(change.sql);
    const auto report = record_->check();
    ASSERT_TRUE(report) << change.sql << ": " << report.error().message;
    std::vector<std::string> codes;
    for (const Fault& finding : report->findings) codes.push_back(finding.code);
    EXPECT_THAT(codes, Contains(change.code)) << change.sql;
  }
}

}  // namespace
}  // namespace readout
