#include "readout/view/version_export.h"

#include "readout/base/json.h"
#include "readout/record/annotations.h"
#include "readout/record/rows.h"

namespace readout {
namespace {

void write_words(JsonWriter& json, const VersionTable& table, std::size_t witness, Span span) {
  const Span delivered = table.delivered(witness, span);
  json.object().key("words").value(slice(table.passage(witness), span));
  json.key("begin").value(delivered.begin).key("end").value(delivered.end).end();
}

const Person* speaker_of(const VersionWitness& witness) {
  const std::int32_t person = witness.account.speakers[witness.speech].person;
  const auto index = static_cast<std::size_t>(person);
  return person >= 0 && index < witness.account.persons.size() ? &witness.account.persons[index] : nullptr;
}

void write_witness(JsonWriter& json, const VersionWitness& witness) {
  const Document& document = witness.account.document;
  const Speech& speech = witness.account.speeches[witness.speech];
  json.object().key("id").value(witness.id).key("document").value(document.name);
  json.key("sha256").value(to_hex(document.blob)).key("url").value(document.url);
  json.key("outlet").value(document.outlet).key("kind").value(to_string(speech.kind));
  json.key("polarity").value(to_string(speech.polarity));
  const Person* person = speaker_of(witness);
  json.key("speaker").value(person == nullptr ? "" : person->name);
  const When when = when_said(speech, document.dates);
  json.key("when").value(is_known(when.moment) ? to_iso(when.moment) : "").key("content").array();
  for (const Span span : witness.content) {
    const Span delivered = document.text.to_blob(span);
    json.object().key("begin").value(delivered.begin).key("end").value(delivered.end).end();
  }
  json.end().end();
}

void write_pair(JsonWriter& json, const VersionTable& table, std::size_t witness) {
  const PassagePair& pair = table.pair(witness);
  json.object().key("a").value(table.witnesses()[table.base()].id).key("b").value(table.witnesses()[witness].id);
  json.key("relation").value(to_string(pair.relation)).key("words_a").value(pair.words_a);
  json.key("words_b").value(pair.words_b).key("shared").value(pair.shared).key("changes").array();
  for (const Change& change : pair.changes) {
    json.object().key("type").value(to_string(change.type)).key("bears_meaning").value(bears_meaning(change));
    json.key("a");
    write_words(json, table, table.base(), change.a);
    json.key("b");
    write_words(json, table, witness, change.b);
    json.end();
  }
  json.end().end();
}

}  // namespace

std::string to_json(const VersionTable& table) {
  JsonWriter json;
  json.object().key("type").value("versions").key("data").object();
  json.key("base").value(table.witnesses()[table.base()].id).key("witnesses").array();
  for (const VersionWitness& witness : table.witnesses()) write_witness(json, witness);
  json.end().key("table").array();
  for (const Segment& segment : table.segments()) {
    json.array();
    for (std::size_t w = 0; w < table.witnesses().size(); ++w)
      if (const Span cell = table.cell(segment, w); cell.empty())
        json.null();
      else
        write_words(json, table, w, cell);
    json.end();
  }
  json.end().key("pairs").array();
  for (std::size_t w = 0; w < table.witnesses().size(); ++w)
    if (w != table.base()) write_pair(json, table, w);
  json.end().end().end();
  return json.take() + "\n";
}

std::string to_annotations(const VersionTable& table) {
  std::string out;
  const std::function<bool(std::string_view)> take = [&](std::string_view text) {
    out += text;
    return true;
  };
  AnnotationPage page(take);
  std::vector<SelectorWriter> selectors;
  for (const VersionWitness& witness : table.witnesses()) selectors.emplace_back(witness.account.document);
  const auto write_places = [&](JsonWriter& json, std::size_t witness, Span span, std::string_view purpose) {
    for (const Span place : table.places(witness, span)) selectors[witness].write(json, place, purpose);
  };
  const auto whole = [&](std::size_t witness) { return make_span(0, table.passage(witness).size()); };
  for (std::size_t w = 0; w < table.witnesses().size(); ++w) {
    page.add(annotation([&](JsonWriter& json) {
      json.key("motivation").value("classifying").key("body").array();
      write_label(json, "classifying", "version");
      if (w != table.base()) write_label(json, "tagging", to_string(table.pair(w).relation));
      if (const Person* person = speaker_of(table.witnesses()[w])) write_label(json, "identifying", person->name);
      if (w != table.base()) write_places(json, table.base(), whole(table.base()), "linking");
      json.end().key("target").array();
      write_places(json, w, whole(w), {});
      json.end();
    }));
    if (w == table.base()) continue;
    for (const Change& change : table.pair(w).changes)
      page.add(annotation([&](JsonWriter& json) {
        json.key("motivation").value("classifying").key("body").array();
        write_label(json, "classifying", "change");
        write_label(json, "tagging", to_string(change.type));
        write_places(json, table.base(), change.a, "linking");
        json.end().key("target").array();
        write_places(json, w, change.b, {});
        json.end();
      }));
  }
  page.finish();
  return out;
}

}  // namespace readout
