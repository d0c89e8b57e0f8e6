// Pile, Timeline and People on an invented record.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "readout/page/lists_for_test.h"
#include "readout/page/scores.h"

namespace readout {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class PeopleAndTimeTest : public ListsTest {
 protected:
  // Seven documents by two persons; one of them on no known day, one refused, one in Russian.
  void add_pile() {
    std::vector<Account> accounts;
    for (int i = 0; i < 5; ++i) {
      Account account = sample_account("d" + std::to_string(i) + ".txt", i < 4 ? "Ada Marlow" : "Bo Harrow",
                                       "We will wait until spring " + std::to_string(i / 2));
      const auto day = make_date(2025, 3, 9 - i, Known::stated);
      account.speeches[0].said = day;
      account.document.outlet = i % 2 == 0 ? "Ellis Courier" : "Tolm Echo";
      accounts.push_back(account);
    }
    Account undated = sample_account("undated.txt", "Ada Marlow", "We will wait until spring 0");
    undated.document.dates = {};
    for (Speech& speech : undated.speeches) speech.said = {};
    undated.document.language.code = "ru";
    accounts.push_back(undated);
    Account refused;
    refused.document.origin = "picture.bin";
    refused.document.blob = sha256("picture");
    refused.document.blob_bytes = 7;
    refused.document.doubts = {{DoubtKind::binary, {}, ""}};
    accounts.push_back(refused);
    add(accounts);
  }

