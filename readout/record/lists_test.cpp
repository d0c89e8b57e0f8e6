// Lists against the slow obvious way: read everything, filter, sort.
#include "readout/record/lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "readout/record/sample_for_test.h"

namespace readout {
namespace {

using ::testing::IsEmpty;

class ListsTest : public ::testing::Test {
 protected:
  // Names that two documents ask for, dates apart and equal, documents and speeches without one.
  void SetUp() override {
    record_ = open_for_test(folder_.file("readout.db"));
    ASSERT_NE(record_, nullptr);
    for (int i = 0; i < 40; ++i) {
      const std::string origin = std::to_string(i % 2) + "/report" + std::to_string(i / (i % 3 == 0 ? 2 : 1)) + ".txt";
      Account account =
          sample_account(origin, i % 4 == 0 ? "Bo Harrow" : "Ada Marlow", "We wait for tide " + std::to_string(i));
      Document& document = account.document;
      if (i % 5 == 1) document.language.code = "de";
      if (i % 7 == 1) document.outlet = "Halsby Gazette";
      const Span words = document.blocks[0].span;
      if (i % 6 == 0) document.dates.published = {};
      if (i % 6 == 1) document.dates.published = make_date(2031, 1 + i % 12, 3, Known::stated, words);
      if (i % 3 == 2) account.speeches[0].said = {};
      if (i % 4 == 3) account.speeches[1].polarity = Polarity::denied;
      if (i % 4 == 1) account.speeches[1].channels = {{ChannelKind::interview, words}};
      accounts_.push_back(std::move(account));
    }
    ASSERT_TRUE(record_->add(std::span(accounts_).subspan(0, 25)));
    ASSERT_TRUE(record_->add(std::span(accounts_).subspan(25)));
    ASSERT_TRUE(record_->remove("1/report5.txt"));
  }

  std::vector<std::string> expected(const TimelineFilter& filter) {
    SpeechFilter all = filter.speeches;
    all.limit = 100000;
    std::vector<SpeechRow> rows = record_->speeches(all).value();
    std::erase_if(rows, [&](const SpeechRow& row) { return (row.when_of == WhenOf::unknown) != filter.undated; });
    std::ranges::sort(rows, {}, [](const SpeechRow& row) {
      return std::tuple(row.when_of == WhenOf::unknown ? 0 : row.when.begin_s, row.document, row.number);
    });
    if (filter.newest) std::ranges::reverse(rows);
    std::vector<std::string> ids;
    for (const SpeechRow& row : rows) ids.push_back(row.id + "#" + std::to_string(row.number));
    return ids;
  }

  std::vector<std::string> paged(TimelineFilter filter) {
    std::vector<std::string> ids;
    filter.speeches.limit = 4;
    for (;;) {
      const Result<std::vector<SpeechRow>> page = record_->timeline(filter);
      if (!page || page->empty()) return ids;
      for (const SpeechRow& row : *page) ids.push_back(row.id + "#" + std::to_string(row.number));
      filter.after = time_cursor(page->back());
    }
  }

  std::vector<std::string> documents(DocumentFilter filter) {
    std::vector<std::string> names;
    filter.limit = 3;
    for (;;) {
      const Result<std::vector<DocumentBrief>> page = record_->document_list(filter);
      if (!page || page->empty()) return names;
      for (const DocumentBrief& row : *page) names.push_back(row.name);
      filter.after = document_cursor(page->back());
    }
  }

  std::uint64_t tally(TallyOf what, const std::string& of) {
    const std::vector<RecordTally> rows = record_->tallies(what).value();
    const auto found = std::ranges::find(rows, of, &RecordTally::of);
    return found == rows.end() ? 0 : found->count;
  }

