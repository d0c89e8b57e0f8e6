// readout quotes FILE...: who said what in a file, by itself.
#include <set>
#include <utility>

#include "cli/input.h"
#include "cli/settings.h"
#include "cli/verbs.h"
#include "readout/engine/account.h"
#include "readout/view/document_view.h"
#include "readout/view/json_view.h"
#include "readout/view/speech_view.h"

namespace readout::cli {
namespace {

// The names that a record would give, as far as the files at hand tell: a second "index" is "index-2".
std::string unused_name(const Document& document, std::set<std::string>& used) {
  std::string wanted = document.name.empty() ? short_name(document.origin) : document.name;
  if (document.origin == "-" || wanted.empty()) wanted = "stdin";
  std::string name = wanted;
  for (int count = 2; !used.insert(name).second; ++count) name = wanted + "-" + std::to_string(count);
  return name;
}

void show(const Account& account, const Arguments& arguments, Screen& screen) {
  const std::string& name = account.document.name;
  const std::vector<SpeechRow> rows = speech_rows(account, name);
  if (arguments.has("json")) {
    DocumentRow row;
    row.document.name = name;
    screen.out(document_json(account, row));
    for (std::size_t i = 0; i < account.speeches.size(); ++i) screen.out(speech_json(account, i));
    return;
  }
  screen.line(document_heading(account.document, name, rows.size(), screen.look()));
  const LineColumns layout = fit_columns(rows, screen.look(), false);
  if (!rows.empty() && !arguments.has("brief")) screen.line("");
  for (const SpeechRow& row : rows) {
    if (arguments.has("brief"))
      screen.line(speech_line(row, layout, screen.look()));
    else
      screen.line(speech_entry(row, screen.look(), false));
  }
}

Exit run(const Arguments& arguments, Screen& screen) {
  const Result<Settings> made = settings_of(arguments);
  if (!made) {
    screen.complain(made.error());
    return Exit::failed;
  }
  const Settings& settings = *made;
  std::set<std::string> used;
  bool failed = false;
  bool refused = false;
  std::size_t found = 0;
  bool first = true;
  for (const std::string& path : arguments.values("FILE")) {
    Result<Source> source = load(path, settings.limits.max_document_bytes);
    if (!source) {
      screen.complain(source.error());
      failed = true;
      continue;
    }
    for (Account& account : give_accounts(*source, settings)) {
      if (!screen.is_open()) return Exit::done;
      if (!std::exchange(first, false) && !arguments.has("json")) screen.line("");
      account.document.name = unused_name(account.document, used);
      show(account, arguments, screen);
      refused = refused || is_refused(account.document);
      found += account.speeches.size();
    }
  }
  if (failed) return Exit::failed;
  return refused || found == 0 ? Exit::differs : Exit::done;
}

}  // namespace

Command quotes_command() {
  Command command;
  command.name = "quotes";
  command.summary = "who said what in a file, by itself";
  command.details =
      "Reads each file and prints what it reports people as saying: who, how (direct, mixed, indirect, transcript), "
      "through "
      "which channel, the words, and where they stand. Needs no record and leaves nothing behind.";
  command.positionals = {{"FILE", Value::path, "files to read; - is standard input", true, true, {}}};
  command.options = {
      {"brief", Value::none, "", "one line for each statement", {}, 'b'}, offices_option(), json_option()};
  command.examples = {{"quotes report.txt", "every statement in one report"},
                      {"quotes --brief *.html | less -R", "one line each"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
