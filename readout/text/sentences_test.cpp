#include "readout/text/sentences.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace readout {
namespace {

std::string cut(std::string_view text, const std::vector<Span>& wholes = {}) {
  std::string out;
  for (const Span span : split_sentences(text, make_span(0, text.size()), wholes)) {
    out += '[';
    out += slice(text, span);
    out += ']';
  }
  return out;
}

TEST(Sentences, EndAtPointsAndTheirClosingMarks) {
  EXPECT_EQ(cut("He left. She stayed! Why? Nobody knew…"), "[He left.][She stayed!][Why?][Nobody knew…]");
  EXPECT_EQ(cut("He said: \"No.\" She left."), "[He said: \"No.\"][She left.]");
  EXPECT_EQ(cut("(It was late.) They went home."), "[(It was late.)][They went home.]");
  EXPECT_EQ(cut("One.\n\ntwo three"), "[One.][two three]");
}

TEST(Sentences, DoNotEndInsideAWhole) {
  const std::string_view text = "He said: “No. Never.” She left.";
  EXPECT_EQ(cut(text, {Span{9, 25}}), "[He said: “No. Never.”][She left.]");
  EXPECT_EQ(cut("“It is over. Go” was all", {Span{0, 19}}), "[“It is over. Go” was all]");
}

TEST(Sentences, PassOverAbbreviationsInitialsAndNumbers) {
  EXPECT_EQ(cut("Mr. Oyle met J. Brack in the U.S. Senate. He won 3.5 points."),
            "[Mr. Oyle met J. Brack in the U.S. Senate.][He won 3.5 points.]");
  EXPECT_EQ(cut("They came to the U.S. The talks began at 5 p.m. Everyone sat."),
            "[They came to the U.S.][The talks began at 5 p.m.][Everyone sat.]");
  EXPECT_EQ(cut("He moved to Harrow, Ill. in May. His No. 2 said no. Nobody heard."),
            "[He moved to Harrow, Ill. in May.][His No. 2 said no.][Nobody heard.]");
}

TEST(Sentences, GoOnAfterHoursDatelinesAndLoneMarks) {
  EXPECT_EQ(cut("It starts at 9 p.m. Monday. It ends at 5 a.m. EST. We saw it at 7 p.m. Nobody left."),
            "[It starts at 9 p.m. Monday.][It ends at 5 a.m. EST.][We saw it at 7 p.m.][Nobody left.]");
  EXPECT_EQ(cut("HARROW, N.H. - At a rally here, he spoke. ST. ORLIN — It rained."),
            "[HARROW, N.H. - At a rally here, he spoke.][ST. ORLIN — It rained.]");
  EXPECT_EQ(cut("It may be over. ... It was set up long ago."), "[It may be over. ...][It was set up long ago.]");
}

TEST(Sentences, KeepTheTagWithItsQuestion) {
  EXPECT_EQ(cut("“Why now?” he asked. “Why not?” Marta Oyle said. Then it ended."),
            "[“Why now?” he asked.][“Why not?” Marta Oyle said.][Then it ended.]");
}

}  // namespace
}  // namespace readout
