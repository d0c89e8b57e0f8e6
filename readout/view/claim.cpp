#include "readout/view/claim.h"

#include <algorithm>

#include "readout/base/json.h"
#include "readout/record/selectors.h"
#include "readout/view/cited.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

std::string joined_words(const SpeechRow& row) {
  std::vector<std::string> pieces;
  for (const std::string& piece : row.words) pieces.push_back(visible(piece));
  return join_pieces(pieces);
}

std::string document_urn(const SpeechRow& row) {
  return content_urn("document " + to_hex(row.blob) + " " + row.document);
}

// ISO 8601 as schema.org takes it; an interval that is no unit is no date.
std::string date_of(const Moment& moment) {
  const std::string iso = to_iso(moment);
  return iso.find('/') == std::string::npos ? iso : std::string();
}

// Whose words are taken for the claim's: a quotation before the whole turn that it was taken from.
int rank_of(SpeechKind kind) {
  switch (kind) {
    case SpeechKind::direct:
      return 0;
    case SpeechKind::mixed:
      return 1;
    case SpeechKind::transcript:
      return 2;
    case SpeechKind::indirect:
      break;
  }
  return 3;
}

std::string_view type_of(const Document& document) {
  if (document.form == Form::report && !(document.outlet.empty() && document.agency.empty())) return "NewsArticle";
  return document.url.empty() ? "CreativeWork" : "WebPage";
}

void write_if(JsonWriter& json, std::string_view key, const std::string& value) {
  if (!value.empty()) json.key(key).value(value);
}

void write_named(JsonWriter& json, std::string_view key, std::string_view type, const std::string& name) {
  if (!name.empty()) json.key(key).object().key("@type").value(type).key("name").value(visible(name)).end();
}

// The one value that all witnesses which have one agree on; "" else.
template <class Of>
std::string agreed(std::span<const ClaimWitness> witnesses, Of of) {
  std::string value;
  for (const ClaimWitness& witness : witnesses) {
    const std::string here = of(witness);
    if (here.empty()) continue;
    if (!value.empty() && value != here) return {};
    value = here;
  }
  return value;
}

void write_author(JsonWriter& json, std::span<const ClaimWitness> witnesses) {
  const std::string key = agreed(witnesses, [](const ClaimWitness& witness) {
    const std::optional<Person>& person = witness.row.person;
    const bool named = person && (person->kind == PersonKind::person || person->kind == PersonKind::institution);
    return named ? person->key : std::string();
  });
  for (const ClaimWitness& witness : witnesses) {
    const std::optional<Person>& person = witness.row.person;
    if (key.empty() || !person || person->key != key) continue;
    write_named(json, "author", person->kind == PersonKind::person ? "Person" : "Organization", person->name);
    return;
  }
}

// `all`: the witnesses of one document.
void write_appearance(JsonWriter& json, std::span<const ClaimWitness> all) {
  const SpeechRow& row = all.front().row;
  const Document& document = all.front().document;
  json.object().key("@type").value(type_of(document)).key("@id").value(document_urn(row));
  write_if(json, "url", web_address(document.url));
  write_if(json, "headline", visible(document.title));
  write_named(json, "publisher", "Organization", document.outlet.empty() ? document.agency : document.outlet);
  write_if(json, "datePublished", date_of(appeared(document)));
  if (document.language.code != "und") json.key("inLanguage").value(document.language.code);
  json.key("encoding").object().key("@type").value("MediaObject").key("sha256").value(to_hex(row.blob)).end();
  json.key("hasPart").array();
  for (const ClaimWitness& witness : all) {
    const bool spoken = witness.row.speech.kind == SpeechKind::direct;
    json.object().key("@type").value(spoken ? "Quotation" : "CreativeWork");
    json.key("identifier").value(visible(witness.row.id)).key("text").value(joined_words(witness.row)).end();
  }
  json.end().end();
}

}  // namespace

bool is_claim(const Speech& speech) {
  return speech.polarity == Polarity::said;
}

const Moment& appeared(const Document& document) {
  return is_known(document.dates.copied) ? document.dates.copied : document.dates.published;
}

std::optional<std::size_t> first_appearance(std::span<const ClaimWitness> witnesses) {
  for (std::size_t i = 0; i < witnesses.size(); ++i) {
    const Moment& here = appeared(witnesses[i].document);
    const bool first = is_known(here) && std::ranges::all_of(witnesses, [&](const ClaimWitness& other) {
                         if (other.row.document == witnesses[i].row.document) return true;
                         return is_known(appeared(other.document)) && surely_before(here, appeared(other.document));
                       });
    if (first) return i;
  }
  return std::nullopt;
}

std::string claim_json(std::span<const ClaimWitness> witnesses) {
  const std::optional<std::size_t> first = first_appearance(witnesses);
  // Of the first appearance, where one is known.
  const auto fits = [&](const ClaimWitness& witness) {
    return !first || witness.row.document == witnesses[*first].row.document;
  };
  std::size_t told = first.value_or(0);
  for (std::size_t i = 0; i < witnesses.size(); ++i)
    if (fits(witnesses[i]) && rank_of(witnesses[i].row.speech.kind) < rank_of(witnesses[told].row.speech.kind))
      told = i;
  const SpeechRow& row = witnesses[told].row;
  const std::string identity = to_hex(witnesses.front().row.blob) + " " + witnesses.front().row.id;
  JsonWriter json;
  json.object().key("@type").value("Claim").key("@id").value(content_urn("claim " + identity));
  json.key("text").value(joined_words(row));
  if (row.language != "und") write_if(json, "inLanguage", row.language);
  write_author(json, witnesses);
  write_if(json, "dateCreated", agreed(witnesses, [](const ClaimWitness& witness) {
             return is_time_said(witness.row.when_of) ? date_of(witness.row.when) : std::string();
           }));
  json.key("appearance").array();
  for (std::size_t i = 0; i < witnesses.size();) {
    std::size_t end = i + 1;
    while (end < witnesses.size() && witnesses[end].row.document == witnesses[i].row.document) ++end;
    write_appearance(json, witnesses.subspan(i, end - i));
    i = end;
  }
  json.end();
  if (first) json.key("firstAppearance").object().key("@id").value(document_urn(row)).end();
  return json.end().take();
}

}  // namespace readout
