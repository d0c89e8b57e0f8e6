#include "readout/verify/block_quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readout/document/read.h"
#include "readout/people/offices.h"

namespace readout {
namespace {

using testing::ElementsAre;

TEST(BlockQuotes, OfTheMarkupAreQuotations) {
  const auto found = [](std::string_view name, std::string source) {
    std::vector<std::string> out;
    for (const Document& draft : read(Source{std::string(name), std::move(source), "", ""}))
      for (const DraftQuotation& quotation : find_draft_claims(draft, default_offices()))
        out.push_back(quotation.words + (quotation.claim.speaker.empty() ? "" : " <- " + quotation.claim.speaker));
    return out;
  };
  EXPECT_THAT(
      found("a.md",
            "She said “yes, we do”.\n\n> We will *wait*\n> for “spring”.\n>\n> We have time.\n>\n> — Anna Weil, "
            "minister\n\nThen `print(\"one two\")` and “no, we do not”.\n"),
      ElementsAre("yes, we do", "We will wait for “spring”.  We have time. <- Anna Weil", "no, we do not"));
  EXPECT_THAT(found("a.md", "Words before.\n\n> “We will wait for spring.”\n> -- Jon Ashby (deputy)\n"),
              ElementsAre("We will wait for spring. <- Jon Ashby"));
  EXPECT_THAT(found("a.md", "Words before.\n\n> We wait. We have time. — Jon Ashby\n"),
              ElementsAre("We wait. We have time. <- Jon Ashby"));
  EXPECT_THAT(found("a.md", "Words before.\n\n> We wait — always.\n"), ElementsAre("We wait — always."));
  EXPECT_THAT(
      found("a.md", "Words before.\n\n> [!NOTE]\n> Mind the gap.\n\n> Note: mind it, “please do so”.\n\nEnd.\n"),
      ElementsAre("please do so"));
  EXPECT_THAT(found("a.html",
                    "<p>One paragraph before it, of some words.</p><blockquote><p>We will wait.</p><p>We have "
                    "time.</p></blockquote><p>And one after it, “for now”.</p>"),
              ElementsAre("We will wait.  We have time.", "for now"));
}

}  // namespace
}  // namespace readout
