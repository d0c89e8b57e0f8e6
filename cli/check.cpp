// readout check DRAFT...: every quotation of drafts against the record, or against files.
#include <fmt/format.h>

#include <map>

#include "cli/answers.h"
#include "cli/ask.h"
#include "cli/input.h"
#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/desk/draft.h"
#include "readout/verify/baseline.h"
#include "readout/view/finding_view.h"
#include "readout/view/json_view.h"
#include "readout/view/sarif.h"

namespace readout::cli {
namespace {

struct Count {
  std::map<Verdict, std::size_t> verdicts;
  std::size_t total = 0;
  std::size_t accepted = 0;
  bool fails = false;
};

void show(const QuoteFinding& finding, AnswerForm form, bool fails, SarifLog& sarif, Screen& screen) {
  switch (form) {
    case AnswerForm::sarif:
      return sarif.add(finding);
    case AnswerForm::json:
      return screen.out(json_line("verification", [&](JsonWriter& json) { write_finding(json, finding); }));
    case AnswerForm::line:
      if (fails) screen.line(finding_line(finding));
      return;
    default:
      return screen.out(finding_text(finding, screen.look()));
  }
}

std::string totals(const Count& count) {
  std::string line = fmt::format("{} {}", count.total, count.total == 1 ? "quotation" : "quotations");
  for (const auto& [verdict, number] : count.verdicts) line += fmt::format(" · {} {}", number, to_string(verdict));
  if (count.accepted > 0) line += fmt::format(" · {} accepted", count.accepted);
  return line;
}

// The baseline that is asked for. One that is about to be written need not be there.
Result<std::optional<Baseline>> open_baseline(const Arguments& arguments) {
  const bool writes = arguments.has("write-baseline");
  if (!arguments.has("baseline")) {
    if (writes) return fail(ErrorCode::bad_argument, "needs --baseline FILE", "--write-baseline");
    return std::optional<Baseline>();
  }
  const std::string path = arguments.value("baseline");
  if (writes) return std::optional<Baseline>(Baseline());
  const Result<std::string> text = load_text(path);
  if (!text) return tl::unexpected(text.error());
  Result<Baseline> baseline = Baseline::parse(*text, path);
  if (!baseline) return tl::unexpected(baseline.error());
  return std::optional<Baseline>(std::move(*baseline));
}

// Standard input can be one thing only.
Result<void> check_input(const Arguments& arguments) {
  std::size_t inputs = 0;
  for (const std::string name : {"DRAFT", "against"})
    for (const std::string& path : arguments.values(name)) inputs += path == "-";
  if (inputs > 1)
    return fail(ErrorCode::bad_argument, "standard input can be a draft or a text to compare with, not both", "-");
  return {};
}

Exit run(const Arguments& arguments, Screen& screen) {
  const Result<std::set<Verdict>> failing = failing_verdicts(arguments);
  if (!succeeded(failing, screen) || !succeeded(check_input(arguments), screen)) return Exit::failed;
  Result<std::vector<NamedFile>> drafts = find_named(arguments.values("DRAFT"));
  if (!succeeded(drafts, screen)) return Exit::failed;
  Result<Asking> asking = open_desk(arguments, *drafts);
  if (!succeeded(asking, screen)) return Exit::failed;
  complain_of(asking->passed_over, screen);
  const AnswerForm form = answer_form(arguments);
  const bool writes = arguments.has("write-baseline");
  Result<std::optional<Baseline>> baseline = open_baseline(arguments);
  if (!succeeded(baseline, screen)) return Exit::failed;
  Baseline written;
  SarifLog sarif(version());
  const auto either = [&](const std::string& own, const std::string& option) {
    return own.empty() ? arguments.value(option) : own;
  };
  Count count;
  for (const NamedFile& file : *drafts) {
    const Result<Source> source = load(file.path, limits_for_words().max_document_bytes);
    if (!succeeded(source, screen)) return Exit::failed;
    Result<std::vector<AskedQuotation>> asked = read_draft(*source, file.from_folder);
    if (!succeeded(asked, screen)) return Exit::failed;
    for (AskedQuotation& quotation : *asked) {
      Result<VerifyPage> page = asking->desk->ask(
          quotation.words, {either(quotation.speaker, "speaker"), either(quotation.source, "source"), quotation.loose});
      if (!succeeded(page, screen)) return Exit::failed;
      const Verdict verdict = page->verification.verdict;
      const bool wanting = is_failing(page->verification, *failing);
      if (writes && wanting) written.accept(quotation.words, verdict);
      const bool accepted = wanting && (writes || (*baseline && (*baseline)->accepts(quotation.words, verdict)));
      const bool fails = wanting && !accepted;
      count.accepted += accepted;
      show({std::move(*page), file.path == "-" ? "stdin" : file.path, quotation.delivered, quotation.begin,
            quotation.end, accepted, quotation.item},
           form, fails, sarif, screen);
      ++count.verdicts[verdict];
      ++count.total;
      count.fails = count.fails || fails;
      // A reader that went away has seen enough; the exit code still says what was found so far.
      if (!screen.is_open()) return count.fails ? Exit::differs : Exit::done;
    }
  }
  const Exit exit = count.fails ? Exit::differs : Exit::done;
  if (form == AnswerForm::sarif) screen.out(sarif.finish(asking->passed_over, static_cast<int>(exit)));
  if (writes && !succeeded(save_text(arguments.value("baseline"), written.write()), screen)) return Exit::failed;
  screen.note(totals(count));
  return exit;
}

}  // namespace

Command check_command() {
  Command command;
  command.name = "check";
  command.summary = "every quotation of a draft, as verify";
  command.details =
      "For each quotation in the drafts: the verdict, what differs ([-only in the source-] {+only in the quotation+}), "
      "what turns the meaning (!), where the words stand and who said them; held against the speaker and the source "
      "that the draft names for it. Drafts are plain text, Markdown or HTML, "
      "or "
      "lists of quotations: JSON Lines of {\"quote\",\"speaker\",\"source\",\"id\"}.\n"
      "Ends with 0 where every quotation is EXACT or FOLDED, with 1 where one is not (--fail-on says for which "
      "verdicts), with 2 where a draft or a source could not be read. What cannot be checked is no pass: it is NOT "
      "CHECKABLE, and ends with 1.\n"
      "'--format line' prints one line for each finding, FILE:LINE:COLUMN: VERDICT: what differs; columns count "
      "characters from 1. --against takes all words that follow it: drafts come first, or after --, or write "
      "--against=FILE.";
  command.positionals = {{"DRAFT",
                          Value::path,
                          "texts, pages, lists of quotations, folders of them; - is standard input",
                          true,
                          true,
                          {}}};
  command.options = {against_option(),
                     speaker_option(),
                     source_option(),
                     fail_on_option(),
                     format_option({"text", "line", "json", "sarif"}),
                     json_option(),
                     {"baseline", Value::path, "FILE", "findings that were accepted fail nothing", {}, 0},
                     {"write-baseline", Value::none, "", "accept what is found: write it to the baseline", {}, 0},
                     record_option()};
  command.examples = {{"check draft.md", "against the record, before it goes out"},
                      {"check draft.md --against transcripts/", "against a folder, without a record"},
                      {"check report.md --against sources/ --format line", "for an editor's error list"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
