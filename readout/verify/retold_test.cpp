#include "readout/verify/retold.h"

#include <gtest/gtest.h>

#include <array>

namespace readout {
namespace {

constexpr std::string_view kHarbour =
    "The pilots met on Friday.\n\nTwo workers were burned, and one of them is still in hospital. The owner did not "
    "answer "
    "letters.\n\nA new crane will be bought before winter.";
constexpr std::string_view kSchool =
    "The roof of the school leaks. Nobody will be refused a meal because of a debt. Lessons begin at nine.";

const std::array<SourceText, 2> kTexts = {SourceText{kHarbour, {}}, SourceText{kSchool, {}}};

std::string_view best(const RetoldIndex& index, std::string_view quote, std::span<const std::size_t> among = {}) {
  const std::vector<RetoldPassage> found = index.find(quote, among);
  return found.empty() ? std::string_view() : slice(kTexts[found[0].text].text, found[0].span);
}

TEST(Retold, FindsTheSentenceThatSaysTheSame) {
  const RetoldIndex index(kTexts);
  EXPECT_EQ(best(index, "Burns were suffered by two of the workers, one of whom has not left the hospital yet."),
            "Two workers were burned, and one of them is still in hospital.");
  EXPECT_EQ(best(index, "Owing money is no ground for denying anyone meals."),
            "Nobody will be refused a meal because of a debt.");
  EXPECT_EQ(best(index, "They are going to purchase a crane this winter."),
            "A new crane will be bought before winter.");
}

TEST(Retold, AsksOnlyAmongTheTextsNamed) {
  const RetoldIndex index(kTexts);
  const std::array<std::size_t, 1> school = {1};
  for (const RetoldPassage& passage : index.find("Two workers were burned in the school.", school))
    EXPECT_EQ(passage.text, 1u);
}

TEST(Retold, NothingComesOfNothing) {
  EXPECT_TRUE(RetoldIndex({}).find("Two workers were burned.").empty());
  const RetoldIndex index(kTexts);
  EXPECT_TRUE(index.find("").empty());
  EXPECT_TRUE(index.find("... and of the").empty());
}

TEST(Retold, ANotFoundGetsItsPlacesAndKeepsItsVerdict) {
  const RetoldIndex index(kTexts);
  Verification found;
  found.verdict = Verdict::not_found;
  found.words = 10;
  const std::string_view quote = "Owing money is no ground for denying anyone meals.";
  Place near;
  near.text = 0;
  near.matched = 3;
  near.pieces = {{0, 24}};
  found.places = {near};
  add_retold(quote, index, found);
  EXPECT_EQ(found.verdict, Verdict::not_found);
  ASSERT_GE(found.places.size(), 2u);
  EXPECT_EQ(found.places.front().text, 1u);
  EXPECT_EQ(found.places.front().matched, 0u);
  EXPECT_EQ(found.places.back(), near);

  // Nearly all words stand somewhere: that place stays the first.
  near.matched = 9;
  found.places = {near};
  add_retold(quote, index, found);
  EXPECT_EQ(found.places, std::vector<Place>{near});

  found.verdict = Verdict::altered;
  found.places = {};
  add_retold(quote, index, found);
  EXPECT_TRUE(found.places.empty());
}

TEST(Retold, TheSameTextsGiveTheSameAnswerWhateverTheOrder) {
  const std::array<SourceText, 2> turned = {kTexts[1], kTexts[0]};
  const RetoldIndex a(kTexts), b(turned);
  for (const char* quote : {"A crane is purchased for the winter.", "No debt keeps a child from its meal."}) {
    const auto x = a.find(quote), y = b.find(quote);
    ASSERT_EQ(x.size(), y.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_EQ(x[i].text, 1 - y[i].text);
      EXPECT_EQ(x[i].span, y[i].span);
      EXPECT_NEAR(x[i].score, y[i].score, 1e-5);
    }
  }
}

}  // namespace
}  // namespace readout
