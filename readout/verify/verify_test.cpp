#include "readout/verify/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace readout {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

Verification check(std::string_view quote, std::string_view text, std::span<const Block> blocks = {}) {
  const SourceText source{text, blocks};
  return verify(quote, {&source, 1});
}

Verdict verdict(std::string_view quote, std::string_view text) {
  return check(quote, text).verdict;
}

std::vector<std::string> slices(std::string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  for (const Span span : spans) out.emplace_back(slice(text, span));
  return out;
}

std::vector<std::string> slices(std::string_view text, const std::vector<Difference>& differences) {
  std::vector<std::string> out;
  for (const Difference& each : differences) out.emplace_back(slice(text, each.text));
  return out;
}

constexpr std::string_view kSource =
    "MARLOW, May 3. The minister spoke on the quay. “We will not sign the paper before the first day of spring. We "
    "have "
    "time,” she said, “and the harbour of Marlow stays open to every ship.” Her deputy denied that the ferry talks "
    "have "
    "ended. If the storm passes, the fleet will sail on Monday morning. Will the fleet come back?";

TEST(Verify, ExactIsTheBytesAsTheyStand) {
  const Verification found = check("We will not sign the paper", kSource);
  EXPECT_EQ(found.verdict, Verdict::exact);
  ASSERT_EQ(found.places.size(), 1u);
  EXPECT_THAT(slices(kSource, found.places[0].pieces), ElementsAre("We will not sign the paper"));
  EXPECT_THAT(found.places[0].folded, IsEmpty());
}

TEST(Verify, FoldedSaysWhatWasFolded) {
  const auto folded = [](std::string_view quote, std::string_view text) {
    const Verification found = check(quote, text);
    EXPECT_EQ(found.verdict, Verdict::folded) << quote;
    return found.places.empty() ? std::vector<Folding>() : found.places[0].folded;
  };
  EXPECT_THAT(folded("the harbour\nof marlow stays open", kSource),
              ElementsAre(Folding::letter_case, Folding::white_space));
  EXPECT_THAT(folded("the captain's old ship sailed", "Then the captain’s old ship sailed north."),
              ElementsAre(Folding::quotation_marks));
  EXPECT_THAT(folded("talks - long and hard - are over", "The talks — long and hard — are over now."),
              ElementsAre(Folding::dashes));
  EXPECT_THAT(folded("they negotiated for three days", "There they nego-\ntiated for three days."),
              ElementsAre(Folding::broken_words));
  EXPECT_THAT(folded("a well known harbour town", "It is a well-\nknown harbour town."), Contains(Folding::dashes));
  EXPECT_THAT(folded("the final offer was refused", "Here the ﬁnal offer was refused."),
              ElementsAre(Folding::characters));
  EXPECT_THAT(folded("the open harbour stays", "Now the op\u00ADen harbour stays."), ElementsAre(Folding::invisible));
  EXPECT_THAT(folded("the open harbour stays", "Now the \u043Epen harbour stays."), ElementsAre(Folding::look_alikes));
  EXPECT_THAT(folded("We have time. And ships,", "“We have time, and ships,” he said."),
              ElementsAre(Folding::letter_case, Folding::punctuation));
}

TEST(Verify, ANumberIsNotPunctuation) {
  EXPECT_EQ(verdict("paid 1,500 crowns for it", "They paid 1.500 crowns for it."), Verdict::altered);
  EXPECT_EQ(verdict("it fell by 10 this year", "They say it fell by 10% this year."), Verdict::altered);
  EXPECT_EQ(verdict("it was -5 at night", "Here it was 5 at night."), Verdict::altered);
  EXPECT_EQ(verdict("it was \u22125 at night", "Here it was -5 at night."), Verdict::folded);
}

TEST(Verify, ADroppedNotIsNeverACut) {
  const Verification found = check("We will sign the paper before the first day of spring", kSource);
  EXPECT_EQ(found.verdict, Verdict::altered);
  ASSERT_FALSE(found.places.empty());
  ASSERT_EQ(found.places[0].differences.size(), 1u);
  EXPECT_EQ(found.places[0].differences[0].type, DifferenceType::negation);
  EXPECT_EQ(slice(kSource, found.places[0].differences[0].text), "not");
}

