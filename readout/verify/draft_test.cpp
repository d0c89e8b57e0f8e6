#include "readout/verify/draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace readout {
namespace {

using testing::ElementsAre;

std::vector<std::string> words(std::string_view draft) {
  std::vector<std::string> out;
  for (const DraftQuotation& quotation : find_draft_quotations(draft)) out.push_back(quotation.words);
  return out;
}

TEST(Draft, OutermostMarksOfEveryStyle) {
  EXPECT_THAT(words("She said “we ‘wait’ here”, he \"never\"; she wrote «go on»."),
              ElementsAre("we ‘wait’ here", "never", "go on"));
}

TEST(Draft, AQuotationOverParagraphsIsOne) {
  constexpr std::string_view draft = "He said:\n\n“We wait.\n\n“We have time,” he added.";
  EXPECT_THAT(words(draft), ElementsAre("We wait. We have time,"));
  const Span span = find_draft_quotations(draft)[0].span;
  EXPECT_EQ(slice(draft, {span.begin, span.begin + 2}), "We");
  EXPECT_EQ(slice(draft, {span.end - 5, span.end}), "time,");
}

TEST(Draft, LinesAreParagraphsWhereNoLineIsBlank) {
  EXPECT_THAT(words("“One two” three\n“four five” six"), ElementsAre("One two", "four five"));
  EXPECT_THAT(words("“One two\nthree” four\n\nend"), ElementsAre("One two\nthree"));
  EXPECT_THAT(words(""), ElementsAre());
}

}  // namespace
}  // namespace readout
