// What goes in comes out: accounts, rows, filters, search.
#include "readout/record/record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readout/record/faults.h"
#include "readout/record/sample_for_test.h"

namespace readout {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class RecordTest : public ::testing::Test {
 protected:
  void SetUp() override {
    record_ = open_for_test(folder_.file("readout.db"));
    ASSERT_NE(record_, nullptr);
  }

  std::vector<Added> add(std::vector<Account> accounts) {
    const Result<std::vector<Added>> added = record_->add(accounts);
    EXPECT_TRUE(added) << added.error().message;
    return added.value_or(std::vector<Added>());
  }

  Folder folder_;
  std::unique_ptr<Record> record_;
};

TEST_F(RecordTest, GivesBackTheWholeAccount) {
  const Account given = sample_account("pile/001.txt", "Ada Marlow", "We will wait until spring");
  ASSERT_THAT(find_faults(given), IsEmpty());
  ASSERT_EQ(add({given})[0].name, "001");
  const Result<Account> taken = record_->account("001");
  ASSERT_TRUE(taken) << taken.error().message;
  EXPECT_EQ(taken->document.text.view(), given.document.text.view());
  EXPECT_EQ(taken->document.text.map(), given.document.text.map());
  EXPECT_EQ(taken->document.blocks, given.document.blocks);
  EXPECT_EQ(taken->document.dates, given.document.dates);
  EXPECT_EQ(taken->document.doubts, given.document.doubts);
  EXPECT_EQ(taken->document.language, given.document.language);
  EXPECT_EQ(taken->document.blob, given.document.blob);
  EXPECT_EQ(taken->speeches, given.speeches);
  EXPECT_EQ(taken->persons, given.persons);
  EXPECT_EQ(taken->speakers, given.speakers);
  EXPECT_EQ(taken->statements, given.statements);
}

TEST_F(RecordTest, KeepsEveryKindOfEverything) {
  Account given = sample_account("001.txt", "Ada Marlow", "We will wait until spring");
  const Speech first = given.speeches[0];
  const auto add_speech = [&](auto change) {
    Speech speech = first;
    change(speech);
    given.speeches.push_back(speech);
    given.speakers.push_back(given.speakers[0]);
    given.statements.emplace_back();
  };
  for (int i = 0; i <= static_cast<int>(SpeechKind::transcript); ++i)
    add_speech([&](Speech& speech) { speech.kind = static_cast<SpeechKind>(i); });
  for (int i = 0; i <= static_cast<int>(Polarity::asked); ++i)
    add_speech([&](Speech& speech) { speech.polarity = static_cast<Polarity>(i); });
  for (int i = 0; i <= static_cast<int>(InsertionKind::aside); ++i)
    add_speech([&](Speech& speech) { speech.insertions = {{speech.content[0], static_cast<InsertionKind>(i)}}; });
  for (int i = 0; i <= static_cast<int>(ChannelKind::document); ++i)
    add_speech([&](Speech& speech) { speech.channels = {{static_cast<ChannelKind>(i), speech.cue[0]}}; });
  for (int i = 0; i <= static_cast<int>(DoubtKind::corrected); ++i)
    add_speech([&](Speech& speech) { speech.doubts = {{static_cast<DoubtKind>(i), speech.cue[0], "x"}}; });
  for (int i = 0; i <= static_cast<int>(Known::stated); ++i)
    add_speech([&](Speech& speech) {
      speech.said = make_date(2025, 3, 3, static_cast<Known>(i));
      speech.said.zone_minutes = static_cast<std::int16_t>(60 * i - 180);
      speech.said.grain = static_cast<Grain>(i);
    });
  add({given});
  const Result<Account> taken = record_->account("001");
  ASSERT_TRUE(taken) << taken.error().message;
  EXPECT_EQ(taken->speeches, given.speeches);
}

TEST_F(RecordTest, KeepsTheMapIntoBytesOfAnotherEncoding) {
  Account given = sample_account("a.txt", "Ada Marlow", "We will wait until spring");
  // As if the two curly marks had been one byte each in the file.
  const std::string text(given.document.text.view());
  OffsetMap map;
  std::uint32_t blob = 0;
  std::string bytes;
  for (std::size_t i = 0; i < text.size();) {
    const bool curly = text[i] == '\xE2';
    const std::uint32_t size = curly ? 3 : 1;
    map.append(size, blob, 1, !curly);
    bytes += curly ? '\x93' : text[i];
    ++blob;
    i += size;
  }
  given.document.text = Text(text, map);
  given.document.blob = sha256(bytes);
  given.document.blob_bytes = bytes.size();
  given.bytes = std::make_shared<const std::string>(bytes);
  add({given});
  const Result<Account> taken = record_->account("a");
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->document.text.map(), map);
  ASSERT_NE(taken->bytes, nullptr);
  EXPECT_EQ(*taken->bytes, bytes);
  const Result<std::vector<SpeechRow>> rows = record_->speeches_of("a");
  ASSERT_TRUE(rows);
  const Span delivered = rows->front().delivered;
  EXPECT_EQ(bytes.substr(delivered.begin, delivered.size()), rows->front().words[0]);
  EXPECT_THAT(record_->check()->findings, IsEmpty());
}

