#include "readout/view/collation_view.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "readout/view/screen_for_test.h"

namespace readout {
namespace {

const std::vector<CollatedPassage> kPassages = {
    {"north:12-90", "We will not sell the old mill before Monday, and the guild of the bakers has ten days to answer.",
     false},
    {"south:3-77", "We would sell the mill after Monday, and the guild of the bakers has 10 days to answer us all.",
     false},
    {"an-agency-with-a-very-long-name:1001-1099", "The mill will be sold.", true},
    {"empty:1-1", "", false}};

TEST(CollationView, TheTableFitsAndSaysTheSameWithoutColour) {
  for (const int width : {40, 60, 80, 120}) {
    const std::string plain = collation_table(kPassages, {width, false});
    expect_narrow(plain, width);
    std::string coloured = without_colour(collation_table(kPassages, {width, true}));
    // Blanks inside a tint stay at a line's end.
    std::istringstream a(plain), b(coloured);
    for (std::string x, y; std::getline(a, x) && std::getline(b, y);) EXPECT_EQ(x, y.substr(0, x.size()));
  }
}

TEST(CollationView, WhereWitnessesDifferIsMarkedBelow) {
  const std::vector<CollatedPassage> two = {{"a", "We sell the mill", false}, {"b", "We keep the mill", false}};
  EXPECT_EQ(collation_table(two, {80, false}),
            "a  We sell the mill\n"
            "b  We keep the mill\n"
            "      ^^^^\n");
}

TEST(CollationView, TwoWayShowsWhatWasDroppedAndAddedAndNamesIt) {
  const std::string page = two_way_page(kPassages[0], kPassages[1], {80, false});
  expect_narrow(page, 80);
  for (const char* words : {"[-before-] {+after+}", "relation           altered",
                            "date               “before” → “after”", "spelling           “ten” → “10”"})
    EXPECT_NE(page.find(words), std::string::npos) << words << "\n" << page;
  EXPECT_EQ(without_colour(two_way_page(kPassages[0], kPassages[1], {80, true})), page);
}

}  // namespace
}  // namespace readout
