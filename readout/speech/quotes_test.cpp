#include "readout/speech/quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace readout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Span> paragraphs_of(std::string_view text) {
  std::vector<Span> spans;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    spans.push_back(make_span(begin, end));
    if (end == text.size()) break;
    begin = end + 2;
  }
  return spans;
}

std::vector<std::string> inner(const std::string& text) {
  std::vector<std::string> found;
  for (const Quotation& quotation : scan_quotations(text, paragraphs_of(text)))
    found.emplace_back(slice(text, quotation.inner));
  return found;
}

TEST(Quotes, StylesOfMarks) {
  EXPECT_THAT(inner("\"Yes,\" she said."), ElementsAre("Yes,"));
  EXPECT_THAT(inner("“Yes,” she said."), ElementsAre("Yes,"));
  EXPECT_THAT(inner("«Да», сказала она."), ElementsAre("Да"));
  EXPECT_THAT(inner("„Ja“, sagte sie."), ElementsAre("Ja"));
  EXPECT_THAT(inner("„Ja”, sagte sie."), ElementsAre("Ja"));
  EXPECT_THAT(inner("‹Oui›, dit-elle."), ElementsAre("Oui"));
  EXPECT_THAT(inner("「はい」と言った。"), ElementsAre("はい"));
  EXPECT_THAT(inner("``Yes,'' she said."), ElementsAre("Yes,"));
  EXPECT_THAT(inner("''Yes,'' she said."), ElementsAre("Yes,"));
  EXPECT_THAT(inner("‘Yes,’ she said."), ElementsAre("Yes,"));
  EXPECT_THAT(inner("'Yes,' she said."), ElementsAre("Yes,"));
}

TEST(Quotes, ApostrophesPossessivesAndPrimesAreNone) {
  EXPECT_THAT(inner("The workers’ rights and the firm's books weren’t theirs."), IsEmpty());
  EXPECT_THAT(inner("Rock ’n’ roll of the ’90s, 'twas said."), IsEmpty());
  EXPECT_THAT(inner("He shouldn‘t have done it."), IsEmpty());
  EXPECT_THAT(inner("The goalkeeper is 6'2\" tall."), IsEmpty());
  EXPECT_THAT(inner("‘The workers’ rights come first,’ she said."), ElementsAre("The workers’ rights come first,"));
}

TEST(Quotes, NestedMarks) {
  const std::string text = "“She called it ‘a gift’ twice,” he said.";
  const auto found = scan_quotations(text, paragraphs_of(text));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(slice(text, found[1].inner), "a gift");
  EXPECT_EQ(found[1].parent, 0);
  EXPECT_EQ(found[0].parent, -1);
  EXPECT_THAT(inner("'It is \"final\", I fear,' he said."), ElementsAre("It is \"final\", I fear,", "final"));
  EXPECT_THAT(inner("\"They cried 'shame,'\" he said."), ElementsAre("They cried 'shame,'", "shame,"));
}

TEST(Quotes, OpeningMarkThatCloses) {
  const std::string text = "“I will not describe it, “ Hale said, “other than to say it was long.”";
  const auto found = scan_quotations(text, paragraphs_of(text));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(slice(text, found[0].inner), "I will not describe it, ");
  EXPECT_TRUE(found[0].odd);
  EXPECT_EQ(slice(text, found[1].inner), "other than to say it was long.");
}

TEST(Quotes, ClosedByAMarkOfAnotherKind) {
  const std::string text = "“We shall see,\" she said.";
  const auto found = scan_quotations(text, paragraphs_of(text));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(slice(text, found[0].inner), "We shall see,");
  EXPECT_TRUE(found[0].odd);
}

TEST(Quotes, RepeatedMarksGoOn) {
  const std::string text = "“The first part.\n\n“The second part,” she said.";
  const auto found = scan_quotations(text, paragraphs_of(text));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].continues, 0);
  EXPECT_FALSE(found[0].unclosed);
  EXPECT_EQ(slice(text, found[1].inner), "The second part,");
}

TEST(Quotes, ParagraphsWithoutARepeatedMark) {
  const std::string text = "“The first part.\n\nThe second part,” she said.";
  const auto found = scan_quotations(text, paragraphs_of(text));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(slice(text, found[1].inner), "The second part,");
  EXPECT_EQ(found[1].continues, 0);
}

TEST(Quotes, UnclosedEndsWithItsParagraph) {
  const std::string text = "“The road is closed, she said.\n\nNobody knew why.";
  const auto found = scan_quotations(text, paragraphs_of(text));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].unclosed);
  EXPECT_EQ(found[0].outer.end, text.find("\n\n"));
}

TEST(Quotes, ASecondOpeningMarkEndsTheFirst) {
  const std::string text = "“The road is closed. “The bridge is open,” she said.";
  const auto found = scan_quotations(text, paragraphs_of(text));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(slice(text, found[0].inner), "The road is closed.");
  EXPECT_TRUE(found[0].unclosed);
  EXPECT_EQ(slice(text, found[1].inner), "The bridge is open,");
}

TEST(Quotes, NeverLosesBytes) {
  const std::string marks[] = {"\"", "“", "”", "'", "’", "‘", "«", "»", " ", "a", ".", "\n\n", "``", "''", "6"};
  std::string text;
  unsigned state = 7;
  for (int i = 0; i < 4000; ++i) {
    state = state * 1664525u + 1013904223u;
    text += marks[(state >> 16) % std::size(marks)];
  }
  const auto spans = paragraphs_of(text);
  for (const Quotation& quotation : scan_quotations(text, spans)) {
    EXPECT_LE(quotation.outer.begin, quotation.inner.begin);
    EXPECT_LE(quotation.inner.begin, quotation.inner.end);
    EXPECT_LE(quotation.inner.end, quotation.outer.end);
    EXPECT_TRUE(spans[quotation.paragraph].contains(quotation.outer));
  }
}

}  // namespace
}  // namespace readout
