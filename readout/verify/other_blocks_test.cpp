// Blocks that are no body: what stands between two pieces of the body is no cut, what was left out of one of them is.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "readout/verify/verify.h"

namespace readout {
namespace {

Verdict verdict_of(std::string_view quote, std::string_view text, BlockKind kind, std::string_view marked) {
  const std::size_t at = text.find(marked);
  const auto block = [&](std::size_t begin, std::size_t end, BlockKind of) {
    Block out;
    out.span = make_span(begin, end);
    out.kind = of;
    return out;
  };
  std::vector<Block> blocks;
  if (at > 0) blocks.push_back(block(0, at, BlockKind::body));
  blocks.push_back(block(at, at + marked.size(), kind));
  if (at + marked.size() < text.size()) blocks.push_back(block(at + marked.size(), text.size(), BlockKind::body));
  const std::vector<SourceText> sources = {{text, blocks}};
  return verify(quote, sources).verdict;
}

TEST(OtherBlocks, AWordLeftOutOfOneIsACut) {
  for (const BlockKind kind : {BlockKind::table, BlockKind::title, BlockKind::caption, BlockKind::subhead,
                               BlockKind::code, BlockKind::boilerplate}) {
    constexpr std::string_view row = "Tom Reed\tI never approved the second payment";
    const std::string text = "The minutes of the council.\n" + std::string(row) + "\nThe end of the minutes.";
    EXPECT_EQ(verdict_of("I approved the second payment", text, kind, row), Verdict::altered) << to_string(kind);
    EXPECT_EQ(verdict_of("I never approved the second payment", text, kind, row), Verdict::exact) << to_string(kind);
  }
}

TEST(OtherBlocks, OneThatStandsBetweenIsNone) {
  constexpr std::string_view text =
      "The contractor had billed for dry\n\nThe ramp at dusk. Photo: Echo\n\nsand throughout the year.";
  EXPECT_EQ(verdict_of("had billed for dry sand throughout the year", text, BlockKind::caption,
                       "The ramp at dusk. Photo: Echo"),
            Verdict::folded);
}

TEST(OtherBlocks, APageMayBeginWithItsHead) {
  constexpr std::string_view text =
      "The contractor had billed for dry\n\f12                     PELL HARBOUR REPORT\n\nsand throughout the year.\n";
  const std::vector<SourceText> sources = {{text, {}}};
  EXPECT_EQ(verify("had billed for dry sand throughout the year", sources).verdict, Verdict::folded);
}

}  // namespace
}  // namespace readout