TEST_F(RecordTest, TellsWhoSaidWhatWhenAndThroughWhom) {
  add({sample_account("001.txt", "Ada Marlow", "We will wait until spring")});
  const Result<std::vector<SpeechRow>> rows = record_->speeches({});
  ASSERT_TRUE(rows);
  ASSERT_THAT(*rows, SizeIs(3));
  const SpeechRow& direct = (*rows)[0];
  EXPECT_EQ(direct.id, span_id("001", direct.delivered));
  EXPECT_THAT(direct.words, ElementsAre("We will wait until spring"));
  EXPECT_EQ(direct.person->name, "Ada Marlow");
  EXPECT_EQ(direct.when_of, WhenOf::speech);
  EXPECT_EQ(to_iso(direct.when), "2025-03-03");
  EXPECT_EQ((*rows)[1].when_of, WhenOf::published);
  const SpeechRow& nested = (*rows)[2];
  EXPECT_FALSE(nested.person);
  ASSERT_THAT(nested.candidates, SizeIs(2));
  EXPECT_EQ(nested.candidates[0].key, "harbour master");
  ASSERT_THAT(nested.chain, SizeIs(1));
  EXPECT_EQ(nested.chain[0].id, (*rows)[1].id);
  EXPECT_EQ(nested.chain[0].name, "Ada Marlow");
}

TEST_F(RecordTest, FindsASpeechBySpanId) {
  add({sample_account("001.txt", "Ada Marlow", "We will wait until spring")});
  const std::vector<SpeechRow> rows = record_->speeches({}).value();
  EXPECT_EQ(record_->speech(rows[0].id)->number, 0u);
  EXPECT_EQ(record_->speech("00" + rows[2].id.substr(3))->number, 2u);
  EXPECT_EQ(record_->speech("001:" + std::to_string(rows[1].delivered.begin))->number, 1u);
  EXPECT_EQ(record_->speech("001:1-2").error().code, ErrorCode::not_found);
  EXPECT_EQ(record_->speech("001").error().code, ErrorCode::bad_argument);
  EXPECT_EQ(record_->speech("001:9x-12").error().code, ErrorCode::bad_argument);
  EXPECT_EQ(record_->speech("002:1-2").error().code, ErrorCode::not_found);
}

TEST_F(RecordTest, FiltersAndPages) {
  std::vector<Account> accounts;
  for (int i = 0; i < 30; ++i)
    accounts.push_back(sample_account("pile/" + std::to_string(100 + i) + ".txt", i % 2 ? "Ada Marlow" : "Bo Harrow",
                                      "We will wait for tide number " + std::to_string(i)));
  add(accounts);
  SpeechFilter filter;
  filter.speaker = "marlow";
  filter.kind = SpeechKind::direct;
  filter.limit = 4;
  std::vector<std::string> ids;
  for (auto page = record_->speeches(filter); page && !page->empty(); page = record_->speeches(filter)) {
    for (const SpeechRow& row : *page) ids.push_back(row.id);
    filter.after = Cursor{page->back().document, page->back().number};
  }
  EXPECT_THAT(ids, SizeIs(15));
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));

  const auto count = [&](SpeechFilter asked) { return record_->speeches(asked).value().size(); };
  EXPECT_EQ(count({.words = "tide"}), 30u);
  EXPECT_EQ(count({.words = "tide 7"}), 1u);
  EXPECT_EQ(count({.words = "\"number 7\""}), 1u);
  EXPECT_EQ(count({.words = "\"7 number\""}), 0u);
  EXPECT_EQ(count({.words = "promis*", .depth = 0}), 30u);
  EXPECT_EQ(count({.words = "Tuesday"}), 0u);  // stands beside the speech, not in it
  EXPECT_EQ(count({.speaker = "port minister"}), 60u);
  EXPECT_EQ(count({.channel = "briefing"}), 30u);
  EXPECT_EQ(count({.channel = "courier"}), 90u);
  EXPECT_EQ(count({.channel = "agency"}), 0u);
  EXPECT_EQ(count({.document = "107"}), 3u);
  EXPECT_EQ(count({.depth = 1}), 30u);
  EXPECT_EQ(count({.polarity = Polarity::denied}), 0u);
  const std::int64_t fourth = make_date(2025, 3, 4, Known::stated).begin_s;
  EXPECT_EQ(count({.until_s = fourth}), 30u);
  EXPECT_EQ(count({.since_s = fourth}), 60u);
  EXPECT_EQ(count({.words = "!?"}), 0u);
}

