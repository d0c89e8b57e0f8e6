#include "readout/score/marked_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readout/score/case_judge.h"
#include "readout/score/corpus_score.h"

namespace readout {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kCase = R"(A comment.
=== a harbour
@ origin=pier.txt others=allowed
{s1:Kovel} {q1:said} {c1:the pier {{old}} was {c2:“rotten}}”.

{x:Photo: Lind}.
---
1 kind=indirect speaker="Anna Kovel"
# a comment
2 kind=mixed parent=1 polarity=denied channel=website,social_media
document form=report
)";

MarkedText parsed() {
  auto cases = parse_cases(kCase, "pier.txt");
  EXPECT_TRUE(cases) << (cases ? "" : cases.error().message);
  return cases->front();
}

TEST(MarkedText, MarksComeOutAndPointAtTheTextLeft) {
  const MarkedText text = parsed();
  EXPECT_EQ(text.title, "a harbour");
  EXPECT_EQ(text.text, "Kovel said the pier {old} was “rotten”.\n\nPhoto: Lind.\n");
  EXPECT_EQ(words(text.text, marked_spans(text, 'c', 1)), "the pier {old} was “rotten");
  EXPECT_EQ(words(text.text, marked_spans(text, 'c', 2)), "“rotten");
  EXPECT_EQ(text.settings.at("origin"), "pier.txt");
  EXPECT_EQ(text.facts.at(1).speaker, "Anna Kovel");
  EXPECT_EQ(text.facts.at(2).parent, 1);
  EXPECT_EQ(text.facts.at(2).polarity, Polarity::denied);
  EXPECT_THAT(*text.facts.at(2).channels, ElementsAre(ChannelKind::website, ChannelKind::social_media));
  EXPECT_EQ(text.document.at("form"), "report");
  EXPECT_THAT(proofread(text, false), IsEmpty());
}

TEST(MarkedText, WhatIsWrittenWrongIsAnErrorWithItsLine) {
  const auto message = [](std::string text) {
    const auto cases = parse_cases("=== t\n" + text, "f");
    return cases ? "none" : cases.error().where + " " + cases.error().message;
  };
  EXPECT_THAT(message("{c1:no end\n---\n"), HasSubstr("does not close"));
  EXPECT_THAT(message("a } b\n---\n"), HasSubstr("not opened"));
  EXPECT_THAT(message("{z1:no}\n---\n"), HasSubstr("no mark"));
  EXPECT_THAT(message("{c:no number}\n---\n"), HasSubstr("no mark"));
  EXPECT_THAT(message("{b=attic:no such block}\n---\n"), HasSubstr("attic"));
  EXPECT_THAT(message("{c1:a}\n---\n1 kind=sung\n"), HasSubstr("f:4 no kind"));
  EXPECT_THAT(message("{c1:a}\n---\n1 sort=direct\n"), HasSubstr("no fact"));
  EXPECT_THAT(message("{c1:a}\n"), HasSubstr("---"));
}

TEST(MarkedText, ProofreaderFindsContradictions) {
  const auto faults = [](const char* text) { return proofread(*parse_piece(text, "f"), true); };
  EXPECT_THAT(faults("He said “{c1:no}”.\n---\n1 kind=direct speaker=unknown\n"), IsEmpty());
  EXPECT_THAT(faults("He said “{c1:no}”.\n---\n1 kind=indirect speaker=unknown\n"), ElementsAre(HasSubstr("direct")));
  EXPECT_THAT(faults("He said {c1:no}.\n---\n"), ElementsAre(HasSubstr("no kind"), HasSubstr("no speaker")));
  EXPECT_THAT(faults("He said {c1:no}.\n---\n1 kind=indirect speaker=unknown\n2 kind=direct speaker=unknown\n"),
              ElementsAre(HasSubstr("no content")));
  EXPECT_THAT(faults("{c1:No} and {c2:yes}.\n---\n1 kind=indirect speaker=unknown\n"
                     "2 kind=indirect speaker=unknown parent=1\n"),
              ElementsAre(HasSubstr("not held")));
}

// "Kovel said that the pier was rotten." with the one speech that the marks ask for.
struct Pier {
  MarkedText text = *parse_piece(
      "{s1:Kovel} {q1:said} that {c1:the pier was rotten}. {x:Photo: Lind}.\n---\n1 kind=indirect speaker=\"Anna "
      "Kovel\"\n",
      "pier.txt");
  Account account;

  Pier() {
    account.document.text = Text::plain(text.text);
    Speech speech;
    speech.content = marked_spans(text, 'c', 1);
    speech.cue = marked_spans(text, 'q', 1);
    speech.source = marked_spans(text, 's', 1).front();
    account.speeches = {speech};
    account.persons = {{"anna kovel", "Anna Kovel", PersonKind::person, {speech.source}, {}, {}}};
    account.speakers.resize(1);
    account.speakers[0].person = 0;
  }
};

TEST(JudgeCase, PerfectAccountHasNoDifference) {
  EXPECT_THAT(judge_case(Pier().text, Pier().account), IsEmpty());
}

TEST(JudgeCase, EveryFaultIsNamed) {
  const auto after = [](auto change) {
    Pier pier;
    change(pier.account);
    return judge_case(pier.text, pier.account);
  };
  EXPECT_THAT(after([](Account& a) { a.speeches[0].kind = SpeechKind::mixed; }), ElementsAre(HasSubstr("kind")));
  EXPECT_THAT(after([](Account& a) { a.speeches[0].polarity = Polarity::asked; }), ElementsAre(HasSubstr("polarity")));
  EXPECT_THAT(after([](Account& a) { a.speakers[0].person = -1; }), ElementsAre(HasSubstr("speaker")));
  EXPECT_THAT(after([](Account& a) { a.speeches[0].source = {}; }), ElementsAre(HasSubstr("source")));
  EXPECT_THAT(after([](Account& a) { a.speeches[0].cue.clear(); }), ElementsAre(HasSubstr("cue")));
  EXPECT_THAT(after([](Account& a) { a.speeches[0].content[0].begin += 4; }),
              ElementsAre(HasSubstr("not found"), HasSubstr("too many")));
  EXPECT_THAT(after([](Account& a) { a.speeches[0].content[0].end = a.document.text.size(); }),
              ElementsAre(HasSubstr("not found"), HasSubstr("too many"), HasSubstr("not silent")));
}

TEST(CorpusScore, CountsWhatIsRightAndListsWhatIsNot) {
  Pier pier;
  CorpusScore score;
  add_piece(pier.text, pier.account, score, nullptr, nullptr);
  pier.account.speakers[0].person = -1;
  std::vector<std::string> differences;
  add_piece(pier.text, pier.account, score, nullptr, &differences);
  EXPECT_EQ(score.found, (Share{2, 2}));
  EXPECT_EQ(score.speaker, (Share{1, 2}));
  EXPECT_EQ(score.unknown, (Share{1, 2}));
  EXPECT_EQ(score.silent, (Share{2, 2}));
  EXPECT_EQ(score.attributions.speech.kinds[2][1].f(), 100);
  EXPECT_THAT(differences, ElementsAre(HasSubstr("wanted Anna Kovel, got unknown")));
}

}  // namespace
}  // namespace readout
