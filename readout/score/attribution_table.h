// The table of an AttributionScore, for people and for machines. The same rows for PolNeAR and for our own corpus.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/json.h"
#include "readout/score/attribution.h"

namespace readout {

// A figure that must not fall below its floor; "at most" figures are turned round by `is_ceiling`.
struct Floor {
  std::string name;
  double value = 0;
  double floor = 0;
  bool is_ceiling = false;

  bool is_met() const { return is_ceiling ? value <= floor + 1e-9 : value >= floor - 1e-9; }
  friend bool operator==(const Floor&, const Floor&) = default;
};

// What the house holds an attribution score to: content trimmed F of speech, by kind, and the right mention.
std::vector<Floor> attribution_floors(const AttributionScore& score);

std::string render_text(const AttributionScore& score, const std::vector<Floor>& floors);

// Writes the members of an object that the caller has opened.
void write_json(const AttributionScore& score, const std::vector<Floor>& floors, JsonWriter& json);

// Misses, extras, wrong boundaries side by side, wrong mentions, each with its words and bytes.
std::string render_findings(std::string_view name, std::string_view text, const std::vector<Finding>& findings);

// True where the cue holds a word of data/en/reporting_cues.tsv.
bool is_speech_cue(std::string_view cue);

}  // namespace readout
