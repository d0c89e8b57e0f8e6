#include "readout/verify/word_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace readout {
namespace {

std::string shown(std::string_view quote, std::string_view text, Span passage) {
  std::string out;
  for (const DiffPart& part : diff_words(quote, text, passage)) {
    if (!out.empty()) out += ' ';
    if (part.kind == DiffKind::same) out += slice(text, part.span);
    if (part.kind == DiffKind::dropped) out += "[-" + std::string(slice(text, part.span)) + "-]";
    if (part.kind == DiffKind::added) out += "{+" + std::string(slice(quote, part.span)) + "+}";
  }
  return out;
}

TEST(WordDiff, DroppedAndAddedWords) {
  constexpr std::string_view text = "Weil said: We will not sign the paper before spring. Nobody asked.";
  const Span passage = make_span(11, 51);
  EXPECT_EQ(shown("we will sign the treaty before spring", text, passage),
            "We will [-not-] sign the [-paper-] {+treaty+} before spring");
  EXPECT_EQ(shown("We will not sign the paper before spring", text, passage), slice(text, passage));
  EXPECT_EQ(shown("before spring, never", text, passage), "[-We will not sign the paper-] before spring {+never+}");
  EXPECT_EQ(shown("", text, passage), "");
  EXPECT_EQ(shown("we", text, {}), "");
}

TEST(WordDiff, TooManyWordsAreNotSetSideBySide) {
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "word ";
  EXPECT_TRUE(diff_words(many, many, make_span(0, many.size())).empty());
}

}  // namespace
}  // namespace readout
