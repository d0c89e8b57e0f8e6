// readout_bench: how fast, and in how much memory.
//
//   readout_bench pile FOLDER COUNT          an invented pile on disk
//   readout_bench stages COUNT|FOLDER        CPU time of each room for one document, one thread
//   readout_bench writer RECORD COUNT        the record's writer alone, on accounts made beforehand
//   readout_bench verify COUNT BYTES QUOTES  quotations against COUNT invented texts of so many bytes
//   readout_bench lists RECORD               CPU time of a page of each list
//   readout_bench add RECORD FOLDER THREADS  the whole way, from files to the committed record
//   readout_bench shared FOLDER COUNT        a pile whose documents share words (bench/share.h)
//   readout_bench link RECORD FOLDER THREADS as add, then versions and discrepancies
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/check.h"
#include "bench/clock.h"
#include "bench/invent.h"
#include "bench/lists.h"
#include "bench/share.h"
#include "readout/engine/pile.h"
#include "readout/speech/find.h"
#include "readout/statement/key.h"
#include "readout/statement/witness.h"

namespace readout::bench {
namespace {

constexpr std::uint64_t kSeed = 1;

double wall_s() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void report(const char* what, std::size_t documents, double wall, double cpu) {
  const auto count = static_cast<double>(documents);
  fmt::print("{:<8} {:>7} documents {:>8.2f} s {:>8.0f} documents/s {:>7.3f} ms CPU each {:>6.0f} MB peak\n", what,
             documents, wall, count / wall, 1000 * cpu / count, peak_mb());
}

// Growth: what each ten thousand cost, so that a line that bends is seen.
class Laps {
 public:
  void count(std::size_t documents, double cpu) {
    if (documents / kLap == done_ / kLap) return;
    fmt::print("  up to {:>6}: {:.3f} ms CPU each\n", documents,
               1000 * (cpu - cpu_) / static_cast<double>(documents - done_));
    std::fflush(stdout);
    done_ = documents;
    cpu_ = cpu;
  }

