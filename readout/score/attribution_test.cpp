#include "readout/score/attribution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "readout/score/attribution_table.h"
#include "readout/score/matching.h"
#include "readout/score/quoted.h"

namespace readout {
namespace {

Span span_of(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  return at == std::string_view::npos ? Span() : make_span(at, at + words.size());
}

TEST(Spans, TrimmedTakesMarksAndThatButNotSigns) {
  const std::string_view text = "Kovel said that “$5 million,” she added, “is enough.” Then 50%";
  const Spans cut = trimmed(text, {span_of(text, "that “$5 million,”"), span_of(text, "“is enough.”")});
  EXPECT_EQ(words(text, cut), "$5 million … is enough");
  EXPECT_EQ(words(text, trimmed(text, {span_of(text, " 50%")})), "50%");
  EXPECT_TRUE(trimmed(text, {span_of(text, ",” ")}).empty());
}

TEST(Spans, PiecesWithOnlyMarksBetweenThemAreOne) {
  const std::string_view text = "“We wait.” “We hope.”";
  EXPECT_EQ(words(text, trimmed(text, {span_of(text, "“We wait.”"), span_of(text, "“We hope.”")})),
            "We wait.” “We hope");
}

TEST(Spans, IntersectionOverUnionOfDiscontinuousSpans) {
  EXPECT_DOUBLE_EQ(intersection_over_union({{0, 10}, {20, 30}}, {{5, 10}, {20, 25}}), 0.5);
  EXPECT_EQ(intersection_over_union({{0, 10}}, {{10, 20}}), 0);
  EXPECT_EQ(joined({{5, 9}, {0, 5}, {9, 9}, {7, 12}}), (Spans{{0, 12}}));
}

SpeechKind kind_of(std::string_view text, std::string_view content) {
  return place_kind(text, quoted_spans(text), {span_of(text, content)});
}

TEST(Quoted, KindIsToldFromThePlace) {
  EXPECT_EQ(kind_of("He said “we wait” here.", "we wait"), SpeechKind::direct);
  EXPECT_EQ(kind_of("He said he would “wait” here.", "he would “wait”"), SpeechKind::mixed);
  EXPECT_EQ(kind_of("He said he would wait here.", "he would wait"), SpeechKind::indirect);
  EXPECT_EQ(kind_of("\"We wait,\" he said. \"For now.\"", "For now"), SpeechKind::direct);
  EXPECT_EQ(kind_of("\"We wait,\" he said, and he left.", "he left"), SpeechKind::indirect);
  EXPECT_EQ(kind_of("''We wait,'' he said, and left.", "We wait"), SpeechKind::direct);
  EXPECT_EQ(kind_of("Mayor: 'We wait' for Kovel's boat", "We wait"), SpeechKind::direct);
  EXPECT_EQ(kind_of("‘The lads’ answer is ready,’ he said, and left", "The lads’ answer is ready"), SpeechKind::direct);
  EXPECT_EQ(kind_of("‘The lads’ answer is ready,’ he said, and left", "and left"), SpeechKind::indirect);
  EXPECT_EQ(kind_of("Kovel's boat is the others' boat", "boat is the others"), SpeechKind::indirect);
  EXPECT_EQ(kind_of("“It was open to the end\nand nobody closed it", "and nobody"), SpeechKind::indirect);
  EXPECT_EQ(kind_of("“It was open to the end\nand nobody closed it", "open to the end"), SpeechKind::direct);
}

TEST(Matching, AsManyPairsAsPossible) {
  EXPECT_EQ(match({{{0, .9}, {1, .5}}, {{0, .6}}}, 2), (std::vector<std::int32_t>{1, 0}));
  EXPECT_EQ(match({{{0, .6}}, {{0, .9}}}, 1), (std::vector<std::int32_t>{-1, 0}));
  EXPECT_EQ(match({{}, {}}, 0), (std::vector<std::int32_t>{-1, -1}));
}

// The slow obvious method: every gold item tries every free partner, or none.
std::size_t most_pairs(const std::vector<std::vector<Edge>>& edges, std::size_t gold, unsigned taken) {
  if (gold == edges.size()) return 0;
  std::size_t best = most_pairs(edges, gold + 1, taken);
  for (const Edge& edge : edges[gold]) {
    const unsigned bit = 1U << static_cast<unsigned>(edge.predicted);
    if ((taken & bit) == 0) best = std::max(best, 1 + most_pairs(edges, gold + 1, taken | bit));
  }
  return best;
}

TEST(Matching, AgreesWithTryingEverything) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::vector<Edge>> edges(1 + random() % 6);
    for (auto& list : edges)
      for (std::int32_t p = 0; p < 6; ++p)
        if (random() % 3 == 0) list.push_back({p, 0.5 + static_cast<double>(random() % 50) / 100});
    const std::vector<std::int32_t> partner = match(edges, 6);
    std::set<std::int32_t> used;
    std::size_t pairs = 0;
    for (std::size_t g = 0; g < partner.size(); ++g) {
      if (partner[g] < 0) continue;
      ++pairs;
      EXPECT_TRUE(used.insert(partner[g]).second);
      EXPECT_TRUE(
          std::any_of(edges[g].begin(), edges[g].end(), [&](const Edge& e) { return e.predicted == partner[g]; }));
    }
    EXPECT_EQ(pairs, most_pairs(edges, 0, 0));
  }
}

