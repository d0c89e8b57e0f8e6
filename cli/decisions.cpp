// readout decisions: what people decided about the record; another journal taken in.
#include "cli/decisions.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

#include "cli/input.h"
#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/view/decision_view.h"
#include "readout/view/json_view.h"
#include "readout/view/visible.h"

namespace readout::cli {
namespace {

std::string plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

void note_faults(const std::vector<JournalFault>& faults, const std::string& path, Screen& screen) {
  for (const JournalFault& fault : faults)
    screen.note(fmt::format("{}:{}: passed over: {}", path, fault.line, visible(fault.message)));
}

Exit import(const Arguments& arguments, Screen& screen) {
  const std::string& from = arguments.value("import");
  const Result<std::string> other = load_text(from);
  if (!succeeded(other, screen)) return Exit::failed;
  const Result<ImportCounts> counts = import_decisions(decision_journal(arguments), *other);
  if (!succeeded(counts, screen)) return Exit::failed;
  note_faults(counts->faults, from, screen);
  screen.note(fmt::format("{} added, {} known already", plural(counts->added, "decision"), counts->known));
  return counts->faults.empty() ? Exit::done : Exit::differs;
}

Exit run(const Arguments& arguments, Screen& screen) {
  Result<std::unique_ptr<Record>> record = open_for_reading(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  if (arguments.has("import"))
    if (const Exit taken = import(arguments, screen); taken == Exit::failed) return taken;
  const Result<Rulings> rulings = load_rulings(**record, decision_journal(arguments));
  if (!succeeded(rulings, screen)) return Exit::failed;
  std::size_t orphans = 0;
  std::size_t shown = 0;
  for (const RuledDecision& each : rulings->all()) {
    const bool orphan = each.state == DecisionState::orphan;
    orphans += orphan ? 1 : 0;
    if (arguments.has("orphans") && !orphan) continue;
    ++shown;
    if (arguments.has("json"))
      screen.out(json_line("decision", [&](JsonWriter& json) { write_decision(json, each); }));
    else
      screen.line(decision_entry(each, screen.look()));
    if (!screen.is_open()) return Exit::done;
  }
  note_faults(rulings->faults(), decision_journal(arguments), screen);
  if (orphans > 0 && !arguments.has("orphans"))
    screen.note(
        fmt::format("{} no place in this record: --orphans", orphans == 1 ? "1 has" : fmt::format("{} have", orphans)));
  if (shown == 0) screen.note(arguments.has("orphans") ? "no decision has lost its place" : "nothing was decided yet");
  return shown == 0 ? Exit::differs : Exit::done;
}

}  // namespace

std::string decision_author(const Arguments& arguments) {
  if (arguments.has("author")) return arguments.value("author");
  const char* named = std::getenv("READOUT_AUTHOR");
  if (named != nullptr && *named != 0) return named;
  const passwd* user = getpwuid(getuid());
  if (user == nullptr) return {};
  const std::string full = user->pw_gecos == nullptr ? "" : user->pw_gecos;
  const std::string name = full.substr(0, full.find(','));
  return name.empty() ? std::string(user->pw_name) : name;
}

std::int64_t now_ms() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

Result<std::int64_t> decision_time(const Arguments& arguments) {
  if (!arguments.has("time")) return now_ms();
  const std::optional<Moment> moment = parse_iso(arguments.value("time"), Known::stated);
  if (!moment || !is_known(*moment))
    return fail(ErrorCode::bad_argument, "'" + arguments.value("time") + "' is no time; write 2026-11-25T20:14:03Z",
                "--time");
  return (moment->begin_s - std::int64_t{moment->zone_minutes.value_or(0)} * 60) * 1000;
}

std::vector<Option> decision_options() {
  return {{"reason", Value::text, "TEXT", "why", {}, 'm'},
          {"author", Value::text, "NAME", "who decides (else READOUT_AUTHOR, else your name here)", {}, 0},
          {"time", Value::date, "TIME", "when it was decided, in UTC (now)", {}, 0},
          json_option(),
          record_option()};
}

std::string decision_journal(const Arguments& arguments) {
  return journal_path(record_path(arguments));
}

Command decisions_command() {
  Command command;
  command.name = "decisions";
  command.summary = "what people decided about the record, and what of it holds";
  command.details =
      "Lists every decision: when, by whom, what, about which words, why; and whether it stands, was undone, was "
      "overruled by a later one, or has no place in this record (an orphan: its document is not here, or its words are "
      "no longer where they were; it is kept, and holds nothing). Of a document that changed, a decision about words "
      "is "
      "carried over where they stand at one place only, with the same words around them; it is then marked as "
      "carried.\n"
      "Decisions hang on the digests of documents, on bytes and on words, so they hold for a record that was built "
      "anew "
      "and can be carried to another pile: --import takes in another journal. Two journals make one, whoever takes in "
      "the other's.";
  command.options = {{"orphans", Value::none, "", "only those without a place in this record", {}, 0},
                     {"import", Value::path, "FILE", "take in the decisions of another journal first", {}, 0},
                     json_option(),
                     record_option()};
  command.examples = {{"decisions", "all of them, by time"},
                      {"decisions --import ../bo/readout.decisions.jsonl", "what Bo decided too"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
