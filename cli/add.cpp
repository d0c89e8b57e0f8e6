// readout add: files and folders into the record.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "cli/input.h"
#include "cli/open.h"
#include "cli/settings.h"
#include "cli/verbs.h"
#include "readout/engine/pile.h"
#include "readout/view/document_view.h"
#include "readout/view/json_view.h"

namespace readout::cli {
namespace {

std::atomic<bool> interrupted = false;

// The first Ctrl-C ends the run after the batch at hand; a second one ends the program.
void interrupt(int) {
  interrupted = true;
  std::signal(SIGINT, SIG_DFL);
}

// Rate and time left, a few times a second.
class Progress {
 public:
  Progress(Screen& screen, std::size_t total) : screen_(screen), total_(total) {}

  void count(std::size_t done) {
    const auto now = Clock::now();
    if (now - shown_ < std::chrono::milliseconds(200)) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    const double left = rate > 0 && total_ > done ? static_cast<double>(total_ - done) / rate : 0;
    const auto whole = static_cast<long>(left + 0.5);
    screen_.progress(
        fmt::format("{} of {} files, {:.0f} a second, {}:{:02} left", done, total_, rate, whole / 60, whole % 60));
  }

 private:
  using Clock = std::chrono::steady_clock;
  Screen& screen_;
  std::size_t total_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point shown_ = begun_;
};

Result<std::vector<std::string>> listed_files(const std::string& list) {
  Result<std::string> text = load_text(list);
  if (!text) return tl::unexpected(text.error());
  std::vector<std::string> files;
  const char end_mark = text->find('\0') != std::string::npos ? '\0' : '\n';
  for (std::size_t at = 0; at < text->size();) {
    const std::size_t end = std::min(text->find(end_mark, at), text->size());
    std::string line = text->substr(at, end - at);
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) files.push_back(std::move(line));
    at = end + 1;
  }
  return files;
}

Result<Pile> make_pile(const Arguments& arguments, const ReadLimits& limits) {
  std::vector<std::string> paths = arguments.values("PATH");
  if (arguments.value("files-from") == "-" && std::ranges::find(paths, "-") != paths.end())
    return fail(ErrorCode::bad_argument, "standard input can be a list or a document, not both", "-");
  if (arguments.has("files-from")) {
    Result<std::vector<std::string>> listed = listed_files(arguments.value("files-from"));
    if (!listed) return tl::unexpected(listed.error());
    paths.insert(paths.end(), listed->begin(), listed->end());
  }
  if (paths.empty())
    return fail(ErrorCode::bad_argument, "needs files or folders ('readout add --help' lists what it takes)", "add");
  Result<std::vector<std::string>> files = find_files(paths);
  if (!files) return tl::unexpected(files.error());
  // The record itself, where it lies in the folder, is no document.
  std::erase_if(*files, [&](const std::string& file) {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm"})
      if (std::filesystem::equivalent(file, record_path(arguments) + ending, ignored)) return true;
    return false;
  });
  return pile_of_files(std::move(*files), limits);
}

Result<AddSettings> make_settings(const Arguments& arguments) {
  Result<Settings> settings = settings_of(arguments);
  if (!settings) return tl::unexpected(settings.error());
  AddSettings add{std::move(*settings), std::max(1u, std::thread::hardware_concurrency()),
                  [] { return !interrupted.load(); }};
  add.settings.link = !arguments.has("dry-run");
  if (!arguments.has("threads")) return add;
  const Result<std::uint32_t> threads = parse_number("--threads", arguments.value("threads"), 256);
  if (!threads) return tl::unexpected(threads.error());
  add.threads = std::max(1u, *threads);
  return add;
}

// What became of a document, and the document itself unless it was known (then only origin and digest are at hand).
std::string added_json(const Account& account, const Added& added) {
  const Document& document = account.document;
  std::string out = json_line("added", [&](JsonWriter& json) {
    json.key("outcome").value(to_string(added.outcome)).key("name").value(added.name);
    json.key("origin").value(document.origin).key("sha256").value(to_hex(document.blob));
    json.key("replaces").value(added.replaces).key("refused").value(is_refused(document));
    json.key("persons").value(static_cast<std::uint64_t>(account.persons.size()));
  });
  if (added.outcome == AddOutcome::known) return out;
  Account named = account;
  named.document.name = added.name;
  DocumentRow row;
  row.replaces = added.replaces;
  return out + document_json(named, row);
}

std::string totals_line(const AddTotals& totals, bool dry, const std::string& path) {
  std::string out =
      fmt::format("{} {}: {} added, {} changed, {} read anew, {} known, {} refused; {} {}", totals.documents,
                  totals.documents == 1 ? "document" : "documents", totals.added, totals.changed, totals.read_anew,
                  totals.known, totals.refused, totals.speeches, totals.speeches == 1 ? "statement" : "statements");
  return out + (dry ? "; dry run, nothing was written" : "; record: " + path);
}

Exit run(const Arguments& arguments, Screen& screen) {
  const Result<AddSettings> settings = make_settings(arguments);
  if (!succeeded(settings, screen)) return Exit::failed;
  const Result<std::string> engine = engine_of(arguments);
  if (!succeeded(engine, screen)) return Exit::failed;
  const Result<Pile> pile = make_pile(arguments, settings->settings.limits);
  if (!succeeded(pile, screen)) return Exit::failed;
  const bool dry = arguments.has("dry-run");
  const std::string path = record_path(arguments);
  std::unique_ptr<Record> record;
  if (!dry) {
    Result<std::unique_ptr<Record>> opened = open_record(path, {OpenMode::write, *engine});
    if (!succeeded(opened, screen)) return Exit::failed;
    record = std::move(*opened);
  }
  std::signal(SIGINT, interrupt);
  Progress progress(screen, pile->size);
  std::size_t files = 0;
  std::string last_origin;
  std::uint64_t whole = 0;
  const Result<AddTotals> totals =
      add_pile(record.get(), *pile, *settings, [&](const Account& account, const Added& added) {
        const std::string& origin = account.document.origin;
        if (origin.substr(0, origin.rfind(':')) != last_origin) ++files;
        last_origin = origin.substr(0, origin.rfind(':'));
        ++whole;
        if (arguments.has("json")) {
          screen.out(added_json(account, added));
        } else if (!arguments.has("quiet")) {
          screen.end_progress();
          screen.line(add_report(account, added, screen.look()));
        }
        if (arguments.has("quiet") || !screen.out_is_terminal()) progress.count(files);
        return !interrupted.load();  // a reader of the report that went away does not end the run
      });
  screen.end_progress();
  screen.flush();
  if (!totals) {
    screen.complain(totals.error());
    screen.note(fmt::format("{} documents were committed before and stand in {}", whole, path));
    return Exit::failed;
  }
  if (interrupted) {
    screen.note(
        fmt::format("interrupted: {} documents are whole in {}; the same command goes on with the rest", whole, path));
    return Exit::failed;
  }
  if (arguments.has("json"))
    screen.out(json_line("totals", [&](JsonWriter& json) {
      json.key("files")
          .value(totals->files)
          .key("documents")
          .value(totals->documents)
          .key("added")
          .value(totals->added);
      json.key("changed").value(totals->changed).key("read_anew").value(totals->read_anew);
      json.key("known")
          .value(totals->known)
          .key("refused")
          .value(totals->refused)
          .key("speeches")
          .value(totals->speeches);
    }));
  screen.note(totals_line(*totals, dry, path));
  return totals->refused > 0 || totals->documents == 0 ? Exit::differs : Exit::done;
}

}  // namespace

Command add_command() {
  Command command;
  command.name = "add";
  command.summary = "files and folders into the record";
  command.details =
      "Reads plain text, HTML and JSON Lines, finds who said what, and keeps it. Prints for each document its digest, "
      "language, "
      "dates and how they are known, what was cut as no body text and why, and counts. Adding the same file again does "
      "nothing; a changed file becomes a new document linked to the old one. Ctrl-C keeps what is whole.";
  command.positionals = {{"PATH", Value::path, "files, folders, or - for standard input", false, true, {}}};
  command.options = {
      {"files-from", Value::path, "LIST", "also the files named in LIST, one a line (- for standard input)", {}, 0},
      {"dry-run", Value::none, "", "read and report, write nothing", {}, 'n'},
      {"quiet", Value::none, "", "no report for each document", {}, 'q'},
      {"threads", Value::number, "N", "how many threads read (else one for each core)", {}, 't'},
      offices_option(),
      json_option(),
      record_option()};
  command.examples = {{"add pile/", "every file below a folder"},
                      {"add --dry-run page.html", "what would be cut, and what found"},
                      {"add --files-from list.txt --quiet", "a long list"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
