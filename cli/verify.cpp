// readout verify "QUOTE": does it stand in the pile, and how?
#include "cli/answers.h"
#include "cli/ask.h"
#include "cli/input.h"
#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/view/json_view.h"

namespace readout::cli {
namespace {

Exit run(const Arguments& arguments, Screen& screen) {
  const Result<std::set<Verdict>> failing = failing_verdicts(arguments);
  if (!succeeded(failing, screen)) return Exit::failed;
  std::string quote = arguments.value("QUOTE");
  if (quote == "-") {
    Result<std::string> text = load_text("-");
    if (!succeeded(text, screen)) return Exit::failed;
    quote = std::move(*text);
  }
  std::vector<NamedFile> drafts;
  Result<Asking> asking = open_desk(arguments, drafts);
  if (!succeeded(asking, screen)) return Exit::failed;
  complain_of(asking->passed_over, screen);
  const Result<VerifyPage> page = asking->desk->ask(quote, {arguments.value("speaker"), arguments.value("source")});
  if (!page) {
    screen.complain(page.error());
    return exit_of(page.error());
  }
  if (answer_form(arguments) == AnswerForm::json)
    screen.out(json_line("verification", [&](JsonWriter& json) { write_verification(json, *page); }));
  else
    screen.out(verify_page(*page, screen.look()));
  return is_failing(page->verification, *failing) ? Exit::differs : Exit::done;
}

}  // namespace

Command verify_command() {
  Command command;
  command.name = "verify";
  command.summary = "does this quotation stand in the pile, and how?";
  command.details =
      "EXACT: the bytes as they stand. FOLDED: only case, marks, dashes, white space, broken words and the like "
      "differ, and it says which. TRIMMED: a fair cut inside one passage. EDITED: brackets, tense, a synonym. "
      "REWORDED: the same in other words. SPLICED: sentences joined without a mark, pieces reversed or far apart. "
      "ALTERED: a change that bears meaning, with the words and its type, also just outside the quotation or "
      "swallowed by a cut. INDIRECT: reported speech. OTHER SPEAKER, ELSEWHERE: not whose or not where it is said to "
      "be. NOT FOUND: with the nearest words. NOT CHECKABLE: fewer than three words, or no text.\nEvery place is "
      "shown in its context, with who said it. Ends with 0 for EXACT and FOLDED, else with 1.";
  command.positionals = {
      {"QUOTE", Value::text, "the words, in the shell's quotes; - reads standard input", true, false, {}},
      {"FILE", Value::path, "compare with these files: short for --against", false, true, {}}};
  command.options = {
      against_option(), {"document", Value::id, "NAME", "compare with this document of the record only", {}, 'd'},
      speaker_option(), source_option(),
      fail_on_option(), json_option(),
      record_option()};
  command.examples = {
      {"verify \"we are waiting for a concrete reaction\"", "against the record"},
      {"verify \"we are waiting\" --against talks/ --speaker Weil", "against a folder, without a record"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
