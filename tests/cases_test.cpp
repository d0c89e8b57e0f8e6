// Runs every case of tests/cases/**/*.txt: one test a case, named by its file and title. `@ goal` cases that are not
// met are counted as skipped, by name; one that is met fails until it is struck from the list.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <utility>

#include "readout/engine/account.h"
#include "readout/score/case_judge.h"
#include "tools/file_bytes.h"

namespace readout {
namespace {

namespace fs = std::filesystem;

Account account_of(const MarkedText& text) {
  static const Settings kSettings = default_settings();
  const auto setting = [&](const char* name, const char* otherwise) {
    const auto found = text.settings.find(name);
    return found == text.settings.end() ? std::string(otherwise) : found->second;
  };
  return give_accounts(Source{setting("origin", "case.txt"), text.text, "", setting("outlet", "")}, kSettings).front();
}

std::vector<std::string> differences_of(const MarkedText& text) {
  std::vector<std::string> differences = proofread(text, false);
  return differences.empty() ? judge_case(text, account_of(text)) : differences;
}

class CaseTest : public testing::Test {
 public:
  CaseTest(MarkedText text, bool is_goal) : text_(std::move(text)), is_goal_(is_goal) {}

  void TestBody() override {
    const std::vector<std::string> differences = differences_of(text_);
    if (is_goal_ && differences.empty()) FAIL() << text_.title << ": this goal is met; run cases_test --write-goals";
    for (const std::string& difference : differences) {
      if (is_goal_)
        std::printf("%s: not met yet: %s\n", text_.title.c_str(), difference.c_str());
      else
        ADD_FAILURE() << text_.where << ": " << text_.title << "\n  " << difference;
    }
    if (is_goal_) GTEST_SKIP() << "a goal of tests/cases/goals.txt, not met yet";
  }

 private:
  MarkedText text_;
  bool is_goal_;
};

class BrokenFileTest : public testing::Test {
 public:
  explicit BrokenFileTest(Error error) : error_(std::move(error)) {}
  void TestBody() override { FAIL() << error_.where << ": " << error_.message; }

 private:
  Error error_;
};

std::string test_name(std::string_view title) {
  std::string name;
  for (const char c : title) name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
}

// Every file of cases below the root: its name there, and its cases or what is wrong with it.
std::vector<std::pair<std::string, Result<std::vector<MarkedText>>>> load_cases(const fs::path& root) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (entry.path().extension() == ".txt" && entry.path().parent_path() != root) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::pair<std::string, Result<std::vector<MarkedText>>>> out;
  for (const fs::path& file : files) {
    const std::string name = fs::relative(file, root).string();
    out.emplace_back(name, parse_cases(bytes_of(file), name));
  }
  return out;
}

std::set<std::string> load_goals(const fs::path& root) {
  std::istringstream lines(bytes_of(root / "goals.txt"));
  std::set<std::string> goals;
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && line.front() != '#') goals.insert(line);
  return goals;
}

int write_goals(const fs::path& root) {
  std::string list = "# Cases that are not met yet (README.md). Written by: cases_test --write-goals\n";
  for (const auto& [name, cases] : load_cases(root))
    for (const MarkedText& text : cases.value_or(std::vector<MarkedText>()))
      if (!differences_of(text).empty()) list += name + ": " + text.title + "\n";
  std::ofstream(root / "goals.txt", std::ios::binary) << list;
  return 0;
}

std::size_t register_cases(const fs::path& root) {
  const std::set<std::string> goals = load_goals(root);
  std::size_t count = 0;
  for (const auto& [name, cases] : load_cases(root)) {
    const std::string suite = test_name(name.substr(0, name.size() - 4));
    if (!cases) {
      const Error error = cases.error();
      testing::RegisterTest(suite.c_str(), "file", nullptr, nullptr, __FILE__, __LINE__,
                            [error]() -> testing::Test* { return new BrokenFileTest(error); });
      ++count;
      continue;
    }
    for (const MarkedText& text : *cases) {
      const bool is_goal = goals.contains(name + ": " + text.title);
      const std::string number = std::to_string(++count);
      testing::RegisterTest(suite.c_str(), (number + "_" + test_name(text.title)).c_str(), nullptr, nullptr, __FILE__,
                            __LINE__, [text, is_goal]() -> testing::Test* { return new CaseTest(text, is_goal); });
    }
  }
  return count;
}

}  // namespace
}  // namespace readout

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  const std::filesystem::path root = std::filesystem::path(READOUT_SOURCE_DIR) / "tests" / "cases";
  if (argc > 1 && std::string_view(argv[1]) == "--write-goals") return readout::write_goals(root);
  if (readout::register_cases(root) == 0) {
    std::fprintf(stderr, "cases_test: no cases found\n");
    return 1;
  }
  return RUN_ALL_TESTS();
}
