// Words of languages without a lexicon: folding, gain by letters, and when it is used.
#include "readout/collation/letters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "readout/collation/collation.h"

namespace readout {
namespace {

std::vector<Unit> units_of(const std::string& text) {
  return make_units(text, make_span(0, text.size()));
}

int gain_of(const std::string& a, const std::string& b) {
  return letter_gain(make_plain(units_of(a)).front(), make_plain(units_of(b)).front());
}

TEST(Letters, FoldOldSpelling) {
  EXPECT_EQ(plain_letters("wijttä"), plain_letters("vijte"));
  EXPECT_EQ(plain_letters("thuonockx"), plain_letters("tuonoks"));
  EXPECT_EQ(plain_letters("cuuluua"), plain_letters("kwlua"));
  EXPECT_NE(plain_letters("talo"), plain_letters("tili"));
  EXPECT_EQ(plain_letters("слово"), "слово");
  EXPECT_EQ(plain_letters("cuuluu=wa/"), plain_letters("kuuluva"));
  EXPECT_EQ(plain_letters("--"), "--");
}

TEST(Letters, GainFallsWithDistance) {
  EXPECT_EQ(gain_of("wijttä", "vijte"), 100);
  EXPECT_GT(gain_of("lintuinen", "linduisen"), 60);
  EXPECT_GT(gain_of("lintuinen", "linduisen"), gain_of("lintuinen", "lentävä"));
  EXPECT_LT(gain_of("lintuinen", "kroska"), 0);
  EXPECT_LT(gain_of("lintuinen", ","), -100) << "a word never meets a mark";
}

TEST(Letters, OnlyWhereTheLexiconsKnowFewWords) {
  const std::string english =
      "The ferry left the harbour at dawn and nobody on the old pier saw the captain wave to his daughter .";
  const std::string made =
      "Woi sie waiuainen wesi , kuka sun kultas weti , millä maalla mälskyttelet , kenen kesiä keität , wiluinen "
      "wirran tyttö , sanos mulle surus suuri , itkes ilos iltahan .";
  const auto is_unknown = [](const std::string& text) {
    return is_unknown_language(std::vector<std::vector<Unit>>(2, units_of(text)));
  };
  EXPECT_FALSE(is_unknown(english));
  EXPECT_TRUE(is_unknown(made));
  EXPECT_TRUE(
      is_unknown("Woi sie Waiuainen Wesi , kuka sun Kultas weti , Millä Maalla mälskyttelet , kenen Kesiä keität , "
                 "wiluinen Wirran tyttö , sanos mulle Surus suuri , itkes Ilos iltahan ."))
      << "capitals make no names known";
  EXPECT_FALSE(is_unknown("woi sie")) << "two words tell no language";
  EXPECT_FALSE(is_unknown_language({}));
}

TEST(Letters, CopiesInOtherSpellingsStandInColumns) {
  const std::vector<std::string> copies = {
      "woi sie waiuainen wesi kuka sun kultas weti millä maalla mälskyttelet kenen kesiä keität wiluinen wirran tyttö",
      "voi sie vaivainen vesi cuca sun culdas veti millä maala melskyttelet kenen kessiä keität viluinen virran tytö",
      "voij vaiuainen vessi kuka sun kultas veti mille maalla maa mälskytelet kenen kesie keitet vilunen virran tyttö"};
  std::vector<std::vector<Unit>> witnesses;
  for (const std::string& copy : copies) witnesses.push_back(units_of(copy));
  const Collation table = collate(witnesses);
  EXPECT_EQ(table.columns(), 18u) << "seventeen words and one that the third put in";
  std::vector<std::size_t> order = {0, 1, 2};
  do {
    std::vector<std::vector<Unit>> turned;
    for (const std::size_t w : order) turned.push_back(witnesses[w]);
    const Collation other = collate(turned);
    ASSERT_EQ(other.columns(), table.columns());
    for (std::size_t c = 0; c < table.columns(); ++c)
      for (std::size_t w = 0; w < order.size(); ++w) EXPECT_EQ(other.at(c, w), table.at(c, order[w]));
  } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace
}  // namespace readout
