#include "readout/people/offices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "readout/base/moment.h"
#include "readout/people/book.h"
#include "readout/people/case.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

using ::testing::ElementsAre;

TEST(Offices, TheFileIsWhole) {
  const Offices offices = default_offices();
  EXPECT_GE(offices.holders().size(), 300u);
  for (const Holder& holder : offices.holders()) {
    EXPECT_NE(english_book().find_role(holder.office), 0) << holder.name << ": " << holder.office;
    EXPECT_LT(holder.from_s, holder.until_s) << holder.name;
    EXPECT_FALSE(holder.source.empty()) << holder.name;
  }
}

TEST(Offices, NobodyHoldsOneOfficeWithAnother) {
  // A hand-over day belongs to both; more than a day of overlap is an error of the file.
  const Offices offices = default_offices();
  const std::set<std::string> shared = {"special envoy",
                                        "ambassador",
                                        "foreign ministry spokesman",
                                        "foreign ministry spokeswoman",
                                        "deputy foreign minister",
                                        "adviser",
                                        "kremlin aide"};
  for (const Holder& a : offices.holders())
    for (const Holder& b : offices.holders()) {
      if (&a == &b || a.office != b.office || a.country != b.country || shared.contains(a.office)) continue;
      const std::int64_t day = 24 * 3600;
      EXPECT_FALSE(a.from_s < b.from_s && b.from_s + day < a.until_s && a.until_s - day > b.from_s)
          << a.name << " and " << b.name << ": " << a.office;
    }
}

TEST(Offices, SpellingsFoldTogether) {
  const Offices offices = default_offices();
  EXPECT_FALSE(offices.find_name(fold_name("Sergei Lavrov")).empty());
  EXPECT_FALSE(offices.find_surname(fold_name("Zelenskiy")).empty());
  EXPECT_FALSE(offices.find_surname(fold_name("Erdogan")).empty());
}

TEST(Offices, RejectsBadRows) {
  EXPECT_FALSE(parse_offices("Anna Kovel\t\tmayor\n"));
  const auto bad =
      parse_offices("# head\nIvo Stern\t\tmayor\tMarlow\t2020\t\tx\nAnna Kovel\t\tmayor\tMarlow\tsoon\t\tx\n");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().where, "row 2");
}

TEST(Offices, AUserExtendsThem) {
  const auto more = parse_offices("Tilda Oram\tTilde Oram\tpresident\tFinland\t2024-03-01\t\town\n");
  ASSERT_TRUE(more);
  const Offices offices = merge_offices(default_offices(), *more);
  EXPECT_EQ(offices.holders().size(), default_offices().holders().size() + 1);
  const Case c = read_case("{Oram} said the sea was calm. {Tilde Oram} said so.", offices);
  EXPECT_THAT(speakers(c), ElementsAre("Tilda Oram", "Tilda Oram"));
}

TEST(Offices, AtTheDate) {
  const auto at = [](int year) {
    return read_case("LONDON. {The British prime minister} said no. {The US president} said yes.", default_offices(),
                     [&](Case& it) { it.document.dates.published = make_date(year, 3, 1, Known::stated); });
  };
  EXPECT_THAT(speakers(at(2015)), ElementsAre("David Cameron", "Barack Obama"));
  EXPECT_THAT(speakers(at(2022)), ElementsAre("Boris Johnson", "Joe Biden"));
  EXPECT_THAT(speakers(at(2025)), ElementsAre("Keir Starmer", "Donald Trump"));
}

TEST(Offices, SurnameAloneAndSpokesmen) {
  const Case c = read_case(
      "MOSCOW. {Lavrov} said the talks went on. {The Kremlin spokesman} agreed. {Trump} was silent, {the State "
      "Department "
      "spokeswoman} said. {The Russian foreign ministry spokeswoman} laughed.");
  EXPECT_THAT(speakers(c),
              ElementsAre("Sergey Lavrov", "Dmitry Peskov", "Donald Trump", "Tammy Bruce", "Maria Zakharova"));
}

TEST(Offices, WrongFirstNameIsNoNewPerson) {
  const Case c = read_case(
      "Calls were held between the presidents, {Miguel Rubio} said. US Secretary of State Marco Rubio spoke later; "
      "{Rubio} said no.");
  EXPECT_THAT(speakers(c), ElementsAre("Marco Rubio", "Marco Rubio"));
  ASSERT_EQ(c.speeches[0].doubts.size(), 1u);
  EXPECT_EQ(c.speeches[0].doubts[0].kind, DoubtKind::wrong_first_name);
  for (const Person& person : c.people.persons) EXPECT_NE(person.name, "Miguel Rubio");
}

TEST(Offices, WrongFirstNameByItsTitle) {
  const Case c = read_case("{Russian Foreign Minister Sergio Lavrov} said the road was long.");
  EXPECT_THAT(speakers(c), ElementsAre("Sergey Lavrov"));
}

TEST(Offices, AnotherOfThatSurnameStaysHerself) {
  const Case c = read_case(
      "Secretary of State Marco Rubio was away. {Marta Rubio, a baker from Dorn,} said bread was dear. {Marcel Rubio, "
      "a "
      "violinist,} played. {Melania Trump} waved. President Donald Trump left; {Trump} said nothing.");
  EXPECT_THAT(speakers(c), ElementsAre("Marta Rubio", "Marcel Rubio", "Melania Trump", "Donald Trump"));
}

TEST(Offices, CommonSurnameNeedsItsOffice) {
  const Case bare = read_case("{Miller} said the shop would close. The street was empty.");
  EXPECT_THAT(speakers(bare), ElementsAre("Miller"));
  const Case titled = read_case("{State Department spokesman Miller} said no.", default_offices(),
                                [](Case& it) { it.document.dates.published = make_date(2024, 5, 1, Known::stated); });
  EXPECT_THAT(speakers(titled), ElementsAre("Matthew Miller"));
}

TEST(Offices, SpellingVariantIsFlagged) {
  const Case c = read_case("{Sergei Lavrov} said so.");
  ASSERT_EQ(c.people.persons.size(), 1u);
  EXPECT_EQ(c.people.persons[0].name, "Sergey Lavrov");
  ASSERT_EQ(c.people.persons[0].doubts.size(), 1u);
  EXPECT_EQ(c.people.persons[0].doubts[0].kind, DoubtKind::name_variant);
}

}  // namespace
}  // namespace readout
