// What units say of words, numbers and marks, and that nothing of a text is lost between them.
#include "readout/align/units.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "readout/text/characters.h"

namespace readout {
namespace {

std::vector<Unit> units_of(std::string_view text) {
  return make_units(text, make_span(0, text.size()));
}

std::string kinds_of(std::string_view text) {
  constexpr std::string_view kLetters = "wfndN.(~\"";
  std::string out;
  for (const Unit& unit : units_of(text)) out += kLetters[static_cast<std::size_t>(unit.kind)];
  return out;
}

TEST(Units, TellsKindsApart) {
  EXPECT_EQ(kinds_of("The dam near Velmora holds."), "fwfNw.");
  EXPECT_EQ(kinds_of("“Ten” (10) [...] … July"), "\"n\"(n(~~d");
  EXPECT_EQ(kinds_of("I may march on 5 May"), "ffwfnd");
  EXPECT_EQ(kinds_of("19% of $5"), "nwfwn");
  EXPECT_EQ(kinds_of("and . . . so (...)"), "f~f~");
}

TEST(Units, ACapitalThatOpensASentenceMakesNoName) {
  EXPECT_EQ(kinds_of("Water rose. Water fell"), "ww.ww");
  EXPECT_EQ(kinds_of("of Water"), "fN");
}

TEST(Units, EqualValues) {
  const auto value = [](std::string_view text, std::size_t i) { return units_of(text)[i].value; };
  EXPECT_EQ(value("ten", 0), value("10", 0));
  EXPECT_EQ(value("two thousand people", 0), value("2,000", 0));
  EXPECT_EQ(value("two thousand people", 1), value("2,000", 0));
  EXPECT_EQ(value("1.5 million", 1), value("1,500,000", 0));
  EXPECT_EQ(value("$1.5bn", 1), value("1.5 billion", 0));
  EXPECT_EQ(value("two hundred and five", 2), value("205", 0));
  EXPECT_EQ(value("twenty-five", 0), value("25", 0));
  EXPECT_EQ(value("19 per cent", 1), value("19%", 1));
  EXPECT_EQ(value("the United States said", 2), value("U.S.", 0));
  EXPECT_EQ(value("July 10th", 1), value("10 July", 0));
  EXPECT_EQ(value("10th", 0), value("tenth", 0));
  EXPECT_NE(value("third", 0), value("three", 0));
  EXPECT_NE(value("ten", 0), value("100", 0));
  EXPECT_EQ(value("5:30", 0), 0u);
  EXPECT_EQ(value("tell us", 1), 0u);
  EXPECT_EQ(value("the US", 1), value("USA", 0));
}

TEST(Units, FormsMeet) {
  const auto unit = [](std::string_view text) { return units_of(text)[0]; };
  EXPECT_EQ(unit("said").stem, unit("says").stem);
  EXPECT_EQ(unit("Kiev").spelling, unit("Kyiv").spelling);
  EXPECT_EQ(unit("colour").spelling, unit("color").spelling);
  EXPECT_EQ(unit("organised").spelling, unit("organized").spelling);
  EXPECT_EQ(unit("Don’t").folded, unit("don't").folded);
  EXPECT_EQ(unit("Yatsenko").name, unit("Yacenko").name);
  EXPECT_NE(unit("four").spelling, unit("for").spelling);
}

TEST(Units, WithWhatLiesBetweenTheyGiveTheTextBack) {
  rc::check([] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("word", " ", "U.S.", "…", "...", "[", "]", "(", ")", "“", "”", "'s", "’", "1,000",
                                      "10th", "%", "\n", ".", "-", "—", "Ünï", "Київ", "\xC2\xAD", "\xE2\x80\x8B",
                                      "http://a.b/c", "$", "twenty-five", "and", "ﬁ", "\xEF\xBF\xBD"));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    std::uint32_t end = 0;
    for (const Unit& unit : units_of(text)) {
      RC_ASSERT(unit.span.begin >= end);
      RC_ASSERT(unit.span.end > unit.span.begin);
      for (std::uint32_t i = end; i < unit.span.begin;) {
        const CodePoint c = code_point_at(text, i);
        RC_ASSERT(is_white(c.value) || is_invisible(c.value));
        i += c.size;
      }
      end = unit.span.end;
    }
    for (std::uint32_t i = end; i < text.size();) {
      const CodePoint c = code_point_at(text, i);
      RC_ASSERT(is_white(c.value) || is_invisible(c.value));
      i += c.size;
    }
  });
}

TEST(Units, OlderEnglishMeetsTodays) {
  const std::string text = "thee you giveth gives saith said Kenneth";
  const std::vector<Unit> units = make_units(text, make_span(0, text.size()));
  ASSERT_EQ(units.size(), 7u);
  EXPECT_EQ(units[0].spelling, units[1].spelling);
  EXPECT_EQ(units[0].kind, UnitKind::function_word);
  EXPECT_EQ(units[2].stem, units[3].stem);
  EXPECT_EQ(units[4].stem, units[5].stem);
  EXPECT_EQ(units[6].folded_letters(), "kenneth");
}

}  // namespace
}  // namespace readout