  Folder folder_;
  std::unique_ptr<Record> record_;
  std::vector<Account> accounts_;
};

TEST_F(ListsTest, StatementsByTimeAreThoseOfTheSlowWay) {
  std::vector<SpeechFilter> filters(14);
  filters[1].speaker = "harrow";
  filters[2].kind = SpeechKind::direct;
  filters[3].polarity = Polarity::denied;
  filters[4].depth = 1;
  filters[5].language = "de";
  filters[6].channel = "interview";
  filters[7].channel = "gazette";
  filters[8].document = "report3~";
  filters[8].document = record_->document_list({}).value()[3].name;
  filters[9].words = "tide";
  filters[10].since_s = record_->timeline({}).value()[5].when.begin_s;
  filters[11].until_s = record_->timeline({.newest = true}).value()[3].when.begin_s;
  filters[12].statement = record_->speeches({.speaker = "marlow"}).value()[0].statement;
  filters[13].also_persons = {"Bo Harrow"};
  for (std::size_t i = 0; i < filters.size(); ++i)
    for (const bool undated : {false, true})
      for (const bool newest : {false, true}) {
        const TimelineFilter filter{filters[i], undated, newest, {}};
        const std::vector<std::string> slow = expected(filter);
        EXPECT_EQ(paged(filter), slow) << "filter " << i << (undated ? " undated" : "") << (newest ? " newest" : "");
        EXPECT_EQ(undated || !slow.empty(), true) << "filter " << i;
      }
}

TEST_F(ListsTest, DocumentsByNameAndDate) {
  DocumentFilter most;
  most.limit = 1000;
  std::vector<DocumentBrief> all = record_->document_list(most).value();
  ASSERT_EQ(all.size(), record_->counts()->documents);
  EXPECT_TRUE(std::ranges::is_sorted(all, {}, &DocumentBrief::name));
  for (const bool german : {false, true})
    for (const DocumentOrder order : {DocumentOrder::name, DocumentOrder::date, DocumentOrder::newest}) {
      std::vector<DocumentBrief> rows = all;
      if (german) std::erase_if(rows, [](const DocumentBrief& row) { return row.language != "de"; });
      std::ranges::stable_sort(rows, {}, [&](const DocumentBrief& row) {
        const bool undated = row.date_of == WhenOf::unknown && order != DocumentOrder::name;
        const std::int64_t begin = undated || order == DocumentOrder::name ? 0 : row.date.begin_s;
        return std::pair(undated, order == DocumentOrder::newest ? -begin : begin);
      });
      std::vector<std::string> names;
      for (const DocumentBrief& row : rows) names.push_back(row.name);
      EXPECT_EQ(documents({.order = order, .language = german ? "de" : ""}), names) << static_cast<int>(order);
    }
}

TEST_F(ListsTest, CountsAreThoseOfTheRows) {
  const std::vector<SpeechRow> rows = record_->speeches({.limit = 100000}).value();
  EXPECT_EQ(record_->counts()->speeches, rows.size());
  EXPECT_EQ(tally(TallyOf::polarity, "denied"), record_->speeches({.polarity = Polarity::denied})->size());
  EXPECT_EQ(tally(TallyOf::language, "de"), documents({.language = "de"}).size());
  EXPECT_EQ(tally(TallyOf::unspoken, "open"), rows.size() / 3);
  EXPECT_EQ(tally(TallyOf::channel, "interview"), record_->speeches({.channel = "interview"})->size());
  EXPECT_EQ(tally(TallyOf::cut, "title first-line"), record_->counts()->documents);
  const std::vector<PersonRow> persons = record_->persons({.limit = 2, .most_first = true}).value();
  ASSERT_EQ(persons.size(), 2u);
  EXPECT_EQ(persons[0].key, "Ada Marlow");
  EXPECT_EQ(persons[0].speeches, record_->speeches({.speaker = "marlow"})->size());
  const PersonFilter next{.after = "Bo Harrow", .most_first = true, .after_speeches = persons[1].speeches};
  EXPECT_EQ(record_->persons(next)->front().key, "harbour master");
  std::uint32_t documents_of_outlets = 0;
  const std::vector<PersonOutlet> outlets = record_->outlets_of("Bo Harrow").value();
  for (const PersonOutlet& outlet : outlets) documents_of_outlets += outlet.documents;
  EXPECT_EQ(documents_of_outlets, persons[1].documents);
  EXPECT_THAT(record_->check()->findings, IsEmpty());
}

TEST_F(ListsTest, TheStateChangesWithEveryCommitOfAnybody) {
  const auto reader = record_->open_reader().value();
  const std::uint64_t before = reader->state().value();
  EXPECT_EQ(reader->state().value(), before);
  EXPECT_EQ(record_->state().value(), before);
  ASSERT_TRUE(record_->remove("0/report4.txt"));
  const std::uint64_t after = reader->state().value();
  EXPECT_NE(after, before);
  EXPECT_EQ(record_->state().value(), after);
  std::filesystem::remove(folder_.file("readout.db"));
  EXPECT_EQ(reader->state().error().code, ErrorCode::not_found);
}

// The index folds less than names are folded: what it does not find, no list gives.
TEST(SeveralWordsTest, AreFoundAlikeInOneDocumentAndInAll) {
  const Folder folder;
  const std::unique_ptr<Record> record = open_for_test(folder.file("readout.db"));
  ASSERT_NE(record, nullptr);
  ASSERT_TRUE(record->add(std::vector{sample_account("a.txt", "Ada Marlow", "Sergey met both delegations twice")}));
  for (const auto& [words, rows] : {std::pair("sergey delegations", 1u), std::pair("sergei delegations", 0u)}) {
    EXPECT_EQ(record->speeches({.words = words})->size(), rows) << words;
    EXPECT_EQ(record->speeches({.words = words, .document = "a"})->size(), rows) << words;
    EXPECT_EQ(record->timeline({.speeches = {.words = words}})->size(), rows) << words;
  }
}

// Words in more passages than are put in order at once are sought document by document, with the same answer.
TEST(CommonWordsTest, AreFoundAsSeldomOnesAre) {
  const Folder folder;
  const std::unique_ptr<Record> record = open_for_test(folder.file("readout.db"));
  ASSERT_NE(record, nullptr);
  std::vector<Account> accounts;
  for (const std::string origin : {"long1.txt", "long2.txt", "long3.txt", "short.txt"}) {
    Account account = sample_account(origin, "Ada Marlow", "We wait for the tide of " + origin);
    std::string text(account.document.text.view());
    for (std::uint32_t i = 0; origin != "short.txt" && i < 1800; ++i) {
      const std::string line = "The tide was low.";
      account.document.blocks.push_back(
          {make_span(text.size(), text.size() + line.size()), BlockKind::body, 3 + i, "prose"});
      text += line + "\n";
    }
    account.document.text = Text::plain(text);
    account.document.blob = sha256(text);
    account.document.blob_bytes = text.size();
    accounts.push_back(std::move(account));
  }
  ASSERT_TRUE(record->add(accounts));

  std::vector<std::string> whole;
  std::vector<std::string> speeches;
  for (const std::string name : {"long1", "long2", "long3", "short"}) {
    const std::vector<Passage> passages = record->search({.words = "tide", .document = name, .limit = 10000}).value();
    for (const Passage& passage : passages) whole.push_back(passage.id);
    const std::vector<SpeechRow> rows = record->speeches({.words = "tide of", .document = name}).value();
    for (const SpeechRow& speech : rows) speeches.push_back(speech.id);
  }
  ASSERT_EQ(whole.size(), 3 * 1801 + 1);
  ASSERT_EQ(speeches.size(), 4);

  std::vector<std::string> paged;
  PassageFilter filter{.words = "tide", .limit = 700};
  for (std::vector<Passage> page; !(page = record->search(filter).value()).empty();) {
    for (const Passage& passage : page) paged.push_back(passage.id);
    filter.after = Cursor{page.back().document, page.back().number};
  }
  EXPECT_EQ(paged, whole);

  std::vector<std::string> told;
  SpeechFilter of{.words = "tide of", .limit = 3};
  for (std::vector<SpeechRow> page; !(page = record->speeches(of).value()).empty();) {
    for (const SpeechRow& speech : page) told.push_back(speech.id);
    of.after = Cursor{page.back().document, page.back().number};
  }
  EXPECT_EQ(told, speeches);
}

}  // namespace
}  // namespace readout
