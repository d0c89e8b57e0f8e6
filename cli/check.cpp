// readout check DRAFT: every quotation of a draft against the record.
#include <fmt/format.h>

#include <map>

#include "cli/compare.h"
#include "cli/input.h"
#include "cli/verbs.h"
#include "readout/engine/account.h"
#include "readout/verify/draft.h"
#include "readout/view/document_view.h"
#include "readout/view/json_view.h"

namespace readout::cli {
namespace {

Exit run(const Arguments& arguments, Screen& screen) {
  const std::string path = arguments.value("DRAFT");
  Result<Source> source = load(path, default_settings().limits.max_document_bytes);
  if (!succeeded(source, screen)) return Exit::failed;
  const std::vector<Document> drafts = read(*source);
  std::vector<Compared> files;
  std::unique_ptr<Record> record;
  if (arguments.values("FILE").empty()) {
    Result<std::unique_ptr<Record>> opened = open_for_reading(arguments);
    if (!succeeded(opened, screen)) return Exit::failed;
    record = std::move(*opened);
  } else {
    Result<std::vector<Compared>> texts = read_files(arguments.values("FILE"));
    if (!succeeded(texts, screen)) return Exit::failed;
    files = std::move(*texts);
  }
  std::unique_ptr<Shelf> shelf = record ? std::make_unique<Shelf>(*record, "") : nullptr;
  std::map<Verdict, std::size_t> counts;
  std::size_t total = 0;
  bool refused = false;
  for (const Document& draft : drafts) {
    if (is_refused(draft)) {
      screen.complain({ErrorCode::unreadable, "the draft could not be read: " + refusal_label(draft), path});
      refused = true;
      continue;
    }
    const std::string name = path == "-" ? "draft" : short_name(draft.origin);
    for (const DraftQuotation& quotation : find_draft_quotations(draft.text.view())) {
      const std::vector<Compared>* texts = &files;
      if (shelf) {
        const Result<const std::vector<Compared>*> found = shelf->candidates(quotation.words);
        if (!succeeded(found, screen)) return Exit::failed;
        texts = *found;
      }
      const VerifyPage page = compare(quotation.words, *texts, shelf ? "the pile" : "these files");
      const std::string id = span_id(name, draft.text.to_blob(quotation.span));
      ++counts[page.verification.verdict];
      ++total;
      if (arguments.has("json"))
        screen.out(json_line("verification", [&](JsonWriter& json) {
          json.key("id").value(id);
          write_verification(json, page);
        }));
      else
        screen.line(check_line(page, id, screen.look()));
      if (!screen.is_open()) return Exit::done;
    }
  }
  std::string line = fmt::format("{} {}", total, total == 1 ? "quotation" : "quotations");
  for (const auto& [verdict, count] : counts) line += fmt::format(" · {} {}", count, to_string(verdict));
  screen.note(line);
  const std::size_t sound = counts[Verdict::exact] + counts[Verdict::folded];
  // Words too few to check are no fault of the draft, and no pass either.
  const bool differs = sound + counts[Verdict::not_checkable] < total || sound == 0;
  return refused ? Exit::failed : differs ? Exit::differs : Exit::done;
}

}  // namespace

Command check_command() {
  Command command;
  command.name = "check";
  command.summary = "every quotation of a draft, as verify";
  command.details =
      "One line for each quotation in the draft: the verdict, the words, where they stand and who said them, and what "
      "differs. "
      "Quotations of one or two words are NOT CHECKABLE. Ends with 0 where every quotation that can be checked is "
      "EXACT or "
      "FOLDED.";
  command.positionals = {{"DRAFT", Value::path, "a text, page or - for standard input", true, false, {}},
                         {"FILE", Value::path, "compare with these files instead of the record", false, true, {}}};
  command.options = {json_option(), record_option()};
  command.examples = {{"check draft.txt", "before it goes out"},
                      {"check draft.txt transcript.txt", "against one transcript"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