  // Every row of a list that is paged by its JSON's "next"; `key` names the array.
  std::vector<std::string> walk(std::string target, std::string_view key, std::string_view id) {
    std::vector<std::string> ids;
    while (!target.empty() && ids.size() < 1000) {
      const JsonValue page = json(target);
      for (const JsonValue& row : page.find(key)->items) ids.emplace_back(row.text_of(id));
      target = page.text_of("next");
    }
    return ids;
  }
};

TEST_F(PeopleAndTimeTest, PagesLoseAndRepeatNothing) {
  add_pile();
  struct List {
    std::string path;
    std::string params;
    std::string key;
    std::string id;
  };
  for (const List& list :
       {List{"/index", "", "documents", "name"}, List{"/index", "order=date&", "documents", "name"},
        List{"/index", "order=newest&", "documents", "name"}, List{"/timeline", "", "statements", "id"},
        List{"/timeline", "order=newest&", "statements", "id"}, List{"/person", "", "people", "key"}}) {
    const std::vector<std::string> whole = walk(list.path + ".json?" + list.params, list.key, list.id);
    EXPECT_GT(whole.size(), 2u) << list.path;
    EXPECT_EQ(std::set<std::string>(whole.begin(), whole.end()).size(), whole.size()) << list.path;
    for (const int limit : {1, 2, 3})
      EXPECT_EQ(walk(list.path + ".json?" + list.params + "limit=" + std::to_string(limit), list.key, list.id), whole)
          << list.path << list.params << limit;
    const auto table = csv(list.path + ".csv?" + list.params);
    ASSERT_EQ(table.size(), whole.size() + 1);
    for (std::size_t i = 0; i < whole.size(); ++i) EXPECT_EQ(table[i + 1][0], whole[i]);
    const auto rest = csv(list.path + ".csv?" + list.params + "after=" + percent_encode(table[2].back()));
    EXPECT_EQ(rest.size(), whole.size() - 1) << "the second row's cursor begins with the third";
  }
}

TEST_F(PeopleAndTimeTest, ThePileSaysWhatIsHereWhatWasCutAndWhatCouldNotBeRead) {
  add_pile();
  const std::string page = html("/");
  for (const char* part : {"<a href=\"/source/d0\">", "could not be read", "binary", "/?outlet=Tolm%20Echo",
                           "first-line", "formaction=\"/verify\"", "not read: binary", "date-open"})
    EXPECT_THAT(page, HasSubstr(part));
  EXPECT_EQ(walk("/index.json?language=ru", "documents", "name"), std::vector<std::string>{"undated"});
  EXPECT_EQ(walk("/index.json?outlet=Tolm%20Echo", "documents", "name"), (std::vector<std::string>{"d1", "d3"}));
  EXPECT_EQ(walk("/index.json?read=refused", "documents", "name"), std::vector<std::string>{"picture"});
  const JsonValue json = this->json("/index.json");
  EXPECT_EQ(json.find("counts")->find("documents")->number, 7);
  EXPECT_EQ(json.find("counts")->find("refused")->number, 1);
  EXPECT_EQ(ask("/?after=x").status, 400);
  EXPECT_EQ(ask("/?limit=0").status, 400);
}

TEST_F(PeopleAndTimeTest, TheTimelineGoesByTimeAndKeepsTheUndatedInATray) {
  add_pile();
  const std::string page = html("/timeline");
  EXPECT_LT(page.find("<h2>2025-03-05</h2>"), page.find("<h2>2025-03-09</h2>"));
  EXPECT_THAT(page, HasSubstr("Without a date"));
  EXPECT_THAT(page, HasSubstr("<svg"));
  EXPECT_THAT(page, HasSubstr("not after 2025-03-04 (published)")) << "of a speech that has no date of its own";
  const JsonValue json = this->json("/timeline.json");
  EXPECT_EQ(json.find("undated")->items.size(), 3u);
  EXPECT_THAT(json.find("undated")->items[0].text_of("id"), HasSubstr("undated:"));
  EXPECT_THAT(page, HasSubstr("bounds unknown"));
  EXPECT_EQ(walk("/timeline.json?kind=direct&speaker=harrow", "statements", "id").size(), 1u);
  EXPECT_EQ(walk("/timeline.json?language=ru", "statements", "id").size(), 0u);
  EXPECT_EQ(walk("/timeline.json?date=2025-03-08..&kind=direct", "statements", "id").size(), 2u);
  EXPECT_EQ(walk("/timeline.json?channel=briefing", "statements", "id").size(), 5u);
  EXPECT_EQ(walk("/timeline.json?person=Bo%20Harrow", "statements", "id").size(), 2u);
  EXPECT_EQ(csv("/timeline.csv?undated=1").size(), 4u);
  EXPECT_EQ(ask("/timeline?kind=loud").status, 400);
  EXPECT_EQ(ask("/timeline?date=soon").status, 400);
  EXPECT_EQ(ask("/timeline?after=1.2").status, 400);
  EXPECT_THAT(html("/timeline?document=nowhere"), HasSubstr("not in the pile"));
  EXPECT_THAT(html("/timeline?speaker=nobody"), HasSubstr("not in the pile"));
  EXPECT_THAT(html("/timeline?about=zeppelin"), HasSubstr("not mentioned here"));
}

TEST_F(PeopleAndTimeTest, TheUndatedWereSaidNoLaterThanTheSameWordsElsewhereWerePrinted) {
  const std::string words =
      "“The lantern on the mole was lit for the first time in forty years, and it will stay lit,” Mayor Ines Calder ";
  read_pile(
      {{"pile/401.txt", words + "said at the mole.\n\nThe islanders had brought bread and salt to the mole.\n"},
       {"pile/402.txt",
        "ORMSBY, May 6, 2031. /ONA/. " + words + "said.\n\nThe harbour was quiet for the rest of it.\n"},
       {"pile/403.txt", "“No lantern was ever lit in this town,” Mayor Ines Calder said once at the old mole.\n"}});
  const std::string page = html("/timeline");
  EXPECT_THAT(page, HasSubstr("not after 2031-05-06: the same words"));
  EXPECT_THAT(page, HasSubstr("bounds unknown"));
}

TEST_F(PeopleAndTimeTest, APersonHasNamesOfficesOutletsAndTwoColumns) {
  Account transcript = sample_account("t.txt", "Ada Marlow", "I was there");
  transcript.speeches[0].kind = SpeechKind::transcript;
  transcript.persons[0].name = "A. Marlow";
  add({sample_account("a.txt", "Ada Marlow", "We will wait until spring"), transcript});
  const JsonValue json = this->json("/person/Ada%20Marlow.json");
  EXPECT_EQ(json.find("first_hand")->items.size(), 2u);
  EXPECT_EQ(json.find("reported")->items.size(), 2u);
  EXPECT_EQ(json.find("printed")->items.size(), 2u);
  EXPECT_EQ(json.find("held")->items[0].text_of("office"), "ellis/port-minister");
  EXPECT_EQ(json.find("outlets")->items[0].text_of("outlet"), "Ellis Courier");
  const std::string page = html("/person/Ada%20Marlow");
  for (const char* part : {"A. Marlow", "First-hand", "Reported", "ellis/port-minister", "as printed", "Ellis Courier",
                           "/timeline?person=Ada%20Marlow"})
    EXPECT_THAT(page, HasSubstr(part));
  const auto table = csv("/person/Ada%20Marlow.csv");
  ASSERT_EQ(table.size(), 5u);
  EXPECT_THAT(table[1], Contains("first"));
  EXPECT_EQ(ask("/person/nobody").status, 404);
  EXPECT_THAT(ask("/person/nobody").body, HasSubstr("not in the pile"));
  EXPECT_THAT(html("/person?q=zeppelin"), HasSubstr("not in the pile"));
}

TEST_F(PeopleAndTimeTest, TheMethodSaysFilesVersionsScoresAndLimits) {
  add_pile();
  const std::string page = html("/method");
  for (const char* part : {"readout.decisions.jsonl", "test-1", "no score for outlets", "Known limits", "picture.bin"})
    EXPECT_THAT(page, HasSubstr(part));
  EXPECT_THAT(page, HasSubstr(to_hex(sha256("picture"))));
  EXPECT_EQ(walk("/method.json?limit=2", "files", "name"), walk("/method.json", "files", "name"));
  EXPECT_EQ(csv("/method.csv").size(), 8u);
  std::ifstream file(std::string(READOUT_SOURCE_DIR) + "/docs/quality.md");
  const std::string known((std::istreambuf_iterator<char>(file)), {});
  ASSERT_FALSE(known.empty());
  for (const ScoreRow& row : known_scores()) {
    EXPECT_THAT(known, HasSubstr(std::string(row.value))) << row.figure << ": not what docs/quality.md has";
  }
}

TEST_F(PeopleAndTimeTest, HostileNamesStayWords) {
  Account account = sample_account(std::string(kHostile) + ".txt", std::string(kHostile), "We will");
  account.document.outlet = account.document.title = std::string(kHostile);
  account.document.language.code = "en\" onload=";
  add({account});
  for (const std::string& target :
       {std::string("/"), std::string("/timeline"), std::string("/person"), std::string("/method"),
        Address::person(Ground::site, kHostile).str(), "/timeline?speaker=" + percent_encode(kHostile)}) {
    const std::string page = html(target);
    EXPECT_EQ(page.find("<script>"), std::string::npos) << target;
    EXPECT_EQ(page.find("\" onload="), std::string::npos) << target;
    EXPECT_EQ(page.find("\xE2\x80\xAE"), std::string::npos) << target;
  }
  frame_.with_text = false;
  EXPECT_THAT(html("/timeline"), Not(HasSubstr("We will")));
}

}  // namespace
}  // namespace readout
