// TimelinePlot: a picture of statements over time, as one SVG. Time alone decides x.
//
//   TimelinePlot plot({TimelineLanes::speaker});
//   plot.add(row);                       // each statement, in any order
//   page += plot.svg();                  // the same statements give the same bytes
//
//   Helen Ashdown   ──●──        ○            a lane for each speaker (or document), the busiest first
//   Anton Velichko        ◆  ▲                the shape tells the kind, and so does the colour
//                   |          |              days, months or years, whatever fits
//   undated         ◁    ◁                    not said later than there, as far as the document's own date tells
//
// A statement stands at the whole interval of its time: a bar as wide as a day where the day is known, and the shape at
// its middle. One whose time of speaking is not known (is_time_said) stands in the tray below, at the end of its
// document's date, which it cannot be later than; those without any date are counted in words. Denials are struck
// through, questions have a mark of their own.
//
// Many statements: those of one lane, kind and interval are one mark with their number; where the picture would have
// more than kMostMarks marks or kMostSvgBytes bytes, neighbours in time become one mark, and lanes beyond kMostLanes
// one lane. Memory: at most some 50,000 intervals and the names of the lanes; intervals grow coarser beyond.
//
// Names and words are escaped and made visible; no script, no style sheet from elsewhere, no outside reference.
// Colours are CSS variables with fallbacks for light: --ink --soft --rule --paper, --kind-direct --kind-mixed
// --kind-indirect --kind-transcript; a picture that stands alone brings its own, for light and dark.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "readout/record/rows.h"

namespace readout {

inline constexpr std::size_t kMostMarks = 1000;
inline constexpr std::size_t kMostLanes = 24;
inline constexpr std::size_t kMostSvgBytes = 1 << 20;

enum class TimelineLanes { speaker, document };

struct TimelineStyle {
  TimelineLanes lanes = TimelineLanes::speaker;
  bool alone = false;     // a file by itself, not a part of a page
  bool with_text = true;  // words of the statements in the titles of marks
  // Where the mark of one statement leads, by its span id, as it may stand in an attribute before escaping. "" or no
  // function: nowhere. Links are left out of the order of the keyboard: the table beside the picture has them.
  std::function<std::string(std::string_view id)> address = {};
};

class TimelinePlot {
 public:
  explicit TimelinePlot(TimelineStyle style);
  ~TimelinePlot();
  TimelinePlot(TimelinePlot&&) noexcept;
  TimelinePlot& operator=(TimelinePlot&&) noexcept;

  void add(const SpeechRow& row);

  // An <svg> element; standing alone, an XML document. Without statements it says so.
  std::string svg() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace readout