 private:
  static constexpr std::size_t kLap = 10000;
  std::size_t done_ = 0;
  double cpu_ = 0;
};

Source source_of(std::size_t i) {
  return {fmt::format("{:06}.txt", i), invent_document(kSeed, i), "", ""};
}

// So many invented documents, or the files below a folder.
std::vector<Source> sources_of(const std::string& count_or_folder) {
  std::vector<Source> sources;
  if (count_or_folder.find_first_not_of("0123456789") == std::string::npos) {
    for (std::size_t i = 0; i < std::strtoull(count_or_folder.c_str(), nullptr, 10); ++i)
      sources.push_back(source_of(i));
    return sources;
  }
  const std::vector<std::string> folders = {count_or_folder};
  const Result<std::vector<std::string>> files = find_files(folders);
  if (!files) return sources;
  const Pile pile = pile_of_files(*files);
  for (std::size_t i = 0; i < pile.size; ++i)
    if (Result<Loaded> loaded = pile.load(i)) sources.push_back(std::move(loaded->source));
  return sources;
}

// Accounts made beforehand, a thousand at a time; only the writing is on the clock.
int time_writer(const std::string& path, std::size_t count) {
  Result<std::unique_ptr<Record>> record = open_record(path, {OpenMode::write, "bench"});
  if (!record) return fmt::print(stderr, "{}: {}\n", record.error().where, record.error().message), 2;
  const Settings settings = default_settings();
  double wall = 0;
  double cpu = 0;
  std::size_t speeches = 0;
  Laps laps;
  for (std::size_t from = 0; from < count; from += kBatchDocuments) {
    std::vector<Account> accounts;
    for (std::size_t i = from; i < std::min(count, from + kBatchDocuments); ++i)
      for (Account& account : give_accounts(source_of(i), settings)) {
        speeches += account.speeches.size();
        accounts.push_back(std::move(account));
      }
    const double wall_before = wall_s();
    const double cpu_before = cpu_s();
    if (const auto added = (*record)->add(accounts); !added)
      return fmt::print(stderr, "{}: {}\n", added.error().where, added.error().message), 2;
    wall += wall_s() - wall_before;
    cpu += cpu_s() - cpu_before;
    laps.count(from + accounts.size(), cpu);
  }
  report("writer", count, wall, cpu);
  fmt::print("{:.1f} speeches a document\n", static_cast<double>(speeches) / static_cast<double>(count));
  return 0;
}

int time_add(const std::string& path, const std::string& folder, std::size_t threads, bool link) {
  Result<std::unique_ptr<Record>> record = open_record(path, {OpenMode::write, "bench"});
  if (!record) return fmt::print(stderr, "{}: {}\n", record.error().where, record.error().message), 2;
  const std::vector<std::string> folders = {folder};
  const Result<std::vector<std::string>> files = find_files(folders);
  if (!files) return fmt::print(stderr, "{}: {}\n", files.error().where, files.error().message), 2;
  const double wall = wall_s();
  const double cpu = cpu_s();
  Laps laps;
  std::size_t documents = 0;
  double added_wall = wall;
  double added_cpu = cpu;
  AddSettings settings{default_settings(), threads};
  settings.settings.link = link;
  const Result<AddTotals> totals =
      add_pile(record->get(), pile_of_files(*files), settings, [&](const Account&, const Added&) {
        laps.count(++documents, cpu_s() - cpu);
        added_wall = wall_s();
        added_cpu = cpu_s();
        return true;
      });
  if (!totals) return fmt::print(stderr, "{}: {}\n", totals.error().where, totals.error().message), 2;
  if (link) {
    report("add", totals->documents, added_wall - wall, added_cpu - cpu);
    report("link", totals->documents, wall_s() - added_wall, cpu_s() - added_cpu);
    fmt::print("{} pairs compared, {} links\n", totals->compared, totals->links);
  }
  report(link ? "both" : "add", totals->documents, wall_s() - wall, cpu_s() - cpu);
  return 0;
}

int time_stages(const std::vector<Source>& sources) {
  const std::size_t count = sources.size();
  const Settings settings = default_settings();
  double reading = 0;
  double finding = 0;
  double resolving = 0;
  double keying = 0;
  double sketching = 0;
  std::size_t keys = 0;
  std::size_t bytes = 0;
  for (const Source& source : sources) {
    bytes += source.bytes.size();
    double at = cpu_s();
    const auto lap = [&](double& sum) {
      const double now = cpu_s();
      sum += now - at;
      at = now;
    };
    const std::vector<Document> documents = read(source, settings.limits);
    lap(reading);
    std::vector<Speech> speeches = find_speeches(documents.front());
    lap(finding);
    const People people = resolve_people(documents.front(), speeches, *settings.offices);
    lap(resolving);
    std::size_t keyed = 0;
    for (std::size_t s = 0; s < speeches.size(); ++s) {
      const std::int32_t who = people.speakers[s].person;
      const Person* person = who < 0 ? nullptr : &people.persons[static_cast<std::size_t>(who)];
      keyed += statement_key(documents.front().text.view(), speeches[s], person).size();
    }
    lap(keying);
    if (keyed > bytes) return 2;
    std::vector<Unit> units;
    const Witness witness = make_witness(documents.front(), speeches, people.persons, people.speakers, &units);
    keys += sketch_of(documents.front(), witness, units).size();
    lap(sketching);
  }
  const double each = 1000 / static_cast<double>(count);
  fmt::print(
      "{} documents of {} bytes: read {:.3f}  speech {:.3f}  people {:.3f}  statement {:.3f}  keys {:.3f} ms CPU each;"
      " {:.0f} keys a document\n",
      count, bytes / count, reading * each, finding * each, resolving * each, keying * each, sketching * each,
      static_cast<double>(keys) / static_cast<double>(count));
  return 0;
}

int time_checks(std::size_t texts, std::size_t bytes, std::size_t quotations) {
  if (texts == 0 || quotations == 0) return 2;
  const CheckTimes times = check_quotations(kSeed, texts, bytes, quotations);
  const auto count = static_cast<double>(times.quotations);
  const auto all = static_cast<double>(times.bytes);
  fmt::print(
      "{} texts, {:.1f} MB: index {:.3f} s CPU, {:.2f} KB a KB; {} quotations, {} found, {:.3f} s CPU, {:.0f} a "
      "second, "
      "{:.0f} MB peak\n",
      times.texts, all / 1e6, times.index_s, static_cast<double>(times.index_bytes) / all, times.quotations,
      times.found, times.check_s, count / times.check_s, peak_mb());
  return 0;
}

int run(const std::vector<std::string>& words) {
  const auto number = [&](std::size_t i) {
    return static_cast<std::size_t>(std::strtoull(words[i].c_str(), nullptr, 10));
  };
  if (words.size() == 3 && words[0] == "pile") {
    fmt::print("{} bytes\n", invent_pile(words[1], kSeed, number(2)));
    return 0;
  }
  if (words.size() == 3 && words[0] == "shared") {
    fmt::print("{} bytes\n", share_pile(words[1], kSeed, number(2)));
    return 0;
  }
  if (words.size() == 4 && words[0] == "verify") return time_checks(number(1), number(2), number(3));
  if (words.size() == 2 && words[0] == "lists") return time_lists(words[1]);
  if (words.size() == 2 && words[0] == "stages") return time_stages(sources_of(words[1]));
  if (words.size() == 3 && words[0] == "writer") return time_writer(words[1], number(2));
  if (words.size() == 4 && (words[0] == "add" || words[0] == "link"))
    return time_add(words[1], words[2], number(3), words[0] == "link");
  fmt::print(stderr,
             "usage: readout_bench pile FOLDER COUNT | shared FOLDER COUNT | verify COUNT BYTES QUOTES | stages "
             "COUNT|FOLDER | writer RECORD COUNT | lists RECORD | add RECORD FOLDER THREADS | link RECORD FOLDER "
             "THREADS\n");
  return 2;
}

}  // namespace
}  // namespace readout::bench

int main(int argc, char** argv) {
  return readout::bench::run({argv + 1, argv + argc});
}
