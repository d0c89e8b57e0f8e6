#include "readout/view/sarif.h"

#include <algorithm>
#include <array>

#include "readout/verify/baseline.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

struct Rule {
  Verdict verdict;
  std::string_view id;
  std::string_view name;
  std::string_view level;
  std::string_view text;
};

constexpr auto kRules = std::to_array<Rule>({
    {Verdict::trimmed, "trimmed", "QuotationTrimmed", "warning",
     "Words were cut from the quotation, marked or not; a word just outside the cut may turn the meaning."},
    {Verdict::edited, "edited", "QuotationEdited", "warning",
     "The quotation has brackets, a neutral word, a tense or an order that the source does not have."},
    {Verdict::reworded, "reworded", "QuotationReworded", "warning",
     "The quotation says it in other words than the source."},
    {Verdict::spliced, "spliced", "QuotationSpliced", "error",
     "The quotation joins sentences without a mark, reverses pieces, or takes them from far apart."},
    {Verdict::altered, "altered", "QuotationAltered", "error",
     "A difference between the quotation and the source bears on the meaning."},
    {Verdict::indirect, "indirect", "QuotationIndirect", "warning",
     "The source reports these words as indirect speech; the quotation gives them as spoken."},
    {Verdict::other_speaker, "other-speaker", "QuotationOtherSpeaker", "error",
     "The source has these words, said by somebody else."},
    {Verdict::elsewhere, "elsewhere", "QuotationElsewhere", "error",
     "The words stand in another source than the one named."},
    {Verdict::not_found, "not-found", "QuotationNotFound", "error", "The words do not stand in the sources."},
    {Verdict::not_checkable, "not-checkable", "QuotationNotCheckable", "warning",
     "The quotation is too short, or there is no text to compare it with."},
});

const Rule* rule_of(Verdict verdict, std::size_t& index) {
  for (index = 0; index < kRules.size(); ++index)
    if (kRules[index].verdict == verdict) return &kRules[index];
  return nullptr;
}

// "[text](1)" would be read as a link.
std::string plain_message(std::string text) {
  for (std::size_t at = 0; (at = text.find("](", at)) != std::string::npos; at += 2) text.insert(at + 1, " ");
  return text;
}

void write_message(JsonWriter& json, std::string_view key, std::string text) {
  json.key(key).object().key("text").value(plain_message(std::move(text))).end();
}

void write_artifact(JsonWriter& json, std::string_view path) {
  json.key("artifactLocation").object().key("uri").value(uri_of(path)).end();
}

}  // namespace

std::string uri_of(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out = path.starts_with('/') ? "file://" : "";
  // A colon in the first step would be read as a scheme.
  const std::string_view first = path.substr(0, path.find('/'));
  if (first.find(':') != std::string_view::npos) out += "./";
  for (const char c : path) {
    const bool plain = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
                       std::string_view("-._~/!$&'()*+,;=:@").find(c) != std::string_view::npos;
    const auto byte = static_cast<unsigned char>(c);
    if (plain)
      out += c;
    else
      out.append("%").append(1, kHex[byte >> 4]).append(1, kHex[byte & 15]);
  }
  return out;
}

SarifLog::SarifLog(std::string_view version) {
  json_.object();
  json_.key("$schema").value(
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
  json_.key("version").value("2.1.0").key("runs").array().object();
  json_.key("tool").object().key("driver").object().key("name").value("Readout").key("version").value(version);
  json_.key("rules").array();
  for (const Rule& rule : kRules) {
    json_.object().key("id").value(rule.id).key("name").value(rule.name);
    write_message(json_, "shortDescription", std::string(rule.text));
    json_.key("defaultConfiguration").object().key("level").value(rule.level).end().end();
  }
  json_.end().end().end();
  json_.key("columnKind").value("unicodeCodePoints").key("results").array();
}

void SarifLog::add(const QuoteFinding& finding) {
  const VerifyPage& page = finding.page;
  std::size_t index = 0;
  const auto& cautions = page.verification.cautions;
  const Rule* rule = rule_of(page.verification.verdict, index);
  // Verbatim, but not in the source that is named.
  if (rule == nullptr && std::find(cautions.begin(), cautions.end(), Caution::source_unknown) != cautions.end())
    rule = rule_of(Verdict::elsewhere, index);
  if (rule == nullptr) return;
  json_.object().key("ruleId").value(rule->id).key("ruleIndex").value(static_cast<std::uint64_t>(index));
  json_.key("level").value(rule->level);
  write_message(json_, "message", std::string(to_string(page.verification.verdict)) + ": " + finding_message(finding));
  json_.key("locations").array().object().key("physicalLocation").object();
  write_artifact(json_, finding.draft);
  json_.key("region").object().key("startLine").value(finding.begin.line);
  json_.key("startColumn").value(finding.begin.column).key("endLine").value(finding.end.line);
  json_.key("endColumn").value(finding.end.column).key("byteOffset").value(finding.delivered.begin);
  json_.key("byteLength").value(finding.delivered.size());
  json_.key("snippet").object().key("text").value(page.quote).end();
  json_.end().end().end().end();
  json_.key("relatedLocations").array();
  int id = 0;
  for (const Place& place : page.verification.places) {
    const Compared& compared = (*page.texts)[place.text];
    const Span bytes = compared.account.document.text.to_blob(extent(place));
    json_.object().key("id").value(++id).key("physicalLocation").object();
    write_artifact(json_, compared.name);
    json_.key("region").object().key("byteOffset").value(bytes.begin).key("byteLength").value(bytes.size());
    json_.key("snippet").object().key("text").value(compared.account.document.text[extent(place)]).end().end().end();
    write_message(
        json_, "message",
        std::string(to_string(place.verdict)) + ": " + visible(compared.account.document.text[extent(place)]));
    json_.end();
  }
  json_.end();
  json_.key("partialFingerprints").object().key("readoutQuotation/v1");
  json_.value(finding_digest(page.quote, page.verification.verdict)).end();
  if (finding.accepted) {
    json_.key("suppressions").array().object().key("kind").value("external");
    json_.key("justification").value("accepted by the baseline").end().end();
  }
  json_.end();
}

std::string SarifLog::finish(std::span<const Error> passed_over, int exit_code) {
  json_.end().key("invocations").array().object().key("executionSuccessful").value(exit_code < 2);
  json_.key("exitCode").value(exit_code).key("toolExecutionNotifications").array();
  for (const Error& error : passed_over) {
    json_.object().key("level").value("warning");
    write_message(json_, "message", error.where + ": " + error.message);
    json_.end();
  }
  json_.end().end().end();
  json_.end().end().end();
  return visible_json(json_.take()) + "\n";
}

}  // namespace readout
