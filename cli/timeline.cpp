// readout timeline: statements by the time they were said, as lines or as a picture.
#include "cli/filter.h"
#include "cli/json_lines.h"
#include "cli/statement_list.h"
#include "cli/verbs.h"
#include "readout/desk/by_time.h"
#include "readout/view/speech_view.h"
#include "readout/view/timeline_svg.h"

namespace readout::cli {
namespace {

Result<std::size_t> draw(Record& record, const SpeechFilter& filter, const Arguments& arguments, Screen& screen) {
  TimelineStyle style;
  style.alone = true;
  if (arguments.value("lanes") == "document") style.lanes = TimelineLanes::document;
  TimelinePlot plot(style);
  const Result<std::size_t> count = for_each_speech(record, filter, [&](const SpeechRow& row) {
    plot.add(row);
    return true;
  });
  if (count) screen.out(plot.svg());
  return count;
}

Result<std::size_t> list(Record& record, const SpeechFilter& filter, const Arguments& arguments, Screen& screen) {
  StatementList lines(screen, arguments.has("full"));
  bool undated = false;
  const Result<std::size_t> count = for_each_by_time(record, filter, [&](const SpeechRow& row) {
    if (!undated && !(is_known(row.when) && is_time_said(row.when_of))) {
      undated = true;
      lines.flush();
      screen.line(tinted(screen.look(), Tint::strong, "undated: not later than the date in brackets"));
    }
    lines.add(row);
    return screen.is_open();
  });
  lines.flush();
  return count;
}

Result<std::size_t> write_json(Record& record, const SpeechFilter& filter, Screen& screen) {
  return write_speeches(record, screen, [&](const auto& take) { return for_each_by_time(record, filter, take); });
}

Exit run(const Arguments& arguments, Screen& screen) {
  const Result<SpeechFilter> filter = filter_of(arguments);
  if (!succeeded(filter, screen)) return Exit::failed;
  if (arguments.has("lanes") && !arguments.has("svg")) {
    screen.complain({ErrorCode::bad_argument, "only a picture has lanes; add --svg", "--lanes"});
    return Exit::failed;
  }
  Result<std::unique_ptr<Record>> record = open_as_decided(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  const Result<std::size_t> count = arguments.has("svg")    ? draw(**record, *filter, arguments, screen)
                                    : arguments.has("json") ? write_json(**record, *filter, screen)
                                                            : list(**record, *filter, arguments, screen);
  if (!succeeded(count, screen)) return exit_of(count.error());
  if (*count == 0) screen.note(empty_reason(**record, *filter));
  return *count == 0 ? Exit::differs : Exit::done;
}

}  // namespace

Command timeline_command() {
  Command command;
  command.name = "timeline";
  command.summary = "statements by the time they were said, as lines or as a picture";
  command.details =
      "Lists statements in order of the time when they were said. Behind them, under a heading of their own, those of "
      "which only a date of the document is known: they were not said later than that; and last those without any "
      "date. An interval stands where it begins, and proves no order that it does not hold.\nWith --svg it writes "
      "a picture, one file without script or outside reference: time decides x, a lane for each speaker or document, "
      "a bar as wide as the interval, the kind by shape and colour, the undated in a tray below.";
  command.options = filter_options();
  command.options.insert(
      command.options.end(),
      {{"svg", Value::none, "", "a picture, as SVG", {}, 0},
       {"lanes", Value::choice, "WHAT", "of the picture: a lane for each", {"speaker", "document"}, 0},
       full_option(),
       json_option(),
       record_option()});
  command.examples = {{"timeline --speaker lavrov", "what he said, by time"},
                      {"timeline --svg > timeline.svg", "a picture of the whole record"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