TEST(Verify, AMarkedCutShowsWhatItSwallows) {
  const Verification found = check("We will ... sign the paper before the first day of spring", kSource);
  EXPECT_EQ(found.verdict, Verdict::altered);
  ASSERT_EQ(found.places[0].seams.size(), 1u);
  EXPECT_EQ(found.places[0].seams[0].kind, SeamKind::marked_cut);
  EXPECT_EQ(slice(kSource, found.places[0].seams[0].left_out), "not");
  EXPECT_TRUE(found.places[0].seams[0].turns);
}

TEST(Verify, CutsInsideOneSentenceAreTold) {
  const Verification marked = check("the harbour of Marlow … open to every ship", kSource);
  ASSERT_EQ(marked.verdict, Verdict::trimmed);
  EXPECT_EQ(marked.places[0].seams[0].kind, SeamKind::marked_cut);
  const Verification silent = check("the harbour stays open to every ship", kSource);
  ASSERT_EQ(silent.verdict, Verdict::trimmed);
  EXPECT_EQ(silent.places[0].seams[0].kind, SeamKind::unmarked_cut);
  EXPECT_EQ(slice(kSource, silent.places[0].seams[0].left_out), "of Marlow");
}

TEST(Verify, AReportersTagIsNoSplice) {
  const Verification found = check("We have time, and the harbour of Marlow stays open", kSource);
  ASSERT_EQ(found.verdict, Verdict::trimmed);
  EXPECT_EQ(found.places[0].seams[0].kind, SeamKind::reporter_tag);
}

TEST(Verify, WordsJustOutsideThatTurnTheMeaning) {
  const auto outside = [](std::string_view quote) {
    const Verification found = check(quote, kSource);
    EXPECT_EQ(found.verdict, Verdict::altered) << quote;
    return found.places.empty() ? std::vector<std::string>() : slices(kSource, found.places[0].outside);
  };
  EXPECT_THAT(outside("sign the paper before the first day"), ElementsAre("not"));
  EXPECT_THAT(outside("the ferry talks have ended"), ElementsAre("denied"));
  EXPECT_THAT(outside("the storm passes, the fleet will sail"), ElementsAre("If"));
  EXPECT_THAT(outside("the fleet come back"), ElementsAre("?"));
  EXPECT_EQ(verdict("the talks were useful to all", "No, the talks were useful to all."), Verdict::exact);
  EXPECT_EQ(verdict("a good day for us", "It was not only a good day for us."), Verdict::exact);
}

TEST(Verify, WholeSentencesJoinedWithoutAMark) {
  constexpr std::string_view text =
      "They spoke of ties, which could be served by the opening of the old bridge. They also stressed the need for "
      "steady "
      "work to mend the northern road.";
  const Verification found = check("the opening of the old bridge and steady work to mend the northern road", text);
  ASSERT_EQ(found.verdict, Verdict::spliced);
  EXPECT_THAT(slices(text, found.places[0].pieces),
              ElementsAre("the opening of the old bridge", "steady work to mend the northern road"));
  EXPECT_EQ(slice(text, found.places[0].seams[0].left_out), "They also stressed the need for");
  EXPECT_EQ(found.places[0].seams[0].kind, SeamKind::joined_sentences);
}

TEST(Verify, ATextThatPrintsItsOwnBracketsVouchesForNothing) {
  constexpr std::string_view text =
      "He named “the opening of the old bridge [over the Tern] and steady work to mend the northern road.” The paper "
      "itself "
      "reads: “ties served by the opening of the old bridge. They also stressed the need for steady work to mend the "
      "northern road.”";
  const Verification found = check("the opening of the old bridge and steady work to mend the northern road", text);
  EXPECT_EQ(found.verdict, Verdict::spliced);
  ASSERT_EQ(found.places.size(), 2u);
  EXPECT_EQ(found.places[1].verdict, Verdict::trimmed);
  EXPECT_EQ(found.places[1].seams[0].kind, SeamKind::source_bracket);
}

