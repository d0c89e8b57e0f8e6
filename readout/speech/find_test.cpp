#include "readout/speech/find.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace readout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Document document_of(std::string text) {
  Document document;
  document.text = Text::plain(std::move(text));
  const std::string_view view = document.text.view();
  std::uint32_t paragraph = 0;
  for (std::size_t begin = 0; begin < view.size();) {
    const std::size_t end = std::min(view.find("\n\n", begin), view.size());
    document.blocks.push_back({make_span(begin, end), BlockKind::body, paragraph++, ""});
    begin = end + 2;
  }
  document.form = Form::report;
  return document;
}

// "source | cue | kind | polarity | depth | content / content"
std::vector<std::string> lines(const Document& document) {
  std::vector<std::string> found;
  for (const Speech& speech : find_speeches(document)) {
    std::string line(document.text[speech.source]);
    line += " | ";
    for (const Span cue : speech.cue)
      line += std::string(document.text[cue]) + (cue == speech.cue.back() ? "" : " .. ");
    line += " | " + std::string(to_string(speech.kind)) + " " + std::string(to_string(speech.polarity)) + " " +
            std::to_string(speech.depth) + " | ";
    for (const Span content : speech.content)
      line += std::string(document.text[content]) + (content == speech.content.back() ? "" : " / ");
    found.push_back(line);
  }
  return found;
}

std::vector<std::string> lines(std::string text) {
  return lines(document_of(std::move(text)));
}

TEST(FindSpeeches, DirectInItsOrders) {
  EXPECT_THAT(lines("“We will wait,” Kovel said."), ElementsAre("Kovel | said | direct said 0 | We will wait,"));
  EXPECT_THAT(lines("“We will wait,” said Anna Kovel, the mayor."),
              ElementsAre("Anna Kovel | said | direct said 0 | We will wait,"));
  EXPECT_THAT(lines("Kovel said: “We will wait.”"), ElementsAre("Kovel | said | direct said 0 | We will wait."));
  EXPECT_THAT(lines("“We will wait,” Kovel said, “until spring.”"),
              ElementsAre("Kovel | said | direct said 0 | We will wait, / until spring."));
}

TEST(FindSpeeches, GoesOnInTheSameParagraph) {
  EXPECT_THAT(lines("“We will wait,” Kovel said. “Spring is near.”"),
              ElementsAre("Kovel | said | direct said 0 | We will wait, / Spring is near."));
  EXPECT_THAT(
      lines("“We will wait,” Kovel said.\n\n“Spring is near.”"),
      ElementsAre("Kovel | said | direct said 0 | We will wait,", "Kovel |  | direct said 0 | Spring is near."));
}

TEST(FindSpeeches, StepsOverAsides) {
  EXPECT_THAT(lines("Hugh Hale, a doctor from Marlow, said he was worried."),
              ElementsAre("Hugh Hale | said | indirect said 0 | he was worried"));
  EXPECT_THAT(lines("Sir Evan Colt, who replaced Ida Brand as leader in July, said that the party would win."),
              ElementsAre("Sir Evan Colt | said | indirect said 0 | the party would win"));
}

TEST(FindSpeeches, IndirectInItsOrders) {
  EXPECT_THAT(lines("The minister said that the bridge would open in May."),
              ElementsAre("The minister | said | indirect said 0 | the bridge would open in May"));
  EXPECT_THAT(lines("The bridge would open in May, the minister said."),
              ElementsAre("the minister | said | indirect said 0 | The bridge would open in May"));
  EXPECT_THAT(lines("The bridge, the minister said, would open in May."),
              ElementsAre("the minister | said | indirect said 0 | The bridge / would open in May"));
  EXPECT_THAT(lines("According to the harbour office, the bridge would open in May."),
              ElementsAre("the harbour office | According to | indirect said 0 | the bridge would open in May"));
}

TEST(FindSpeeches, TheNextReportEndsTheFirst) {
  EXPECT_THAT(lines("Kovel said the bridge was safe but warned that the road was not."),
              ElementsAre("Kovel | said | indirect said 0 | the bridge was safe",
                          "Kovel | warned | indirect said 0 | the road was not"));
  EXPECT_THAT(lines("Kovel said the bridge was safe, adding that the road was not."),
              ElementsAre("Kovel | said | indirect said 0 | the bridge was safe",
                          "Kovel | adding | indirect said 0 | the road was not"));
}

TEST(FindSpeeches, Polarity) {
  EXPECT_THAT(lines("Kovel denied that the bridge was unsafe."),
              ElementsAre("Kovel | denied | indirect denied 0 | the bridge was unsafe"));
  EXPECT_THAT(lines("A reporter asked whether the bridge was safe."),
              ElementsAre("A reporter | asked | indirect asked 0 | whether the bridge was safe"));
  EXPECT_THAT(lines("Kovel declined to comment on the bridge."), IsEmpty());
  EXPECT_THAT(lines("Kovel did not say when the bridge would open."), IsEmpty());
}

TEST(FindSpeeches, Nesting) {
  EXPECT_THAT(lines("Kovel said Hale had told her that the bridge was safe."),
              ElementsAre("Kovel | said | indirect said 0 | Hale had told her that the bridge was safe",
                          "Hale | had told | indirect said 1 | the bridge was safe"));
}

