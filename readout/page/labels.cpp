#include "readout/page/labels.h"

#include "readout/decision/anchor.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {

namespace {

constexpr std::size_t kDigestDigits = 16;  // enough that no other file has them

}  // namespace

std::string_view known_words(Known known) {
  switch (known) {
    case Known::open:
      return "not told";
    case Known::inferred:
      return "inferred from what stands around it";
    case Known::resolved:
      return "resolved against another date of the document";
    case Known::dateline:
      return "by the dateline";
    case Known::header:
      return "by a header around the text";
    case Known::metadata:
      return "by the page's own data";
    case Known::stated:
      return "stated in the text";
  }
  return "";
}

std::string_view firmness_words(double score) {
  return score >= 0.9 ? "firm" : score >= 0.6 ? "likely" : "weak";
}

void write_moment(Markup& out, const Moment& moment, std::string_view text) {
  if (!is_known(moment)) {
    out.html("unknown");
    return;
  }
  const std::string iso = to_iso(moment);
  out.html("<time>").text(iso).html("</time> <span class=\"basis\">").text(known_words(moment.known));
  if (const std::string_view words = slice(text, moment.words); !words.empty()) out.html(", ").bdi(quoted(words));
  out.html("</span>");
}

std::string basis_words(const Basis& basis) {
  if (basis.rule.empty()) return "no rule noted";
  std::string out = basis.rule + ", " + std::string(firmness_words(basis.score));
  for (std::size_t i = 0; i < basis.evidence.size(); ++i) {
    out += (i == 0 ? ": " : ", ") + basis.evidence[i].name;
    if (basis.evidence[i].weight < 0) out += " (against)";
  }
  return out;
}

std::string outlet_of(const Document& document) {
  return visible(document.outlet.empty() ? document.agency : document.outlet);
}

Span delivered_of(std::string_view id) {
  const std::optional<SpanName> name = parse_span_id(id);
  return name ? name->delivered : Span{};
}

std::string source_label(const Document& document) {
  std::string out;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
  };
  if (!document.title.empty()) add(quoted(document.title));
  add(outlet_of(document));
  for (const Moment* date : {&document.dates.published, &document.dates.copied, &document.dates.crawled})
    if (is_known(*date)) {
      add(to_iso(*date).substr(0, 10));
      break;
    }
  const std::string name = visible(document.name);
  return out.empty() ? name : out + " (" + name + ")";
}

std::string witness_label(const Document& document, const Moment& when) {
  std::string out = outlet_of(document);
  if (out.empty()) out = visible(document.name);
  if (is_known(when)) out += ", " + to_iso(when).substr(0, 10);
  return out;
}

std::string lang_of(std::string_view language) {
  return language == "und" ? std::string() : std::string(language);
}

std::string lang_of(const ForeignSpan& foreign) {
  if (foreign.language != "und" && !foreign.language.empty()) return foreign.language;
  return foreign.script.empty() ? std::string() : "und-" + foreign.script;
}

void show_fact(PageValues& values, std::string label, Markup what) {
  values.each("facts").text("label", std::move(label)).markup("what_html", std::move(what));
}

void show_doubts(PageValues& values, const std::vector<Doubt>& doubts, const Document& document, bool with_text) {
  for (const Doubt& doubt : doubts) {
    Markup out;
    out.html("<span class=\"tag doubt\">").text(to_string(doubt.kind)).html("</span>");
    if (!doubt.detail.empty()) out.html(" ").bdi(visible(doubt.detail));
    if (!doubt.span.empty() && with_text) out.html(" ").bdi(quoted(document.text[doubt.span]));
    show_fact(values, "Doubt", std::move(out));
  }
}

void link_bytes(Markup& out, Ground ground, std::string_view document, Span delivered, const Digest& blob) {
  out.html("<a class=\"id\"")
      .href(Address::bytes(ground, document, delivered, to_hex(blob).substr(0, kDigestDigits)))
      .html(">");
  out.bdi(span_id(visible(document), delivered)).html("</a>");
}

void write_speaker(Markup& out, Ground ground, const SpeechRow& row) {
  if (row.person)
    out.link(Address::person(ground, row.person->key), visible(row.person->name));
  else
    out.bdi(speaker_label(row));
}

}  // namespace readout
