#include "readout/view/timeline_svg.h"

#include <algorithm>
#include <map>
#include <vector>

#include "readout/view/look.h"
#include "readout/view/speech_view.h"
#include "readout/view/timeline_axis.h"
#include "readout/view/timeline_drawing.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::size_t kMostIntervals = 50000;
constexpr std::int64_t kCoarsest = std::int64_t{1} << 36;  // two thousand years
constexpr int kWordColumns = 60;
constexpr int kNameColumns = 40;

}  // namespace

struct TimelinePlot::State {
  TimelineStyle style;
  std::vector<PlotLane> lanes;
  std::map<std::string, std::size_t, std::less<>> lane_numbers;
  std::map<PlotSlot, PlotCell> cells;
  std::int64_t step = 1;  // what the ends of intervals are rounded to, outwards
  std::size_t dateless = 0;

  void put(PlotSlot slot, PlotCell cell) {
    slot.begin_s = floor_to(slot.begin_s, step);
    slot.end_s = floor_to(slot.end_s + step - 1, step);
    const auto [place, is_new] = cells.try_emplace(slot, std::move(cell));
    if (is_new) return;
    place->second.count += cell.count;
    place->second.id.clear();
    place->second.title.clear();
  }

  void coarsen() {
    while (cells.size() > kMostIntervals + lanes.size() && step < kCoarsest) {
      step *= 8;
      std::map<PlotSlot, PlotCell> finer;
      finer.swap(cells);
      for (auto& [slot, cell] : finer) put(slot, std::move(cell));
    }
  }
};

TimelinePlot::TimelinePlot(TimelineStyle style) : state_(std::make_unique<State>()) {
  state_->style = std::move(style);
}

TimelinePlot::~TimelinePlot() = default;
TimelinePlot::TimelinePlot(TimelinePlot&&) noexcept = default;
TimelinePlot& TimelinePlot::operator=(TimelinePlot&&) noexcept = default;

void TimelinePlot::add(const SpeechRow& row) {
  State& state = *state_;
  if (!is_known(row.when)) {
    ++state.dateless;
    return;
  }
  const bool said = is_time_said(row.when_of);
  const std::string who = fit(speaker_label(row), kNameColumns);
  const std::string lane = state.style.lanes == TimelineLanes::speaker ? who : fit(visible(row.document), kNameColumns);
  std::size_t number = kTray;
  if (said) {
    number = state.lane_numbers.try_emplace(lane, state.lanes.size()).first->second;
    if (number == state.lanes.size()) state.lanes.push_back({lane, 0});
    ++state.lanes[number].count;
  }
  PlotCell cell{1, row.id, {}};
  cell.title = (said ? to_iso(row.when) : "not said later than " + to_iso(row.when)) + " · " + who + " · " +
               kind_label(row.speech);
  if (state.style.with_text) cell.title += " · " + fit(spoken_words(row), kWordColumns);
  state.put({number, row.speech.kind, row.speech.polarity, row.when.begin_s, row.when.end_s}, std::move(cell));
  state.coarsen();
}

std::string TimelinePlot::svg() const {
  return draw_timeline(state_->style, state_->lanes, state_->cells, state_->dateless);
}

}  // namespace readout
