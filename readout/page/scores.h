// Scores: how well the program does, as docs/quality.md has it: figures, what they were measured on, and the command
// that prints them. A test holds every value to that page; nothing here is computed.
#pragma once

#include <span>
#include <string_view>

namespace readout {

struct ScoreRow {
  std::string_view figure;
  std::string_view value;  // as it stands in docs/quality.md
  std::string_view measured_on;
  std::string_view command;
};

inline constexpr std::string_view kScoresDate = "2026-11-25";  // when they were measured last

std::span<const ScoreRow> known_scores();

}  // namespace readout
