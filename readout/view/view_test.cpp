#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readout/view/annotate.h"
#include "readout/view/look.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

TEST(Visible, ShowsWhatWouldChangeATerminal) {
  EXPECT_EQ(visible("a\n\t b\x1b[31m"), "a b<U+001B>[31m");
  EXPECT_EQ(visible("x\u202Ey\u2066z\u200F"), "x<U+202E>y<U+2066>z<U+200F>");
  EXPECT_EQ(visible("\xC2\x9B"
                    "1m"),
            "<U+009B>1m");
  EXPECT_EQ(visible("bad \xFF byte \xE2\x80"), "bad \uFFFD byte \uFFFD\uFFFD");
  EXPECT_EQ(visible("  Сказал — “да”  "), "Сказал — “да”");
}

TEST(Visible, JsonStaysTheSameJson) {
  EXPECT_EQ(visible_json("{\"a\":\"\u202Eб\"}"), "{\"a\":\"\\u202eб\"}");
  EXPECT_EQ(visible_json("\"\U000E0041\""), "\"\\udb40\\udc41\"");
  EXPECT_EQ(visible_json("\"plain\""), "\"plain\"");
}

// Whatever the bytes: no control character, no direction mark, and valid UTF-8 comes out.
TEST(Visible, AnyBytesAreSafe) {
  std::string bytes;
  for (int a = 0; a < 256; ++a) {
    for (const int b : {0, 0x1B, 0x41, 0x80, 0x9B, 0xA0, 0xAE, 0xE2, 0xF4}) {
      bytes = {static_cast<char>(a), static_cast<char>(b), 'x'};
      const std::string shown = visible(bytes);
      for (std::string_view rest = shown; !rest.empty();) {
        const char32_t c = take_code_point(rest);
        EXPECT_TRUE(c >= 0x20 && (c < 0x7F || c > 0x9F) && (c < 0x202A || c > 0x202E)) << a << " " << b;
      }
    }
  }
}

TEST(Look, ColumnsFitAndPad) {
  EXPECT_EQ(columns("naïve e\u0301"), 7);
  EXPECT_EQ(columns("北京"), 4);
  EXPECT_EQ(fit("one two three", 8), "one two…");
  EXPECT_EQ(fit("one", 3), "one");
  EXPECT_EQ(columns(pad("北京市民", 6)), 6);
  EXPECT_EQ(pad("ab", 4), "ab  ");
}

TEST(Look, LinesAreNeverWiderThanAsked) {
  const std::string text =
      "The harbour of Marlow stays open to every ship, — said the minister — “until спринг comes back”.";
  for (int width = 12; width < 60; ++width) {
    const Look look{width, false};
    std::string lines = wrap_with_tail(look, text, "  ", "a:1-2") + "\n";
    EXPECT_TRUE(lines.ends_with("a:1-2\n"));
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = lines.find('\n', at);
      EXPECT_LE(columns(lines.substr(at, end - at)), width) << lines;
      at = end + 1;
    }
  }
}

TEST(Annotate, MarksStandUnderTheirWords) {
  constexpr std::string_view text = "“No,” she said.";
  EXPECT_EQ(annotate(text, {0, static_cast<std::uint32_t>(text.size())},
                     {{{3, 5}, '^', Tint::good}, {{10, 13}, '~', Tint::id}}, {40, false}, "  "),
            "  “No,” she said.\n"
            "   ^^   ~~~");
}

TEST(Annotate, WideCharactersTakeTwoSigns) {
  constexpr std::string_view text = "a 北京 b";
  EXPECT_EQ(annotate(text, {0, static_cast<std::uint32_t>(text.size())}, {{{2, 8}, '^', Tint::good}}, {40, false}, ""),
            "a 北京 b\n  ^^^^");
}

TEST(Annotate, ContextKeepsToItsParagraphAndToWholeWords) {
  constexpr std::string_view text = "First one.\nThe second paragraph holds the words.\nThird.";
  const Span words{22, 31};  // "paragraph"
  EXPECT_EQ(slice(text, context_of(text, words, 100)), "The second paragraph holds the words.");
  EXPECT_EQ(slice(text, context_of(text, words, 9)), "second paragraph holds ");
  EXPECT_EQ(annotate(text, context_of(text, words, 9), {}, {40, false}, ""), "… second paragraph holds …");
}

SpeechRow row() {
  SpeechRow speech;
  speech.id = "a:7-12";
  speech.document = "a";
  speech.words = {"We wait", "in vain"};
  speech.speech.kind = SpeechKind::direct;
  speech.speech.content = {{7, 14}, {30, 37}};
  speech.source_words = "the minister";
  return speech;
}

TEST(SpeechView, UnknownIsSaidAndCandidatesAreNamed) {
  SpeechRow speech = row();
  EXPECT_EQ(speaker_label(speech), "the minister");
  speech.source_words.clear();
  EXPECT_EQ(speaker_label(speech), "unknown");
  speech.candidates = {Person{"a", "Anna Weil", {}, {}, {}, {}}, Person{"b", "Jon Ashby", {}, {}, {}, {}}};
  EXPECT_EQ(speaker_label(speech), "unknown: Anna Weil | Jon Ashby");
  speech.person = speech.candidates[0];
  speech.chain = {{"a:1-50", "", "the agency"}};
  EXPECT_EQ(speaker_chain(speech), "Anna Weil via the agency");
}

TEST(SpeechView, ADateThatIsNotThatOfSpeakingStandsInBrackets) {
  SpeechRow speech = row();
  EXPECT_EQ(when_label(speech), "unknown");
  speech.when = make_date(2027, 5, 3, Known::header);
  speech.when_of = WhenOf::crawled;
  EXPECT_EQ(when_label(speech), "(2027-05-03)");
  speech.when_of = WhenOf::said;
  EXPECT_EQ(when_label(speech), "2027-05-03");
}

TEST(SpeechView, LinesEndInTheirIdAtTheEdge) {
  SpeechRow speech = row();
  speech.speech.polarity = Polarity::denied;
  for (const int width : {60, 80, 120}) {
    const Look look{width, false};
    const std::string line = speech_line(speech, fit_columns({speech}, look, true), look);
    EXPECT_EQ(columns(line), width);
    EXPECT_TRUE(line.ends_with("a:7-12"));
    EXPECT_NE(line.find(width > 60 ? "denied: “We wait” … “in vain”" : "denied: “We"), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace readout
