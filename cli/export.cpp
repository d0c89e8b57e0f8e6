// readout export: the whole record as JSON Lines or CSV.
#include "readout/record/export.h"

#include "cli/open.h"
#include "cli/verbs.h"

namespace readout::cli {
namespace {

Exit run(const Arguments& arguments, Screen& screen) {
  Result<std::unique_ptr<Record>> record = open_for_reading(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  const ExportFormat format = arguments.value("format") == "csv" ? ExportFormat::csv : ExportFormat::jsonl;
  const Result<void> written = write_export(**record, format, [&](std::string_view line) {
    screen.out(line);
    return screen.is_open() && !screen.has_failed();
  });
  return succeeded(written, screen) ? Exit::done : Exit::failed;
}

}  // namespace

Command export_command() {
  Command command;
  command.name = "export";
  command.summary = "the whole record as JSON Lines or CSV";
  command.details =
      "Every document and every statement: digest, byte offsets, kind, depth, chain, source, cue, content, person, "
      "dates and "
      "basis. The same files give the same bytes, in whatever order and on however many threads they were added. "
      "docs/formats/export.md has the grammar.";
  command.options = {{"format", Value::choice, "FORMAT", "which form", {"jsonl", "csv"}, 'f'}, record_option()};
  command.examples = {{"export > record.jsonl", "JSON Lines"}, {"export --format csv > record.csv", "a table"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
