// readout accept, reject, note, merge, split, rename, undo: what people decide about a record.
#include "cli/decisions.h"
#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/view/decision_view.h"
#include "readout/view/json_view.h"

namespace readout::cli {
namespace {

// One decision, and what is said of it.
Exit decide_one(Record& record, const Arguments& arguments, DecisionAsk ask, Screen& screen) {
  ask.reason = arguments.has("reason") ? arguments.value("reason") : ask.reason;
  ask.author = decision_author(arguments);
  const Result<std::int64_t> time = decision_time(arguments);
  if (!succeeded(time, screen)) return Exit::failed;
  ask.time_ms = *time;
  const Result<Decision> decision = decide(record, decision_journal(arguments), ask);
  if (!succeeded(decision, screen)) return exit_of(decision.error());
  const Result<Rulings> rulings = load_rulings(record, decision_journal(arguments));
  if (!succeeded(rulings, screen)) return Exit::failed;
  const Result<const RuledDecision*> ruled = rulings->find(decision->id);
  if (!succeeded(ruled, screen)) return Exit::failed;
  if (arguments.has("json"))
    screen.out(json_line("decision", [&](JsonWriter& json) { write_decision(json, **ruled); }));
  else
    screen.line(decision_entry(**ruled, screen.look()));
  return Exit::done;
}

Exit with_record(const Arguments& arguments, Screen& screen, const std::vector<DecisionAsk>& asks) {
  Result<std::unique_ptr<Record>> record = open_for_reading(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  Exit exit = Exit::done;
  for (const DecisionAsk& ask : asks)
    if (const Exit one = decide_one(**record, arguments, ask, screen); one != Exit::done) exit = one;
  return exit;
}

DecisionAsk ask_for(std::string verb, std::vector<std::string> targets) {
  DecisionAsk ask;
  ask.verb = std::move(verb);
  ask.targets = std::move(targets);
  return ask;
}

std::vector<DecisionAsk> one_each(const std::string& verb, const Arguments& arguments) {
  std::vector<DecisionAsk> asks;
  for (const std::string& id : arguments.values("ID")) asks.push_back(ask_for(verb, {id}));
  return asks;
}

Exit run_accept(const Arguments& arguments, Screen& screen) {
  return with_record(arguments, screen, one_each("accept", arguments));
}

Exit run_reject(const Arguments& arguments, Screen& screen) {
  return with_record(arguments, screen, one_each("reject", arguments));
}

Exit run_undo(const Arguments& arguments, Screen& screen) {
  return with_record(arguments, screen, one_each("undo", arguments));
}

Exit run_note(const Arguments& arguments, Screen& screen) {
  DecisionAsk ask = ask_for("note", {arguments.value("ID")});
  for (const std::string& word : arguments.values("TEXT")) ask.reason += (ask.reason.empty() ? "" : " ") + word;
  return with_record(arguments, screen, {ask});
}

Exit run_merge(const Arguments& arguments, Screen& screen) {
  DecisionAsk ask = ask_for("merge", {arguments.value("A"), arguments.value("B")});
  ask.name = arguments.value("name");
  return with_record(arguments, screen, {ask});
}

Exit run_split(const Arguments& arguments, Screen& screen) {
  DecisionAsk ask =
      ask_for(arguments.has("unknown") ? "unknown" : "split", {arguments.value("A"), arguments.value("B")});
  ask.name = arguments.value("name");
  return with_record(arguments, screen, {ask});
}

Exit run_rename(const Arguments& arguments, Screen& screen) {
  DecisionAsk ask = ask_for("rename", {arguments.value("PERSON")});
  ask.name = arguments.value("NAME");
  return with_record(arguments, screen, {ask});
}

constexpr const char* kKept =
    "\nDecisions stand in a journal beside the record (readout.decisions.jsonl); the record stays as the machine made "
    "it. "
    "Nothing is ever deleted: 'undo' takes a decision back, and 'decisions' lists them all.";

Command decision_command(std::string name, std::string summary, std::string details, Run run) {
  Command command;
  command.name = std::move(name);
  command.summary = std::move(summary);
  command.details = std::move(details) + kKept;
  command.options = decision_options();
  command.run = run;
  return command;
}

constexpr const char* kAnyId = "d-3fa2c19b7c, 004:268-413, person:NAME, document:004";
constexpr const char* kPairId = "a statement (004:268) or a person (a name, or person:KEY)";

}  // namespace

Command accept_command() {
  Command command = decision_command("accept", "a discrepancy is one: decide so",
                                     "Says that a discrepancy of the inbox is one: it leaves the open list, and 'inbox "
                                     "--decided' shows it. Or that a statement was looked at and "
                                     "stands, or the same of a person or document.",
                                     run_accept);
  command.positionals = {{"ID", Value::id, kAnyId, true, true, {}}};
  command.examples = {
      {"accept d-3fa2c19b7c --reason 'checked against the recording'", "out of the open list, marked as accepted"}};
  return command;
}

Command reject_command() {
  Command command =
      decision_command("reject", "a discrepancy is none: decide so",
                       "Says that a discrepancy of the inbox is none for you: it leaves the open list, and "
                       "'inbox --decided' shows it. Of a statement: it is marked as rejected.",
                       run_reject);
  command.positionals = {{"ID", Value::id, kAnyId, true, true, {}}};
  command.examples = {{"reject d-3fa2c19b7c --reason 'two translations of one word'", "out of the open list"}};
  return command;
}

Command note_command() {
  Command command =
      decision_command("note", "a remark on anything", "Keeps a remark with whatever has an id.", run_note);
  command.positionals = {{"ID", Value::id, kAnyId, true, false, {}},
                         {"TEXT", Value::text, "the remark; or --reason", false, true, {}}};
  command.examples = {{"note 004:268 'the recording has a pause here'", "a remark on a statement"}};
  return command;
}

Command merge_command() {
  Command command = decision_command("merge", "two statements, or two persons, are one",
                                     "Two statements: they are versions of one. Two persons: they are one; the first "
                                     "one's name stays, or that of --name.",
                                     run_merge);
  command.positionals = {{"A", Value::id, kPairId, true, false, {}}, {"B", Value::id, kPairId, true, false, {}}};
  command.options.insert(command.options.begin(),
                         {"name", Value::text, "NAME", "what both are called from now on", {}, 0});
  command.examples = {{"merge 004:268 107:80", "one statement"}, {"merge 'Ada Marlow' 'A. Marlowe'", "one person"}};
  return command;
}

Command split_command() {
  Command command = decision_command("split", "two statements, or two persons, are not one; or somebody else said it",
                                     "Two statements: they are not versions of one. Two persons: they are not one. A "
                                     "statement and a person, or --name, "
                                     "or --unknown: it was said by that person, or by nobody who is known.",
                                     run_split);
  command.positionals = {{"A", Value::id, kPairId, true, false, {}}, {"B", Value::id, kPairId, false, false, {}}};
  command.options.insert(command.options.begin(), {{"name", Value::text, "NAME", "who said it, in these words", {}, 0},
                                                   {"unknown", Value::none, "", "nobody knows who said it", {}, 0}});
  command.examples = {{"split 004:268 107:80 --reason 'two calls, on two days'", "two statements"},
                      {"split 004:268 'Bo Harrow'", "it was Bo Harrow who said it"}};
  return command;
}

Command rename_command() {
  Command command =
      decision_command("rename", "what a person is called from now on",
                       "Lists show the name, marked as decided; 'explain' has the one of the record.", run_rename);
  command.positionals = {{"PERSON", Value::text, "a name, or person:KEY", true, false, {}},
                         {"NAME", Value::text, "the new name", true, false, {}}};
  command.examples = {{"rename 'A. Marlowe' 'Ada Marlow'", "one name instead of another"}};
  return command;
}

Command undo_command() {
  Command command =
      decision_command("undo", "take a decision back",
                       "The decision stays in the journal and holds no longer. An undo can be undone.", run_undo);
  command.positionals = {{"ID", Value::id, "a decision: j-5b0c21f3a97e4d18, or a unique beginning", true, true, {}}};
  command.examples = {{"undo j-5b0c", "what it said holds no longer"}};
  return command;
}

}  // namespace readout::cli