TEST_F(RecordTest, CountsOtherPersonsAndSpeechesAsTheSpeakers) {
  add({sample_account("001.txt", "Ada Marlow", "We will wait until spring"),
       sample_account("002.txt", "Bo Harrow", "We will not wait at all"),
       sample_account("003.txt", "Cy Dunmore", "Let the others wait for us")});
  const std::string third = record_->speeches_of("003")->front().id;
  const auto count = [&](SpeechFilter asked) { return record_->speeches(asked).value().size(); };
  EXPECT_EQ(count({.speaker = "marlow"}), 2u);
  EXPECT_EQ(count({.speaker = "marlow", .also_persons = {"Bo Harrow", "nobody"}}), 4u);
  EXPECT_EQ(count({.speaker = "marlow", .also_persons = {"Ada Marlow"}, .also_speeches = {third, "009:1-2"}}), 3u);
  EXPECT_EQ(count({.speaker = "marlow", .also_speeches = {third}, .words = "others"}), 1u);
  EXPECT_EQ(count({.speaker = "nobody at all", .also_speeches = {third}}), 1u);
  EXPECT_EQ(count({.also_persons = {"Ada Marlow"}}), 2u);
  EXPECT_EQ(count({.also_persons = {"nobody"}}), 0u);
  EXPECT_EQ(count({.also_speeches = {third}}), 1u);
  EXPECT_EQ(record_->person("Bo Harrow")->speeches, 2u);
  EXPECT_EQ(record_->person("Bo").error().code, ErrorCode::not_found);
}

TEST_F(RecordTest, JoinsVersionsByKey) {
  add({sample_account("a.txt", "Ada Marlow", "We will wait until spring"),
       sample_account("b/a.txt", "Ada Marlow", "We will wait until spring"),
       sample_account("c.txt", "Ada Marlow", "We will not wait until spring")});
  const std::vector<SpeechRow> rows = record_->speeches({.kind = SpeechKind::direct}).value();
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[0].versions, 2u);
  EXPECT_EQ(rows[2].versions, 1u);
  EXPECT_THAT(record_->speeches({.statement = rows[0].statement}).value(), SizeIs(2));
}

TEST_F(RecordTest, SearchesPassagesAndShowsWhere) {
  add({sample_account("001.txt", "Ada Marlow", "We will wait until spring")});
  const std::vector<Passage> found = record_->search({.words = "talks ELLIS"}).value();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].id, "001:0-19");
  EXPECT_EQ(found[0].block.kind, BlockKind::title);
  EXPECT_THAT(found[0].matches, ElementsAre(Span{0, 5}, Span{14, 19}));
  const std::vector<Passage> marked = record_->search({.words = "tuesday"}).value();
  ASSERT_THAT(marked, SizeIs(1));
  EXPECT_EQ(slice(marked[0].text, marked[0].matches[0]), "Tuesday");
  // The language of the index is not the user's: operators are words.
  EXPECT_THAT(record_->search({.words = "talks OR spring"}).value(), IsEmpty());
  EXPECT_THAT(record_->search({.words = "NEAR( ^talks text: \" *"}).value(), IsEmpty());
}

TEST_F(RecordTest, ListsPersonsUnderTheirCommonestForm) {
  Account other = sample_account("b.txt", "Ada Marlow", "No berth stands empty today");
  other.persons[0].name = "Minister Ada Marlow";
  add({sample_account("a.txt", "Ada Marlow", "We will wait"), other,
       sample_account("c.txt", "Ada Marlow", "We wait no more")});
  const std::vector<PersonRow> rows = record_->persons({.words = "marlow"}).value();
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].name, "Ada Marlow");
  EXPECT_THAT(rows[0].names, ElementsAre("Ada Marlow", "Minister Ada Marlow"));
  EXPECT_EQ(rows[0].documents, 3u);
  EXPECT_EQ(rows[0].speeches, 6u);
  EXPECT_THAT(record_->persons().value(), SizeIs(2));
}

TEST_F(RecordTest, CountsTheNamesThatArePrinted) {
  Account shorter = sample_account("003.txt", "Ada Marlow", "Let the others wait for us");
  shorter.persons[0].name = "Marlow";
  add({sample_account("001.txt", "Ada Marlow", "We will wait until spring"),
       sample_account("002.txt", "Ada Marlow", "We will not wait at all"), shorter});
  const auto names = record_->printed_names("Ada Marlow").value();
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(names[0].name, "Ada Marlow");
  EXPECT_EQ(names[0].documents, 2u);
  EXPECT_EQ(names[1].name, "Marlow");
  EXPECT_TRUE(record_->printed_names("nobody")->empty());
}

TEST_F(RecordTest, AReaderSeesWhatIsCommitted) {
  add({sample_account("a.txt", "Ada Marlow", "We will wait")});
  const Result<std::unique_ptr<Record>> reader = record_->open_reader();
  ASSERT_TRUE(reader) << reader.error().message;
  EXPECT_TRUE((*reader)->holds("a.txt", sha256(record_->account("a")->document.text.view()))->has_value());
  add({sample_account("b.txt", "Ada Marlow", "We will wait")});
  EXPECT_EQ((*reader)->counts()->documents, 2u);
  const std::vector<Account> more = {sample_account("c.txt", "Ada Marlow", "We will wait")};
  const Result<std::vector<Added>> refused = (*reader)->add(more);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::store);
}

}  // namespace
}  // namespace readout
