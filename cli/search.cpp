// readout search QUERY: statements and passages with these words.
#include <set>

#include "cli/filter.h"
#include "cli/json_lines.h"
#include "cli/verbs.h"
#include "readout/view/json_view.h"
#include "readout/view/passage_view.h"
#include "readout/view/speech_view.h"

namespace readout::cli {
namespace {

constexpr std::size_t kMostShown = 10000;  // laid out together

Result<std::size_t> show_passages(Record& record, const SpeechFilter& filter, const Arguments& arguments,
                                  Screen& screen) {
  PassageFilter passages;
  passages.words = filter.words;
  std::size_t count = 0;
  for (;;) {
    const Result<std::vector<Passage>> page = record.search(passages);
    if (!page) return tl::unexpected(page.error());
    for (const Passage& passage : *page) {
      ++count;
      if (arguments.has("json"))
        screen.out(json_line("passage", [&](JsonWriter& json) { write_passage(json, passage); }));
      else
        screen.line(passage_entry(passage, screen.look()));
    }
    if (page->size() < passages.limit || !screen.is_open()) return count;
    passages.after = Cursor{page->back().document, page->back().number};
  }
}

Exit run(const Arguments& arguments, Screen& screen) {
  std::string text;
  for (const std::string& word : arguments.values("QUERY")) text += (text.empty() ? "" : " ") + word;
  const Result<SpeechQuery> query = parse_query(text);
  if (!succeeded(query, screen)) return Exit::failed;
  Result<std::unique_ptr<Record>> record = open_as_decided(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  std::vector<SpeechRow> rows;
  const auto visit = [&](const auto& take) { return for_each_speech(**record, query->filter, take); };
  const Result<std::size_t> count =
      arguments.has("json") ? write_speeches(**record, screen, visit) : visit([&](const SpeechRow& row) {
        rows.push_back(row);
        return screen.is_open() && rows.size() < kMostShown;
      });
  if (!succeeded(count, screen)) return exit_of(count.error());
  const LineColumns layout = fit_columns(rows, screen.look(), true);
  for (const SpeechRow& row : rows)
    screen.line(arguments.has("full") ? speech_entry(row, screen.look(), true)
                                      : speech_line(row, layout, screen.look()));
  std::size_t passages = 0;
  if (query->only_words) {
    if (*count > 0 && !arguments.has("json")) screen.line("");
    const Result<std::size_t> shown = show_passages(**record, query->filter, arguments, screen);
    if (!succeeded(shown, screen)) return exit_of(shown.error());
    passages = *shown;
  }
  if (*count + passages == 0) screen.note(empty_reason(**record, query->filter));
  return *count + passages == 0 ? Exit::differs : Exit::done;
}

}  // namespace

Command search_command() {
  Command command;
  command.name = "search";
  command.summary = "statements and passages with these words";
  command.details =
      "Words are matched after folding of case and accents; all must occur; \"words in marks\" stand together; a final "
      "* is any "
      "ending. Fields narrow it to statements: speaker:NAME about:WORDS date:2025-08 (or FROM..TO) kind:direct "
      "channel:WORDS "
      "document:NAME. Without a field, passages outside any statement are listed too.";
  command.positionals = {{"QUERY", Value::text, "words and fields", true, true, {}}};
  command.options = {full_option(), json_option(), record_option()};
  command.examples = {{"search direct flights", "wherever both words stand"},
                      {"search 'speaker:lavrov about:ceasefire date:2025-08'", "what he said about it in August"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
