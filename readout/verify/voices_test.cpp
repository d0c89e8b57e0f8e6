#include "readout/verify/voices.h"

#include <gtest/gtest.h>

#include "readout/document/read.h"
#include "readout/people/offices.h"
#include "readout/people/resolve.h"
#include "readout/speech/find.h"

namespace readout {
namespace {

// A text read as the engine reads it.
struct Heard {
  explicit Heard(std::string text, std::string name = "source.txt") {
    Source source;
    source.origin = std::move(name);
    source.bytes = std::move(text);
    document = std::move(read(source).front());
    speeches = find_speeches(document);
    people = resolve_people(document, speeches, offices);
  }

  // "turn, Brook" for the voice that utters these words.
  std::string utterer(std::string_view words) const {
    const Voices voices({&document, speeches, people.persons, people.speakers});
    for (const PlaceVoice& voice : voices.at(span_of(words)))
      if (voice.form != VoiceForm::reported) return std::string(to_string(voice.form)) + ", " + voice.name;
    return "";
  }
  std::string innermost(std::string_view words) const {
    const Voices voices({&document, speeches, people.persons, people.speakers});
    const PlaceVoice voice = voices.at(span_of(words)).front();
    return std::string(to_string(voice.form)) + ", " + voice.name;
  }
  NameMatch match(std::string_view words, std::string_view claimed) const {
    const Voices voices({&document, speeches, people.persons, people.speakers});
    for (const PlaceVoice& voice : voices.at(span_of(words)))
      if (voice.form != VoiceForm::reported) return voices.match(read_printed_name(claimed), voice);
    return NameMatch::unsure;
  }
  Span span_of(std::string_view words) const {
    const std::size_t at = document.text.view().find(words);
    EXPECT_NE(at, std::string_view::npos) << words;
    return make_span(at, at + words.size());
  }

  Document document;
  std::vector<Speech> speeches;
  Offices offices;
  People people;
};

TEST(Voices, NewsHasQuotedReportedAndNarration) {
  const Heard heard(
      "The keeper, Ida Roth, said the ramp would hold. “I signed it,” she said. “I would sign it again.”\n\n"
      "The mayor, Ivo Stern, disagreed. “Nobody asked me,” he said. The ramp was built in March.\n");
  EXPECT_EQ(heard.utterer("I would sign it again"), "quoted, Ida Roth");
  EXPECT_EQ(heard.utterer("Nobody asked me"), "quoted, Ivo Stern");
  EXPECT_EQ(heard.innermost("the ramp would hold"), "reported, Ida Roth");
  EXPECT_EQ(heard.innermost("The ramp was built in March"), "narration, ");
  EXPECT_EQ(heard.match("Nobody asked me", "Ida Roth"), NameMatch::other);
  EXPECT_EQ(heard.match("Nobody asked me", "the mayor"), NameMatch::same);
  EXPECT_EQ(heard.match("Nobody asked me", "the keeper"), NameMatch::other);
  EXPECT_EQ(heard.match("Nobody asked me", "Mr. Stern"), NameMatch::same);
  EXPECT_EQ(heard.match("The ramp was built in March", "Ida Roth"), NameMatch::other);
  EXPECT_EQ(heard.match("The ramp was built in March", "the report"), NameMatch::same);
}

TEST(Voices, OpinionsOfARulingBelongToTheirJudges) {
  const Heard heard(
      "HIGH COURT OF DORN\n\nRoth v. Harbour Board\n\nJUDGE STERN (with whom Judge Lang agrees):\n\n"
      "[1] I would allow the appeal. In Re Tolm the court said: “A keeper must take care.” I follow it.\n\n"
      "JUDGE BROOK (dissenting):\n\n[2] I cannot agree. Bad manners are no breach.\n");
  EXPECT_EQ(heard.match("I would allow the appeal", "Judge Stern"), NameMatch::same);
  EXPECT_EQ(heard.match("I would allow the appeal", "Brook"), NameMatch::other);
  EXPECT_EQ(heard.match("Bad manners are no breach", "Judge Brook"), NameMatch::same);
  EXPECT_EQ(heard.match("A keeper must take care", "Judge Brook"), NameMatch::other);
}

TEST(Voices, AQuestionWithoutLabelIsTheInterviewers) {
  const Heard heard(
      "THE SUNDAY INTERVIEW\n\nWhy do you paint doors?\n\nBecause they open. I like a thing that opens.\n\n"
      "Do you sell them?\n\nI give them away. My wife sells the frames.\n\n"
      "Hilde Brun spoke to Odo Lang at her workshop.\n");
  EXPECT_EQ(heard.match("I like a thing that opens", "Hilde Brun"), NameMatch::same);
  EXPECT_EQ(heard.match("I like a thing that opens", "Odo Lang"), NameMatch::other);
  EXPECT_EQ(heard.match("Do you sell them?", "Hilde Brun"), NameMatch::other);
  EXPECT_EQ(heard.match("Do you sell them?", "Odo Lang"), NameMatch::same);
}

TEST(Voices, AnswersWithoutLabelAreTheSigners) {
  const Heard heard(
      "STATEMENT BY THE DIRECTOR OF TOLM FERRIES\n\nGood evening. A ferry of ours ran aground at six. Nobody is hurt. "
      "I ask everybody to wait.\n\nQuestion (Ida Roth, Evening Post): Will you resign?\n\n"
      "I will not resign before the inspectors have spoken. My sister told me, “Go home.” I stayed.\n\n"
      "Hilde Brun, director\n");
  EXPECT_EQ(heard.match("I ask everybody to wait", "Hilde Brun"), NameMatch::same);
  EXPECT_EQ(heard.match("I will not resign before the inspectors", "Hilde Brun"), NameMatch::same);
  EXPECT_EQ(heard.match("Will you resign?", "Hilde Brun"), NameMatch::other);
  EXPECT_EQ(heard.match("Will you resign?", "Ida Roth"), NameMatch::same);
}

TEST(Voices, ALabelBeforeTheMarksAndAnAppositionNameWhoSpeaks) {
  const Heard heard(
      "Minutes of the panel. Mr. Brook asked what late meant. Ms. Roth: “Within five minutes.” Mr. Brook: “Then "
      "nothing "
      "is ever late.”\n\nOne of the growers, Mr. Odo Lang, kept a diary. He wrote: “Rain at ten.”\n");
  EXPECT_EQ(heard.match("Within five minutes", "Ms. Roth"), NameMatch::same);
  EXPECT_EQ(heard.match("Then nothing is ever late", "Ms. Roth"), NameMatch::other);
  EXPECT_EQ(heard.match("Rain at ten", "Odo Lang"), NameMatch::same);
}

}  // namespace
}  // namespace readout
