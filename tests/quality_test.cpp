// Holds the scorers' figures to tests/floors.tsv. Floors only go up. Gold that may not be shipped lies in
// READOUT_SHARED (default: a folder "shared" beside the repository); where it is absent its set is skipped, and says
// so.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "readout/base/lexicon.h"
#include "readout/document/json_value.h"

namespace readout {
namespace {

namespace fs = std::filesystem;

struct Floor {
  std::string figure;  // names in the scorer's JSON, parted by '/'
  bool is_ceiling = false;
  double value = 0;
};

fs::path source_dir() {
  return READOUT_SOURCE_DIR;
}

fs::path shared_dir() {
  const char* given = std::getenv("READOUT_SHARED");
  return given != nullptr ? fs::path(given) : source_dir().parent_path() / "shared";
}

std::vector<Floor> floors_of(std::string_view set) {
  std::ostringstream bytes;
  bytes << std::ifstream(source_dir() / "tests" / "floors.tsv", std::ios::binary).rdbuf();
  const std::string tsv = bytes.str();
  std::vector<Floor> floors;
  for (const auto& row : rows(tsv))
    if (row.size() == 4 && row[0] == set)
      floors.push_back({std::string(row[1]), row[2] == "at-most", std::strtod(std::string(row[3]).c_str(), nullptr)});
  return floors;
}

std::string output_of(const std::string& command) {
  std::string out;
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return out;
  char buffer[4096];
  for (std::size_t size = 0; (size = fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, size);
  pclose(pipe);
  return out;
}

const JsonValue* look_up(const JsonValue& root, std::string_view path) {
  const JsonValue* at = &root;
  for (std::size_t begin = 0; at != nullptr && begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    at = at->find(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return at;
}

void hold(std::string_view set, const std::string& scorer, const fs::path& gold, const std::string& options) {
  if (!fs::exists(gold)) {
    ASSERT_TRUE(gold.string().starts_with(shared_dir().string())) << "only shared gold may be absent: " << gold;
    GTEST_SKIP() << "skipped, gold not here: " << gold.string() << " (set READOUT_SHARED)";
  }
  const Result<JsonValue> json =
      parse_json(output_of("'" + scorer + "' " + options + " '" + gold.string() + "' --json"));
  ASSERT_TRUE(json) << "the scorer gave no JSON: " << scorer;
  const std::vector<Floor> floors = floors_of(set);
  ASSERT_FALSE(floors.empty()) << "tests/floors.tsv says nothing of " << set;
  for (const Floor& floor : floors) {
    const JsonValue* figure = look_up(*json, floor.figure);
    ASSERT_NE(figure, nullptr) << floor.figure;
    std::printf("%-8s %-45s %6.1f  %s %g\n", std::string(set).c_str(), floor.figure.c_str(), figure->number,
                floor.is_ceiling ? "at most" : "at least", floor.value);
    if (floor.is_ceiling)
      EXPECT_LE(figure->number, floor.value) << floor.figure;
    else
      EXPECT_GE(figure->number, floor.value) << floor.figure;
  }
}

TEST(Quality, ScorerGivesFullMarksToTheGoldItself) {
  const fs::path gold = shared_dir() / "data" / "polnear" / "dev";
  if (!fs::exists(gold)) GTEST_SKIP() << "skipped, gold not here: " << gold.string() << " (set READOUT_SHARED)";
  const Result<JsonValue> json =
      parse_json(output_of("'" READOUT_SCORE_POLNEAR "' '" + gold.string() + "' --gold --json"));
  ASSERT_TRUE(json);
  for (const char* figure : {"all/content/exact/f", "speech/indirect/trimmed/f", "speech/source/overlap/f"})
    EXPECT_EQ(look_up(*json, figure)->number, 100) << figure;
}

TEST(Quality, PolnearDev) {
  hold("polnear", READOUT_SCORE_POLNEAR, shared_dir() / "data" / "polnear" / "dev", "");
}

TEST(Quality, SeedsKey) {
  hold("seeds", READOUT_PROGRAM, shared_dir() / "seeds" / "key.json", "score");
}

// One in twenty of the generated ones, and all by hand: the whole set takes a minute.
TEST(Quality, Mutations) {
  fs::remove_all(READOUT_MUTATIONS);
  output_of("'" READOUT_PYTHON "' '" + (source_dir() / "tools" / "make_mutations.py").string() +
            "' '" READOUT_MUTATIONS "'");
  hold("mutations", READOUT_SCORE_MUTATIONS, READOUT_MUTATIONS, "--sample 20");
}

TEST(Quality, InventedPile) {
  hold("pile", READOUT_PROGRAM, source_dir() / "examples" / "key.json", "score");
}

TEST(Quality, PlantedDiscrepancies) {
  hold("planted", READOUT_PROGRAM, source_dir() / "tests" / "discrepancies" / "key.json", "score");
}

TEST(Quality, Corpus) {
  hold("corpus", READOUT_SCORE_CORPUS, source_dir() / "tests" / "corpus" / "speech", "");
}

TEST(Quality, Quotations) {
  hold("quotations", READOUT_SCORE_QUOTATIONS, source_dir() / "tests" / "corpus" / "quotations", "");
}

TEST(Quality, WordAlignment) {
  hold("align", READOUT_SCORE_ALIGN, shared_dir() / "data", "");
}

TEST(Quality, FindingAVerse) {
  hold("finding", READOUT_SCORE_FINDING, shared_dir() / "data", "");
}

}  // namespace
}  // namespace readout
