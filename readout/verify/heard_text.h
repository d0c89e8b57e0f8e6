// HeardText: a text read as the engine reads it, for tests of voices.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/document/read.h"
#include "readout/people/offices.h"
#include "readout/people/resolve.h"
#include "readout/speech/find.h"
#include "readout/verify/voices.h"

namespace readout {

struct HeardText {
  explicit HeardText(std::string text, std::string name = "source.txt") {
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
    if (at == std::string_view::npos) return {};  // the test then fails
    return make_span(at, at + words.size());
  }

  Document document;
  std::vector<Speech> speeches;
  Offices offices;
  People people;
};

}  // namespace readout
