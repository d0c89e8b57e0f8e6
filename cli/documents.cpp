// readout documents: what stands in the record.
#include "cli/json_lines.h"
#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/view/document_view.h"

namespace readout::cli {
namespace {

Exit run(const Arguments& arguments, Screen& screen) {
  Result<std::unique_ptr<Record>> record = open_for_reading(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  JsonLines lines(**record);
  std::string after;
  std::size_t count = 0;
  for (;;) {
    const Result<std::vector<DocumentRow>> page = (*record)->documents(after);
    if (!succeeded(page, screen)) return Exit::failed;
    if (page->empty()) break;
    for (const DocumentRow& row : *page) {
      ++count;
      if (!arguments.has("json")) continue;
      const Result<std::string> line = lines.document(row);
      if (!succeeded(line, screen)) return Exit::failed;
      screen.out(*line);
      if (!screen.is_open()) return Exit::done;
    }
    if (!arguments.has("json"))
      for (const std::string& line : document_lines(*page, screen.look())) screen.line(line);
    if (!screen.is_open()) return Exit::done;
    after = page->back().document.name;
  }
  if (count == 0) screen.note("the record holds no documents yet; 'readout add FOLDER' fills it");
  return count == 0 ? Exit::differs : Exit::done;
}

}  // namespace

Command documents_command() {
  Command command;
  command.name = "documents";
  command.summary = "what stands in the record: one line each";
  command.details =
      "Lists the documents: name, date and how it is known, language, form, outlet or title, number of statements, id. "
      "A "
      "document that could not be read stands there with its reason.";
  command.options = {json_option(), record_option()};
  command.examples = {{"documents", "the whole pile"}, {"documents --json", "with digests, dates, blocks and doubts"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
