// score_finding: finding a verse in another translation, and telling a revised copy from an independent translation
// (docs/quality.md).
//
//   score_finding DATA [--json] [--errors]
//
// DATA holds newtestament/; where it is not, that is said. Every verse of one New Testament is sought among all verses
// of another; acc@1 is the share whose own verse comes first, MRR the mean of one by its rank among kAmong candidates.
// AUC: how often a verse of the OEB is nearer in wording to the Twentieth Century New Testament, of which it is a
// revision, than a verse of Noyes, which is independent of it.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gold_verses.h"
#include "readout/align/units.h"
#include "readout/base/json.h"
#include "readout/statement/passages.h"
#include "readout/statement/resemblance.h"

namespace readout {
namespace {

constexpr std::size_t kAmong = 100;

struct Verse {
  std::string name;
  std::string text;
  std::vector<Unit> units;
};

std::vector<Verse> read_testament(const std::filesystem::path& file) {
  std::vector<Verse> out;
  for (auto& [name, text] : read_new_testament(file)) {
    const std::vector<Unit> units = make_units(text, make_span(0, text.size()));
    out.push_back({name, text, units});
  }
  return out;
}

std::map<std::string, std::size_t> by_name(const std::vector<Verse>& verses) {
  std::map<std::string, std::size_t> out;
  for (std::size_t i = 0; i < verses.size(); ++i) out.emplace(verses[i].name, i);
  return out;
}

struct FindingScore {
  std::size_t asked = 0, first = 0, among = 0;
  double reciprocal = 0;
  double seconds = 0;
};

FindingScore score_finding(const std::vector<Verse>& asked, const std::vector<Verse>& pile, bool errors) {
  FindingScore score;
  PassageIndex index;
  for (std::size_t i = 0; i < pile.size(); ++i)
    index.add(static_cast<std::uint32_t>(i), form_key(pile[i].text), pile[i].units);
  const std::map<std::string, std::size_t> own = by_name(pile);
  const std::clock_t begin = std::clock();
  for (const Verse& verse : asked) {
    const auto gold = own.find(verse.name);
    if (gold == own.end()) continue;
    ++score.asked;
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (const PassageHit& hit : index.find(verse.units, kAmong))
      ranked.emplace_back(-resemblance(verse.units, pile[hit.passage].units), hit.passage);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
    const auto at =
        std::find_if(ranked.begin(), ranked.end(), [&](const auto& one) { return one.second == gold->second; });
    if (at != ranked.end()) {
      ++score.among;
      score.reciprocal += 1.0 / static_cast<double>(at - ranked.begin() + 1);
    }
    if (at != ranked.end() && at == ranked.begin())
      ++score.first;
    else if (errors)
      std::printf("%s %s\n  own   %s\n  found %s\n", verse.name.c_str(), verse.text.c_str(),
                  pile[gold->second].text.c_str(), ranked.empty() ? "" : pile[ranked[0].second].text.c_str());
  }
  score.seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  return score;
}

double area_under_curve(const std::vector<double>& yes, const std::vector<double>& no) {
  std::vector<double> sorted = no;
  std::sort(sorted.begin(), sorted.end());
  double sum = 0;
  for (const double value : yes) {
    const auto low = std::lower_bound(sorted.begin(), sorted.end(), value);
    const auto high = std::upper_bound(low, sorted.end(), value);
    sum += static_cast<double>(low - sorted.begin()) + static_cast<double>(high - low) / 2;
  }
  return yes.empty() || no.empty() ? 0 : sum / static_cast<double>(yes.size()) / static_cast<double>(no.size());
}

double score_copies(const std::vector<Verse>& oeb, const std::vector<Verse>& twenty, const std::vector<Verse>& noyes) {
  const auto in_oeb = by_name(oeb);
  const auto in_noyes = by_name(noyes);
  std::vector<double> revised, independent;
  for (const Verse& verse : twenty) {
    const auto copy = in_oeb.find(verse.name);
    const auto other = in_noyes.find(verse.name);
    if (copy == in_oeb.end() || other == in_noyes.end()) continue;
    revised.push_back(shared_wording(verse.units, oeb[copy->second].units));
    independent.push_back(shared_wording(verse.units, noyes[other->second].units));
  }
  return area_under_curve(revised, independent);
}

int run(const std::filesystem::path& data, bool as_json, bool errors) {
  const std::filesystem::path folder = data / "newtestament";
  JsonWriter json;
  json.object();
  if (std::filesystem::exists(folder / "Noyes.csv")) {
    const std::vector<Verse> noyes = read_testament(folder / "Noyes.csv");
    const std::vector<Verse> twenty = read_testament(folder / "Twenty.csv");
    const std::vector<Verse> oeb = read_testament(folder / "OEB.csv");
    for (const auto& [name, asked] : {std::pair{"oeb in noyes", &oeb}, std::pair{"twenty in noyes", &twenty}}) {
      const FindingScore score = score_finding(*asked, noyes, errors);
      const auto whole = static_cast<double>(score.asked);
      const double first = 100.0 * static_cast<double>(score.first) / whole;
      const double among = 100.0 * static_cast<double>(score.among) / whole;
      json.key(name).object().key("acc@1").value(first).key("mrr").value(score.reciprocal / whole);
      json.key("among 100").value(among).key("asked").value(static_cast<std::uint64_t>(score.asked));
      json.key("queries a second").value(whole / score.seconds).end();
      if (!as_json)
        std::printf("%-16s %zu among %zu: acc@1 %.1f, MRR %.3f, among the first %zu %.1f, %.0f queries a CPU second\n",
                    name, score.asked, noyes.size(), first, score.reciprocal / whole, kAmong, among,
                    whole / score.seconds);
    }
    const double auc = score_copies(oeb, twenty, noyes);
    json.key("revised or independent").object().key("auc").value(auc).end();
    if (!as_json) std::printf("revised copy or independent translation of one verse: AUC %.4f\n", auc);
  } else {
    std::fprintf(stderr, "score_finding: skipped, texts not here: %s\n", folder.c_str());
  }
  json.end();
  if (as_json) std::printf("%s\n", json.take().c_str());
  return 0;
}

}  // namespace
}  // namespace readout

int main(int argc, char** argv) {
  std::string data;
  bool as_json = false;
  bool errors = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--json")
      as_json = true;
    else if (argument == "--errors")
      errors = true;
    else
      data = argument;
  }
  if (data.empty()) {
    std::fprintf(stderr, "usage: score_finding DATA [--json] [--errors]\n");
    return 2;
  }
  return readout::run(data, as_json, errors);
}
