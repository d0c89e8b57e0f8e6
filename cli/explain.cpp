// readout explain ID: why it was judged so.
#include <fmt/format.h>

#include "cli/json_lines.h"
#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/desk/inbox.h"
#include "readout/desk/statement_page.h"
#include "readout/view/json_view.h"

namespace readout::cli {
namespace {

// Why it is held for a version of others, and why not of some that are alike.
Result<std::string> links_of(Record& record, const SpeechRow& row) {
  const Result<std::vector<LinkRow>> links = record.links_of(row.document);
  if (!links) return tl::unexpected(links.error());
  std::string out;
  for (const LinkRow& link : *links) {
    const bool here = link.a_speech == row.number;
    if (!here && !(link.b_document == row.document && link.b_speech == row.number)) continue;
    out += "\n  " + link.kind + "  " + (here ? link.b : link.a) + "  (" + link.basis.rule;
    out += fmt::format(" {:.2f}", link.basis.score);
    for (const Evidence& evidence : link.basis.evidence)
      out += fmt::format(", {} {:g}", evidence.name, evidence.weight);
    out += ")";
  }
  return out;
}

Exit explain_one(Record& record, const std::string& id, const Arguments& arguments, Screen& screen) {
  if (is_discrepancy_id(id)) {
    const Result<ShownDiscrepancy> found = find_discrepancy(record, id);
    if (!succeeded(found, screen)) return exit_of(found.error());
    if (arguments.has("json"))
      screen.out(json_line("discrepancy", [&](JsonWriter& json) { write_discrepancy(json, *found); }));
    else
      screen.line(discrepancy_explanation(*found, screen.look()));
    return Exit::done;
  }
  if (id.find(':') == std::string::npos) {
    const Result<std::string> name = record.find_name(id);
    if (!succeeded(name, screen)) return exit_of(name.error());
    const Result<Account> account = record.account(*name);
    if (!succeeded(account, screen)) return exit_of(account.error());
    if (arguments.has("json")) {
      const Result<DocumentRow> row = record.document(*name);
      if (!succeeded(row, screen)) return exit_of(row.error());
      screen.out(document_json(*account, *row));
    } else {
      screen.line(explanation(*account, *name, screen.look()));
    }
    return Exit::done;
  }
  const Result<StatementPage> page = load_statement_page(record, id);
  if (!succeeded(page, screen)) return exit_of(page.error());
  if (arguments.has("json")) {
    screen.out(speech_lines(page->account, page->row));
  } else {
    const Result<std::string> links = links_of(record, page->row);
    if (!succeeded(links, screen)) return exit_of(links.error());
    screen.line(explanation(*page, screen.look()) + (links->empty() ? "" : "\nlinks" + *links));
  }
  return Exit::done;
}

Exit run(const Arguments& arguments, Screen& screen) {
  Result<std::unique_ptr<Record>> record = open_as_decided(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  Exit exit = Exit::done;
  bool first = true;
  for (const std::string& id : arguments.values("ID")) {
    if (!first && !arguments.has("json")) screen.line("");
    first = false;
    if (const Exit one = explain_one(**record, id, arguments, screen); one != Exit::done) exit = one;
  }
  return exit;
}

}  // namespace

Command explain_command() {
  Command command;
  command.name = "explain";
  command.summary = "why it was judged so";
  command.details =
      "For a statement: the rule that found it, what spoke for and against, why it is of that speaker and of that "
      "date. For a "
      "document: every block with its reason, and each date with its basis. For a discrepancy of the inbox: what kind "
      "it is, "
      "every change, and why its places are held for one statement.";
  command.positionals = {
      {"ID", Value::id, "004:268-413, a unique beginning of one, a document's name, or d-…", true, true, {}}};
  command.options = {json_option(), record_option()};
  command.examples = {{"explain 004:268", "why this is a statement of that person"},
                      {"explain 002", "what was cut from a document"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
