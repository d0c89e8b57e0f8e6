// What must hold of blocks whatever the text: sorted, whole, on code points, nothing lost between them.
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

#include "readout/document/tell_test.h"

namespace readout {
namespace {

// A small fixed generator: the same texts on every machine.
struct Dice {
  std::uint32_t state = 20250710;
  std::uint32_t roll(std::uint32_t sides) {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % sides;
  }
};

constexpr std::array<std::string_view, 40> kParts = {
    " date 2025-07-10",
    "By Ana Vale",
    "Source: https://example.org/pier",
    "(AP Photo/Tom Reed)",
    "[My Emphasis]",
    "Leave a Reply",
    "@harbour_desk",
    "July 10",
    "MARLOW, July 3 (Nagency) -",
    "\xE2\x80\x9C",
    "\xE2\x80\x9D",
    "\"",
    ":",
    "|",
    "\t",
    "12",
    "Question: Why?",
    "--",
    "Page 3",
    "three weeks ago",
    "14:37",
    "(",
    "[",
    "/",
    "last",
    "2025-",
    "10 July",
    "Thu, 10",
    "Read more",
    "www.",
    "http://",
    "\xC2\xA0",
    "Vale Warns Norland Over Harbour Dues",
    "World Politics Sport",
    "He left the pier.",
    "said",
    "The ministers met at the old customs house and spoke of the ferry.",
    "\xD0\x9F\xD0\xB8\xD1\x80\xD1\x81",
    "Yes",
    "Comments"};

std::string any_text(Dice& dice) {
  std::string text;
  const std::uint32_t parts = 1 + dice.roll(24);
  for (std::uint32_t i = 0; i < parts; ++i) {
    text += kParts[dice.roll(kParts.size())];
    constexpr std::array<std::string_view, 5> kJoints = {" ", "", "\n", "\n\n", ". "};
    text += kJoints[dice.roll(kJoints.size())];
  }
  return text;
}

TEST(BlocksProperty, BlocksAreSortedWholeAndLoseNothing) {
  Dice dice;
  for (int round = 0; round < 4000; ++round) {
    const Document document = tell(any_text(dice));
    const std::string_view text = document.text.view();
    std::uint32_t last = 0;
    for (const Block& block : document.blocks) {
      ASSERT_LE(last, block.span.begin) << text;
      ASSERT_LT(block.span.begin, block.span.end) << text;
      ASSERT_LE(block.span.end, text.size()) << text;
      ASSERT_NE(text[block.span.begin] & 0xC0, 0x80) << text;
      ASSERT_TRUE(trim(text, make_span(last, block.span.begin)).empty()) << text;
      last = block.span.end;
    }
    ASSERT_TRUE(trim(text, make_span(last, text.size())).empty()) << text;
    last = 0;
    for (const TimeMention& time : document.times) {
      ASSERT_LE(last, time.span.begin) << text;
      ASSERT_EQ(time.moment.words, time.span) << text;
      ASSERT_EQ(is_known(time.moment), time.moment.known != Known::open) << text;
      last = time.span.end;
    }
  }
}

TEST(BlocksProperty, TheSameTextGivesTheSameBlocks) {
  Dice dice;
  for (int round = 0; round < 200; ++round) {
    const std::string text = any_text(dice);
    const Document one = tell(text);
    const Document two = tell(text);
    ASSERT_EQ(one.blocks, two.blocks) << text;
    ASSERT_EQ(one.times, two.times) << text;
    ASSERT_EQ(one.dates, two.dates) << text;
  }
}

}  // namespace
}  // namespace readout
