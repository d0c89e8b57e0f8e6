#include "readout/verify/draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readout/document/read.h"

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

// "speaker | source" of each quotation.
std::vector<std::string> claims(std::string text, std::string name = "draft.md") {
  Source source;
  source.origin = std::move(name);
  source.bytes = std::move(text);
  std::vector<std::string> out;
  for (const Document& document : read(source))
    for (const DraftQuotation& quotation : find_draft_claims(document, Offices()))
      out.push_back(quotation.claim.speaker + " | " + quotation.claim.source);
  return out;
}

TEST(Draft, TheSpeakerIsWhoeverTheDraftSaysSpeaks) {
  EXPECT_THAT(claims("# Ramp\n\n“We will wait,” said Ida Roth, who keeps the ramp. “It is only a ramp,” she added.\n\n"
                     "Mayor Ivo Stern: “Nobody asked us.”\n\nThe sign said “ramp shut until May”.\n"),
              ElementsAre("Ida Roth | ", "Ida Roth | ", "Mayor Ivo Stern | ", " | "));
  EXPECT_THAT(claims("> “We will wait for the paint to dry.”\n> — Ida Roth, keeper\n\nText between.\n\n"
                     "> Nobody asked the island at all.\n>\n> — Ivo Stern, *mayor*\n"),
              ElementsAre("Ida Roth | ", "Ivo Stern | "));
}

TEST(Draft, ATableAndACardNameWhoSpeaks) {
  EXPECT_THAT(claims("The keeper and the mayor of Tolm are quoted in this table, as the reports have them.\n\n"
                     "| Who | Words | Where |\n|---|---|---|\n| Ida Roth | “We will wait for it.” | report.txt |\n"
                     "| Ivo Stern, mayor | “Nobody asked us here.” | minutes.md |\n\n"
                     "Quote: “It is only a ramp.”\nSpeaker: Ida Roth\nSource: talk.txt\n"),
              ElementsAre("Ida Roth | report.txt", "Ivo Stern | minutes.md", "Ida Roth | talk.txt"));
}

TEST(Draft, TheSourceStandsBesideTheQuotation) {
  EXPECT_THAT(claims("According to report.txt, the keeper said “we will wait for it”. In minutes.md she is quoted as "
                     "saying “it is only a ramp”.\n"),
              ElementsAre(testing::EndsWith("| report.txt"), testing::EndsWith("| minutes.md")));
  EXPECT_THAT(
      claims("Ida Roth said: “We will wait for it.” (Source: minutes.md)\n\n"
             "Ida Roth said: “We will wait for it.” [[report](texts/report.txt)]\n\n"
             "“We will wait for it,” Ida Roth said.[^1]\n\n“It is only a ramp,” she added.\n\n"
             "[^1]: See notes/talk.txt, p. 3\n"),
      ElementsAre("Ida Roth | minutes.md", "Ida Roth | texts/report.txt", "Ida Roth | notes/talk.txt", "Ida Roth | "));
  EXPECT_THAT(claims("The two reports say these things about the ramp at Tolm, and no more than these.\n\n"
                     "## From report.txt\n\n- “We will wait for it” — Ida Roth\n- “Nobody asked us here” — Ivo Stern "
                     "(minutes.md)\n"),
              ElementsAre("Ida Roth | report.txt", "Ivo Stern | minutes.md"));
  EXPECT_THAT(claims("<html><body><p>“We will wait for it,” said <b>Ida Roth</b> in <a href=\"minutes.html\">the "
                     "minutes</a>.</p><p>“Nobody asked us,” said Ivo Stern.</p></body></html>",
                     "draft.html"),
              ElementsAre("Ida Roth | minutes.html", "Ivo Stern | "));
}

}  // namespace
}  // namespace readout
