#include "readout/score/key_score.h"

#include <gtest/gtest.h>

#include "readout/document/json_value.h"

namespace readout {
namespace {

constexpr std::string_view kText =
    "Photo: Lindqvist. Anna Kovel said that “the bridge [Varn Bridge] is safe.” She said Rupert Tarn had called it "
    "“rotten”. "
    "The writer thinks so too.";

Span at(std::string_view words) {
  const std::size_t begin = kText.find(words);
  return make_span(begin, begin + words.size());
}

std::string span_json(std::string_view words) {
  return "[" + std::to_string(at(words).begin) + "," + std::to_string(at(words).end) + "]";
}

std::string key_json() {
  return R"({"seeds": {"7_a.txt": {}}, "statements": [
    {"id": "s1", "seed": "7_a.txt", "speaker": "Anna Kovel", "channel": "unstated", "date": "unknown", "kind": "direct",
     "depth": 0, "span": )" +
         span_json("the bridge [Varn Bridge] is safe.") + R"(},
    {"id": "s2", "seed": "7_a.txt", "speaker": "Rupert Tarn", "channel": "unstated", "date": "unknown", "kind": "mixed", "polarity": "said",
     "depth": 1, "reported_by": "Anna Kovel", "span": )" +
         span_json("it “rotten”") + R"(}],
   "noise": [{"id": "n1", "seed": "7_a.txt", "why": "photo credit", "snippet": "", "span": )" +
         span_json("Photo: Lindqvist") +
         R"(}, {"id": "n2", "seed": "7_a.txt", "why": "editorial bracket", "snippet": "[Varn Bridge]", "span": )" +
         span_json("[Varn Bridge]") + R"(}],
   "must_not": [{"what": "a speaker or author \"Lindqvist\"", "seed": "7_a.txt"},
     {"what": "\"rotten\" as Anna Kovel's own description", "seed": "7_a.txt"},
     {"what": "text in editorial brackets counted as the speaker's words", "seed": "7_a.txt"},
     {"what": "Rupert Tarn as first-hand speaker of the one item that Kovel lists", "seed": "7_a.txt"},
     {"what": "a meeting as a contact that took place", "seed": "7_a.txt"}]})";
}

Speech speech(std::vector<Span> content, Span source, SpeechKind kind) {
  Speech out;
  out.content = std::move(content);
  out.source = source;
  out.kind = kind;
  return out;
}

// What the key asks for, said perfectly.
Account perfect() {
  Account account;
  account.document.origin = "pile/7_a.txt";
  account.document.text = Text::plain(std::string(kText));
  account.persons = {{"anna kovel", "Anna Kovel", PersonKind::person, {at("Anna Kovel")}, {}, {}},
                     {"rupert tarn", "Rupert Tarn", PersonKind::person, {at("Rupert Tarn")}, {}, {}}};
  account.speeches = {speech({at("the bridge [Varn Bridge] is safe.")}, at("Anna Kovel"), SpeechKind::direct),
                      speech({at("Rupert Tarn had called it “rotten”")}, at("She"), SpeechKind::mixed),
                      speech({at("it “rotten”")}, at("Rupert Tarn"), SpeechKind::mixed)};
  account.speeches[0].insertions = {{at("[Varn Bridge]"), InsertionKind::bracket}};
  account.speeches[2].parent = 1;
  account.speeches[2].depth = 1;
  account.speakers.resize(3);
  account.speakers[0].person = 0;
  account.speakers[1].person = 0;
  account.speakers[2].person = 1;
  account.statements.resize(3);
  return account;
}

KeyScore score(const Account& account) {
  const Result<AnswerKey> key = parse_key(key_json());
  EXPECT_TRUE(key) << key.error().message;
  return score_key(*key, {&account, 1});
}

const Figure& figure(const KeyScore& score, std::string_view name) {
  for (const Figure& candidate : score.figures)
    if (candidate.name == name) return candidate;
  ADD_FAILURE() << "no figure " << name;
  return score.figures.front();
}

MustNotVerdict verdict(const KeyScore& score, std::size_t index) {
  return score.must_not[index].verdict;
}

TEST(KeyScore, PerfectAnswerIsAllRight) {
  const KeyScore got = score(perfect());
  for (const char* name :
       {"statements found", "right speaker", "right kind", "right depth", "right polarity", "right date",
        "right channel", "noise outside statements silent", "noise inside statements told apart"})
    EXPECT_EQ(figure(got, name).share.percent(), 100) << name;
  EXPECT_EQ(figure(got, "extra speeches at depth 0").share, (Share{1, 2}));
  ASSERT_EQ(got.must_not.size(), 5u);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(verdict(got, i), MustNotVerdict::kept) << got.must_not[i].what;
  EXPECT_EQ(verdict(got, 4), MustNotVerdict::not_checkable);
  ASSERT_EQ(got.errors.size(), 1u);
  EXPECT_EQ(got.errors[0].what, "extra");
  EXPECT_EQ(got.errors[0].cite.substr(0, 2), "7:");
}

TEST(KeyScore, EveryFaultShows) {
  Account account = perfect();
  account.speeches[0].kind = SpeechKind::mixed;
  account.speeches[0].insertions.clear();
  account.speakers[0].person = 1;
  account.speeches.pop_back();
  account.speakers.pop_back();
  account.speeches.push_back(speech({at("Photo: Lindqvist")}, at("Lindqvist"), SpeechKind::indirect));
  account.persons.push_back({"lindqvist", "Lindqvist", PersonKind::person, {at("Lindqvist")}, {}, {}});
  account.speakers.push_back({2, {}, {}});
  const KeyScore got = score(account);
  EXPECT_EQ(figure(got, "statements found").share, (Share{1, 2}));
  EXPECT_EQ(figure(got, "right speaker").share, (Share{0, 1}));
  EXPECT_EQ(figure(got, "right kind").share, (Share{0, 1}));
  EXPECT_EQ(figure(got, "noise outside statements silent").share, (Share{0, 1}));
  EXPECT_EQ(figure(got, "noise inside statements told apart").share, (Share{0, 1}));
  EXPECT_EQ(verdict(got, 0), MustNotVerdict::broken);
  EXPECT_EQ(verdict(got, 1), MustNotVerdict::broken);
  EXPECT_EQ(verdict(got, 2), MustNotVerdict::broken);
  EXPECT_FALSE(got.all_met());
}

TEST(KeyScore, FirstHandSpeakerIsCaught) {
  Account account = perfect();
  account.speeches[2].parent = -1;
  account.speeches[2].depth = 0;
  const KeyScore got = score(account);
  EXPECT_EQ(verdict(got, 3), MustNotVerdict::broken);
  EXPECT_EQ(figure(got, "right depth").share, (Share{1, 2}));
}

TEST(KeyScore, AbsentDocumentIsMissedAndNothingIsTakenAsKept) {
  Account account = perfect();
  account.document.origin = "pile/other.txt";
  const KeyScore got = score(account);
  EXPECT_EQ(figure(got, "statements found").share, (Share{0, 2}));
  EXPECT_FALSE(got.documents.front().present);
  for (const MustNotResult& result : got.must_not) EXPECT_EQ(result.verdict, MustNotVerdict::not_checkable);
}

TEST(KeyScore, JsonIsJsonAndHoldsEveryFigure) {
  const KeyScore got = score(perfect());
  const Result<JsonValue> json = parse_json(to_json(got));
  ASSERT_TRUE(json);
  EXPECT_EQ(json->find("figures")->members.size(), got.figures.size());
}

TEST(KeyScore, WhatIsNoKeyIsAnError) {
  EXPECT_FALSE(parse_key("{}"));
  EXPECT_FALSE(parse_key("[1]"));
  EXPECT_FALSE(parse_key(R"({"statements": [{"id": "s1", "seed": "a", "kind": "sung", "span": [1, 2]}]})"));
  EXPECT_FALSE(parse_key(R"({"statements": [{"id": "s1", "seed": "a", "kind": "direct", "span": [2, 1]}]})"));
}

}  // namespace
}  // namespace readout
