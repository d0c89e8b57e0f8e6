#include "mcp/compared_place.h"

#include <algorithm>

#include "readout/view/annotate.h"
#include "readout/view/speech_view.h"

namespace readout {
namespace {

constexpr std::uint32_t kAround = 160;
constexpr std::size_t kMostPieces = 8;

class ChangeList {
 public:
  explicit ChangeList(JsonWriter& json) : json_(json) { json_.key("changes").array(); }

  void add(std::string_view type, std::string_view at, bool turns, std::string_view quote, std::string_view text) {
    if (count_++ >= kMostChanges) return;
    json_.object().key("type").value(type).key("at").value(at).key("turns_meaning").value(turns);
    json_.key("quote").value(clip(quote, kMostShortBytes)).key("source_text").value(clip(text, kMostShortBytes)).end();
  }
  void end() { json_.end().key("changes_found").value(static_cast<std::uint64_t>(count_)); }

 private:
  JsonWriter& json_;
  std::size_t count_ = 0;
};

void write_changes(JsonWriter& json, const VerifyPage& page, const Place& place, const Text& text) {
  ChangeList changes(json);
  // What turns the meaning is told whatever else has no room.
  for (const bool grave : {true, false})
    for (const Difference& one : place.differences)
      if (one.grave == grave)
        changes.add(to_string(one.type), "inside", grave, slice(page.quote, one.quote), text[one.text]);
  for (const Difference& one : place.outside) changes.add(to_string(one.type), "outside", true, {}, text[one.text]);
  for (const Seam& seam : place.seams)
    if (seam.kind != SeamKind::other_words)  // told as differences
      changes.add(to_string(seam.kind), "between pieces", seam.turns, slice(page.quote, seam.added),
                  seam.kind == SeamKind::far_apart ? std::string_view() : text[seam.left_out]);
  for (const Span span : place.put_in) changes.add("bracket", "at the edge", false, slice(page.quote, span), {});
  changes.end();
}

}  // namespace

std::string compared_place(const VerifyPage& page, const Place& place) {
  const Compared& compared = (*page.texts)[place.text];
  const Document& document = compared.account.document;
  const Text& text = document.text;
  const Span whole = extent(place);
  const Span around = context_of(text.view(), whole, kAround);
  const auto write = [&](JsonWriter& json, Span span, std::size_t most) {
    write_place(json, {compared.name, document.origin, document.blob, text.to_blob(span), text[span]}, most);
  };
  JsonWriter json;
  json.object();
  write(json, whole, kMostTextBytes);
  json.key("source_before").value(clip(text[{around.begin, whole.begin}], 2 * kMostShortBytes));
  json.key("source_after").value(clip(text[{whole.end, around.end}], 2 * kMostShortBytes));
  json.key("verdict").value(to_string(place.verdict)).key("pieces").array();
  if (place.pieces.size() > 1)
    for (std::size_t i = 0; i < std::min(place.pieces.size(), kMostPieces); ++i) {
      json.object();
      write(json, place.pieces[i], kMostShortBytes);
      json.end();
    }
  json.end().key("folded").array();
  for (const Folding folding : place.folded) json.value(to_string(folding));
  json.end();
  write_changes(json, page, place, text);
  json.key("source_speaker").value(clip(place.attested.speaker, kMostShortBytes));
  json.key("whose").value(to_string(place.attested.whose)).key("nearness").value(to_string(place.attested.nearness));
  json.key("elsewhere").value(place.attested.elsewhere).key("statement");
  if (const SpeechRow* row = speaker_of(place, compared))
    json.object()
        .key("id")
        .value(row->id)
        .key("source_speaker")
        .value(clip(speaker_label(*row), kMostShortBytes))
        .key("kind")
        .value(to_string(row->speech.kind))
        .key("polarity")
        .value(to_string(row->speech.polarity))
        .end();
  else
    json.null();
  json.end();
  return json.take();
}

std::string compared_place_schema() {
  SchemaProperties properties = place_properties();
  const std::string change =
      object_schema({{"type", text_schema("negation, number, name, modal, omission and so on")},
                     {"at", choice_schema("where", {"inside", "outside", "between pieces", "at the edge"})},
                     {"turns_meaning", flag_schema("it bears on what was said")},
                     {"quote", text_schema("words of the quotation; empty where they were left out")},
                     {"source_text", text_schema("words of the source; empty where they were put in")}});
  const std::string statement = object_schema({{"id", text_schema("span id")},
                                               {"source_speaker", text_schema("who spoke, or 'unknown'")},
                                               {"kind", choice_schema("", names_of(SpeechKind::transcript))},
                                               {"polarity", choice_schema("", names_of(Polarity::asked))}});
  properties.insert(properties.end(),
                    {{"source_before", text_schema("what stands before it")},
                     {"source_after", text_schema("what stands behind it")},
                     {"verdict", choice_schema("of this place", names_of(Verdict::not_checkable))},
                     {"pieces", list_schema("where the quotation stands in several pieces: each", place_schema(""))},
                     {"folded", list_schema("what was folded to find it", text_schema(""))},
                     {"changes", list_schema("what differs, what turns the meaning first; at most 24", change)},
                     {"changes_found", number_schema("changes in all")},
                     {"source_speaker", text_schema("who speaks there; empty where the source does not tell")},
                     {"whose", text_schema("whether that is who the quotation names")},
                     {"nearness", text_schema("how near the document is to the words as they were spoken")},
                     {"elsewhere", flag_schema("another text than the one that was named")},
                     {"statement", or_null(statement)}});
  return object_schema(properties);
}

bool passes(Verdict verdict) {
  return verdict == Verdict::exact || verdict == Verdict::folded;
}

void write_verdict(JsonWriter& json, const Verification& found) {
  json.key("verdict").value(to_string(found.verdict));
  json.key("passes").value(passes(found.verdict));
  json.key("cautions").array();
  for (const Caution caution : found.cautions) json.value(to_string(caution));
  json.end();
}

void add_verdict_properties(SchemaProperties& properties) {
  properties.emplace_back("verdict", choice_schema("of the quotation", names_of(Verdict::not_checkable)));
  properties.emplace_back("passes", flag_schema("EXACT or FOLDED"));
  properties.emplace_back("cautions", list_schema("what else must be known", text_schema("")));
}

}  // namespace readout
