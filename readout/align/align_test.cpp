// What holds of every alignment: nothing lost, mirrored, agreeing with itself, and with the slow method on short texts.
#include "readout/align/align.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

namespace readout {
namespace {

std::vector<Unit> units_of(const std::string& text) {
  return make_units(text, make_span(0, text.size()));
}

std::string invent(const std::vector<int>& words) {
  static const char* const kWords[] = {"the",     "dam", "holds", ",",     "said", "Orla", "Venn", "ten",
                                       "10",      "of",  "river", "will",  "not",  "open", ".",    "gates",
                                       "council", "“",   "”",     "flood", "and",  "begin"};
  std::string text;
  for (const int word : words) text += std::string(kWords[static_cast<std::size_t>(word)]) + " ";
  return text;
}

std::vector<Unit> some_units() {
  const auto size = *rc::gen::inRange<std::size_t>(0, 400);
  return units_of(invent(*rc::gen::container<std::vector<int>>(size, rc::gen::inRange(0, 22))));
}

void expect_whole(const Alignment& alignment, std::size_t n, std::size_t m) {
  std::int32_t a = 0;
  std::int32_t b = 0;
  for (const Column& column : alignment.columns) {
    RC_ASSERT(column.a != kGap || column.b != kGap);
    if (column.a != kGap) RC_ASSERT(column.a == a++);
    if (column.b != kGap) RC_ASSERT(column.b == b++);
  }
  RC_ASSERT(static_cast<std::size_t>(a) == n);
  RC_ASSERT(static_cast<std::size_t>(b) == m);
  for (std::size_t i = 1; i < alignment.links.size(); ++i)
    RC_ASSERT(std::pair(alignment.links[i - 1].a, alignment.links[i - 1].b) <
              std::pair(alignment.links[i].a, alignment.links[i].b));
}

TEST(Align, LosesNothingAndMirrors) {
  rc::check([] {
    const std::vector<Unit> a = some_units();
    const std::vector<Unit> b = some_units();
    const Alignment alignment = align(a, b);
    expect_whole(alignment, a.size(), b.size());
    if (a != b) RC_ASSERT(align(b, a) == mirror(alignment));
  });
}

TEST(Align, ATextWithItselfIsAllAgreement) {
  rc::check([] {
    const std::vector<Unit> a = some_units();
    const Alignment alignment = align(a, a);
    RC_ASSERT(alignment.columns.size() == a.size());
    RC_ASSERT(alignment.moves.empty());
    for (const Column& column : alignment.columns) {
      RC_ASSERT(column.a == column.b);
      RC_ASSERT(column.likeness.kind == Alike::same);
    }
  });
}

TEST(Align, UnlikeLongTextsEndInTime) {
  std::string a, b;
  for (int i = 0; i < 20'000; ++i) a += "dam ", b += "gate ";
  const std::vector<Unit> x = units_of(a), y = units_of(b + "dam");
  EXPECT_EQ(align(x, y).columns.back().b, 20'000);
}

TEST(Align, WordsMeetAcrossForms) {
  const auto a = units_of("The council will begin ten talks in Kiev .");
  const auto b = units_of("The council will start 10 talks in Kyiv .");
  const Alignment alignment = align(a, b);
  ASSERT_EQ(alignment.links.size(), 9u);
  EXPECT_EQ(alignment.links[3].likeness.kind, Alike::synonym);
  EXPECT_EQ(alignment.links[4].likeness.kind, Alike::value);
  EXPECT_EQ(alignment.links[7].likeness.kind, Alike::spelling);
}

TEST(Align, MovedWordsAreLinked) {
  const auto a = units_of("On Friday the council closed the flood gates");
  const auto b = units_of("The council closed the flood gates on Friday");
  const Alignment alignment = align(a, b);
  ASSERT_EQ(alignment.moves.size(), 1u);
  EXPECT_EQ(alignment.moves[0].b_end, 8u);
}

}  // namespace
}  // namespace readout
