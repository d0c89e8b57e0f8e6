// readout export: the whole record as JSON Lines or CSV.
#include "readout/record/export.h"

#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/record/annotations.h"

namespace readout::cli {
namespace {

Exit run(const Arguments& arguments, Screen& screen) {
  Result<std::unique_ptr<Record>> record = open_for_reading(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  const std::string& wanted = arguments.value("format");
  const auto take = [&](std::string_view line) {
    screen.out(line);
    return screen.is_open() && !screen.has_failed();
  };
  if (wanted == "annotations") return succeeded(write_annotations(**record, take), screen) ? Exit::done : Exit::failed;
  if (wanted == "texts") return succeeded(write_texts(**record, take), screen) ? Exit::done : Exit::failed;
  const ExportFormat format = wanted == "csv" ? ExportFormat::csv : ExportFormat::jsonl;
  const Result<void> written = write_export(**record, format, take);
  return succeeded(written, screen) ? Exit::done : Exit::failed;
}

}  // namespace

Command export_command() {
  Command command;
  command.name = "export";
  command.summary = "the whole record as JSON Lines, CSV or Web Annotations";
  command.details =
      "Every document and every statement: digest, byte offsets, kind, depth, chain, source, cue, content, person, "
      "dates and "
      "basis. The same files give the same bytes, in whatever order and on however many threads they were added. "
      "docs/formats/export.md has the grammar. 'annotations' is one page of W3C Web Annotations in JSON-LD, an item a "
      "line "
      "(docs/formats/annotations.md); 'texts' is the decoded text of every document, which their positions count in.";
  command.options = {{"format", Value::choice, "FORMAT", "which form", {"jsonl", "csv", "annotations", "texts"}, 'f'},
                     record_option()};
  command.examples = {
      {"export > record.jsonl", "JSON Lines"},
      {"export --format csv > record.csv", "a table"},
      {"export -f annotations > record.jsonld", "every statement, source, cue and link as an annotation"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
