// score_quotations DIR [--fillers N] [--sample M] [--kinds] [--errors FILE] [--json]: readout/verify on
// tests/corpus/quotations.
//
// Prints, for the cases written by hand and the generated ones apart: verdicts right, false assurance, false alarm,
// false charge, places right, changed words named; with --kinds a line for each kind; quotations per CPU second, with
// N more texts of 5 KB where --fillers asks for them (then every M-th case only is timed). With --json the rates alone,
// as tests/quality_test.cpp reads them.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "readout/base/json.h"
#include "readout/document/read.h"
#include "tools/file_bytes.h"
#include "tools/quotation_answer.h"

namespace readout {
namespace {

namespace fs = std::filesystem;

constexpr double kPlaceOverlap = 0.5;
constexpr std::size_t kFillerBytes = 5000;

struct Tally {
  int cases = 0, strict = 0, lenient = 0;
  int sound = 0, alarms = 0;        // truth EXACT or FOLDED
  int unsound = 0, assurances = 0;  // truth that no answer may let pass
  int fair = 0, charges = 0;        // truth EDITED, REWORDED, TRIMMED
  int placed = 0, places = 0;
  int changed = 0, words = 0, typed = 0;
};

bool is_one_of(std::string_view verdict, std::initializer_list<std::string_view> verdicts) {
  return std::find(verdicts.begin(), verdicts.end(), verdict) != verdicts.end();
}

double overlap(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  if (end <= begin) return 0;
  return double(end - begin) / double(std::max(a.end, b.end) - std::min(a.begin, b.begin));
}

void count(const QuotationCase& truth, const QuotationAnswer& answer, Tally& tally) {
  ++tally.cases;
  const bool strict = answer.verdict == truth.verdict;
  tally.strict += strict;
  const bool near = strict || std::find(truth.also.begin(), truth.also.end(), answer.verdict) != truth.also.end();
  tally.lenient += near;
  if (is_one_of(truth.verdict, {"EXACT", "FOLDED"})) {
    ++tally.sound;
    tally.alarms += !near && !is_one_of(answer.verdict, {"EXACT", "FOLDED"});
  } else if (is_one_of(truth.verdict, {"ALTERED", "SPLICED", "NOT FOUND", "OTHER SPEAKER", "ELSEWHERE", "INDIRECT"})) {
    ++tally.unsound;
    tally.assurances += is_one_of(answer.verdict, {"EXACT", "FOLDED", "TRIMMED"}) && !answer.warns;
  } else if (is_one_of(truth.verdict, {"EDITED", "REWORDED", "TRIMMED"})) {
    ++tally.fair;
    tally.charges += !near && is_one_of(answer.verdict, {"ALTERED", "SPLICED", "NOT FOUND"});
  }
  if (!truth.place_file.empty()) {
    ++tally.placed;
    tally.places += answer.place_file == truth.place_file && overlap(answer.place, truth.place) >= kPlaceOverlap;
  }
  for (const NamedChange& change : truth.changed) {
    ++tally.changed;
    const auto names = [&](const NamedChange& named) { return names_words(named.words, change.words); };
    tally.words += std::any_of(answer.changed.begin(), answer.changed.end(), names);
    tally.typed += std::any_of(answer.changed.begin(), answer.changed.end(),
                               [&](const NamedChange& named) { return names(named) && named.type == change.type; });
  }
}

void print_rate(const char* name, int part, int whole) {
  std::printf("  %-42s %5d / %5d  %5.1f %%\n", name, part, whole, whole == 0 ? 0 : 100.0 * part / whole);
}

void print_tally(const std::string& name, const Tally& tally) {
  std::printf("%s: %d cases\n", name.c_str(), tally.cases);
  print_rate("verdict right, strict", tally.strict, tally.cases);
  print_rate("verdict right, with neighbours", tally.lenient, tally.cases);
  print_rate("false assurance", tally.assurances, tally.unsound);
  print_rate("false alarm", tally.alarms, tally.sound);
  print_rate("false charge", tally.charges, tally.fair);
  print_rate("place right (IoU >= .5)", tally.places, tally.placed);
  print_rate("changed words named", tally.words, tally.changed);
  print_rate("changed words named with their type", tally.typed, tally.changed);
}

double percent(int part, int whole) {
  return whole == 0 ? 0 : 100.0 * part / whole;
}

std::string json_of(const Tally& tally) {
  JsonWriter json;
  json.object();
  json.key("strict").value(percent(tally.strict, tally.cases));
  json.key("neighbours").value(percent(tally.lenient, tally.cases));
  json.key("false assurance").value(percent(tally.assurances, tally.unsound));
  json.key("false alarm").value(percent(tally.alarms, tally.sound));
  json.key("false charge").value(percent(tally.charges, tally.fair));
  json.key("place").value(percent(tally.places, tally.placed));
  json.key("changed").value(percent(tally.typed, tally.changed)).end();
  return json.take();
}

// Text of the sources' own words in another order: it looks like the pile and holds none of the quotations.
std::vector<std::string> make_fillers(std::size_t count, const std::vector<QuotedSource>& sources) {
  std::vector<std::string> words;
  for (const QuotedSource& source : sources) {
    std::istringstream text{std::string(source.document.text.view())};
    for (std::string word; text >> word;) words.push_back(word);
  }
  std::mt19937 random(20'260'504);
  std::vector<std::string> fillers(words.empty() ? 0 : count);
  for (std::string& filler : fillers)
    while (filler.size() < kFillerBytes) filler += words[random() % words.size()] + (random() % 12 == 0 ? ".\n" : " ");
  return fillers;
}

QuotedSource read_source(std::string name, std::string bytes) {
  QuotedSource source;
  source.name = std::move(name);
  Source given;
  given.origin = source.name;
  given.bytes = std::move(bytes);
  std::vector<Document> documents = read(given);
  if (!documents.empty()) source.document = std::move(documents.front());
  return source;
}

void time_cases(const std::vector<QuotationCase>& cases, const QuotationDesk& desk, std::size_t texts,
                std::size_t step) {
  const std::clock_t made = std::clock();
  desk.make_ready();
  const std::clock_t begin = std::clock();
  std::printf("%zu sources: %.3f s of CPU to read them for other words\n", texts,
              double(begin - made) / CLOCKS_PER_SEC);
  std::size_t asked = 0;
  for (std::size_t i = 0; i < cases.size(); i += step, ++asked) {
    QuotationCase unnamed = cases[i];
    unnamed.source.clear();
    (void)desk.answer(unnamed);
  }
  const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("%zu sources: %zu quotations, %.3f s of CPU, %.0f a second\n", texts, asked, seconds,
              seconds > 0 ? double(asked) / seconds : 0);
}

int run(const fs::path& folder, std::size_t fillers, std::size_t step, bool kinds, bool as_json, const char* errors) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder / "sources", failure)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<QuotedSource> sources;
  for (const fs::path& file : files) sources.push_back(read_source(file.filename().string(), bytes_of(file)));
  std::vector<QuotationCase> cases;
  for (const char* name : {"hand.jsonl", "generated.jsonl"})
    if (!read_quotation_cases(bytes_of(folder / name), cases)) {
      std::fprintf(stderr, "%s: not cases\n", name);
      return 1;
    }
  if (cases.empty()) return 1;
  const QuotationDesk desk(sources);
  std::map<std::string, Tally> halves, of_kind;
  std::ofstream wrong;
  if (errors != nullptr) wrong.open(errors, std::ios::binary);
  for (const QuotationCase& truth : cases) {
    const QuotationAnswer answer = desk.answer(truth);
    count(truth, answer, halves[truth.by]);
    count(truth, answer, of_kind[truth.kind]);
    if (wrong.is_open() && answer.verdict != truth.verdict)
      wrong << truth.id << '\t' << truth.kind << '\t' << truth.verdict << '\t' << answer.verdict << '\t'
            << (answer.warns ? "warns" : "") << '\t' << truth.source << '\t' << truth.speaker << '\t' << answer.speaker
            << '\t' << truth.quote << '\n';
  }
  if (as_json) {
    std::printf("{\"hand\":%s,\"generated\":%s}\n", json_of(halves["hand"]).c_str(),
                json_of(halves["generated"]).c_str());
    return 0;
  }
  for (const auto& [name, tally] : halves) print_tally(name, tally);
  if (kinds) std::printf("%-32s cases strict  near  assur alarm charge place\n", "kind");
  if (kinds)
    for (const auto& [name, tally] : of_kind)
      std::printf("%-32s %5d %6d %5d %6d %5d %6d %5d\n", name.c_str(), tally.cases, tally.strict, tally.lenient,
                  tally.assurances, tally.alarms, tally.charges, tally.places);
  time_cases(cases, desk, sources.size(), 1);
  if (fillers == 0) return 0;
  const std::vector<std::string> texts = make_fillers(fillers, sources);
  for (std::size_t i = 0; i < texts.size(); ++i)
    sources.push_back(read_source("filler-" + std::to_string(i) + ".txt", texts[i]));
  time_cases(cases, QuotationDesk(sources), sources.size(), step);
  return 0;
}

}  // namespace
}  // namespace readout

int main(int argc, char** argv) {
  std::size_t fillers = 0, step = 40;
  bool kinds = false, as_json = false;
  const char *folder = nullptr, *errors = nullptr;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const char* next = i + 1 < argc ? argv[i + 1] : "";
    if (word == "--kinds") {
      kinds = true;
      continue;
    }
    if (word == "--json") {
      as_json = true;
      continue;
    }
    if (!word.starts_with("--")) {
      folder = argv[i];
      continue;
    }
    if (word == "--fillers") fillers = std::strtoul(next, nullptr, 10);
    if (word == "--sample") step = std::max(1ul, std::strtoul(next, nullptr, 10));
    if (word == "--errors") errors = next;
    ++i;
  }
  if (folder == nullptr) {
    std::fputs("score_quotations DIR [--fillers N] [--sample M] [--kinds] [--errors FILE] [--json]\n", stderr);
    return 2;
  }
  return readout::run(folder, fillers, step, kinds, as_json, errors);
}
