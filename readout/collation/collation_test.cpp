#include "readout/collation/collation.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "readout/collation/token_units.h"

namespace readout {
namespace {

std::vector<std::vector<Unit>> units_of(const std::vector<std::string>& texts) {
  std::vector<std::vector<Unit>> units;
  for (const std::string& text : texts) units.push_back(make_units(text, make_span(0, text.size())));
  return units;
}

std::string show(const Collation& table, const std::vector<std::string>& texts,
                 const std::vector<std::vector<Unit>>& units, std::size_t witness) {
  std::string out;
  for (std::size_t c = 0; c < table.columns(); ++c) {
    const std::uint32_t unit = table.at(c, witness);
    out += unit == kNoUnit ? "-" : slice(texts[witness], units[witness][unit].span);
    out += ' ';
  }
  return out;
}

void expect_whole(const Collation& table, const std::vector<std::vector<Unit>>& units) {
  ASSERT_EQ(table.witnesses, units.size());
  std::vector<std::uint32_t> next(units.size(), 0);
  for (std::size_t c = 0; c < table.columns(); ++c) {
    bool filled = false;
    for (std::size_t w = 0; w < units.size(); ++w) {
      if (table.at(c, w) == kNoUnit) continue;
      filled = true;
      ASSERT_EQ(table.at(c, w), next[w]++);
    }
    ASSERT_TRUE(filled) << "column " << c << " is empty";
  }
  for (std::size_t w = 0; w < units.size(); ++w) ASSERT_EQ(next[w], units[w].size()) << "of witness " << w;
}

// The same table, its rows in the order given.
Collation reordered(const Collation& table, const std::vector<std::size_t>& order) {
  Collation out;
  out.witnesses = table.witnesses;
  for (std::size_t c = 0; c < table.columns(); ++c)
    for (const std::size_t w : order) out.cells.push_back(table.at(c, w));
  return out;
}

// Versions of one sentence: words dropped, doubled, replaced, moved.
rc::Gen<std::vector<std::string>> versions() {
  const auto word = rc::gen::element<std::string>("the", "pier", "of", "Marlow", "Marlowe", "is", "was", "not",
                                                  "closed", "shut", "ten", "10", ",", ".", "and", "Harbour");
  return rc::gen::mapcat(rc::gen::container<std::vector<std::string>>(word), [word](std::vector<std::string> base) {
    const auto version = rc::gen::map(
        rc::gen::container<std::vector<std::pair<int, std::string>>>(rc::gen::pair(rc::gen::inRange(0, 40), word)),
        [base](const std::vector<std::pair<int, std::string>>& edits) {
          std::vector<std::string> words = base;
          for (const auto& [at, other] : edits) {
            if (words.empty()) break;
            const auto place = words.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(at) % words.size());
            if (at % 3 == 0)
              words.erase(place);
            else if (at % 3 == 1)
              words.insert(place, other);
            else
              *place = other;
          }
          std::string text;
          for (const std::string& w : words) text += w + " ";
          return text;
        });
    return rc::gen::resize(12, rc::gen::container<std::vector<std::string>>(version));
  });
}

TEST(Collate, TheHeadersExample) {
  const std::vector<std::string> texts = {"The talks will begin on Monday.", "The negotiations would begin Monday.",
                                          "The talks will begin on Monday again."};
  const auto units = units_of(texts);
  const Collation table = collate(units);
  expect_whole(table, units);
  EXPECT_EQ(show(table, texts, units, 0), "The talks will begin on Monday - . ");
  EXPECT_EQ(show(table, texts, units, 1), "The negotiations would begin - Monday - . ");
  EXPECT_EQ(show(table, texts, units, 2), "The talks will begin on Monday again . ");
}

TEST(Collate, NothingAndEmptyWitnesses) {
  EXPECT_EQ(collate({}).columns(), 0u);
  EXPECT_EQ(collate(units_of({"", ""})).columns(), 0u);
  const std::vector<std::string> texts = {"The pier is shut.", "", "The pier was shut."};
  const auto units = units_of(texts);
  const Collation table = collate(units);
  expect_whole(table, units);
  EXPECT_EQ(show(table, texts, units, 1), "- - - - - ");
}

TEST(Collate, OfTwoCopiesTheFirstIsTheOldOne) {
  const std::vector<std::string> texts = {"we wait for the ship and leave", "we wait for the ship and leave",
                                          "we wait for the ship for the ship and leave"};
  const auto units = units_of(texts);
  EXPECT_EQ(show(collate(units), texts, units, 0), "we wait for the ship - - - and leave ");
}

TEST(Collate, AFunctionWordFarFromAllThatMeetsIsChance) {
  const std::vector<std::string> texts = {
      "it seems that the harbour stays open",
      "we were told by a clerk that six small boats came home late last night and the harbour stays open"};
  const auto units = units_of(texts);
  const Collation table = collate(units);
  expect_whole(table, units);
  for (std::size_t c = 0; c < table.columns(); ++c) EXPECT_FALSE(table.at(c, 0) == 2 && table.at(c, 1) == 6);
  const std::vector<std::string> small = {"he has it", "he had it then"};
  EXPECT_EQ(collate(units_of(small)).columns(), 4u);
}

TEST(Collate, MarksDoNotDrawWordsApart) {
  const std::vector<std::string> texts = {"a red, green and blue flag", "a red, green, and blue flag",
                                          "a red and blue flag"};
  const auto units = units_of(texts);
  EXPECT_EQ(show(collate(units), texts, units, 2), "a red - - - and blue flag ");
}

RC_GTEST_PROP(CollateProperty, EveryRowGivesItsWitnessBack, ()) {
  const auto units = units_of(*versions());
  expect_whole(collate(units), units);
}

RC_GTEST_PROP(CollateProperty, TheOrderOfWitnessesDoesNotMatter, ()) {
  const std::vector<std::string> texts = *versions();
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
  std::vector<std::string> other;
  for (const std::size_t w : order) other.push_back(texts[w]);
  RC_ASSERT(collate(units_of(other)) == reordered(collate(units_of(texts)), order));
}

RC_GTEST_PROP(CollateProperty, OneTextManyTimesIsAllAgreement, ()) {
  const std::vector<std::string> texts = *versions();
  if (texts.empty()) return;
  const auto units = units_of({texts[0], texts[0], texts[0]});
  const Collation table = collate(units);
  RC_ASSERT(table.columns() == units[0].size());
  expect_whole(table, units);
}

TEST(Collate, LongTextsThatShareRunsAreCutAtAnchorsAndStayWhole) {
  std::vector<std::string> texts(3);
  for (int i = 0; i < 4000; ++i) {
    const std::string word = "w" + std::to_string(i * 7919 % 4001) + " ";
    texts[0] += word;
    if (i % 17 != 0) texts[1] += word;
    texts[2] += i % 29 == 0 ? "x" + word : word;
  }
  const auto units = units_of(texts);
  const Collation table = collate(units);
  expect_whole(table, units);
  EXPECT_LE(table.columns(), units[0].size() + 60);
}

TEST(TokenUnits, OneUnitATokenWhateverItHolds) {
  const std::vector<std::vector<std::string_view>> tokens = {
      {"Marlow,", "the black ", "", ".", ".", ".", "can", "'t", "a\nb"}, {}};
  const auto units = make_token_units(tokens);
  ASSERT_EQ(units.size(), 2u);
  ASSERT_EQ(units[0].size(), tokens[0].size());
  EXPECT_TRUE(units[1].empty());
  EXPECT_EQ(units[0][0].exact, make_token_units(std::vector<std::vector<std::string_view>>{{"Marlow"}})[0][0].exact);
}

}  // namespace
}  // namespace readout