TEST(Verify, BracketsAreTriedAsWrittenFirst) {
  constexpr std::string_view text = "“We met him [Jon Ashby] on the quay at noon,” she said. He came late, they say.";
  EXPECT_EQ(verdict("We met him [Jon Ashby] on the quay at noon", text), Verdict::exact);
  const Verification inserted = check("on the quay [of Marlow] at noon", text);
  ASSERT_EQ(inserted.verdict, Verdict::edited);
  EXPECT_EQ(inserted.places[0].seams[0].kind, SeamKind::quoter_bracket);
  EXPECT_EQ(verdict("[Jon Ashby] came late, they say", text), Verdict::edited);
  EXPECT_EQ(verdict("[W]e met him [Jon Ashby] on the quay", text), Verdict::edited);
}

TEST(Verify, ReversedAndFarPiecesAreSpliced) {
  const Verification reversed = check("the fleet will sail on Monday ... the minister spoke on the quay", kSource);
  ASSERT_EQ(reversed.verdict, Verdict::spliced);
  EXPECT_EQ(reversed.places[0].seams[0].kind, SeamKind::reversed);
  std::string text = "We shall open the northern gate today. ";
  for (int i = 0; i < 30; ++i) text += "Something else stood here for a while. ";
  text += "Nobody will guard the long wall tonight.";
  const Verification far = check("We shall open the northern gate ... guard the long wall tonight", text);
  ASSERT_EQ(far.verdict, Verdict::spliced);
  EXPECT_EQ(far.places[0].seams[0].kind, SeamKind::far_apart);
}

TEST(Verify, AlteredNamesTheWordsThatDiffer) {
  const Verification found = check("the fleet will sail on Friday morning", kSource);
  ASSERT_EQ(found.verdict, Verdict::altered);
  ASSERT_EQ(found.places[0].differences.size(), 1u);
  EXPECT_EQ(found.places[0].differences[0].type, DifferenceType::date);
  EXPECT_EQ(slice("the fleet will sail on Friday morning", found.places[0].differences[0].quote), "Friday");
  EXPECT_EQ(slice(kSource, found.places[0].differences[0].text), "Monday");
  EXPECT_THAT(check("nobody expected such an early winter", kSource).places, IsEmpty());
  EXPECT_EQ(verdict("the harbour of Marlow stays open to every ship and every cannon we own", kSource),
            Verdict::altered);
}

TEST(Verify, CommonWordsScatteredOverATextAreNoQuotation) {
  EXPECT_EQ(verdict("the minister will have the paper on Monday and the ship", kSource), Verdict::not_found);
}

TEST(Verify, NothingToCompareIsNeverAPass) {
  EXPECT_EQ(verdict("We have", kSource), Verdict::not_checkable);
  EXPECT_EQ(verdict("“”", kSource), Verdict::not_checkable);
  EXPECT_EQ(verdict("We will not sign the paper", ""), Verdict::not_checkable);
  EXPECT_EQ(verify("We will not sign the paper", {}).verdict, Verdict::not_checkable);
}

TEST(Verify, EveryPlaceBestFirst) {
  const std::string_view texts[] = {"We have time and ships. Then he said it again: we have time and ships.",
                                    "“We have time and ships,” he said."};
  const SourceText sources[] = {{texts[0], {}}, {texts[1], {}}};
  const Verification found = verify("We have time and ships", sources);
  EXPECT_EQ(found.verdict, Verdict::exact);
  ASSERT_EQ(found.places.size(), 3u);
  EXPECT_EQ(found.places[0].text, 0u);
  EXPECT_EQ(found.places[1].text, 1u);
  EXPECT_EQ(found.places[2].verdict, Verdict::folded);
}

TEST(Verify, APageBreakIsFolded) {
  constexpr std::string_view text = "The council will keep the old\n\nMarlow Gazette 12\n\nbridge open for all.";
  const std::vector<Block> blocks{{{0, 29}, BlockKind::body, 0, ""},
                                  {{31, 48}, BlockKind::running_head, 1, "page"},
                                  {{50, 71}, BlockKind::body, 2, ""}};
  const Verification found = check("will keep the old bridge open for all", text, blocks);
  EXPECT_EQ(found.verdict, Verdict::folded);
  ASSERT_FALSE(found.places.empty());
  EXPECT_THAT(found.places[0].folded, Contains(Folding::page_break));
  EXPECT_THAT(found.places[0].seams, IsEmpty());
}

}  // namespace
}  // namespace readout
