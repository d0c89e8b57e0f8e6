#include "readout/text/tokens.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace readout {
namespace {

std::string cut(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text, make_span(0, text.size()))) {
    if (!out.empty()) out += '|';
    out += slice(text, token.span);
  }
  return out;
}

TEST(Tokens, CutsCliticsMarksAndKeepsWords) {
  EXPECT_EQ(cut("Oyle’s aide said: “No.”"), "Oyle|’s|aide|said|:|“|No|.|”");
  EXPECT_EQ(cut("They didn't, they've and I'm"), "They|didn't|,|they|'ve|and|I|'m");
  EXPECT_EQ(cut("O’Brannagh's well-known plan—never"), "O’Brannagh|'s|well-known|plan|—|never");
  EXPECT_EQ(cut("the workers' rights"), "the|workers|'|rights");
  EXPECT_EQ(cut("``so'' he said -- then ..."), "``|so|''|he|said|--|then|...");
}

TEST(Tokens, KeepsThePointOfAbbreviations) {
  EXPECT_EQ(cut("Mr. Oyle of the U.S. met Sen. Brack."), "Mr.|Oyle|of|the|U.S.|met|Sen.|Brack|.");
  EXPECT_EQ(cut("a U.S.-led talk at 5 p.m. on Jan. 5"), "a|U.S.-led|talk|at|5|p.m.|on|Jan.|5");
  EXPECT_EQ(cut("He said no. No. 5 is theirs. It is no."), "He|said|no|.|No.|5|is|theirs|.|It|is|no|.");
  EXPECT_EQ(cut("in Harrow, Ill., they miss. Gone"), "in|Harrow|,|Ill.|,|they|miss|.|Gone");
  EXPECT_EQ(cut("The U.S.’s view"), "The|U.S.|’s|view");
}

TEST(Tokens, KeepsNumbersAndAddressesWhole) {
  EXPECT_EQ(cut("$1,000.5, or 12:30 on 2025-07-10."), "$|1,000.5|,|or|12:30|on|2025-07-10|.");
  EXPECT_EQ(cut("see https://a.example/b?c=(d)."), "see|https://a.example/b?c=(d)|.");
  EXPECT_EQ(cut("ask press@ministry.gov or marlow.org/news, today"),
            "ask|press@ministry.gov|or|marlow.org/news|,|today");
  EXPECT_EQ(cut("He left.The aide stayed"), "He|left|.|The|aide|stayed");
}

TEST(Tokens, SeesCapitalsInAnyScript) {
  const std::string_view text = "NAA и Ольга";
  const auto tokens = tokenize(text, make_span(0, text.size()));
  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_TRUE(tokens[0].all_capitals);
  EXPECT_FALSE(tokens[1].capital);
  EXPECT_TRUE(tokens[2].capital);
  EXPECT_FALSE(tokens[2].all_capitals);
  EXPECT_TRUE(tokens[2].space_before);
}

TEST(Tokens, InvisibleCharactersStayInsideTheirWord) {
  EXPECT_EQ(cut("nego\xC2\xADtiation now"), "nego\xC2\xADtiation|now");
}

TEST(Tokens, StayInsideTheSpanAsked) {
  const std::string_view text = "one two three";
  const auto tokens = tokenize(text, {4, 6});
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(slice(text, tokens[0].span), "tw");
}

}  // namespace
}  // namespace readout
