// Inbox: discrepancies of an invented pile that came through the engine.
#include <gmock/gmock.h>

#include <set>

#include "readout/decision/rulings.h"
#include "readout/page/discrepancy_values.h"
#include "readout/page/inert_for_test.h"
#include "readout/page/lists_for_test.h"

namespace readout {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::vector<std::pair<std::string, std::string>> kTold = {
    {"pile/301.txt",
     "ORMSBY, May 4, 2031. /ONA/. “The tunnel will not open before the autumn, and the toll stays at nine crowns,” "
     "Road Minister Ines Calder said on Sunday.\n\n“We counted forty wagons an hour at the northern gate, and the gate "
     "was never built for so many,” the minister added.\n"},
    {"pile/302.txt",
     "Ormsby Herald\n\nORMSBY, May 5, 2031. “The tunnel will open before the autumn, and the toll stays at nine "
     "crowns,” Road Minister Ines Calder said on Sunday.\n\n“We counted fourteen wagons an hour at the northern gate, "
     "and the gate was never built for so many,” the minister added.\n"},
    {"pile/303.txt",
     "Fell Gazette\n\nORMSBY, May 6, 2031. “The tunnel must not open before the autumn, and the toll stays at ninety "
     "crowns,” Road Minister Ines Calder said on Sunday.\n"},
};

class InboxTest : public ListsTest {
 protected:
  std::vector<std::string> walk(std::string target) {
    std::vector<std::string> ids;
    while (!target.empty() && ids.size() < 200) {
      const JsonValue page = json(target);
      for (const JsonValue& row : page.find("discrepancies")->items) ids.emplace_back(row.text_of("id"));
      target = page.text_of("next");
    }
    return ids;
  }
};

TEST_F(InboxTest, BothPlacesStandSideBySideWithTheWordsThatDiffer) {
  read_pile(kTold);
  const std::vector<std::string> ids = walk("/inbox.json");
  ASSERT_GE(ids.size(), 2u);
  const std::string page = html("/inbox");
  EXPECT_THAT(page, HasSubstr("<h2>bears on the meaning</h2>"));
  EXPECT_THAT(page, HasSubstr("<del>not</del>"));
  EXPECT_THAT(page, HasSubstr("The tunnel will open before"));
  EXPECT_THAT(page, HasSubstr("<ins>forty</ins>"));
  EXPECT_THAT(page, Not(HasSubstr("action=\"/decide\""))) << "no form without a token";
  EXPECT_EQ(csv("/inbox.csv").size(), ids.size() + 1);
  const std::string one = html("/inbox/" + ids[0]);
  EXPECT_THAT(one, HasSubstr(ids[0]));
  EXPECT_THAT(one, HasSubstr("rule "));
  EXPECT_EQ(json("/inbox/" + ids[0] + ".json").text_of("id"), ids[0]);
  EXPECT_EQ(ask("/inbox/d-0000000000").status, 404);
}

TEST_F(InboxTest, IsNarrowedAndPagedWithoutLossOrRepeat) {
  read_pile(kTold);
  const std::vector<std::string> all = walk("/inbox.json?weight=all");
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
  for (const int limit : {1, 2, 3}) EXPECT_EQ(walk("/inbox.json?weight=all&limit=" + std::to_string(limit)), all);
  EXPECT_EQ(walk("/inbox.json?decided=open&weight=all&limit=1"), all);
  EXPECT_TRUE(walk("/inbox.json?decided=rejected").empty());
  const std::size_t apart = walk("/inbox.json?weight=meaning").size() + walk("/inbox.json?weight=quoted").size() +
                            walk("/inbox.json?weight=wording").size() + walk("/inbox.json?weight=style").size();
  EXPECT_EQ(apart, all.size());
  const JsonValue narrowed = json("/inbox.json?kind=meaning");
  for (const JsonValue& row : narrowed.find("discrepancies")->items) EXPECT_EQ(row.text_of("kind"), "meaning");
  EXPECT_GT(walk("/inbox.json?document=302").size(), 0u);
  EXPECT_EQ(ask("/inbox?document=nowhere").status, 404);
  EXPECT_EQ(ask("/inbox?kind=loud").status, 400);
  EXPECT_EQ(ask("/inbox?weight=heavy").status, 400);
  EXPECT_EQ(ask("/inbox?decided=maybe").status, 400);
  EXPECT_EQ(ask("/inbox?after=1").status, 400);
}

TEST_F(InboxTest, SaysHowItWasDecidedAndOffersToUndo) {
  read_pile(kTold);
  const std::vector<std::string> ids = walk("/inbox.json");
  Decision decision;
  decision.author = "Ada <b>";
  decision.verb = DecisionVerb::reject;
  decision.reason = "two occasions";
  decision.targets = {{TargetKind::discrepancy, ids[0], {}, {}}};
  Journal journal;
  journal.decisions = {seal(decision, 1795637643250)};
  Result<Rulings> rulings = Rulings::replay(std::move(journal), *record_);
  ASSERT_TRUE(rulings);
  rulings_ = &*rulings;
  frame_.token = "secret-token";
  const std::string page = html("/inbox/" + ids[0]);
  EXPECT_THAT(page, HasSubstr("rejected"));
  EXPECT_THAT(page, HasSubstr("Ada &lt;b&gt;: two occasions"));
  EXPECT_THAT(page, HasSubstr("Undo this decision"));
  EXPECT_THAT(page, HasSubstr("value=\"secret-token\""));
  EXPECT_EQ(walk("/inbox.json?decided=rejected"), std::vector<std::string>{ids[0]});
  EXPECT_EQ(walk("/inbox.json?decided=open").size(), ids.size() - 1);
  rulings_ = nullptr;
}

TEST_F(InboxTest, HostileTextsAreInertAndMayBeKeptBack) {
  auto files = kTold;
  for (auto& [name, text] : files) {
    name = "pile/\"><img src=x>" + name.substr(5);
    text.insert(text.find("crowns"), "<script>{{{main_html}}}</script> ");
  }
  read_pile(files);
  const std::vector<std::string> ids = walk("/inbox.json?weight=all");
  ASSERT_FALSE(ids.empty());
  expect_inert(html("/inbox?weight=all"), "inbox");
  expect_inert(html("/"), "pile");
  for (const std::string& id : ids) expect_inert(html("/inbox/" + id), id);
  frame_.with_text = false;
  for (const char* target : {"/inbox?weight=all", "/inbox.json?weight=all", "/inbox.csv?weight=all", "/"})
    EXPECT_THAT(ask(target).body, Not(HasSubstr("tunnel"))) << target;
}

TEST(DiscrepancyValues, MarksOnlyWhatLiesInThePlace) {
  ShownDiscrepancy one;
  one.places.resize(2);
  one.places[0].words = "will not open";
  one.places[0].span = {100, 113};
  one.places[1].words = "will open";
  one.places[1].span = {50, 59};
  one.changes = {{ChangeType::negation, 100, "not", "", "", "", {105, 108}, {55, 55}},
                 {ChangeType::term, 10, "x", "y", "", "", {90, 99}, {70, 71}},
                 {ChangeType::term, 10, "no", "", "", "", {105, 107}, {55, 55}}};
  EXPECT_EQ(mark_changes(one, 0).str(), "will <del>no</del>t open");
  EXPECT_EQ(mark_changes(one, 1).str(), "will open");
}

}  // namespace
}  // namespace readout
