#include "readout/document/json_value.h"

#include <gtest/gtest.h>

namespace readout {
namespace {

TEST(JsonValue, TreeOfEveryType) {
  const auto value = parse_json(R"({"a": "ö\n", "b": [1, -2, 2.5, true, null], "a": "second"})");
  ASSERT_TRUE(value);
  EXPECT_EQ(value->text_of("a"), "ö\n");
  const JsonValue* list = value->find("b");
  ASSERT_NE(list, nullptr);
  ASSERT_EQ(list->items.size(), 5u);
  EXPECT_EQ(list->items[1].number, -2);
  EXPECT_EQ(list->items[2].number, 2.5);
  EXPECT_TRUE(list->items[3].flag);
  EXPECT_EQ(list->items[4].type, JsonType::null);
  EXPECT_EQ(value->find("c"), nullptr);
  EXPECT_EQ(value->text_of("b"), "");
}

TEST(JsonValue, WhatIsNoJsonIsAnErrorThatNamesThePlace) {
  for (const std::string_view bad : {"", "{", "[1,]", "{\"a\" 1}", "\"\xFF\""}) {
    const auto value = parse_json(bad, "key.json");
    ASSERT_FALSE(value) << bad;
    EXPECT_EQ(value.error().where, "key.json");
  }
}

TEST(JsonValue, DepthIsBounded) {
  const std::string deep = std::string(150, '[') + std::string(150, ']');
  const std::string too_deep = std::string(100000, '[') + std::string(100000, ']');
  EXPECT_TRUE(parse_json(deep));
  EXPECT_FALSE(parse_json(too_deep));
}

}  // namespace
}  // namespace readout
