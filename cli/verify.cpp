// readout verify "QUOTE": does it stand in the pile, and how?
#include "cli/compare.h"
#include "cli/input.h"
#include "cli/verbs.h"
#include "readout/view/json_view.h"

namespace readout::cli {
namespace {

Exit answer(const VerifyPage& page, const Arguments& arguments, Screen& screen) {
  if (arguments.has("json"))
    screen.out(json_line("verification", [&](JsonWriter& json) { write_verification(json, page); }));
  else
    screen.out(verify_page(page, screen.look()));
  const Verdict verdict = page.verification.verdict;
  return verdict == Verdict::exact || verdict == Verdict::folded ? Exit::done : Exit::differs;
}

Exit run(const Arguments& arguments, Screen& screen) {
  std::string quote = arguments.value("QUOTE");
  if (quote == "-") {
    Result<std::string> text = load_text("-");
    if (!succeeded(text, screen)) return Exit::failed;
    quote = std::move(*text);
  }
  if (!arguments.values("FILE").empty()) {
    const Result<std::vector<Compared>> texts = read_files(arguments.values("FILE"));
    if (!succeeded(texts, screen)) return Exit::failed;
    return answer(compare(quote, *texts, "these files"), arguments, screen);
  }
  Result<std::unique_ptr<Record>> record = open_for_reading(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  Shelf shelf(**record, arguments.value("document"));
  const Result<const std::vector<Compared>*> texts = shelf.candidates(quote);
  if (!succeeded(texts, screen)) return exit_of(texts.error());
  return answer(compare(quote, **texts, "the pile"), arguments, screen);
}

}  // namespace

Command verify_command() {
  Command command;
  command.name = "verify";
  command.summary = "does this quotation stand in the pile, and how?";
  command.details =
      "EXACT: the bytes as they stand. FOLDED: only case, marks, dashes, white space, broken words and the like "
      "differ, and it "
      "says which. TRIMMED: a cut inside one passage, marked or not, or a word just outside turns the meaning. "
      "SPLICED: "
      "sentences joined without a mark, pieces reversed or far apart. NOT FOUND: with the nearest words and what "
      "differs. NOT "
      "CHECKABLE: fewer than three words, or no text.\nEvery place is shown in its context, with who said it. Ends "
      "with 0 for "
      "EXACT and FOLDED, else with 1.";
  command.positionals = {
      {"QUOTE", Value::text, "the words, in the shell's quotes; - reads standard input", true, false, {}},
      {"FILE", Value::path, "compare with these files instead of the record", false, true, {}}};
  command.options = {
      {"document", Value::id, "NAME", "compare with this document only", {}, 'd'}, json_option(), record_option()};
  command.examples = {{"verify \"we are waiting for a concrete reaction\"", "against the record"},
                      {"verify \"we are waiting for a reaction\" report.txt", "against one file, without a record"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