TEST(FindSpeeches, QuotedByAnAgency) {
  const auto found = lines("“The bridge is safe,” the Harbour Office quoted Kovel as saying on its website.");
  EXPECT_THAT(found, ElementsAre("Kovel | quoted .. as saying | direct said 0 | The bridge is safe,"));
  EXPECT_THAT(lines("Kovel was quoted as saying that the bridge was safe."),
              ElementsAre("Kovel | was quoted .. as saying | indirect said 0 | the bridge was safe"));
}

TEST(FindSpeeches, QuotationIntroducedByASentence) {
  EXPECT_THAT(lines("Kovel was firm. “Nobody will cross that bridge before May.”"),
              ElementsAre("Kovel |  | direct said 0 | Nobody will cross that bridge before May."));
  EXPECT_THAT(lines("“Is the bridge safe?” Hale asked."),
              ElementsAre("Hale | asked | direct asked 0 | Is the bridge safe?"));
  EXPECT_THAT(lines("The bridge is closed for good. This was announced by Kovel on Monday."),
              ElementsAre("Kovel | was announced by | indirect said 0 | The bridge is closed for good"));
}

TEST(FindSpeeches, ScareQuotesAndTitlesAreNone) {
  EXPECT_THAT(lines("The town’s “miracle” bridge opened to traffic."), IsEmpty());
  EXPECT_THAT(lines("Her novel “The Long Way to Marlow” sold well."), IsEmpty());
}

TEST(FindSpeeches, Transcripts) {
  EXPECT_THAT(lines("Question: Is the bridge safe?\n\nAnna Kovel: It is. We tested it.\n\nIt will open in May."),
              ElementsAre("Question | Question | transcript asked 0 | Is the bridge safe?",
                          "Anna Kovel | Anna Kovel | transcript said 0 | It is. We tested it. / It will open in May."));
  EXPECT_THAT(lines("“MAYOR KOVEL: It is. We tested it ourselves.”"),
              ElementsAre("MAYOR KOVEL | MAYOR KOVEL | transcript said 0 | It is. We tested it ourselves."));
}

TEST(FindSpeeches, ListOfDemands) {
  EXPECT_THAT(lines("We have heard Colt’s demands: a truce without conditions, two new corridors for aid, or a “change "
                    "of the guard.”"),
              ElementsAre("Colt | demands | indirect said 0 | a truce without conditions",
                          "Colt | demands | indirect said 0 | two new corridors for aid",
                          "Colt | demands | mixed said 0 | a “change of the guard.”"));
}

TEST(FindSpeeches, ClaimsAboutTheRecordAreTheWriters) {
  const Document document = document_of("But the transcript omits the words about the ferry.");
  const auto speeches = find_speeches(document);
  ASSERT_EQ(speeches.size(), 1u);
  EXPECT_TRUE(speeches[0].source.empty());
  ASSERT_EQ(speeches[0].doubts.size(), 1u);
  EXPECT_EQ(speeches[0].doubts[0].kind, DoubtKind::author_claim);
}

TEST(FindSpeeches, InsertionsAreToldApart) {
  const Document document = document_of("“He [Colt] came on [May 4] … and left [sic] (laughter),” Kovel said.");
  const auto speeches = find_speeches(document);
  ASSERT_EQ(speeches.size(), 1u);
  std::vector<std::string> kinds;
  for (const Insertion& insertion : speeches[0].insertions)
    kinds.push_back(std::string(to_string(insertion.kind)) + " " + std::string(document.text[insertion.span]));
  EXPECT_THAT(kinds, ElementsAre("bracket [Colt]", "bracket [May 4]", "ellipsis …", "sic [sic]", "note (laughter)"));
}

TEST(FindSpeeches, ACorrectionIsLinkedToWhatItCorrects) {
  Document document = document_of(
      "Kovel said the bridge would cost nine million crowns.\n\nHale said it would open in May.\n\n"
      "An earlier version said the bridge would cost nineteen million crowns.");
  document.blocks.back().kind = BlockKind::correction;
  const auto speeches = find_speeches(document);
  ASSERT_EQ(speeches.size(), 2u);
  ASSERT_EQ(speeches[0].doubts.size(), 1u);
  EXPECT_EQ(speeches[0].doubts[0].kind, DoubtKind::corrected);
  EXPECT_EQ(speeches[0].doubts[0].span, document.blocks.back().span);
  EXPECT_TRUE(speeches[1].doubts.empty());
}

TEST(FindSpeeches, NestsAsDeepAsAnybodyReportsAndNoDeeper) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "Kovel" + std::to_string(i) + " said that ";
  const auto speeches = find_speeches(document_of(text + "the bridge was safe."));
  ASSERT_FALSE(speeches.empty());
  std::uint32_t deepest = 0;
  for (std::size_t i = 0; i < speeches.size(); ++i) {
    deepest = std::max(deepest, speeches[i].depth);
    EXPECT_LT(speeches[i].parent, static_cast<std::int32_t>(i));
  }
  EXPECT_EQ(deepest, 8u);
  EXPECT_EQ(speeches.size(), 9u);
}

}  // namespace
}  // namespace readout
