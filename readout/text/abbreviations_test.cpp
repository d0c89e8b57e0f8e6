#include "readout/text/abbreviations.h"

#include <gtest/gtest.h>

#include "readout/text/tokens.h"

namespace readout {
namespace {

TEST(Abbreviations, KnowsTheirKinds) {
  EXPECT_EQ(abbreviation_kind("Adm."), Abbreviation::title);  // first of the table
  EXPECT_EQ(abbreviation_kind("vs."), Abbreviation::title);   // last of the table
  EXPECT_EQ(abbreviation_kind("U.S."), Abbreviation::may_end);
  EXPECT_EQ(abbreviation_kind("Ph.D."), Abbreviation::may_end);
  EXPECT_EQ(abbreviation_kind("J."), Abbreviation::title);
  EXPECT_EQ(abbreviation_kind("No."), Abbreviation::before_digit);
  EXPECT_EQ(abbreviation_kind("Wash."), Abbreviation::after_comma);
  EXPECT_FALSE(is_abbreviation("said."));
  EXPECT_FALSE(is_abbreviation("wash."));
  EXPECT_FALSE(is_abbreviation("Mr"));
}

}  // namespace
}  // namespace readout
