#include "readout/people/printed_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace readout {
namespace {

using testing::ElementsAre;

TEST(PrintedName, TitlesOfficesAndBracketsAreNoPartOfTheName) {
  EXPECT_THAT(read_printed_name("Foreign Minister Ina Kovel").words, ElementsAre("ina", "kovel"));
  EXPECT_THAT(read_printed_name("MR. MARLOW (for the landlord)").words, ElementsAre("marlow"));
  EXPECT_EQ(read_printed_name("Mr. Marlow").gender, 'm');
  EXPECT_THAT(read_printed_name("Q41 Mr. Hadow").words, ElementsAre("hadow"));
  EXPECT_THAT(read_printed_name("the minister").words, ElementsAre());
  EXPECT_TRUE(read_printed_name("a spokesman").indefinite);
  EXPECT_THAT(read_printed_name("Ida Roth's lawyer").words, ElementsAre());
  EXPECT_THAT(read_printed_name("District Judge Ida Roth").words, ElementsAre("ida", "roth"));
  EXPECT_TRUE(read_printed_name("Port Authority of Dorn").organisation);
}

struct Pair {
  const char* a;
  const char* b;
  NameMatch match;
};

TEST(PrintedName, TwoNamesSideBySide) {
  constexpr Pair kPairs[] = {
      {"Mr. Lavrow", "Sergey Lavrov", NameMatch::unsure},
      {"Сергей Лавров", "Sergei Lavrov", NameMatch::same},
      {"Kovel", "Foreign Minister Anna Kovel", NameMatch::same},
      {"A. Kovel", "Anna Kovel", NameMatch::same},
      {"Anna Maria Kovel", "Anna Kovel", NameMatch::same},
      {"Bob Tell", "Robert Tell", NameMatch::same},
      {"Amos Tell", "Silas Tell", NameMatch::other},
      {"Mr. Tell", "Susan Tell", NameMatch::other},
      {"Ruth Okafor", "Ruth Okafor-Lind", NameMatch::same},
      {"Lind", "Mrs. Ruth Okafor-Lind", NameMatch::same},
      {"Dr. Ivo Stern", "Judge Ada Brook", NameMatch::other},
      {"the foreign minister", "Foreign Minister Anna Kovel", NameMatch::same},
      {"the minister", "Foreign Minister Anna Kovel", NameMatch::same},
      {"the minister", "Anna Kovel", NameMatch::unsure},
      {"Chair", "CHAIR (Councillor Ada Brook)", NameMatch::same},
      {"Ada Brook", "CHAIR (Councillor Ada Brook)", NameMatch::same},
      {"Port Authority", "Port Authority of Dorn", NameMatch::same},
      {"Anna Kovel", "Port Authority of Dorn", NameMatch::other},
  };
  for (const Pair& pair : kPairs) {
    EXPECT_EQ(compare_names(pair.a, pair.b), pair.match) << pair.a << " / " << pair.b;
    EXPECT_EQ(compare_names(pair.b, pair.a), pair.match) << pair.b << " / " << pair.a;
  }
}

}  // namespace
}  // namespace readout
