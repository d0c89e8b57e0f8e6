// Runs every case of tests/cases/**/*.txt: one test a case, named by its file and title. `@ goal` cases are run, told and
// not held against the build.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "readout/engine/account.h"
#include "readout/score/case_judge.h"

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

class CaseTest : public testing::Test {
 public:
  explicit CaseTest(MarkedText text) : text_(std::move(text)) {}

  void TestBody() override {
    std::vector<std::string> differences = proofread(text_, false);
    if (differences.empty()) differences = judge_case(text_, account_of(text_));
    const bool is_goal = text_.settings.contains("goal");
    if (is_goal) std::printf("goal %s: %s\n", differences.empty() ? "met" : "not met yet", text_.title.c_str());
    for (const std::string& difference : differences) {
      if (is_goal)
        std::printf("  %s\n", difference.c_str());
      else
        ADD_FAILURE() << text_.where << ": " << text_.title << "\n  " << difference;
    }
  }

 private:
  MarkedText text_;
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

std::size_t register_cases(const fs::path& root) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::size_t count = 0;
  for (const fs::path& file : files) {
    const std::string name = fs::relative(file, root).string();
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    const std::string suite = test_name(name.substr(0, name.size() - 4));
    Result<std::vector<MarkedText>> cases = parse_cases(bytes.str(), name);
    if (!cases) {
      const Error error = cases.error();
      testing::RegisterTest(suite.c_str(), "file", nullptr, nullptr, __FILE__, __LINE__,
                            [error]() -> testing::Test* { return new BrokenFileTest(error); });
      ++count;
      continue;
    }
    for (MarkedText& text : *cases) {
      ++count;
      testing::RegisterTest(suite.c_str(), (std::to_string(count) + "_" + test_name(text.title)).c_str(), nullptr,
                            nullptr, __FILE__, __LINE__, [text]() -> testing::Test* { return new CaseTest(text); });
    }
  }
  return count;
}

}  // namespace
}  // namespace readout

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (readout::register_cases(std::filesystem::path(READOUT_SOURCE_DIR) / "tests" / "cases") == 0) {
    std::fprintf(stderr, "cases_test: no cases found\n");
    return 1;
  }
  return RUN_ALL_TESTS();
}
