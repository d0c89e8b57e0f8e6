// readout diff DOC DOC: what the second document did to the words of the first.
#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/desk/passages.h"
#include "readout/discrepancy/document_diff.h"
#include "readout/engine/disagree.h"
#include "readout/view/diff_view.h"
#include "readout/view/json_view.h"

namespace readout::cli {
namespace {

// One side of an item: its words, and who speaks.
CollatedPassage passage_of(const Edition& edition, const std::shared_ptr<const Text>& text, const LinkEnd& end,
                           std::string& speaker) {
  if (const Person* person = edition.speaker_of(end.speech)) speaker = person->name;
  const std::vector<Span> spans = {end.span};
  return make_passage(edition.document.name, text, spans, edition.speeches[end.speech].kind == SpeechKind::indirect);
}

std::vector<DiffPassage> diff(const RecordPair& pair) {
  const Edition a = edition_of(pair.a);
  const Edition b = edition_of(pair.b);
  const auto text_a = std::make_shared<const Text>(pair.a.document.text);
  const auto text_b = std::make_shared<const Text>(pair.b.document.text);
  const std::vector<Counterpart> counterparts = find_counterparts(a, b, pair.links);
  std::vector<DiffPassage> passages;
  for (const DiffItem& item : diff_documents(a, b, counterparts)) {
    DiffPassage& passage = passages.emplace_back();
    if (item.fate != DiffFate::added) passage.a = passage_of(a, text_a, item.a, passage.a_speaker);
    if (item.fate != DiffFate::omitted) passage.b = passage_of(b, text_b, item.b, passage.b_speaker);
    passage.relation = item.fate == DiffFate::omitted ? "omitted"
                       : item.fate == DiffFate::added ? "added"
                                                      : to_string(counterparts[item.counterpart].relation);
  }
  return passages;
}

Exit run(const Arguments& arguments, Screen& screen) {
  const std::vector<std::string>& documents = arguments.values("DOC");
  if (documents.size() != 2) {
    screen.complain({ErrorCode::bad_argument, "takes two documents, the first as the base", "diff"});
    return Exit::failed;
  }
  Result<std::unique_ptr<Record>> record = open_as_decided(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  std::vector<std::string> names;
  for (const std::string& each : documents) {
    Result<std::string> name = (*record)->find_name(each);
    if (!succeeded(name, screen)) return exit_of(name.error());
    names.push_back(std::move(*name));
  }
  if (names[0] == names[1]) {
    screen.complain({ErrorCode::bad_argument, "these are one document", names[0]});
    return Exit::failed;
  }
  std::vector<DiffPassage> passages;
  bool linked = false;
  const Result<void> visited = visit_pairs(**record, names[0], [&](const RecordPair& pair) {
    if (pair.self || pair.b.document.name != names[1]) return true;
    passages = diff(pair);
    linked = true;
    return false;
  });
  if (!succeeded(visited, screen)) return Exit::failed;
  if (!linked) {
    screen.note("no passage of " + names[0] + " is linked with one of " + names[1]);
    return Exit::differs;
  }
  bool same = true;
  for (const DiffPassage& passage : passages) {
    same = same && passage.relation == "verbatim";
    if (arguments.has("changed") && passage.relation == "verbatim") continue;
    if (arguments.has("json"))
      screen.out(json_line("passage", [&](JsonWriter& json) { write_diff(json, passage); }));
    else
      screen.line(diff_entry(passage, screen.look()));
  }
  if (!arguments.has("json")) screen.line(wrap(diff_totals(passages), screen.look().width));
  return same ? Exit::done : Exit::differs;
}

}  // namespace

Command diff_command() {
  Command command;
  command.name = "diff";
  command.summary = "what a document dropped, added and changed of another's words";
  command.details =
      "Goes through the statements of the first document, passage by passage in the order of reading, and sets against "
      "each what the second made of it: [-dropped-] {+added+}, the name of what became of the words (verbatim, "
      "trimmed, edited, reworded, altered, spliced, indirect) and of every change. Passages that the second omitted, "
      "and those that it added, are listed where they would stand. Passages meet where versions are linked. "
      "Ends with 0 where all passages are verbatim.";
  command.positionals = {{"DOC", Value::id, "two documents; the first is the base", true, true, {}}};
  command.options = {
      {"changed", Value::none, "", "leave out what is verbatim", {}, 'c'}, json_option(), record_option()};
  command.examples = {{"diff 103 104", "what 104 did to the words of 103"},
                      {"diff 103 104 --changed --json", "the same for programs, without what is verbatim"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
