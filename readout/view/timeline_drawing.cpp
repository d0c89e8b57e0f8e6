#include "readout/view/timeline_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "readout/collation/xml_text.h"
#include "readout/view/look.h"
#include "readout/view/timeline_axis.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

// Units of the drawing; a browser shows them as pixels.
constexpr double kWidth = 960;
constexpr double kLeft = 200;  // names of lanes stand before it
constexpr double kPlot = 720;
constexpr double kHead = 28;
constexpr double kRow = 16;  // one kind within a lane
constexpr double kGap = 10;  // between lanes
constexpr double kRadius = 5;
constexpr std::size_t kMostTicks = 8;
constexpr int kLabelColumns = 25;
constexpr std::int64_t kDay = 86400;

constexpr std::string_view kAlone =
    "<style>svg{--ink:#1b1b1b;--soft:#5a5a5a;--rule:#d5d5d5;--paper:#fff;--kind-direct:#1f5fa8;--kind-mixed:#8a4b00;"
    "--kind-indirect:#5b5b5b;--kind-transcript:#2e6b32;background:var(--paper)}"
    "@media (prefers-color-scheme:dark){svg{--ink:#ececec;--soft:#b0b0b0;--rule:#454545;--paper:#181818;"
    "--kind-direct:#7db3f0;--kind-mixed:#e0a460;--kind-indirect:#b9b9b9;--kind-transcript:#7fc784}}</style>\n";

std::string colour_of(SpeechKind kind) {
  switch (kind) {
    case SpeechKind::direct:
      return "var(--kind-direct,#1f5fa8)";
    case SpeechKind::mixed:
      return "var(--kind-mixed,#8a4b00)";
    case SpeechKind::indirect:
      return "var(--kind-indirect,#5b5b5b)";
    case SpeechKind::transcript:
      break;
  }
  return "var(--kind-transcript,#2e6b32)";
}

std::string shown(std::string_view text) {
  return escape_xml(visible(text));
}

using RowKey = std::pair<SpeechKind, Polarity>;

struct PlotMark {
  std::size_t rank = 0;
  RowKey row;
  std::int64_t begin_s = 0;
  std::int64_t end_s = 0;
  std::size_t count = 0;
  std::string id;
  std::string title;
};

struct PlotRank {
  std::string name;
  std::map<RowKey, double> rows;  // y of each
  double top = 0;
  double bottom = 0;
  bool tray = false;
};

class TimelineDrawing {
 public:
  TimelineDrawing(const TimelineStyle& style, const std::vector<PlotLane>& lanes,
                  const std::map<PlotSlot, PlotCell>& cells, std::size_t dateless)
      : style_(style), cells_(cells), dateless_(dateless) {
    rank(lanes);
    for (const auto& [slot, cell] : cells_) {
      (slot.lane == kTray ? bounded_ : dated_) += cell.count;
      const bool first = begin_s_ == end_s_;
      begin_s_ = first ? slot.begin_s : std::min(begin_s_, slot.begin_s);
      end_s_ = first ? slot.end_s : std::max(end_s_, slot.end_s);
    }
    first_s_ = begin_s_;
    last_s_ = end_s_;
    const std::int64_t margin = std::max(kDay / 2, (end_s_ - begin_s_) / 50);
    begin_s_ -= margin;
    end_s_ += margin;
    set_rows();
  }

  std::string svg() {
    // 0: every interval for itself; else neighbours within so many units are one mark.
    std::string out;
    for (const double bin : {0.0, 6.0, 12.0, 24.0, 48.0, 96.0, 240.0}) {
      const std::vector<PlotMark> marks = gather(bin);
      if (marks.size() > kMostMarks && bin < 240) continue;
      out = draw(marks);
      if (out.size() <= kMostSvgBytes) break;
    }
    return out;
  }

