#include "readout/text/language.h"

#include <gtest/gtest.h>

#include <string>

namespace readout {
namespace {

TEST(Language, TellsLanguages) {
  const Language english = detect_language(
      "The minister said that the talks in Marlow had been useful and that both sides will meet again in the autumn.");
  EXPECT_EQ(english.code, "en");
  EXPECT_TRUE(english.reliable);
  EXPECT_EQ(detect_language("Министр заявил, что переговоры в Марлове были полезными и продолжатся осенью.").code,
            "ru");
  EXPECT_EQ(detect_language("Міністр заявив, що переговори у Марлові були корисними і продовжаться восени.").code,
            "uk");
  EXPECT_EQ(
      detect_language("Le ministre a déclaré que les pourparlers avaient été utiles et qu'ils reprendraient.").code,
      "fr");
  EXPECT_EQ(detect_language("部长说会谈很有用，双方将在秋天再次会面。").code, "zh");
}

TEST(Language, SaysWhereItCannotTell) {
  EXPECT_EQ(detect_language("").code, "und");
  EXPECT_EQ(detect_language("12 345 --- 6").code, "und");
}

TEST(Language, AnOriginalQuotedAboveDoesNotDecide) {
  std::string text = "Переговоры были полезными, заявил министр в среду. ";
  for (int i = 0; i < 60; ++i) text += "The minister said that the talks were of use to both of the sides. ";
  EXPECT_EQ(detect_language(text).code, "en");
}

TEST(ForeignSpans, FindsPassagesOfAnotherScript) {
  const std::string text = "He used the word “полезный разговор” twice, then left the hall.";
  const auto spans = find_foreign_spans(text);
  ASSERT_EQ(spans.size(), 1u);
  EXPECT_EQ(slice(text, spans[0].span), "полезный разговор");
  EXPECT_EQ(spans[0].script, "Cyrl");
  EXPECT_TRUE(find_foreign_spans("Naïve café").empty());
}

}  // namespace
}  // namespace readout