constexpr std::string_view kText =
    "“We will wait,” Kovel said, “until spring.” The bridge, Tarn believes, is sound. According to her, nobody was "
    "“hurt”.";

std::vector<Attribution> gold() {
  const auto at = [](std::string_view words) { return span_of(kText, words); };
  return {{{at("Kovel")}, {at("said")}, {at("“We will wait,”"), at("“until spring.”")}, true},
          {{at("Tarn")}, {at("believes")}, {at("The bridge"), at("is sound")}, false},
          {{at("her")}, {at("According to")}, {at("nobody was “hurt”")}, true}};
}

TEST(Attribution, GoldAgainstItselfIsPerfect) {
  AttributionScore score;
  std::vector<Finding> findings;
  add_document(kText, gold(), gold(), score, &findings);
  EXPECT_TRUE(findings.empty());
  for (const SliceScore* slice : {&score.all, &score.speech})
    for (const auto& role : slice->roles)
      for (const Tally& tally : role) EXPECT_EQ(tally.f(), 100);
  EXPECT_EQ(score.all.roles[2][0].gold, 3u);
  EXPECT_EQ(score.speech.roles[2][0].gold, 2u);
  EXPECT_EQ(score.speech.mention[0], (Share{1, 1}));
  EXPECT_EQ(score.speech.kinds[1][1].f(), 100);
}

TEST(Attribution, DamageShowsWhereItIs) {
  std::vector<Attribution> ours = gold();
  ours[0].content = {span_of(kText, "We will wait"), span_of(kText, "until spring")};  // marks off: trimmed forgives
  ours[0].source = {span_of(kText, "Tarn")};
  ours[2].content = {span_of(kText, "was “hurt”")};  // a word short: only overlap forgives
  ours.push_back({{}, {}, {span_of(kText, "said")}, false});
  AttributionScore score;
  std::vector<Finding> findings;
  add_document(kText, gold(), ours, score, &findings);
  const auto& contents = score.speech.roles[static_cast<std::size_t>(AttributionRole::content)];
  EXPECT_EQ(contents[0], (Tally{2, 3, 0, 0}));
  EXPECT_EQ(contents[1], (Tally{2, 3, 1, 1}));
  EXPECT_EQ(contents[2], (Tally{2, 3, 2, 2}));
  EXPECT_EQ(score.speech.mention[0], (Share{0, 1}));
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_EQ(findings[0].kind, FindingKind::mention);
  EXPECT_EQ(findings[1].kind, FindingKind::boundary);
  EXPECT_EQ(findings[2].kind, FindingKind::extra);
}

TEST(Attribution, WhatMatchesABeliefIsNeitherRightNorWrongInSpeech) {
  AttributionScore score;
  add_document(kText, gold(), {gold()[1]}, score);
  EXPECT_EQ(score.speech.roles[2][1], (Tally{2, 0, 0, 0}));
  EXPECT_EQ(score.all.roles[2][1], (Tally{3, 1, 1, 1}));
}

TEST(Attribution, SpeechCuesComeFromTheList) {
  EXPECT_TRUE(is_speech_cue("has repeatedly Said"));
  EXPECT_TRUE(is_speech_cue("According to"));
  EXPECT_FALSE(is_speech_cue("hoped for"));
  EXPECT_FALSE(is_speech_cue("unsaid"));
}

}  // namespace
}  // namespace readout
