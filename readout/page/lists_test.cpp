#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "readout/page/csv.h"
#include "readout/page/facets.h"
#include "readout/page/lists_for_test.h"
#include "readout/page/sought_words.h"

namespace readout {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

RC_GTEST_PROP(Csv, AnyFieldComesBack, (const std::vector<std::pair<std::string, std::string>>& pairs)) {
  Csv csv({"a", "b,\"c\""});
  for (const auto& [a, b] : pairs) csv.row({a, b});
  const auto rows = parse_csv(csv.take());
  RC_ASSERT(rows.size() == pairs.size() + 1);
  RC_ASSERT(rows[0] == (std::vector<std::string>{"a", "b,\"c\""}));
  for (std::size_t i = 0; i < pairs.size(); ++i)
    RC_ASSERT(rows[i + 1] == (std::vector<std::string>{pairs[i].first, pairs[i].second}));
}

RC_GTEST_PROP(Cursor, ComesBack, (const std::int64_t number, const std::string& name)) {
  const auto parts = read_cursor(make_cursor({std::to_string(number), name}), 2);
  RC_ASSERT(parts.has_value());
  RC_ASSERT(*read_cursor_number(parts->front()) == number);
  RC_ASSERT(parts->back() == name);
}

TEST(Cursor, RefusesWhatIsNone) {
  EXPECT_FALSE(read_cursor("7", 2));
  for (const char* number : {"", "x", "7x", "99999999999999999999"}) EXPECT_FALSE(read_cursor_number(number)) << number;
  EXPECT_FALSE(page_limit({"/", {{"limit", "0"}}, PageForm::html}));
  EXPECT_FALSE(page_limit({"/", {{"limit", "1001"}}, PageForm::html}));
  EXPECT_EQ(*page_limit({"/", {{"limit", "7"}}, PageForm::csv}), 7u);
}

TEST(Facets, NarrowFromTheBeginningAndCanBeTakenAway) {
  const PageAsk ask{"/timeline", {{"kind", "direct"}, {"after", "7.x"}, {"speaker", "a&b"}}, PageForm::html};
  EXPECT_EQ(narrowed(ask, "kind", "").str(), "/timeline?speaker=a%26b");
  EXPECT_EQ(narrowed(ask, "kind", "mixed").str(), "/timeline?speaker=a%26b&kind=mixed");
  EXPECT_EQ(further(ask, "after", "8.y", PageForm::json).str(), "/timeline.json?kind=direct&speaker=a%26b&after=8.y");
  PageValues values;
  show_facets(values, ask, {{"kind", "Kind", {{"mixed", "", 3}}}, {"speaker", "Speaker", {}}});
  const std::string page = render("facets", values).str();
  EXPECT_THAT(page, HasSubstr("<option value=\"mixed\">mixed (3)</option>"));
  EXPECT_THAT(page, HasSubstr("<option value=\"direct\" selected>direct</option>")) << "an old link keeps its value";
  EXPECT_THAT(page, HasSubstr("value=\"a&amp;b\""));
}

TEST(SoughtWords, AreMarkedAsTheSearchFoldsThem) {
  const auto marked = [](std::string_view text, std::string_view words) {
    return mark_sought(text, sought_words(words)).str();
  };
  EXPECT_EQ(marked("The Ferry’s crews", "ferry"), "The <mark>Ferry’s</mark> crews");
  EXPECT_EQ(marked("Élan, elan; elands", "\"elan\""), "<mark>Élan</mark>, <mark>elan</mark>; elands");
  EXPECT_EQ(marked("sail sailing assail", "sail*"), "<mark>sail</mark> <mark>sailing</mark> assail");
  EXPECT_EQ(marked("port-ellis <b>", "port-ellis b"), "<mark>port</mark>-<mark>ellis</mark> &lt;<mark>b</mark>&gt;");
  EXPECT_EQ(marked("nothing", ""), "nothing");
}

class SearchPageTest : public ListsTest {};

TEST_F(SearchPageTest, ShowsStatementsAndPassagesWithTheirWordsMarked) {
  add({sample_account("001.txt", "Ada Marlow", "We will wait until spring")});
  const std::string page = html("/search?q=spring");
  EXPECT_THAT(page, HasSubstr("until <mark>spring</mark>"));
  EXPECT_THAT(page, HasSubstr("href=\"/statement/001:"));
  EXPECT_THAT(page, HasSubstr("2025-03-03 · <bdi>Ellis Courier</bdi> · <bdi class=\"id\">001:"));
  const JsonValue json = this->json("/search.json?q=spring");
  EXPECT_EQ(json.find("statements")->items.size(), 1u);
  EXPECT_EQ(json.find("passages")->items.size(), 1u);
  EXPECT_THAT(csv("/search.csv?q=spring")[1], testing::Contains("Ada Marlow"));
  EXPECT_EQ(ask("/search?q=colour:red").status, 400);
  EXPECT_THAT(html("/search"), Not(HasSubstr("Statements")));
}

TEST_F(SearchPageTest, TellsThreeKindsOfNothingApart) {
  add({sample_account("001.txt", "Ada Marlow", "We will wait until spring"),
       sample_account("002.txt", "Bo Harrow", "The others may go")});
  const auto kind = [&](const std::string& query) {
    const JsonValue answer = json("/search.json?q=" + query);
    return answer.find("absence") == nullptr ? "" : std::string(answer.find("absence")->text_of("kind"));
  };
  EXPECT_EQ(kind("speaker:nobody"), "not in the pile");
  EXPECT_EQ(kind("document:nowhere"), "not in the pile");
  EXPECT_EQ(kind("speaker:harrow+spring"), "not mentioned here");
  EXPECT_EQ(kind("zeppelin"), "not mentioned here");
  // The harbour master's promise has no known speaker.
  EXPECT_EQ(kind("speaker:harrow+%22new+berths%22+document:001"), "unknown");
  EXPECT_EQ(kind("spring"), "");
}

TEST_F(SearchPageTest, PagesLoseAndRepeatNothing) {
  std::vector<Account> accounts;
  for (int i = 0; i < 17; ++i)
    accounts.push_back(sample_account("d." + std::to_string(i) + ".txt", "Ada Marlow", "We will wait until spring"));
  add(accounts);
  const auto whole = csv("/search.csv?q=spring");
  ASSERT_EQ(whole.size(), 18u);
  for (const int limit : {1, 2, 5, 16, 17, 18}) {
    std::vector<std::string> ids;
    std::string target = "/search.json?q=spring&limit=" + std::to_string(limit);
    while (!target.empty()) {
      const JsonValue page = json(target);
      for (const JsonValue& row : page.find("statements")->items) ids.emplace_back(row.text_of("id"));
      ASSERT_LE(ids.size(), 17u);
      target = page.text_of("next");
    }
    ASSERT_EQ(ids.size(), 17u) << limit;
    for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(ids[i], whole[i + 1][0]);
    // A table's last column is where the next one begins.
    const auto first = csv("/search.csv?q=spring&limit=" + std::to_string(limit));
    const auto rest = csv("/search.csv?q=spring&after=" + percent_encode(first.back().back()));
    EXPECT_EQ(first.size() - 1 + rest.size() - 1, 17u);
  }
  EXPECT_EQ(ask("/search?q=spring&after=x").status, 400);
}

TEST_F(SearchPageTest, HostileNamesAndWordsStayWords) {
  add({sample_account(std::string(kHostile) + ".txt", std::string(kHostile), "We will " + std::string(kHostile))});
  for (const std::string target : {"/search?q=will", "/search?q=speaker:alert", "/search?q=%22%3E%3Cscript%3Ewill"}) {
    const std::string page = html(target);
    EXPECT_EQ(page.find("<script>"), std::string::npos) << page;
    EXPECT_EQ(page.find("\xE2\x80\xAE"), std::string::npos) << page;
  }
  frame_.with_text = false;
  EXPECT_THAT(html("/search?q=will"), Not(HasSubstr("We will")));
  EXPECT_THAT(ask("/search.json?q=will").body, Not(HasSubstr("We will")));
}

}  // namespace
}  // namespace readout
