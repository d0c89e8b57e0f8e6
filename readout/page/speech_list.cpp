#include "readout/page/speech_list.h"

#include <algorithm>

#include "readout/page/csv.h"
#include "readout/page/labels.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

std::string channel_label(const SpeechRow& row) {
  std::string out;
  for (std::size_t i = 0; i < row.channel_words.size(); ++i) {
    const std::string words = visible(row.channel_words[i]);
    const std::string_view kind = to_string(row.speech.channels[i].kind);
    out += out.empty() ? "" : ", ";
    out += words.empty() || words == kind ? std::string(kind) : words + " (" + std::string(kind) + ")";
  }
  return out;
}

// How the words name who spoke, where that is not the name itself.
std::string printed_as(const SpeechRow& row) {
  return row.person && row.person->name != row.source_words ? visible(row.source_words) : std::string();
}

std::string whole_words(const SpeechRow& row, const PageFrame& frame) {
  return frame.with_text ? spoken_words(row) : std::string();
}

std::vector<std::string> fields_of(const SpeechRow& row, const PageFrame& frame) {
  std::string channels;
  for (const Channel& channel : row.speech.channels)
    channels += (channels.empty() ? "" : " ") + std::string(to_string(channel.kind));
  const std::string words = frame.with_text ? join_pieces(row.words) : std::string();
  return {row.id,
          to_iso(row.when),
          std::string(to_string(row.when_of)),
          row.person ? row.person->name : std::string(),
          row.person ? row.person->key : std::string(),
          std::string(to_string(row.speech.kind)),
          std::string(to_string(row.speech.polarity)),
          std::to_string(row.speech.depth),
          channels,
          row.document,
          row.outlet,
          row.agency,
          row.language,
          std::to_string(row.versions),
          words};
}

}  // namespace

std::string dated(const SpeechRow& row) {
  if (row.when_of == WhenOf::unknown) return "no date";
  if (is_time_said(row.when_of)) return readable_time(row.when);
  return "not after " + readable_time(row.when) + " (" + std::string(to_string(row.when_of)) + ")";
}

std::string readable_time(const Moment& moment) {
  std::string out = to_iso(moment);
  if (const std::size_t hour = out.find('T'); hour != std::string::npos && out.find('/') == std::string::npos) {
    out[hour] = ' ';
    if (const std::size_t zone = out.find_first_of("+-Z", hour); zone != std::string::npos) out.insert(zone, 1, ' ');
  }
  return out;
}

std::string outlet_label(const std::string& outlet, const std::string& agency) {
  return outlet.empty() ? agency : outlet;
}

std::string shortened(std::string_view words, std::size_t most, bool& cut) {
  if (words.size() <= most) return std::string(words);
  cut = true;
  std::size_t end = words.rfind(' ', most);
  if (end == std::string_view::npos || end == 0) {
    end = most;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  }
  return std::string(words.substr(0, end));
}

void show_speech(PageValues& values, const SpeechRow& row, const PageFrame& frame, const SoughtWords& sought) {
  values.text("id", row.id).address("statement_href", Address::statement(frame.ground, row.id));
  values.text("when", dated(row)).text("outlet", outlet_label(row.outlet, row.agency));
  values.text("kind", std::string(to_string(row.speech.kind)));
  values.text("turn", row.speech.polarity == Polarity::said ? "" : std::string(to_string(row.speech.polarity)));
  values.text("who", speaker_label(row)).text("printed_as", printed_as(row));
  values.text("cue", telling_cue(row)).text("lang", lang_of(row.language));
  values.flag("known", row.person.has_value()).flag("many_versions", row.versions > 1);
  if (row.person) values.address("person_href", Address::person(frame.ground, row.person->key));
  values.number("versions", row.versions).text("channel", channel_label(row));
  values.text("decided", row.decided ? row.decided->credit : "");
  values.flag("reported", !row.chain.empty());
  for (const Reporter& reporter : row.chain)
    values.each("chain")
        .text("who", reporter_label(reporter))
        .address("reporter_href", Address::statement(frame.ground, reporter.id));
  std::string words = whole_words(row, frame);
  bool cut = false;
  words = shortened(words, kMostListedWords, cut);
  values.markup("words_html", mark_sought(words, sought)).flag("cut", cut).flag("withheld", !frame.with_text);
}

void write_speech_entry(JsonWriter& json, const SpeechRow& row, const PageFrame& frame) {
  json.object().key("id").value(row.id).key("document").value(row.document).key("outlet").value(row.outlet);
  json.key("agency").value(row.agency).key("language").value(row.language).key("who");
  if (row.person)
    json.object().key("key").value(row.person->key).key("name").value(row.person->name).end();
  else
    json.null();
  json.key("candidates").array();
  for (const Person& person : row.candidates)
    json.object().key("key").value(person.key).key("name").value(person.name).end();
  json.end().key("source").value(frame.with_text ? row.source_words : "");
  json.key("kind").value(to_string(row.speech.kind)).key("polarity").value(to_string(row.speech.polarity));
  json.key("depth").value(row.speech.depth).key("when").value(to_iso(row.when));
  json.key("when_of").value(to_string(row.when_of)).key("channels").array();
  for (std::size_t i = 0; i < row.channel_words.size(); ++i)
    json.object()
        .key("kind")
        .value(to_string(row.speech.channels[i].kind))
        .key("words")
        .value(frame.with_text ? row.channel_words[i] : "")
        .end();
  json.end().key("reported_by").array();
  for (const Reporter& reporter : row.chain)
    json.object().key("id").value(reporter.id).key("name").value(reporter.name).end();
  json.end().key("statement").value(row.statement).key("versions").value(row.versions).key("words").array();
  if (frame.with_text)
    for (const std::string& words : row.words) json.value(words);
  json.end().end();
}

std::string speech_csv(const std::vector<SpeechRow>& rows, const PageFrame& frame,
                       const std::vector<SpeechColumn>& further) {
  std::vector<std::string_view> head = {"id",     "when",     "when_of",  "who",      "person",
                                        "kind",   "polarity", "depth",    "channel",  "document",
                                        "outlet", "agency",   "language", "versions", "words"};
  for (const auto& [name, field] : further) head.push_back(name);
  Csv csv(head);
  for (const SpeechRow& row : rows) {
    std::vector<std::string> fields = fields_of(row, frame);
    for (const auto& [name, field] : further) fields.push_back(field(row));
    csv.row(fields);
  }
  return csv.take();
}

}  // namespace readout