 private:
  void rank(const std::vector<PlotLane>& lanes) {
    std::vector<std::size_t> order(lanes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
      return std::tie(lanes[b].count, lanes[a].name) < std::tie(lanes[a].count, lanes[b].name);
    });
    rank_of_.resize(lanes.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      rank_of_[order[i]] = std::min(i, kMostLanes);
      if (i < kMostLanes) ranks_.push_back({lanes[order[i]].name, {}, 0, 0, false});
    }
    if (order.size() > kMostLanes)
      ranks_.push_back({fmt::format("and {} more", order.size() - kMostLanes), {}, 0, 0, false});
    tray_ = ranks_.size();
    ranks_.push_back({"undated: not later", {}, 0, 0, true});
  }

  std::size_t rank_of(const PlotSlot& slot) const { return slot.lane == kTray ? tray_ : rank_of_[slot.lane]; }

  void set_rows() {
    for (const auto& [slot, cell] : cells_) ranks_[rank_of(slot)].rows[{slot.kind, slot.polarity}] = 0;
    if (ranks_[tray_].rows.empty()) ranks_.pop_back();
    double y = kHead;
    for (PlotRank& one : ranks_) {
      if (one.tray && tray_ > 0) y += kGap + 24;  // the axis stands between
      one.top = y;
      y += kGap / 2;
      for (auto& [key, at] : one.rows) {
        at = y + kRow / 2;
        y += kRow;
      }
      y += kGap / 2;
      one.bottom = y;
    }
    bottom_ = y;
  }

  double x_of(double at_s) const {
    return kLeft + (at_s - static_cast<double>(begin_s_)) / static_cast<double>(end_s_ - begin_s_) * kPlot;
  }

  // Where the shape of an interval stands: its middle; in the tray its end.
  double x_of(std::int64_t begin_s, std::int64_t end_s, bool tray) const {
    return x_of(tray ? static_cast<double>(end_s) : (static_cast<double>(begin_s) + static_cast<double>(end_s)) / 2);
  }

  std::vector<PlotMark> gather(double bin) const {
    std::map<std::tuple<std::size_t, RowKey, std::int64_t, std::int64_t>, PlotMark> marks;
    for (const auto& [slot, cell] : cells_) {
      const std::size_t rank = rank_of(slot);
      std::int64_t begin_s = slot.begin_s, end_s = slot.end_s;
      if (bin > 0) begin_s = end_s = static_cast<std::int64_t>(x_of(begin_s, end_s, rank == tray_) / bin);
      PlotMark& mark = marks[{rank, {slot.kind, slot.polarity}, begin_s, end_s}];
      const bool first = mark.count == 0;
      mark.rank = rank;
      mark.row = {slot.kind, slot.polarity};
      mark.begin_s = first ? slot.begin_s : std::min(mark.begin_s, slot.begin_s);
      mark.end_s = first ? slot.end_s : std::max(mark.end_s, slot.end_s);
      mark.count += cell.count;
      mark.id = mark.count == 1 ? cell.id : std::string();
      mark.title = mark.count == 1 ? cell.title : std::string();
    }
    std::vector<PlotMark> out;
    for (auto& [key, mark] : marks) out.push_back(std::move(mark));
    return out;
  }

  std::string title_of(const PlotMark& mark) const {
    if (mark.count == 1) return shown(mark.title) + " · " + shown(mark.id);
    const std::string from = day_label(mark.begin_s), to = day_label(mark.end_s, true);
    const bool tray = mark.rank == tray_;
    return fmt::format("{} statements · {}{} · {}{}{}", mark.count, tray ? "not said later than " : "",
                       from == to || tray ? to : from + " to " + to, tray ? "" : shown(ranks_[mark.rank].name) + " · ",
                       to_string(mark.row.first),
                       mark.row.second == Polarity::said ? "" : ", " + std::string(to_string(mark.row.second)));
  }

  static std::string shape(RowKey row, double x, double y) {
    const std::string colour = colour_of(row.first);
    const double r = kRadius;
    std::string out;
    switch (row.first) {
      case SpeechKind::direct:
        out = fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\"/>", x, y, r, colour);
        break;
      case SpeechKind::mixed:
        out = fmt::format("<path d=\"M{:.1f} {:.1f}l6 6-6 6-6-6z\" fill=\"{}\"/>", x, y - 6, colour);
        break;
      case SpeechKind::indirect:
        out = fmt::format(
            "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"8\" height=\"8\" fill=\"var(--paper,#fff)\" stroke=\"{}\" "
            "stroke-width=\"2\"/>",
            x - 4, y - 4, colour);
        break;
      case SpeechKind::transcript:
        out = fmt::format("<path d=\"M{:.1f} {:.1f}l6 11h-12z\" fill=\"{}\"/>", x, y - 6, colour);
        break;
    }
    if (row.second == Polarity::denied)
      out += fmt::format("<path d=\"M{:.1f} {:.1f}l16-14\" stroke=\"var(--ink,#1b1b1b)\" stroke-width=\"2\"/>", x - 8,
                         y + 7);
    if (row.second == Polarity::asked)
      out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-weight=\"bold\">?</text>", x - 16, y + 4);
    return out;
  }

  std::string mark_svg(const PlotMark& mark) const {
    const bool tray = mark.rank == tray_;
    const double x = x_of(mark.begin_s, mark.end_s, tray), y = ranks_[mark.rank].rows.at(mark.row);
    std::string out = "<title>" + title_of(mark) + "</title>";
    if (tray) {
      out += fmt::format("<path d=\"M{:.1f} {:.1f}h-14l5-4m-5 4l5 4\" fill=\"none\" stroke=\"var(--soft,#5a5a5a)\"/>",
                         x, y);
    } else {
      const double from = x_of(static_cast<double>(mark.begin_s)), to = x_of(static_cast<double>(mark.end_s));
      out += fmt::format(
          "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"4\" rx=\"1\" fill=\"{}\" opacity=\".45\"/>", from,
          y - 2, std::max(1.0, to - from), colour_of(mark.row.first));
    }
    out += shape(mark.row, x, y);
    if (mark.count > 1)
      out += fmt::format(
          "<text x=\"{:.1f}\" y=\"{:.1f}\" paint-order=\"stroke\" stroke=\"var(--paper,#fff)\" "
          "stroke-width=\"4\">×{}</text>",
          x + 8, y + 4, mark.count);
    const std::string address = mark.count == 1 && style_.address ? style_.address(mark.id) : std::string();
    if (address.empty()) return "<g>" + out + "</g>\n";
    return "<a href=\"" + escape_xml(address) + "\" tabindex=\"-1\">" + out + "</a>\n";
  }

  std::string axis() const {
    std::string out;
    const bool tray = ranks_.back().tray;
    const double foot = tray ? (ranks_.size() > 1 ? ranks_[ranks_.size() - 2].bottom : kHead) : bottom_;
    for (const TimeTick& tick : time_ticks(begin_s_, end_s_, kMostTicks)) {
      const double x = x_of(static_cast<double>(tick.at_s));
      out += fmt::format("<path d=\"M{:.1f} {}V{:.1f}\" stroke=\"var(--rule,#d5d5d5)\"/>", x, kHead - 6, bottom_);
      for (const double y : {kHead - 12, foot + 20})
        out +=
            fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\" fill=\"var(--soft,#5a5a5a)\">{}</text>",
                        x, y, tick.label);
      out += '\n';
    }
    return out;
  }

  std::string lane_labels() const {
    std::string out;
    for (const PlotRank& one : ranks_) {
      out += fmt::format("<path d=\"M0 {:.1f}H{}\" stroke=\"var(--rule,#d5d5d5)\"/>", one.top, kWidth);
      out += fmt::format("<text x=\"4\" y=\"{:.1f}\"{}>{}</text>\n", (one.top + one.bottom) / 2 + 4,
                         one.tray ? " font-style=\"italic\"" : "", escape_xml(fit(one.name, kLabelColumns)));
    }
    return out;
  }

  std::string legend(double y) const {
    std::set<RowKey> kinds;
    for (const PlotRank& one : ranks_)
      for (const auto& [key, at] : one.rows) kinds.insert({key.first, Polarity::said});
    std::string out;
    double x = 24;
    for (const RowKey& key : kinds) {
      out += shape(key, x, y);
      out += fmt::format("<text x=\"{}\" y=\"{:.1f}\">{}</text>", x + 12, y + 4, to_string(key.first));
      x += 110;
    }
    const auto also = [&](Polarity polarity) {
      const bool is_there = std::ranges::any_of(ranks_, [&](const PlotRank& one) {
        return std::ranges::any_of(one.rows, [&](const auto& row) { return row.first.second == polarity; });
      });
      if (!is_there) return;
      out += shape({SpeechKind::indirect, polarity}, x, y);
      out += fmt::format("<text x=\"{}\" y=\"{:.1f}\">{}</text>", x + 12, y + 4, to_string(polarity));
      x += 110;
    };
    also(Polarity::denied);
    also(Polarity::asked);
    return out + "\n";
  }

  std::string summary() const {
    std::string out = fmt::format("{} {}", dated_, dated_ == 1 ? "statement" : "statements");
    if (dated_ + bounded_ > 0) out += fmt::format(" · {} to {}", day_label(first_s_), day_label(last_s_, true));
    if (bounded_ > 0) out += fmt::format(" · {} undated", bounded_);
    if (dateless_ > 0) out += fmt::format(" · {} without any date", dateless_);
    return out;
  }

  std::string draw(const std::vector<PlotMark>& marks) const {
    const bool empty = cells_.empty();
    const double foot = (empty ? 0.0 : bottom_) + (!empty && ranks_.back().tray ? 0 : 24);
    const double height = foot + (empty ? 32 : 64);
    const bool links = style_.address != nullptr;
    std::string out;
    if (style_.alone) out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out += fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"timeline\" role=\"{}\" aria-label=\"Timeline: {}\" "
        "viewBox=\"0 0 {} {:.0f}\" width=\"{}\" height=\"{:.0f}\" font-family=\"sans-serif\" font-size=\"13\" "
        "fill=\"var(--ink,#1b1b1b)\">\n<title>Timeline</title>\n<desc>{}</desc>\n",
        links ? "group" : "img", summary(), kWidth, height, kWidth, height, summary());
    if (style_.alone) out += kAlone;
    if (!empty) {
      out += axis() + lane_labels();
      for (const PlotMark& mark : marks) out += mark_svg(mark);
      out += legend(foot + 20);
    }
    out += fmt::format("<text x=\"4\" y=\"{:.1f}\" fill=\"var(--soft,#5a5a5a)\">{}</text>\n</svg>\n", height - 10,
                       summary());
    return out;
  }

  const TimelineStyle& style_;
  const std::map<PlotSlot, PlotCell>& cells_;
  std::size_t dateless_ = 0;
  std::size_t dated_ = 0;
  std::size_t bounded_ = 0;
  std::int64_t begin_s_ = 0;  // of the axis
  std::int64_t end_s_ = 0;
  std::int64_t first_s_ = 0;  // of the statements
  std::int64_t last_s_ = 0;
  std::vector<PlotRank> ranks_;
  std::vector<std::size_t> rank_of_;
  std::size_t tray_ = 0;
  double bottom_ = 0;
};

}  // namespace

std::string draw_timeline(const TimelineStyle& style, const std::vector<PlotLane>& lanes,
                          const std::map<PlotSlot, PlotCell>& cells, std::size_t dateless) {
  return TimelineDrawing(style, lanes, cells, dateless).svg();
}

}  // namespace readout
