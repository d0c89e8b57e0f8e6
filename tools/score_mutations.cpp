// score_mutations FOLDER [--json] [--errors FILE] [--sample N] [--group NAME]: quotations that were changed in one
// known way (tools/make_mutations.py FOLDER), by hand and generated apart.
//
// quote to source   verify among all texts: the first place is in the sentence that the quotation was made of
// recall            of cuts without a mark, of negations, numbers, ... that were changed: the answer names the words,
// and
//                   is none that lets them pass (`named` by verify; `told` by compare_passages with the right sentence)
// false "altered"   of verbatim, trimmed, edited, reworded quotations: answered ALTERED (by verify), altered (told)
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "readout/base/json.h"
#include "readout/collation/change.h"
#include "readout/document/read.h"
#include "tools/file_bytes.h"
#include "tools/quotation_answer.h"

namespace readout {
namespace {

namespace fs = std::filesystem;

struct Tally {
  int cases = 0;
  int placed = 0;             // verify's first place is right
  int named = 0, told = 0;    // the change, by verify and by compare_passages
  int charged = 0, said = 0;  // "altered", by verify and by compare_passages
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// Half of the shorter lies in the other.
bool meets(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  return end > begin && 2 * (end - begin) >= std::min(a.size(), b.size());
}

// A comma at the edge of a word says nothing of whether it was named.
std::string without_commas(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!((words[i] == ',' || words[i] == '.') && (i + 1 == words.size() || words[i + 1] == ' '))) out += words[i];
  return out;
}

bool names(std::string_view named, std::string_view wanted) {
  return names_words(without_commas(named), without_commas(wanted));
}

bool is_named(const QuotationCase& asked, const QuotationAnswer& answer) {
  if (is_one_of(answer.verdict, {"EXACT", "FOLDED"}) ||
      (answer.verdict == "TRIMMED" && !answer.warns && !asked.kind.starts_with("cut/")))
    return false;
  return std::ranges::all_of(asked.changed, [&](const NamedChange& wanted) {
    return std::ranges::any_of(answer.changed,
                               [&](const NamedChange& named) { return names(named.words, wanted.words); }) ||
           std::ranges::any_of(answer.cut, [&](const std::string& words) { return names(words, wanted.words); });
  });
}

bool is_told(const QuotationCase& asked, const PassagePair& pair, std::string_view sentence) {
  const std::string_view group = std::string_view(asked.kind).substr(0, asked.kind.find('/'));
  if (group != "cut" && pair.relation != PassageRelation::altered) return false;
  return std::ranges::all_of(asked.changed, [&](const NamedChange& wanted) {
    return std::ranges::any_of(pair.changes, [&](const Change& change) {
      const bool cut = group == "cut" && change.type == ChangeType::unmarked_cut;
      if (!cut && group == "cut" ? change.a.empty() : !cut && !bears_meaning(change)) return false;
      return names(slice(sentence, change.a), wanted.words) || names(slice(asked.quote, change.b), wanted.words);
    });
  });
}

struct Figure {
  const char* name;
  std::vector<std::string_view> groups;
  int Tally::* part;
};

const std::vector<Figure>& figures() {
  static const std::vector<std::string_view> kFair = {"verbatim", "trimmed", "edited", "reworded"};
  static const std::vector<std::string_view> kFirst = {"cut", "negation", "number"};
  static const std::vector<std::string_view> kMore = {"date", "name", "modal", "insertion"};
  static const std::vector<Figure> kFigures = {
      {"quote to source, verbatim and trimmed", {"verbatim", "trimmed"}, &Tally::placed},
      {"quote to source, reworded", {"reworded"}, &Tally::placed},
      {"quote to source, all others",
       {"edited", "cut", "negation", "number", "date", "name", "modal", "insertion"},
       &Tally::placed},
      {"cuts, negations, numbers: named", kFirst, &Tally::named},
      {"cuts, negations, numbers: told", kFirst, &Tally::told},
      {"dates, names, modals, insertions: named", kMore, &Tally::named},
      {"dates, names, modals, insertions: told", kMore, &Tally::told},
      {"false altered by verify", kFair, &Tally::charged},
      {"false altered of passages", kFair, &Tally::said}};
  return kFigures;
}

using Tallies = std::map<std::string, Tally, std::less<>>;

std::pair<int, int> share(const Figure& figure, const Tallies& tallies) {
  std::pair<int, int> out;
  for (const std::string_view group : figure.groups)
    if (const auto found = tallies.find(group); found != tallies.end()) {
      out.first += found->second.*figure.part;
      out.second += found->second.cases;
    }
  return out;
}

double percent(std::pair<int, int> share) {
  return share.second == 0 ? 0 : 100.0 * share.first / share.second;
}

void print(const std::string& by, const Tallies& tallies) {
  int cases = 0;
  for (const auto& [group, tally] : tallies) cases += tally.cases;
  std::printf("%s: %d cases\n", by.c_str(), cases);
  for (const Figure& figure : figures())
    if (const auto part = share(figure, tallies); part.second > 0)
      std::printf("  %-44s %6d / %6d  %5.1f %%\n", figure.name, part.first, part.second, percent(part));
}

std::string to_json(const std::map<std::string, Tallies>& all) {
  JsonWriter json;
  json.object();
  for (const auto& [by, tallies] : all) {
    json.key(by).object();
    for (const Figure& figure : figures()) json.key(figure.name).value(percent(share(figure, tallies)));
    json.end();
  }
  json.end();
  return json.take();
}

int run(const fs::path& folder, const char* errors, std::size_t step, std::string_view only, bool as_json) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder / "sources", failure)) files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<QuotedSource> sources;
  std::map<std::string, std::size_t> number;
  for (const fs::path& file : files) {
    Source given;
    given.origin = file.filename().string();
    given.bytes = bytes_of(file);
    std::vector<Document> documents = read(given);
    number[given.origin] = sources.size();
    sources.push_back({given.origin, documents.empty() ? Document{} : std::move(documents.front())});
  }
  std::vector<QuotationCase> cases;
  if (!read_quotation_cases(bytes_of(folder / "cases.jsonl"), cases) || cases.empty() || sources.empty()) {
    std::fprintf(stderr, "score_mutations: no cases or no sources in %s\n", folder.c_str());
    return 2;
  }
  const QuotationDesk desk(sources);
  std::map<std::string, Tallies> all, kinds;
  std::ofstream misses(errors == nullptr ? "/dev/null" : errors);
  const std::clock_t begin = std::clock();
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const QuotationCase& asked = cases[i];
    if (asked.by != "hand" && i % step != 0) continue;
    const std::string group = asked.kind.substr(0, asked.kind.find('/'));
    if (!only.empty() && group != only) continue;
    const Text& text = sources[number[asked.place_file]].document.text;
    const std::string_view sentence = text[text.map().to_text(asked.place)];
    const QuotationAnswer answer = desk.answer(asked);
    const PassagePair pair = compare_passages(sentence, asked.quote);
    const bool placed = answer.place_file == asked.place_file && meets(answer.place, asked.place);
    const bool fair = is_one_of(group, {"verbatim", "trimmed", "edited", "reworded"});
    const bool named = fair || is_named(asked, answer);
    const bool told = fair || is_told(asked, pair, sentence);
    const bool charged = answer.verdict == "ALTERED";
    const bool said = pair.relation == PassageRelation::altered;
    for (Tally* tally : {&all[asked.by][group], &kinds[asked.by][asked.kind]}) {
      ++tally->cases;
      tally->placed += placed;
      tally->named += named;
      tally->told += told;
      tally->charged += charged;
      tally->said += said;
    }
    if (placed && named && told && !(fair && (charged || said))) continue;
    misses << asked.id << ' ' << asked.kind << (placed ? "" : " PLACE") << (named ? "" : " NAMED")
           << (told ? "" : " TOLD") << (fair && charged ? " CHARGED" : "") << (fair && said ? " SAID" : "") << ' '
           << answer.verdict << ' ' << to_string(pair.relation) << "\n  " << sentence << "\n  " << asked.quote << "\n ";
    for (const NamedChange& change : asked.changed) misses << " [" << change.type << ": " << change.words << ']';
    misses << " |";
    for (const NamedChange& change : answer.changed) misses << " [" << change.type << ": " << change.words << ']';
    for (const std::string& words : answer.cut) misses << " [cut: " << words << ']';
    misses << " |";
    for (const Change& change : pair.changes)
      misses << " {" << to_string(change.type) << ": " << slice(sentence, change.a) << '|'
             << slice(asked.quote, change.b) << '}';
    misses << '\n';
  }
  Tallies together = all["generated"];
  for (const auto& [group, tally] : all["hand"]) {
    Tally& sum = together[group];
    sum.cases += tally.cases;
    sum.placed += tally.placed;
    sum.named += tally.named;
    sum.told += tally.told;
    sum.charged += tally.charged;
    sum.said += tally.said;
  }
  all["all"] = std::move(together);
  if (as_json) {
    std::printf("%s\n", to_json(all).c_str());
    return 0;
  }
  for (const auto& [by, tallies] : all) print(by, tallies);
  std::printf("%-40s %6s %6s %6s %6s %6s %6s\n", "kind", "cases", "placed", "named", "told", "alter.", "alt.p.");
  for (const auto& [by, tallies] : kinds)
    for (const auto& [kind, t] : tallies)
      std::printf("%-40s %6d %6.3f %6.3f %6.3f %6.3f %6.3f\n", (by + " " + kind).c_str(), t.cases,
                  double(t.placed) / t.cases, double(t.named) / t.cases, double(t.told) / t.cases,
                  double(t.charged) / t.cases, double(t.said) / t.cases);
  std::printf("%.1f s of CPU\n", double(std::clock() - begin) / CLOCKS_PER_SEC);
  return 0;
}

}  // namespace
}  // namespace readout

int main(int argc, char** argv) {
  const char* errors = nullptr;
  std::string_view only;
  std::size_t step = 1;
  bool as_json = false;
  for (int i = 1; i < argc; ++i) as_json = as_json || std::strcmp(argv[i], "--json") == 0;
  const char* folder = nullptr;
  for (int i = 1; i < argc; ++i)
    if (argv[i][0] != '-' && (i == 1 || argv[i - 1][0] != '-' || std::strcmp(argv[i - 1], "--json") == 0))
      folder = argv[i];
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::strcmp(argv[i], "--errors") == 0) errors = argv[i + 1];
    if (std::strcmp(argv[i], "--sample") == 0) step = std::max<std::size_t>(1, std::strtoul(argv[i + 1], nullptr, 10));
    if (std::strcmp(argv[i], "--group") == 0) only = argv[i + 1];
  }
  if (folder == nullptr) {
    std::fprintf(stderr, "usage: score_mutations FOLDER [--json] [--errors FILE] [--sample N] [--group NAME]\n");
    return 2;
  }
  return readout::run(folder, errors, step, only, as_json);
}
