// How timeline_svg.h draws what it gathered.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "readout/view/timeline_svg.h"

namespace readout {

// The lane of statements whose time of speaking is not known.
inline constexpr std::size_t kTray = std::numeric_limits<std::size_t>::max();

struct PlotLane {
  std::string name;
  std::size_t count = 0;
};

struct PlotSlot {
  std::size_t lane = 0;
  SpeechKind kind = SpeechKind::direct;
  Polarity polarity = Polarity::said;
  std::int64_t begin_s = 0;
  std::int64_t end_s = 0;

  friend auto operator<=>(const PlotSlot&, const PlotSlot&) = default;
};

struct PlotCell {
  std::size_t count = 0;
  std::string id;     // where it is one statement
  std::string title;  // likewise
};

std::string draw_timeline(const TimelineStyle& style, const std::vector<PlotLane>& lanes,
                          const std::map<PlotSlot, PlotCell>& cells, std::size_t dateless);

}  // namespace readout
