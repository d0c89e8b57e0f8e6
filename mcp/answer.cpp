#include "mcp/answer.h"

#include <algorithm>
#include <charconv>

#include "readout/view/speech_view.h"

namespace readout {
namespace {

// Bytes of a character of UTF-8, by its first.
std::size_t character_bytes(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// Of one character as JSON. Controls and what turns the direction of writing are written as escapes; the blocks in
// which such characters stand are counted so as a whole.
std::size_t json_bytes(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const auto next = static_cast<unsigned char>(text.size() > 1 ? text[1] : 0);
  if (lead == '"' || lead == '\\' || lead == '\n' || lead == '\t' || lead == '\r') return 2;
  if (lead < 0x20 || lead == 0x7F) return 6;
  const bool escaped = lead == 0xC2 || (lead == 0xD8 && next == 0x9C) || (lead == 0xE2 && next <= 0x81);
  return escaped ? 6 : character_bytes(lead);
}

constexpr std::size_t kMostReporters = 8;

}  // namespace

std::string_view clip(std::string_view text, std::size_t most) {
  std::size_t at = 0, bytes = 0;
  while (at < text.size()) {
    bytes += json_bytes(text.substr(at));
    if (bytes > most) break;
    at = std::min(at + character_bytes(static_cast<unsigned char>(text[at])), text.size());
  }
  return text.substr(0, at);
}

std::string write_cursor(const AnswerCursor& cursor) {
  return std::string(1, cursor.part) + std::to_string(cursor.number) + ":" + cursor.document;
}

Result<AnswerCursor> read_cursor(const ToolArguments& arguments, std::string_view parts) {
  AnswerCursor cursor;
  cursor.part = parts.front();
  if (!arguments.has("cursor")) return cursor;
  const std::string text = arguments.text("cursor");
  const std::size_t colon = text.find(':');
  if (colon != std::string::npos && parts.find(text.front()) != std::string_view::npos) {
    const char* const end = text.data() + colon;
    const auto [stop, error] = std::from_chars(text.data() + 1, end, cursor.number);
    if (error == std::errc() && stop == end) {
      cursor.part = text.front();
      cursor.document = text.substr(colon + 1);
      return cursor;
    }
  }
  return fail(ErrorCode::bad_argument, "is no cursor of this tool; pass the next_cursor of its last answer unchanged",
              "arguments.cursor");
}

ItemPage::ItemPage(const ToolArguments& arguments, std::uint32_t limit) : limit_(arguments.number("limit", limit)) {}

bool ItemPage::add(std::string item, const AnswerCursor& cursor) {
  // What stands around the list has a quarter.
  constexpr std::size_t kMost = kMostAnswerBytes / 4 * 3;
  if (truncated_) return false;
  if (count_ >= limit_ || (count_ > 0 && bytes_ + item.size() > kMost)) {
    truncated_ = true;
    cursor_ = write_cursor(cursor);
    return false;
  }
  ++count_;
  bytes_ += item.size() + 1;
  items_.push_back(std::move(item));
  return true;
}

void ItemPage::write(JsonWriter& json, std::string_view name) {
  json.key(name).array();
  for (const std::string& item : items_) json.raw(item);
  json.end();
  items_.clear();
}

void ItemPage::write_end(JsonWriter& json) const {
  json.key("truncated").value(truncated_).key("next_cursor");
  if (truncated_)
    json.value(cursor_);
  else
    json.null();
}

ToolArgument cursor_argument() {
  return {"cursor", ArgumentType::text, "next_cursor of the answer before, unchanged: what comes after it", false,
          2000};
}

ToolArgument limit_argument(std::uint32_t otherwise) {
  return {"limit", ArgumentType::whole_number,
          "at most so many items; " + std::to_string(otherwise) + " where it is not given", false, 100};
}

const KnownFiles::File& KnownFiles::find(const std::string& document) {
  const auto known = known_.find(document);
  if (known != known_.end()) return known->second;
  File file;
  if (const Result<DocumentRow> row = record_.document(document); row)
    file = {row->document.origin, row->document.blob};
  return known_.emplace(document, std::move(file)).first->second;
}

void write_place(JsonWriter& json, const AnswerPlace& place, std::size_t most) {
  const std::string_view shown = clip(place.words, most);
  json.key("id").value(span_id(place.document, place.delivered));
  json.key("document").value(place.document).key("file").value(clip(place.file, kMostTextBytes));
  json.key("sha256").value(to_hex(place.blob));
  json.key("begin").value(place.delivered.begin).key("end").value(place.delivered.end);
  json.key("source_text").value(shown).key("cut").value(shown.size() < place.words.size());
}

SchemaProperties place_properties() {
  return {{"id", text_schema("span id, document:begin-end")},
          {"document", text_schema("the document's name in the record")},
          {"file",
           text_schema(
               "where its bytes came from; FILE:LINE in a file of many documents, and bytes are those of the line")},
          {"sha256", text_schema("digest of the file's bytes")},
          {"begin", number_schema("first byte, in the file as delivered")},
          {"end", number_schema("behind the last byte")},
          {"source_text", text_schema("the words that stand there; pieces are joined by an ellipsis")},
          {"cut", flag_schema("source_text is only the beginning of the words")}};
}

std::string place_schema(std::string_view help) {
  return object_schema(place_properties(), help);
}

JsonWriter& begin_answer(JsonWriter& json) {
  return json.object().key("note").value(kSourceNote);
}

std::string answer_schema(SchemaProperties properties, bool paged) {
  properties.insert(properties.begin(), {"note", text_schema("what the fields that begin with source_ are")});
  if (paged) {
    properties.emplace_back("truncated", flag_schema("there is more than this answer has room for"));
    properties.emplace_back("next_cursor", or_null(text_schema("argument cursor for what comes after")));
  }
  return object_schema(properties);
}

std::string statement_item(const SpeechRow& row, KnownFiles& files) {
  JsonWriter json;
  json.object();
  const std::string words = join_pieces(row.words);
  write_place(json, {row.document, files.find(row.document).origin, row.blob, row.delivered, words});
  json.key("source_speaker").value(clip(speaker_label(row), kMostShortBytes));
  json.key("speaker_known").value(row.person.has_value()).key("decided");
  if (row.decided)
    json.value(clip(row.decided->credit, kMostShortBytes));
  else
    json.null();
  json.key("kind").value(to_string(row.speech.kind)).key("polarity").value(to_string(row.speech.polarity));
  json.key("source_cue").value(clip(join_pieces(row.cue_words), kMostShortBytes));
  json.key("source_channel").value(clip(join_pieces(row.channel_words), kMostShortBytes));
  json.key("reported_by").array();
  for (const Reporter& reporter : std::span(row.chain).first(std::min(row.chain.size(), kMostReporters))) {
    json.object().key("id").value(reporter.id).key("source_speaker");
    json.value(clip(reporter.name.empty() ? reporter.source : reporter.name, kMostShortBytes)).end();
  }
  json.end();
  json.key("when").object().key("value").value(is_known(row.when) ? to_iso(row.when) : std::string());
  json.key("of").value(to_string(row.when_of)).key("known").value(to_string(row.when.known)).end();
  json.key("source_outlet").value(clip(row.outlet.empty() ? row.agency : row.outlet, kMostShortBytes));
  json.key("versions").value(row.versions).end();
  return json.take();
}

std::string statement_schema() {
  SchemaProperties properties = place_properties();
  properties.insert(
      properties.end(),
      {{"source_speaker", text_schema("who spoke, as the sources name them; 'unknown' where they do not tell")},
       {"speaker_known", flag_schema("the speaker is one known person or body")},
       {"decided", or_null(text_schema("who decided on the speaker, and why; null where nobody did"))},
       {"kind", choice_schema("how the words are reported; only direct and transcript are the speaker's own words",
                              names_of(SpeechKind::transcript))},
       {"polarity",
        choice_schema("what was done with the words: denied words were never said", names_of(Polarity::asked))},
       {"source_cue", text_schema("the words that report")},
       {"source_channel", text_schema("through what it came")},
       {"reported_by",
        list_schema("in whose speech this one is reported, nearest first",
                    object_schema({{"id", text_schema("span id")}, {"source_speaker", text_schema("who reports")}}))},
       {"when", object_schema({{"value", text_schema("ISO 8601, as far as it is known; else empty")},
                               {"of", text_schema("which date it is: of the speech, or of its document")},
                               {"known", text_schema("how it is known")}})},
       {"source_outlet", text_schema("who printed it")},
       {"versions", number_schema("statements in the record with the same words by the same speaker, this included")}});
  return object_schema(properties);
}

}  // namespace readout
