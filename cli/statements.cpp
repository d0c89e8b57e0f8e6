// readout statements: what was said, narrowed by who, when, how and where.
#include "cli/filter.h"
#include "cli/json_lines.h"
#include "cli/statement_list.h"
#include "cli/verbs.h"

namespace readout::cli {
namespace {

Result<std::size_t> write_json(Record& record, const SpeechFilter& filter, Screen& screen) {
  return write_speeches(record, screen, [&](const auto& take) { return for_each_speech(record, filter, take); });
}

Result<std::size_t> list(Record& record, const SpeechFilter& filter, bool full, Screen& screen) {
  StatementList lines(screen, full);
  const Result<std::size_t> count = for_each_speech(record, filter, [&](const SpeechRow& row) {
    lines.add(row);
    return screen.is_open();
  });
  lines.flush();
  return count;
}

Exit run(const Arguments& arguments, Screen& screen) {
  const Result<SpeechFilter> filter = filter_of(arguments);
  if (!succeeded(filter, screen)) return Exit::failed;
  Result<std::unique_ptr<Record>> record = open_as_decided(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  const Result<std::size_t> count = arguments.has("json") ? write_json(**record, *filter, screen)
                                                          : list(**record, *filter, arguments.has("full"), screen);
  if (!succeeded(count, screen)) return exit_of(count.error());
  if (*count == 0) screen.note(empty_reason(**record, *filter));
  return *count == 0 ? Exit::differs : Exit::done;
}

}  // namespace

Command statements_command() {
  Command command;
  command.name = "statements";
  command.summary = "what was said: one line each, by who, when, how, where";
  command.details =
      "Lists the statements of the record: date, speaker (and through whom), kind, first words, id. A date in brackets "
      "is that "
      "of the document, where that of speaking is not known.";
  command.options = filter_options();
  command.options.insert(command.options.end(), {full_option(), json_option(), record_option()});
  command.examples = {{"statements --speaker lavrov --since 2025-08", "all that he said since August"},
                      {"statements --kind denied --full", "denials, with all their words"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
