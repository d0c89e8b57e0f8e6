// score_align: how well the room align links two texts, and how fast (docs/quality.md, docs/performance.md).
//
//   score_align DATA [--json] [--errors mtref|wiki] [--part train|dev]
//
// DATA holds wordalign/ and newtestament/; what is not there is skipped, aloud. Gold is read in place, never copied.
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "gold_links.h"
#include "gold_verses.h"
#include "readout/base/json.h"

namespace readout {
namespace {

namespace fs = std::filesystem;

struct Options {
  fs::path data;
  bool json = false;
  std::string errors;
  std::string part = "dev";
};

void score_words(const Options& options, const std::string& set, JsonWriter& json) {
  const fs::path file = options.data / "wordalign" / (set + "-" + options.part + ".tsv");
  if (!fs::exists(file)) {
    std::fprintf(stderr, "score_align: skipped, gold not here: %s\n", file.c_str());
    return;
  }
  const std::vector<GoldPair> pairs = read_gold_pairs(file);
  score_links({pairs.begin(), pairs.begin() + 1}, false);  // lexicons are read on first use
  const LinkScore score = score_links(pairs, options.errors == set);
  const double per_second = static_cast<double>(score.pairs) / score.seconds;
  const double whole = 100.0 * static_cast<double>(score.whole) / static_cast<double>(score.pairs);
  json.key(set).object();
  json.key("f sure").value(score.sure.f()).key("precision sure").value(score.sure.precision());
  json.key("recall sure").value(score.sure.recall()).key("f sure+possible").value(score.with_possible.f());
  json.key("precision sure+possible").value(score.with_possible.precision());
  json.key("recall sure+possible").value(score.with_possible.recall());
  json.key("whole percent").value(whole).key("pairs").value(static_cast<std::uint64_t>(score.pairs));
  json.key("pairs a second").value(per_second).end();
  if (options.json) return;
  std::printf(
      "%-6s %4zu pairs  sure P %.1f R %.1f F %.2f   sure+possible P %.1f R %.1f F %.2f   whole %.1f %%   %.0f "
      "pairs/s\n",
      set.c_str(), score.pairs, score.sure.precision(), score.sure.recall(), score.sure.f(),
      score.with_possible.precision(), score.with_possible.recall(), score.with_possible.f(), whole, per_second);
}

void score_long(const Options& options, JsonWriter& json) {
  const fs::path folder = options.data / "newtestament";
  if (!fs::exists(folder / "Noyes.csv") || !fs::exists(folder / "Twenty.csv")) {
    std::fprintf(stderr, "score_align: skipped, texts not here: %s\n", folder.c_str());
    return;
  }
  // Twenty-two chapters are 18,800 words of the one and as many, within a tenth, of the other.
  const Verses a = read_verses(folder / "Noyes.csv", "Matthew", 22);
  const Verses b = read_verses(folder / "Twenty.csv", "Matthew", 22);
  const VerseScore score = score_verses(a, b);
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  json.key("verses").object();
  json.key("words a").value(static_cast<std::uint64_t>(score.words_a));
  json.key("words b").value(static_cast<std::uint64_t>(score.words_b));
  json.key("linked").value(share(score.linked, score.words_a));
  json.key("linked same").value(share(score.linked_same, score.words_a));
  json.key("right verse").value(share(score.right, score.linked));
  json.key("seconds units").value(score.units_seconds).key("seconds align").value(score.align_seconds).end();
  if (options.json) return;
  std::printf(
      "Noyes and Twenty, %zu and %zu words: linked %.3f (same word %.3f), in the right verse %.4f; "
      "units %.3f s, aligning %.3f s\n",
      score.words_a, score.words_b, share(score.linked, score.words_a), share(score.linked_same, score.words_a),
      share(score.right, score.linked), score.units_seconds, score.align_seconds);
}

int run(const Options& options) {
  JsonWriter json;
  json.object();
  score_words(options, "mtref", json);
  score_words(options, "wiki", json);
  score_long(options, json);
  json.end();
  if (options.json) std::printf("%s\n", json.take().c_str());
  return 0;
}

}  // namespace
}  // namespace readout

int main(int argc, char** argv) {
  readout::Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--json")
      options.json = true;
    else if (argument == "--errors" && i + 1 < argc)
      options.errors = argv[++i];
    else if (argument == "--part" && i + 1 < argc)
      options.part = argv[++i];
    else
      options.data = argument;
  }
  if (options.data.empty()) {
    std::fprintf(stderr, "usage: score_align DATA [--json] [--errors mtref|wiki] [--part train|dev]\n");
    return 2;
  }
  return readout::run(options);
}
