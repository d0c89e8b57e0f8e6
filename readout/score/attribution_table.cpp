#include "readout/score/attribution_table.h"

#include <fmt/format.h>

#include <cctype>
#include <set>

#include "readout/base/lexicon.h"

namespace readout {
namespace {

constexpr std::array<std::string_view, kRoles> kRoleNames = {"source", "cue", "content"};
constexpr std::array<std::string_view, kMeasures> kMeasureNames = {"exact", "trimmed", "overlap"};
constexpr std::array<std::string_view, kPlaceKinds> kKindNames = {"direct", "mixed", "indirect"};

void append_row(std::string& out, std::string_view name, const std::array<Tally, kMeasures>& tallies) {
  out += fmt::format("  {:<18}{:>6}{:>6}", name, tallies[0].gold, tallies[0].predicted);
  for (const Tally& tally : tallies)
    out += fmt::format("   {:5.1f} {:5.1f} {:5.1f}", tally.precision(), tally.recall(), tally.f());
  out += '\n';
}

void append_slice(std::string& out, std::string_view title, const SliceScore& slice) {
  out += fmt::format("{}\n  {:<18}{:>6}{:>6}", title, "", "gold", "ours");
  for (const std::string_view measure : kMeasureNames)
    out += fmt::format("   {:<5} {:<5} {:<5}", "P", "R", fmt::format("F {}", measure.substr(0, 3)));
  out += '\n';
  for (std::size_t r = 0; r < kRoles; ++r) append_row(out, kRoleNames[r], slice.roles[r]);
  for (std::size_t k = 0; k < kPlaceKinds; ++k)
    append_row(out, fmt::format("content {}", kKindNames[k]), slice.kinds[k]);
  out += "  right mention     ";
  for (std::size_t k = 0; k < kPlaceKinds; ++k)
    out += fmt::format("  {} {:.1f} ({}/{})", kKindNames[k], slice.mention[k].percent(), slice.mention[k].right,
                       slice.mention[k].of);
  out += "\n\n";
}

void write_tally(JsonWriter& json, const Tally& tally) {
  json.object();
  json.key("gold").value(static_cast<std::uint64_t>(tally.gold));
  json.key("predicted").value(static_cast<std::uint64_t>(tally.predicted));
  json.key("found").value(static_cast<std::uint64_t>(tally.found));
  json.key("right").value(static_cast<std::uint64_t>(tally.right));
  json.key("precision").value(tally.precision()).key("recall").value(tally.recall()).key("f").value(tally.f());
  json.end();
}

void write_measures(JsonWriter& json, std::string_view name, const std::array<Tally, kMeasures>& tallies) {
  json.key(name).object();
  for (std::size_t m = 0; m < kMeasures; ++m) {
    json.key(kMeasureNames[m]);
    write_tally(json, tallies[m]);
  }
  json.end();
}

void write_slice(JsonWriter& json, std::string_view name, const SliceScore& slice) {
  json.key(name).object();
  for (std::size_t r = 0; r < kRoles; ++r) write_measures(json, kRoleNames[r], slice.roles[r]);
  for (std::size_t k = 0; k < kPlaceKinds; ++k) write_measures(json, kKindNames[k], slice.kinds[k]);
  json.key("mention").object();
  for (std::size_t k = 0; k < kPlaceKinds; ++k) {
    json.key(kKindNames[k]).object();
    json.key("right").value(static_cast<std::uint64_t>(slice.mention[k].right));
    json.key("of").value(static_cast<std::uint64_t>(slice.mention[k].of));
    json.key("percent").value(slice.mention[k].percent()).end();
  }
  json.end().end();
}

std::string cited(std::string_view text, const Spans& spans) {
  if (spans.empty()) return "-";
  return fmt::format("{}-{} «{}»", spans.front().begin, spans.back().end, words(text, spans));
}

void append_side(std::string& out, std::string_view side, std::string_view text, const Attribution& attribution) {
  if (attribution.content.empty()) return;
  out += fmt::format("    {:<5} content {}\n          source {}   cue {}\n", side, cited(text, attribution.content),
                     cited(text, attribution.source), cited(text, attribution.cue));
}

}  // namespace

std::vector<Floor> attribution_floors(const AttributionScore& score) {
  const auto trimmed_f = [&](SpeechKind kind) {
    return score.speech.kinds[static_cast<std::size_t>(kind)][static_cast<std::size_t>(Measure::trimmed)].f();
  };
  return {{"direct content, trimmed F", trimmed_f(SpeechKind::direct), 82, false},
          {"mixed content, trimmed F", trimmed_f(SpeechKind::mixed), 45, false},
          {"indirect content, trimmed F", trimmed_f(SpeechKind::indirect), 50, false},
          {"right mention, direct, %", score.speech.mention[0].percent(), 92, false}};
}

std::string render_text(const AttributionScore& score, const std::vector<Floor>& floors) {
  std::string out;
  append_slice(out, "All cues", score.all);
  append_slice(out, "Speech cues only", score.speech);
  out += "Bytes in common   ";
  for (std::size_t r = 0; r < kRoles; ++r)
    out += fmt::format("  {} P {:.1f} R {:.1f} F {:.1f}", kRoleNames[r], score.bytes[r].precision(),
                       score.bytes[r].recall(), score.bytes[r].f());
  out += "\n\nFloors (speech cues only)\n";
  for (const Floor& floor : floors)
    out += fmt::format("  {:<30}{:6.1f}   floor {:4.0f}   {}\n", floor.name, floor.value, floor.floor,
                       floor.is_met() ? "met" : "NOT MET");
  return out;
}

void write_json(const AttributionScore& score, const std::vector<Floor>& floors, JsonWriter& json) {
  write_slice(json, "all", score.all);
  write_slice(json, "speech", score.speech);
  json.key("bytes").object();
  for (std::size_t r = 0; r < kRoles; ++r) {
    json.key(kRoleNames[r]);
    write_tally(json, score.bytes[r]);
  }
  json.end().key("floors").array();
  for (const Floor& floor : floors)
    json.object()
        .key("name")
        .value(floor.name)
        .key("value")
        .value(floor.value)
        .key("floor")
        .value(floor.floor)
        .key("met")
        .value(floor.is_met())
        .end();
  json.end();
}

std::string render_findings(std::string_view name, std::string_view text, const std::vector<Finding>& findings) {
  if (findings.empty()) return {};
  constexpr std::array<std::string_view, 4> kNames = {"MISSED", "EXTRA", "BOUNDARY", "MENTION"};
  std::string out = fmt::format("== {}\n", name);
  for (const Finding& finding : findings) {
    const bool is_extra = finding.kind == FindingKind::extra;
    out += fmt::format("  {} {}{}\n", kNames[static_cast<std::size_t>(finding.kind)],
                       kKindNames[static_cast<std::size_t>(finding.place)],
                       is_extra             ? ""
                       : finding.speech_cue ? " speech"
                                            : " other");
    append_side(out, "gold", text, finding.gold);
    append_side(out, finding.kind == FindingKind::missed ? "near" : "ours", text, finding.predicted);
  }
  return out + '\n';
}

bool is_speech_cue(std::string_view cue) {
  static const std::set<std::string, std::less<>> kWords = [] {
    std::set<std::string, std::less<>> words;
    for (const auto& row : rows(embedded("en/reporting_cues.tsv"))) words.emplace(row.front());
    return words;
  }();
  std::string word;
  for (std::size_t i = 0; i <= cue.size(); ++i) {
    const int c = i < cue.size() ? static_cast<unsigned char>(cue[i]) : ' ';
    if (std::isalpha(c) != 0) {
      word += static_cast<char>(std::tolower(c));
      continue;
    }
    if (kWords.contains(word)) return true;
    word.clear();
  }
  return false;
}

}  // namespace readout
