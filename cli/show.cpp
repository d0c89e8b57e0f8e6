// readout show ID: one statement in its context, with everything that is known about it.
#include "cli/json_lines.h"
#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/desk/linked_passages.h"
#include "readout/desk/statement_export.h"
#include "readout/desk/statement_page.h"
#include "readout/view/document_view.h"
#include "readout/view/json_view.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout::cli {
namespace {

Exit show_document(Record& record, const std::string& name, const Arguments& arguments, Screen& screen) {
  const Result<DocumentRow> row = record.document(name);
  if (!succeeded(row, screen)) return exit_of(row.error());
  const Result<std::vector<SpeechRow>> speeches = record.speeches_of(name);
  if (!succeeded(speeches, screen)) return Exit::failed;
  if (arguments.has("json")) {
    JsonLines lines(record);
    Result<std::string> line = lines.document(*row);
    if (!succeeded(line, screen)) return Exit::failed;
    screen.out(*line);
    for (const SpeechRow& speech : *speeches) {
      line = lines.speech(speech);
      if (!succeeded(line, screen)) return Exit::failed;
      screen.out(*line);
    }
    return Exit::done;
  }
  screen.line(document_heading(row->document, name, row->speeches, screen.look()));
  if (!row->replaces.empty()) screen.line("replaces " + row->replaces);
  if (!row->replaced_by.empty()) screen.line("replaced by " + row->replaced_by);
  if (!speeches->empty()) screen.line("");
  for (const SpeechRow& speech : *speeches) screen.line(speech_entry(speech, screen.look(), true));
  return Exit::done;
}

// The passages elsewhere that are versions of passages of this speech: what became of the words there, where, and the
// kind and rule of the link.
Result<std::string> versions_of(Record& record, const SpeechRow& row) {
  const Result<std::vector<LinkedPassage>> passages = load_linked_passages(record, row);
  if (!passages) return tl::unexpected(passages.error());
  std::string out;
  for (const LinkedPassage& one : *passages)
    out += "\n  " + one.relation + "  " + one.id + "  (" + one.kind + ", " + one.rule + ")\n    " + visible(one.words);
  return out;
}

Exit run(const Arguments& arguments, Screen& screen) {
  Result<std::unique_ptr<Record>> record = open_as_decided(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  Exit exit = Exit::done;
  bool first = true;
  if (const std::optional<StatementFormat> format = parse_statement_format(arguments.value("format"))) {
    std::vector<CitedPassage> cited;
    for (const std::string& id : arguments.values("ID")) {
      Result<CitedPassage> one = find_cited(**record, id);
      if (!succeeded(one, screen)) return exit_of(one.error());
      cited.push_back(std::move(*one));
    }
    screen.out(citation_file(cited, *format));
    return Exit::done;
  }
  for (const std::string& id : arguments.values("ID")) {
    if (!first && !arguments.has("json")) screen.line("");
    first = false;
    if (id.find(':') == std::string::npos) {
      const Result<std::string> name = (*record)->find_name(id);
      if (!succeeded(name, screen))
        exit = exit_of(name.error());
      else if (const Exit shown = show_document(**record, *name, arguments, screen); shown != Exit::done)
        exit = shown;
      continue;
    }
    const Result<StatementPage> page = load_statement_page(**record, id);
    if (!succeeded(page, screen)) {
      exit = exit_of(page.error());
      continue;
    }
    if (arguments.has("json")) {
      screen.out(speech_lines(page->account, page->row));
      screen.out(json_line("citation", [&](JsonWriter& json) {
        json.key("id").value(page->row.id).key("text").value(citation(page->row, page->account.document));
        json.key("witnesses").array();
        for (const SpeechRow& witness : page->witnesses) json.value(witness.id);
        json.end();
      }));
    } else {
      screen.line(statement_page(*page, screen.look()));
      const Result<std::string> versions = versions_of(**record, page->row);
      if (!succeeded(versions, screen)) return Exit::failed;
      if (!versions->empty()) screen.line("\nversions" + *versions);
    }
  }
  return exit;
}

}  // namespace

Command show_command() {
  Command command;
  command.name = "show";
  command.summary = "one statement in its context, or a document's statements";
  command.details =
      "Shows the words where they stand, with marks under who is named as the speaker and under the words that report; "
      "the chain "
      "through which they came, what the outlet put in, dates with their basis, other witnesses of the same words, and "
      "a "
      "citation to paste. With -f it writes the citation alone, of a statement or of any bytes of a document "
      "(004:268-300), as programs for citations take it (docs/formats/citations.md).";
  command.positionals = {
      {"ID", Value::id, "004:268-413, a unique beginning of one (004:268), or a document's name", true, true, {}}};
  command.options = {
      {"format", Value::choice, "FORMAT", "a citation for other programs", {"csl", "ris", "wikitext"}, 'f'},
      json_option(),
      record_option()};
  command.examples = {{"show 004:268", "one statement"},
                      {"show 004:268 -f wikitext", "a citation of it for a wiki"},
                      {"show 004", "all statements of one document"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
