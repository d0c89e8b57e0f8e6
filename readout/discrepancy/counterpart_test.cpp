#include "readout/discrepancy/counterpart.h"

#include <gtest/gtest.h>

#include "readout/discrepancy/told_for_test.h"

namespace readout {
namespace {

std::vector<Counterpart> between(const ToldDocument& a, const ToldDocument& b) {
  return find_counterparts(a.edition(), b.edition(), link_witnesses(a.witness(), b.witness()));
}

TEST(Counterparts, ASentenceThatWasSplitIsPutTogether) {
  const ToldDocument a(
      {{"The harbour council will pay for the northern pier, the repair of which was stopped by the "
        "guild of bakers in autumn.",
        SpeechKind::transcript}});
  const ToldDocument b(
      {{"The harbour council will pay for the northern pier. Its repair was stopped by the guild of "
        "bakers in autumn."}});
  const std::vector<Counterpart> found = between(a, b);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(b.words(found[0].b.span), b.words(b.speeches[0].content[0]));
  EXPECT_FALSE(found[0].base_is_b);
  EXPECT_EQ(found[0].relation, PassageRelation::edited);
}

TEST(Counterparts, TwoSentencesInOnePairOfMarksAreASplice) {
  const ToldDocument a(
      {{"The council agreed on the return of the night ferry. It also recalled the need for cheaper "
        "lamps along the whole of the northern pier.",
        SpeechKind::transcript}});
  const ToldDocument b(
      {{"the return of the night ferry [to Halsby] and cheaper lamps along the whole of the northern pier"}});
  const std::vector<Counterpart> found = between(a, b);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].relation, PassageRelation::spliced);
  EXPECT_EQ(a.words(found[0].a.span), a.words(a.speeches[0].content[0]));
}

TEST(Counterparts, ReportedSpeechThatKeepsToTheWordsIsIndirectAndThatTurnsThemIsAltered) {
  const ToldDocument a({{"We will repair the old ferry before the spring tides.", SpeechKind::transcript}});
  const ToldDocument kept({{"they would repair the old ferry before the spring tides", SpeechKind::indirect}});
  const ToldDocument turned({{"they would not repair the old ferry before the spring tides", SpeechKind::indirect}});
  ASSERT_EQ(between(a, kept).size(), 1u);
  EXPECT_EQ(between(a, kept)[0].relation, PassageRelation::indirect);
  EXPECT_TRUE(between(a, kept)[0].reported);
  ASSERT_EQ(between(a, turned).size(), 1u);
  EXPECT_EQ(between(a, turned)[0].relation, PassageRelation::altered);
}

TEST(Counterparts, ChangesCountInTheDocumentsAndTheBaseIsNearerToTheWords) {
  const ToldDocument a({{"A word of welcome to everybody in the hall."},
                        {"We have repaired ten of the forty lamps on the northern pier."}});
  const ToldDocument b({{"We have repaired twelve of the forty lamps on the northern pier.", SpeechKind::transcript}});
  const std::vector<Counterpart> found = between(a, b);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].base_is_b);
  ASSERT_EQ(found[0].pair.changes.size(), 1u);
  EXPECT_EQ(found[0].pair.changes[0].type, ChangeType::number);
  EXPECT_EQ(b.words(found[0].pair.changes[0].a), "twelve");
  EXPECT_EQ(a.words(found[0].pair.changes[0].b), "ten");
}

TEST(Counterparts, TurningTheSidesGivesTheSame) {
  const ToldDocument a(
      {{"The council agreed on the return of the night ferry. It also recalled the need for cheaper "
        "lamps along the northern pier.",
        SpeechKind::transcript}});
  const ToldDocument b({{"the return of the night ferry and cheaper lamps along the northern pier"}});
  const std::vector<Counterpart> one = between(a, b);
  std::vector<VersionLink> links = link_witnesses(a.witness(), b.witness());
  for (VersionLink& link : links) link = turned(link);
  const std::vector<Counterpart> other = find_counterparts(b.edition(), a.edition(), links);
  ASSERT_EQ(one.size(), 1u);
  ASSERT_EQ(other.size(), 1u);
  EXPECT_EQ(one[0].pair, other[0].pair);
  EXPECT_EQ(one[0].a, other[0].b);
}

}  // namespace
}  // namespace readout
