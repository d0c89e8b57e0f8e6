// readout export: the record for other programs.
#include "readout/record/export.h"

#include "cli/filter.h"
#include "cli/verbs.h"
#include "readout/desk/statement_export.h"
#include "readout/record/annotations.h"

namespace readout::cli {
namespace {

Exit run(const Arguments& arguments, Screen& screen) {
  const std::string wanted = arguments.value("format");
  const Result<SpeechFilter> filter = filter_of(arguments);
  if (!succeeded(filter, screen)) return Exit::failed;
  if (!parse_statement_format(wanted))
    for (const Option& narrowing : filter_options())
      if (arguments.has(narrowing.name)) {
        screen.complain({ErrorCode::bad_argument,
                         "narrows claims, csl, ris, wikitext and brief; 'statements --json' is JSON Lines of some",
                         "--" + narrowing.name});
        return Exit::failed;
      }
  // Whole exports are the machine's layer; statements are told as people decided them.
  Result<std::unique_ptr<Record>> record =
      parse_statement_format(wanted) ? open_as_decided(arguments) : open_for_reading(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  const auto take = [&](std::string_view line) {
    screen.out(line);
    return screen.is_open() && !screen.has_failed();
  };
  if (wanted == "annotations") return succeeded(write_annotations(**record, take), screen) ? Exit::done : Exit::failed;
  if (wanted == "texts") return succeeded(write_texts(**record, take), screen) ? Exit::done : Exit::failed;
  if (const std::optional<StatementFormat> format = parse_statement_format(wanted)) {
    const Result<StatementsWritten> done = write_statements(**record, *filter, *format, take);
    if (!succeeded(done, screen)) return exit_of(done.error());
    if (done->left_out > 0)
      screen.note(std::to_string(done->left_out) + " denied or asked: they are nobody's claims, and are left out");
    if (done->written == 0) screen.note(empty_reason(**record, *filter));
    return done->written == 0 ? Exit::differs : Exit::done;
  }
  const ExportFormat format = wanted == "csv" ? ExportFormat::csv : ExportFormat::jsonl;
  const Result<void> written = write_export(**record, format, take);
  return succeeded(written, screen) ? Exit::done : Exit::failed;
}

}  // namespace

Command export_command() {
  Command command;
  command.name = "export";
  command.summary = "the record for other programs: JSON Lines, CSV, annotations, claims, citations";
  command.details =
      "The whole record: 'jsonl' (as without -f) and 'csv', every document and every statement with digest, byte "
      "offsets, kind, depth, chain, source, cue, content, person, dates and basis (docs/formats/export.md); "
      "'annotations', one page of W3C Web Annotations in JSON-LD, an item a line (docs/formats/annotations.md); "
      "'texts', the decoded text of every document, which their positions count in. The same files give the same "
      "bytes, in whatever order and on however many threads they were added.\n"
      "Statements, all or those that the options of 'statements' let through: 'claims', each as schema.org's Claim in "
      "JSON-LD with where it appears, and where first if the dates prove it, without any rating "
      "(docs/formats/claims.md); 'csl' (CSL-JSON), 'ris' and 'wikitext' ({{cite news}}), a citation of each with its "
      "words and bytes (docs/formats/citations.md); 'brief', a list in Markdown, every line with its span id "
      "(docs/formats/brief.md). 'show ID -f ris' cites one.";
  command.options = {{"format",
                      Value::choice,
                      "FORMAT",
                      "which form",
                      {"jsonl", "csv", "annotations", "texts", "claims", "csl", "ris", "wikitext", "brief"},
                      'f'}};
  const std::vector<Option> narrowing = filter_options();
  command.options.insert(command.options.end(), narrowing.begin(), narrowing.end());
  command.options.push_back(record_option());
  command.examples = {
      {"export > record.jsonl", "JSON Lines"},
      {"export --format csv > record.csv", "a table"},
      {"export -f annotations > record.jsonld", "every statement, source, cue and link as an annotation"},
      {"export -f claims --speaker lavrov > claims.jsonld", "what he said, each with where it appears"},
      {"export -f brief --since 2025-08 > brief.md", "a list to paste into a note"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
