// Attributions scored: source, cue and content against gold, as PolNeAR and our own corpus need it.
//
//   AttributionScore score;
//   for (each document) add_document(text, gold, predicted, score, &findings);
//   score.speech.kinds[Kind::direct][Measure::trimmed].f()
//
// - Items. A source, cue or content is one item however many attributions share it: its whole, possibly discontinuous
//   set of spans.
// - Measures: `exact` wants the same bytes; `trimmed` the same bytes after trimmed() on both sides; `overlap` bytes in
//   common over bytes of either >= 0.5. All matchings are one to one and as large as possible.
// - Kind is told from the place in the text (place_kind), for gold and predictions alike.
// - Slices. `all` counts everything. `speech` counts gold with a speech cue only; a prediction left over that overlaps
//   (>= 0.5) gold without a speech cue is neither right nor wrong.
// - Mention: of the contents matched by overlap whose gold has a source, the share whose predicted source overlaps it.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "readout/score/spans.h"
#include "readout/score/tally.h"
#include "readout/speech/speech.h"

namespace readout {

struct Attribution {
  Spans source;
  Spans cue;
  Spans content;
  bool speech_cue = false;  // of gold only

  friend bool operator==(const Attribution&, const Attribution&) = default;
};

enum class AttributionRole { source, cue, content };
enum class Measure { exact, trimmed, overlap };

constexpr std::size_t kRoles = 3;
constexpr std::size_t kMeasures = 3;
constexpr std::size_t kPlaceKinds = 3;  // direct, mixed, indirect, in the order of SpeechKind

struct SliceScore {
  std::array<std::array<Tally, kMeasures>, kRoles> roles;
  std::array<std::array<Tally, kMeasures>, kPlaceKinds> kinds;  // of contents
  std::array<Share, kPlaceKinds> mention;

  friend bool operator==(const SliceScore&, const SliceScore&) = default;
};

struct AttributionScore {
  SliceScore all;
  SliceScore speech;
  std::array<Tally, kRoles> bytes;  // found = right = bytes in common

  friend bool operator==(const AttributionScore&, const AttributionScore&) = default;
};

enum class FindingKind { missed, extra, boundary, mention };

struct Finding {
  FindingKind kind = FindingKind::missed;
  SpeechKind place = SpeechKind::indirect;
  bool speech_cue = false;
  Attribution gold;       // empty for an extra
  Attribution predicted;  // for a miss the prediction that overlaps it most, if any does
};

void add_document(std::string_view text, const std::vector<Attribution>& gold,
                  const std::vector<Attribution>& predicted, AttributionScore& score,
                  std::vector<Finding>* findings = nullptr);

}  // namespace readout
