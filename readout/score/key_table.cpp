// The table of a KeyScore, its list of errors, and its JSON.
#include <fmt/format.h>

#include "readout/base/json.h"
#include "readout/score/key_score.h"

namespace readout {
namespace {

std::string_view printed(MustNotVerdict verdict) {
  switch (verdict) {
    case MustNotVerdict::kept:
      return "kept";
    case MustNotVerdict::broken:
      return "BROKEN";
    case MustNotVerdict::not_checkable:
      break;
  }
  return "not checkable yet";
}

std::string floor_of(const Figure& figure) {
  if (!figure.floor) return {};
  return fmt::format("  {} {:.0f}{}  {}", figure.is_ceiling ? "at most" : "at least", *figure.floor,
                     figure.is_count ? "" : " %", figure.is_met() ? "met" : "NOT MET");
}

}  // namespace

std::string render_text(const KeyScore& score) {
  std::string out;
  for (const Figure& figure : score.figures)
    out += fmt::format("{:<36}{:>4} of {:<4} {:5.1f} %{}\n", figure.name, figure.share.right, figure.share.of,
                       figure.share.percent(), floor_of(figure));
  out += fmt::format("\n{:<14}{:>11}{:>7}{:>14}{:>10}{:>7}\n", "document", "statements", "found", "right speaker",
                     "speeches", "extra");
  for (const KeyDocumentRow& row : score.documents)
    out += fmt::format("{:<14}{:>11}{:>7}{:>14}{:>10}{:>7}{}\n", row.name, row.statements, row.found, row.right_speaker,
                       row.speeches, row.extra, row.present ? "" : "   not there");
  if (!score.must_not.empty()) out += "\nmust not\n";
  for (const MustNotResult& result : score.must_not)
    out += fmt::format("  {:<18}{}{}\n", printed(result.verdict), result.what,
                       result.evidence.empty() ? "" : "\n" + std::string(20, ' ') + result.evidence);
  return out;
}

std::string render_errors(const KeyScore& score) {
  std::string out;
  for (const KeyError& error : score.errors)
    out += fmt::format("{:<9}{:<9}{}\n         {}\n         {}\n", error.what, error.id, error.detail, error.words,
                       error.cite);
  return out;
}

std::string to_json(const KeyScore& score) {
  JsonWriter json;
  const auto number = [](std::size_t value) { return static_cast<std::uint64_t>(value); };
  json.object().key("figures").object();
  for (const Figure& figure : score.figures) {
    json.key(figure.name).object();
    json.key("right").value(number(figure.share.right)).key("of").value(number(figure.share.of));
    json.key("percent").value(figure.share.percent());
    if (figure.floor) {
      json.key(figure.is_ceiling ? "ceiling" : "floor").value(*figure.floor);
      json.key("unit").value(figure.is_count ? "items" : "percent").key("met").value(figure.is_met());
    }
    json.end();
  }
  json.end().key("documents").array();
  for (const KeyDocumentRow& row : score.documents) {
    json.object().key("name").value(row.name).key("present").value(row.present);
    json.key("statements").value(number(row.statements)).key("found").value(number(row.found));
    json.key("right_speaker").value(number(row.right_speaker)).key("speeches").value(number(row.speeches));
    json.key("extra").value(number(row.extra)).end();
  }
  json.end().key("must_not").array();
  for (const MustNotResult& result : score.must_not) {
    json.object().key("what").value(result.what).key("seed").value(result.seed);
    json.key("verdict").value(result.verdict == MustNotVerdict::broken ? "broken" : printed(result.verdict));
    if (!result.evidence.empty()) json.key("evidence").value(result.evidence);
    json.end();
  }
  json.end().key("errors").array();
  for (const KeyError& error : score.errors) {
    json.object().key("what").value(error.what).key("id").value(error.id).key("cite").value(error.cite);
    json.key("words").value(error.words).key("detail").value(error.detail).end();
  }
  return json.end().key("all_met").value(score.all_met()).end().take();
}

}  // namespace readout
