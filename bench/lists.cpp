#include "bench/lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "bench/clock.h"
#include "readout/record/record.h"

namespace readout::bench {
namespace {

constexpr std::size_t kTimes = 7;
constexpr std::size_t kPage = 50;

void ask(const std::string& what, const std::function<std::size_t()>& question) {
  std::vector<double> times;
  std::size_t rows = 0;
  for (std::size_t i = 0; i < kTimes; ++i) {
    const double before = cpu_s();
    rows = question();
    times.push_back(1e3 * (cpu_s() - before));
  }
  const double first = times.front();
  std::ranges::sort(times);
  fmt::print("{:<34} {:>9.3f} ms  first {:>9.3f} ms  {:>5} rows\n", what, times[times.size() / 2], first, rows);
}

template <class Rows>
std::size_t size_of(const Result<Rows>& rows) {
  return rows ? rows->size() : 0;
}

}  // namespace

int time_lists(const std::string& path) {
  Result<std::unique_ptr<Record>> opened = open_record(path, {});
  if (!opened) return fmt::print(stderr, "{}: {}\n", opened.error().where, opened.error().message), 2;
  Record& record = **opened;
  const auto timeline = [&](const std::string& what, const std::function<void(TimelineFilter&)>& set) {
    TimelineFilter filter;
    filter.speeches.limit = kPage;
    set(filter);
    ask("timeline " + what, [&] { return size_of(record.timeline(filter)); });
  };
  ask("counts", [&] { return record.counts() ? 1u : 0u; });
  ask("state", [&] { return record.state() ? 1u : 0u; });
  ask("tallies of doubts", [&] { return size_of(record.tallies(TallyOf::doubt)); });
  ask("persons by speeches", [&] { return size_of(record.persons({.limit = kPage, .most_first = true})); });
  const Result<std::vector<PersonRow>> persons = record.persons({.limit = 200, .most_first = true});
  const Result<std::vector<DocumentBrief>> documents = record.document_list({});
  if (!persons || persons->empty() || !documents || documents->empty()) return 2;
  const std::string often = persons->front().key;
  const std::string seldom = persons->back().key;
  ask("outlets of a person", [&] { return size_of(record.outlets_of(often)); });
  ask("documents by name", [&] { return size_of(record.document_list({.limit = kPage})); });
  ask("documents, newest first",
      [&] { return size_of(record.document_list({.order = DocumentOrder::newest, .limit = kPage})); });
  ask("documents, of no outlet there is", [&] { return size_of(record.document_list({.outlet = "nobody"})); });
  timeline("", [](TimelineFilter&) {});
  timeline("newest", [](TimelineFilter& filter) { filter.newest = true; });
  timeline("undated", [](TimelineFilter& filter) { filter.undated = true; });
  timeline("speaker, the most frequent", [&](TimelineFilter& filter) { filter.speeches.also_persons = {often}; });
  timeline("speaker, a seldom one", [&](TimelineFilter& filter) { filter.speeches.also_persons = {seldom}; });
  timeline("undated, speaker by words", [&](TimelineFilter& filter) {
    filter.undated = true;
    filter.speeches.speaker = persons->front().name;
  });
  timeline("undated, the same by key", [&](TimelineFilter& filter) {
    filter.undated = true;
    filter.speeches.also_persons = {often};
  });
  for (const SpeechKind kind : {SpeechKind::direct, SpeechKind::mixed, SpeechKind::indirect, SpeechKind::transcript})
    timeline("kind " + std::string(to_string(kind)), [&](TimelineFilter& filter) { filter.speeches.kind = kind; });
  timeline("channel briefing", [](TimelineFilter& filter) { filter.speeches.channel = "briefing"; });
  timeline("channel, words nobody has", [](TimelineFilter& filter) { filter.speeches.channel = "zzyzx"; });
  timeline("language de", [](TimelineFilter& filter) { filter.speeches.language = "de"; });
  timeline("document", [&](TimelineFilter& filter) { filter.speeches.document = documents->back().name; });
  timeline("words", [](TimelineFilter& filter) { filter.speeches.words = "minister"; });
  ask("discrepancies", [&] { return size_of(record.discrepancies({.limit = kPage})); });
  ask("discrepancies, a rare kind", [&] { return size_of(record.discrepancies({.kinds = {"denial"}})); });
  ask("discrepancy totals", [&] { return record.discrepancy_totals() ? 1u : 0u; });
  std::size_t next = 0;
  const auto name = [&] { return documents->at(next++ % documents->size()).name; };
  ask("account", [&] { return record.account(name()) ? 1u : 0u; });
  ask("speeches of a document", [&] { return size_of(record.speeches_of(name())); });
  ask("links of a document", [&] { return size_of(record.links_of(name())); });
  return 0;
}

}  // namespace readout::bench
