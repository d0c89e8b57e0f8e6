#include "readout/statement/key.h"

#include <gtest/gtest.h>

namespace readout {
namespace {

Speech whole(std::string_view text) {
  Speech speech;
  speech.content = {make_span(0, text.size())};
  return speech;
}

Person person(std::string key) {
  Person person;
  person.key = std::move(key);
  return person;
}

std::string key_of(std::string_view text, const std::string& who = "ada marlow") {
  const Person speaker = person(who);
  return statement_key(text, whole(text), &speaker);
}

TEST(StatementKey, MeetsWhereOnlyMarksAndCaseDiffer) {
  EXPECT_EQ(key_of("We will wait until spring."), key_of("we will — wait, until Spring…"));
  EXPECT_EQ(key_of("We will wait until spring.").size(), 16u);
}

TEST(StatementKey, DiffersByOneWordOrPersonOrPolarity) {
  const std::string_view text = "We will not wait until spring.";
  EXPECT_NE(key_of(text), key_of("We will wait until spring."));
  EXPECT_NE(key_of(text), key_of(text, "bo harrow"));
  Speech denied = whole(text);
  denied.polarity = Polarity::denied;
  const Person speaker = person("ada marlow");
  EXPECT_NE(key_of(text), statement_key(text, denied, &speaker));
}

TEST(StatementKey, AbstainsWhereShortOrUnattributed) {
  EXPECT_EQ(key_of("No comment today"), "");
  EXPECT_EQ(key_of("No comment today either").size(), 16u);
  const std::string_view text = "We will wait until spring.";
  EXPECT_EQ(statement_key(text, whole(text), nullptr), "");
}

TEST(StatementKey, LeavesOutWhatTheOutletPutIn) {
  const std::string_view text = "We will wait [for Bo Harrow] until spring.";
  Speech speech = whole(text);
  speech.insertions = {{make_span(13, 28), InsertionKind::bracket}};
  const Person speaker = person("ada marlow");
  EXPECT_EQ(statement_key(text, speech, &speaker), key_of("We will wait until spring."));
}

TEST(StatementKey, ReadsSplitContent) {
  const std::string_view text = "We will wait, she said, until spring.";
  Speech speech;
  speech.content = {make_span(0, 12), make_span(24, 37)};
  const Person speaker = person("ada marlow");
  EXPECT_EQ(statement_key(text, speech, &speaker), key_of("We will wait until spring."));
}

}  // namespace
}  // namespace readout
