#include "readout/view/discrepancy_view.h"

#include <gtest/gtest.h>

#include <sstream>

#include "readout/view/diff_view.h"
#include "readout/view/screen_for_test.h"

namespace readout {
namespace {

ShownDiscrepancy sample() {
  ShownDiscrepancy one;
  one.id = "d-0123456789";
  one.kind = DiscrepancyKind::meaning;
  one.weight = 100;
  one.in_marks = true;
  one.relation = PassageRelation::altered;
  one.places = {{"north:12-90", "north", "north.txt", 3,
                 "We will not sell the old mill before Monday, and the guild of the bakers has ten days to answer.",
                 "Ada Marlow, Minister of Mills and Waters of the Northern Coast", "transcript", "NAA", "2031-03-02"},
                {"south:3-77", "south", "south.txt", 1, "We will sell the old mill before Monday.", "Ada Marlow",
                 "direct", "", ""}};
  one.changes = {{ChangeType::negation, 100, "not", "", "north:20-23", "south:11-11"},
                 {ChangeType::unmarked_cut, 58, "and the guild of the bakers has ten days to answer", "", "north:58-90",
                  "south:77-77"}};
  one.basis = {"run", 0.9, {{"run", 9}, {"speaker:equal", 1}, {"when:meets", 1}}};
  one.witnesses = {{0, {"west:1-20", "west", "west.txt", 1, "", "", "", "", ""}}};
  return one;
}

TEST(DiscrepancyView, FitsAndSaysTheSameWithoutColour) {
  for (const int width : {60, 80, 120}) {
    const std::string plain = discrepancy_entry(sample(), {width, false});
    expect_narrow(plain, width);
    EXPECT_EQ(without_colour(discrepancy_entry(sample(), {width, true})), plain);
    const std::string told = discrepancy_explanation(sample(), {width, false});
    expect_narrow(told, width);
    EXPECT_EQ(without_colour(discrepancy_explanation(sample(), {width, true})), told);
  }
}

TEST(DiscrepancyView, NamesWordsPlacesWitnessesReasonsAndWhereToLook) {
  const std::string page = discrepancy_entry(sample(), {80, false});
  for (const char* part : {"d-0123456789", "“not” → nothing", "north.txt:3", "west:1-20 as north:12-90",
                           "a run of 9 equal words", "readout collate -w north:12-90,south:3-77"})
    EXPECT_NE(page.find(part), std::string::npos) << part << "\n" << page;
  EXPECT_EQ(page.find("100"), std::string::npos) << "a weight is for sorting, not for reading";
}

TEST(DiffView, SaysWhatBecameOfAPassage) {
  const auto text_a = std::make_shared<const Text>(Text::plain("We will not sell the mill."));
  const auto text_b = std::make_shared<const Text>(Text::plain("We will sell the mill."));
  const std::vector<Span> whole_a = {{0, text_a->size()}}, whole_b = {{0, text_b->size()}};
  const DiffPassage altered{"altered", make_passage("a", text_a, whole_a, false),
                            make_passage("b", text_b, whole_b, false), "Ada Marlow", "Ada Marlow"};
  const std::string page = diff_entry(altered, {80, false});
  for (const char* part :
       {"altered", "a:0-26 → b:0-22", "We will [-not-] sell the mill.", "negation", "a:8-11 → b:8-8"})
    EXPECT_NE(page.find(part), std::string::npos) << part << "\n" << page;
  const DiffPassage omitted{"omitted", altered.a, std::nullopt, "Ada Marlow", ""};
  EXPECT_EQ(diff_entry(omitted, {80, false}), "omitted   a:0-26  Ada Marlow\n  “We will not sell the mill.”\n");
  const std::vector<DiffPassage> both = {altered, omitted};
  EXPECT_EQ(diff_totals(both), "2 passages · 1 altered · 1 omitted");
}

}  // namespace
}  // namespace readout
