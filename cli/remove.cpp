// readout remove NAME: forgets a document.
#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/engine/link.h"

namespace readout::cli {
namespace {

Exit run(const Arguments& arguments, Screen& screen) {
  const std::string path = record_path(arguments);
  // Opened for reading first: removing from a record that is not there must not make one.
  if (const auto there = open_for_reading(arguments); !succeeded(there, screen)) return Exit::failed;
  Result<std::unique_ptr<Record>> record = open_record(path, {OpenMode::write, std::string(version())});
  if (!succeeded(record, screen)) return Exit::failed;
  Exit exit = Exit::done;
  for (const std::string& name : arguments.values("NAME")) {
    const Result<std::string> removed = (*record)->remove(name);
    if (!succeeded(removed, screen)) {
      exit = exit_of(removed.error());
      continue;
    }
    screen.line("removed " + *removed);
  }
  // Who was linked for the sake of what went, or in its place.
  const Result<LinkTotals> linked = link_record(**record, 1, [] { return true; });
  if (!succeeded(linked, screen)) return Exit::failed;
  return exit;
}

}  // namespace

Command remove_command() {
  Command command;
  command.name = "remove";
  command.summary = "forgets a document, without a trace in the export";
  command.positionals = {{"NAME", Value::id, "a document's name, or a unique beginning of it", true, true, {}}};
  command.options = {record_option()};
  command.examples = {{"remove 004", "one document"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
