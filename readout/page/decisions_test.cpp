// The page of decisions and the form to decide: all states, three forms, hostile words inert.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readout/decision/decided_for_test.h"
#include "readout/page/decide_part.h"
#include "readout/page/lists_for_test.h"

namespace readout {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

class DecisionsPageTest : public ListsTest {
 protected:
  void SetUp() override {
    add({sample_account("pile/101.txt", "Ada Marlow", "We will wait until spring"),
         sample_account("pile/102.txt", "A. Marlowe", "Nobody waits for spring")});
    const std::string first = record_->speeches_of("101")->front().id;
    const std::string other = record_->speeches_of("102")->front().id;
    DecisionTarget lost = passage_target(*record_, first);
    lost.places[0].blob = sha256("gone");
    lost.places[0].origin = "nowhere.txt";
    const Decision named =
        decided(DecisionVerb::rename, {person_named("Ada Marlow")}, 1, "Ada Marlow-Vane", std::string(kHostile));
    all_ = {named, decided(DecisionVerb::split, {passage_target(*record_, first), passage_target(*record_, other)}, 2),
            decided(DecisionVerb::unknown, {lost}, 3),
            decided(DecisionVerb::undo, {{TargetKind::decision, named.id, {}, {}}}, 4)};
    rulings_ = Rulings::replay(parse_journal(lines_of(all_) + "torn {\n"), *record_).value();
    frame_.token = "t0ken";
  }

  PageAnswer ask_ruled(const std::string& target) {
    Visit visit{*record_, *desk_, &rulings_, frame_};
    return answer_page(read_address(target).value(), visit);
  }

  std::vector<Decision> all_;
  Rulings rulings_;
};

TEST_F(DecisionsPageTest, ShowsEveryDecisionWithWhatItMeansHere) {
  const PageAnswer page = ask_ruled("/decisions");
  EXPECT_EQ(page.status, 200);
  for (const Decision& one : all_) EXPECT_THAT(page.body, HasSubstr(one.id));
  for (const char* state :
       {">undone<", ">orphan<", "no document with these bytes", "line 5 of the journal is passed over"})
    EXPECT_THAT(page.body, HasSubstr(state));
  EXPECT_THAT(page.body, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page.body, HasSubstr("value=\"" + all_[3].id + "\""));       // an undo can be undone
  EXPECT_THAT(page.body, Not(HasSubstr("value=\"" + all_[0].id + "\"")));  // what is undone is undone
  EXPECT_THAT(page.body, HasSubstr("name=\"token\" value=\"t0ken\""));
  frame_.token.clear();
  EXPECT_THAT(ask_ruled("/decisions").body, Not(HasSubstr("method=\"post\"")));
}

TEST_F(DecisionsPageTest, PagesNarrowsAndExports) {
  const auto ids = [&](const std::string& target) {
    std::vector<std::string> found;
    const JsonValue value = parse_json(ask_ruled(target).body).value();
    for (const JsonValue& one : value.find("decisions")->items) found.emplace_back(one.text_of("id"));
    return found;
  };
  EXPECT_THAT(ids("/decisions.json?state=orphan"), testing::ElementsAre(all_[2].id));
  EXPECT_THAT(ids("/decisions.json?verb=split&author=Cy+Dunmore"), testing::ElementsAre(all_[1].id));
  std::vector<std::string> read;
  std::string next = "/decisions.json?limit=1";
  while (!next.empty() && read.size() < 9) {
    const JsonValue value = parse_json(ask_ruled(next).body).value();
    for (const JsonValue& one : value.find("decisions")->items) read.emplace_back(one.text_of("id"));
    next = value.text_of("next");
  }
  EXPECT_THAT(read, testing::ElementsAre(all_[3].id, all_[2].id, all_[1].id, all_[0].id));
  const auto table = parse_csv(ask_ruled("/decisions.csv").body);
  ASSERT_THAT(table, SizeIs(5));
  EXPECT_EQ(table[4][2], kHostile);
  EXPECT_EQ(ask_ruled("/decisions/" + all_[1].id).status, 200);
  EXPECT_EQ(ask_ruled("/decisions/" + all_[1].id.substr(0, 9) + ".json").status, 200);
  EXPECT_EQ(ask_ruled("/decisions/j-ffffffff").status, 404);
  EXPECT_EQ(ask_ruled("/decisions?limit=x").status, 400);
  rulings_ = Rulings();
  EXPECT_THAT(ask_ruled("/decisions").body, HasSubstr("Nothing was decided yet"));
}

TEST_F(DecisionsPageTest, TheFormCarriesWhatTheServerAsksFor) {
  Visit visit{*record_, *desk_, &rulings_, frame_};
  const PageAsk ask{"/person/x", {{"q", "a\"b"}}, PageForm::html};
  const std::string form =
      decide_part(DecidedKind::person, std::string("person:") + std::string(kHostile), ask, visit).str();
  for (const char* field :
       {"name=\"token\"", "name=\"target\"", "name=\"other\"", "name=\"name\"", "name=\"reason\"", "name=\"author\"",
        "name=\"back\"", "value=\"rename\"", "value=\"merge\"", "value=\"split\""})
    EXPECT_THAT(form, HasSubstr(field));
  EXPECT_THAT(form, Not(HasSubstr("<script")));
  EXPECT_THAT(form, HasSubstr("value=\"/person/x?q=a%22b\""));
  visit.frame.ground = Ground::file;
  EXPECT_TRUE(decide_part(DecidedKind::discrepancy, "d-0123456789", ask, visit).empty());
}

}  // namespace
}  // namespace readout
