#include "readout/view/cited.h"

#include <algorithm>
#include <charconv>

#include "readout/record/selectors.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

std::string file_of(std::string_view origin) {
  return visible(origin.substr(origin.rfind('/') + 1));
}

// "“a” … “b” · Anton Velichko · direct · said 2026-03-16 · Bytes …"
std::string remark_on(const CitedPassage& cited) {
  std::string out;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) out += (out.empty() ? "" : " · ") + part;
  };
  if (!cited.words.empty()) add("“" + join_pieces(cited.words) + "”");
  add(cited.speaker);
  add(cited.manner);
  add(cited.said.empty() ? cited.said : "said " + cited.said);
  add(place_of(cited));
  return out;
}

// Year, month and day, as far as they are known.
std::vector<int> date_parts(const Moment& moment) {
  std::vector<int> parts;
  const std::string iso = to_iso(moment);
  if (iso.find('/') != std::string::npos) return parts;
  for (const auto& [at, size] : {std::pair<std::size_t, std::size_t>{0, 4}, {5, 2}, {8, 2}}) {
    int value = 0;
    if (iso.size() < at + size || std::from_chars(iso.data() + at, iso.data() + at + size, value).ec != std::errc())
      break;
    parts.push_back(value);
  }
  return parts;
}

void write_date(JsonWriter& json, std::string_view key, const Moment& moment) {
  const std::vector<int> parts = date_parts(moment);
  if (parts.empty()) return;
  json.key(key).object().key("date-parts").array().array();
  for (const int part : parts) json.value(part);
  json.end().end().end();
}

void write_if(JsonWriter& json, std::string_view key, const std::string& value) {
  if (!value.empty()) json.key(key).value(value);
}

bool is_article(const CitedPassage& cited) {
  return cited.form != Form::communique && !(cited.outlet.empty() && cited.agency.empty());
}

std::string_view csl_type(const CitedPassage& cited) {
  if (is_article(cited)) return "article-newspaper";
  return cited.url.empty() ? "document" : "webpage";
}

std::string genre_of(const CitedPassage& cited) {
  return cited.form == Form::communique || cited.form == Form::transcript ? std::string(to_string(cited.form)) : "";
}

const std::string& work_of(const CitedPassage& cited) {
  return cited.outlet.empty() ? cited.agency : cited.outlet;
}

void ris_line(std::string& out, std::string_view tag, const std::string& value) {
  if (value.empty()) return;
  out.append(tag).append("  - ").append(value).append("\n");
}

// "2026/03/12/", "2026/03//", "2026///": year, month, day, and what is none of them.
std::string ris_date(const Moment& moment) {
  const std::vector<int> parts = date_parts(moment);
  if (parts.empty()) return {};
  std::string out = to_iso(moment).substr(0, 3 * parts.size() + 1);
  std::ranges::replace(out, '-', '/');
  return out + std::string(4 - parts.size(), '/');
}

CitedPassage cite_document(const Document& document, bool with_words) {
  CitedPassage cited;
  if (with_words) cited.title = visible(document.title);
  cited.outlet = visible(document.outlet);
  cited.agency = visible(document.agency);
  if (with_words) cited.file = file_of(document.origin);
  cited.url = web_address(document.url);
  if (document.language.code != "und") cited.language = document.language.code;
  for (const std::string& author : document.authors) cited.authors.push_back(visible(author));
  cited.form = document.form;
  cited.published = document.dates.published;
  cited.crawled = document.dates.crawled;
  cited.blob = document.blob;
  return cited;
}

}  // namespace

std::string web_address(std::string_view url) {
  const std::string iri = iri_of(url);
  return iri.starts_with("http://") || iri.starts_with("https://") ? iri : std::string();
}

const std::string& title_of(const CitedPassage& cited) {
  return !cited.title.empty() ? cited.title : !cited.file.empty() ? cited.file : cited.id;
}

CitedPassage cite(const SpeechRow& row, const Document& document, bool with_words) {
  CitedPassage cited = cite_document(document, with_words);
  cited.id = visible(row.id);
  if (with_words)
    for (const std::string& piece : row.words) cited.words.push_back(visible(piece));
  cited.speaker = speaker_chain(row);
  if (is_time_said(row.when_of)) cited.said = to_iso(row.when);
  cited.manner = kind_label(row.speech);
  cited.delivered = row.delivered;
  return cited;
}

CitedPassage cite(const Document& document, Span span, bool with_words) {
  CitedPassage cited = cite_document(document, with_words);
  cited.delivered = document.text.to_blob(span);
  cited.id = visible(span_id(document.name, cited.delivered));
  if (with_words) cited.words = {visible(document.text[span])};
  return cited;
}

std::string place_of(const CitedPassage& cited) {
  return "Bytes " + std::to_string(cited.delivered.begin) + "-" + std::to_string(cited.delivered.end) +
         " of sha256:" + to_hex(cited.blob);
}

void write_csl_item(JsonWriter& json, const CitedPassage& cited) {
  json.object().key("id").value(cited.id).key("type").value(csl_type(cited)).key("title").value(title_of(cited));
  write_if(json, "container-title", work_of(cited));
  if (!cited.authors.empty()) {
    json.key("author").array();
    for (const std::string& author : cited.authors) json.object().key("literal").value(author).end();
    json.end();
  }
  write_if(json, "genre", genre_of(cited));
  write_date(json, "issued", cited.published);
  if (!cited.url.empty()) write_date(json, "accessed", cited.crawled);
  write_if(json, "URL", cited.url);
  write_if(json, "language", cited.language);
  json.key("note").value(remark_on(cited)).end();
}

std::string csl_items(std::span<const CitedPassage> cited) {
  std::string out = "[";
  for (std::size_t i = 0; i < cited.size(); ++i) {
    JsonWriter json;
    write_csl_item(json, cited[i]);
    out += (i == 0 ? "\n" : ",\n") + json.take();
  }
  return out + "\n]\n";
}

std::string ris_entry(const CitedPassage& cited) {
  std::string out;
  ris_line(out, "TY", is_article(cited) ? "NEWS" : cited.url.empty() ? "GEN" : "ELEC");
  ris_line(out, "ID", cited.id);
  ris_line(out, "TI", title_of(cited));
  ris_line(out, "T2", work_of(cited));
  for (const std::string& author : cited.authors) ris_line(out, "AU", author);
  if (const std::vector<int> parts = date_parts(cited.published); !parts.empty()) {
    ris_line(out, "PY", to_iso(cited.published).substr(0, 4));
    ris_line(out, "DA", ris_date(cited.published));
  }
  if (!cited.url.empty()) ris_line(out, "Y2", ris_date(cited.crawled));
  ris_line(out, "M3", genre_of(cited));
  ris_line(out, "LA", cited.language);
  ris_line(out, "UR", cited.url);
  ris_line(out, "N1", remark_on(cited));
  return out + "ER  - \n\n";
}

}  // namespace readout
