#include "readout/view/speech_view.h"

namespace readout {
namespace {

void write_span(JsonWriter& json, Span span) {
  json.array().value(span.begin).value(span.end).end();
}

void write_spans(JsonWriter& json, std::string_view key, const std::vector<Span>& spans,
                 const std::vector<std::string>& words) {
  json.key(key).array();
  for (std::size_t i = 0; i < spans.size(); ++i) {
    json.object().key("span");
    write_span(json, spans[i]);
    if (i < words.size()) json.key("words").value(words[i]);
    json.end();
  }
  json.end();
}

void write_person(JsonWriter& json, const Person& person) {
  json.object()
      .key("key")
      .value(person.key)
      .key("name")
      .value(person.name)
      .key("kind")
      .value(to_string(person.kind))
      .end();
}

}  // namespace

void write_moment(JsonWriter& json, const Moment& moment) {
  if (!is_known(moment)) {
    json.null();
    return;
  }
  json.object().key("date").value(to_iso(moment)).key("grain").value(to_string(moment.grain));
  json.key("known").value(to_string(moment.known)).end();
}

void write_basis(JsonWriter& json, const Basis& basis) {
  json.object().key("rule").value(basis.rule).key("score").value(basis.score).key("evidence").array();
  for (const Evidence& evidence : basis.evidence)
    json.object().key("name").value(evidence.name).key("weight").value(evidence.weight).end();
  json.end().end();
}

void write_doubts(JsonWriter& json, const std::vector<Doubt>& doubts) {
  json.array();
  for (const Doubt& doubt : doubts) {
    json.object().key("kind").value(to_string(doubt.kind)).key("span");
    write_span(json, doubt.span);
    json.key("detail").value(doubt.detail).end();
  }
  json.end();
}

void write_speech(JsonWriter& json, const SpeechRow& row) {
  const Speech& speech = row.speech;
  json.key("id").value(row.id).key("document").value(row.document).key("digest").value(to_hex(row.blob));
  json.key("outlet").value(row.outlet).key("agency").value(row.agency).key("url").value(row.url);
  json.key("language").value(row.language);
  json.key("kind").value(to_string(speech.kind)).key("polarity").value(to_string(speech.polarity));
  json.key("depth").value(speech.depth).key("delivered");
  write_span(json, row.delivered);
  json.key("person");
  if (row.person)
    write_person(json, *row.person);
  else
    json.null();
  json.key("candidates").array();
  for (const Person& person : row.candidates) write_person(json, person);
  json.end();
  json.key("source");
  if (speech.source.empty()) {
    json.null();
  } else {
    json.object().key("span");
    write_span(json, speech.source);
    json.key("words").value(row.source_words).end();
  }
  write_spans(json, "cue", speech.cue, row.cue_words);
  write_spans(json, "content", speech.content, row.words);
  json.key("channels").array();
  for (std::size_t i = 0; i < speech.channels.size(); ++i) {
    json.object().key("kind").value(to_string(speech.channels[i].kind)).key("span");
    write_span(json, speech.channels[i].span);
    if (i < row.channel_words.size()) json.key("words").value(row.channel_words[i]);
    json.end();
  }
  json.end().key("insertions").array();
  for (const Insertion& insertion : speech.insertions) {
    json.object().key("kind").value(to_string(insertion.kind)).key("span");
    write_span(json, insertion.span);
    json.end();
  }
  json.end().key("chain").array();
  for (const Reporter& reporter : row.chain)
    json.object()
        .key("id")
        .value(reporter.id)
        .key("name")
        .value(reporter.name)
        .key("source")
        .value(reporter.source)
        .end();
  json.end().key("when");
  write_moment(json, row.when);
  json.key("when_of").value(to_string(row.when_of));
  json.key("statement").value(row.statement).key("versions").value(row.versions);
  json.key("basis");
  write_basis(json, speech.basis);
  json.key("speaker_basis");
  write_basis(json, row.speaker_basis);
  json.key("doubts");
  write_doubts(json, speech.doubts);
}

}  // namespace readout
