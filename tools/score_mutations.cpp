// score_mutations FOLDER [--errors FILE] [--sample N] [--group NAME]: quotations that were changed in one known way
// (tools/make_mutations.py FOLDER), by hand and generated apart.
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

#include "readout/collation/change.h"
#include "readout/document/read.h"
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

std::string bytes_of(const fs::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

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

void print_rate(const char* name, int part, int whole) {
  if (whole > 0) std::printf("  %-44s %6d / %6d  %5.1f %%\n", name, part, whole, 100.0 * part / whole);
}

void print_share(const char* name, const std::map<std::string, Tally>& tallies,
                 std::initializer_list<const char*> groups, int Tally::* part) {
  int sum = 0, cases = 0;
  for (const char* group : groups)
    if (const auto found = tallies.find(group); found != tallies.end()) {
      sum += found->second.*part;
      cases += found->second.cases;
    }
  print_rate(name, sum, cases);
}

void print(const std::string& by, const std::map<std::string, Tally>& tallies) {
  int cases = 0;
  for (const auto& [group, tally] : tallies) cases += tally.cases;
  std::printf("%s: %d cases\n", by.c_str(), cases);
  print_share("quote to source acc@1, verbatim and trimmed", tallies, {"verbatim", "trimmed"}, &Tally::placed);
  print_share("quote to source acc@1, reworded", tallies, {"reworded"}, &Tally::placed);
  print_share("quote to source acc@1, all others", tallies,
              {"edited", "cut", "negation", "number", "date", "name", "modal", "insertion"}, &Tally::placed);
  print_share("unmarked cuts, negations, numbers: named", tallies, {"cut", "negation", "number"}, &Tally::named);
  print_share("unmarked cuts, negations, numbers: told", tallies, {"cut", "negation", "number"}, &Tally::told);
  print_share("dates, names, modals, insertions: named", tallies, {"date", "name", "modal", "insertion"},
              &Tally::named);
  print_share("dates, names, modals, insertions: told", tallies, {"date", "name", "modal", "insertion"}, &Tally::told);
  print_share("false \"altered\" by verify", tallies, {"verbatim", "trimmed", "edited", "reworded"}, &Tally::charged);
  print_share("false \"altered\" of passages", tallies, {"verbatim", "trimmed", "edited", "reworded"}, &Tally::said);
}

int run(const fs::path& folder, const char* errors, std::size_t step, std::string_view only) {
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
  std::map<std::string, std::map<std::string, Tally>> all, kinds;
  std::ofstream misses(errors == nullptr ? "/dev/null" : errors);
  const std::clock_t begin = std::clock();
  for (std::size_t i = 0; i < cases.size(); i += step) {
    const QuotationCase& asked = cases[i];
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
  for (int i = 2; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--errors") == 0) errors = argv[i + 1];
    if (std::strcmp(argv[i], "--sample") == 0) step = std::max<std::size_t>(1, std::strtoul(argv[i + 1], nullptr, 10));
    if (std::strcmp(argv[i], "--group") == 0) only = argv[i + 1];
  }
  if (argc < 2) {
    std::fprintf(stderr, "usage: score_mutations FOLDER [--errors FILE] [--sample N] [--group NAME]\n");
    return 2;
  }
  return readout::run(argv[1], errors, step, only);
}
