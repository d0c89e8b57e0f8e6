#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <vector>

#include "readout/base/digest.h"
#include "readout/base/doubt.h"
#include "readout/base/json.h"
#include "readout/base/lexicon.h"
#include "readout/base/parallel.h"
#include "readout/base/span.h"

namespace readout {
namespace {

TEST(Span, SliceRefusesWhatLiesOutside) {
  EXPECT_EQ(slice("He said: no", {3, 7}), "said");
  EXPECT_EQ(slice("abc", {2, 4}), "");
  EXPECT_EQ(slice("abc", {2, 1}), "");
  EXPECT_TRUE((Span{2, 5}.overlaps({4, 9})));
  EXPECT_FALSE((Span{2, 5}.overlaps({5, 9})));
}

TEST(Digest, IsWhatSha256sumPrints) {
  const std::string hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  EXPECT_EQ(to_hex(sha256("abc")), hex);
  EXPECT_EQ(parse_digest(hex).value(), sha256("abc"));
  EXPECT_FALSE(parse_digest(hex.substr(1)));
  EXPECT_FALSE(parse_digest("z" + hex.substr(1)));
}

TEST(Json, EscapesAndKeepsTheOrderOfCalls) {
  JsonWriter json;
  json.object()
      .key("b")
      .value("q\"\\\n\x01")
      .key("a")
      .array()
      .value(1)
      .value(true)
      .null()
      .value(0.5)
      .end()
      .key("c")
      .object()
      .end()
      .end();
  EXPECT_EQ(json.take(), "{\"b\":\"q\\\"\\\\\\n\\u0001\",\"a\":[1,true,null,0.5],\"c\":{}}");
  EXPECT_EQ(json.take(), "") << "a writer starts anew after take()";
}

TEST(Json, InvalidUtf8IsReplaced) {
  JsonWriter json;
  json.value(std::string_view("a\xFF\xC3(\xED\xA0\x80z"));
  EXPECT_EQ(json.take(), "\"a\uFFFD\uFFFD(\uFFFD\uFFFD\uFFFDz\"");
}

TEST(Lexicon, RowsSkipCommentsAndKeepEmptyColumns) {
  const auto table = rows("# source\na\t\tb\r\n\nc\n");
  ASSERT_EQ(table.size(), 2u);
  EXPECT_EQ(table[0], (std::vector<std::string_view>{"a", "", "b"}));
  EXPECT_EQ(table[1], (std::vector<std::string_view>{"c"}));
}

TEST(Lexicon, EveryEmbeddedLexiconNamesItsSourceAndLicence) {
  ASSERT_FALSE(embedded_names().empty());
  for (const std::string_view name : embedded_names()) {
    if (!name.ends_with(".tsv")) continue;  // what is no text has its licence in the text beside it
    const std::string_view head = embedded(name).substr(0, 800);
    EXPECT_TRUE(head.starts_with("#")) << name;
    bool licensed = false;
    for (const std::string_view word : {"Apache-2.0", "icence", "Public Domain"})
      licensed = licensed || head.find(word) != std::string_view::npos;
    EXPECT_TRUE(licensed) << name;
  }
  EXPECT_EQ(embedded("no/such.tsv"), "");
}

TEST(Doubt, NamesThereAndBack) {
  for (int i = 0; i <= static_cast<int>(DoubtKind::corrected); ++i) {
    const auto kind = static_cast<DoubtKind>(i);
    ASSERT_FALSE(to_string(kind).empty()) << i;
    EXPECT_EQ(parse_doubt_kind(to_string(kind)), kind);
  }
  EXPECT_TRUE(is_refusal(DoubtKind::empty));
  EXPECT_TRUE(is_refusal(DoubtKind::unreadable));
  EXPECT_FALSE(is_refusal(DoubtKind::unsupported_language));
}

TEST(OrderedMap, HandsOverInOrderOnAnyNumberOfThreads) {
  for (const std::size_t threads : {1u, 2u, 7u}) {
    std::vector<std::size_t> taken;
    ordered_map(
        threads, 1000, [](std::size_t i) { return i * i; },
        [&](std::size_t i, std::size_t square) {
          EXPECT_EQ(square, i * i);
          taken.push_back(i);
          return true;
        });
    ASSERT_EQ(taken.size(), 1000u);
    for (std::size_t i = 0; i < taken.size(); ++i) ASSERT_EQ(taken[i], i);
  }
}

TEST(OrderedMap, StopsWhereItIsTold) {
  std::atomic<std::size_t> started = 0;
  std::size_t taken = 0;
  ordered_map(
      3, 100000, [&](std::size_t i) { return started++, i; }, [&](std::size_t, std::size_t) { return ++taken < 10; });
  EXPECT_EQ(taken, 10u);
  EXPECT_LT(started.load(), 100u) << "work runs ahead of what is taken by a bounded number only";
}

}  // namespace
}  // namespace readout
