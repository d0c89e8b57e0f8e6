// A document made of speeches, for tests: each of one kind, by one speaker, in a paragraph of its own.
#pragma once

#include <string>
#include <vector>

#include "readout/discrepancy/edition.h"
#include "readout/statement/version.h"

namespace readout {

struct ToldSpeech {
  std::string words;
  SpeechKind kind = SpeechKind::direct;
  std::string who = "ada marlow";
};

struct ToldDocument {
  Document document;
  std::vector<Speech> speeches;
  std::vector<Person> persons;
  std::vector<Speaker> speakers;

  explicit ToldDocument(const std::vector<ToldSpeech>& told, int day = 10) {
    std::string text;
    for (const ToldSpeech& one : told) {
      const std::size_t begin = text.size();
      text += one.words;
      Speech speech;
      speech.content = {make_span(begin, text.size())};
      speech.kind = one.kind;
      speeches.push_back(speech);
      Person person;
      person.key = person.name = one.who;
      speakers.push_back({static_cast<std::int32_t>(persons.size()), {}, {}});
      persons.push_back(person);
      text += "\n\n";
    }
    document.text = Text::plain(text);
    document.dates.said = make_date(2031, 3, day, Known::stated);
    document.blob = sha256(text);
  }

  Edition edition() const { return {document, speeches, persons, speakers}; }
  Witness witness() const { return make_witness(document, speeches, persons, speakers); }
  std::string words(Span span) const { return std::string(document.text[span]); }
};

}  // namespace readout
