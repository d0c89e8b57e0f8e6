// What blocks cut from real articles: annotated words of speakers must stay body. Skipped where the corpus is absent.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "readout/document/read.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

fs::path corpus() {
  const char* shared = std::getenv("READOUT_SHARED");
  const fs::path root = shared != nullptr ? fs::path(shared) : fs::path(READOUT_SOURCE_DIR) / ".." / "shared";
  return root / "data" / "polnear" / "dev";
}

// Offsets of code points in bytes.
std::vector<std::uint32_t> code_points(std::string_view text) {
  std::vector<std::uint32_t> at;
  for (std::size_t i = 0; i < text.size();) {
    at.push_back(static_cast<std::uint32_t>(i));
    i += code_point_at(text, i).size;
  }
  at.push_back(static_cast<std::uint32_t>(text.size()));
  return at;
}

// The contents of the first annotator: lines "T3<tab>Content 85 204<tab>words".
std::vector<Span> contents(const fs::path& folder, const std::string& stem, std::string_view text) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().filename().string().starts_with(stem)) files.push_back(entry.path());
  if (files.empty()) return {};
  std::ifstream file(*std::min_element(files.begin(), files.end()));
  const std::vector<std::uint32_t> at = code_points(text);
  std::vector<Span> out;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find("\tContent ");
    if (line.empty() || line[0] != 'T' || tab == std::string::npos) continue;
    char* next = nullptr;
    const auto begin = std::strtoul(line.c_str() + tab + 9, &next, 10);
    const auto end = std::strtoul(next, nullptr, 10);
    if (begin < end && end < at.size()) out.push_back({at[begin], at[end]});
  }
  return out;
}

TEST(FalseCuts, SpeakersWordsStayBody) {
  if (!fs::exists(corpus())) GTEST_SKIP() << "skipped, gold not here: " << corpus() << " (set READOUT_SHARED)";
  std::size_t all = 0;
  std::size_t in_titles = 0;
  std::size_t cut = 0;
  for (const auto& entry : fs::directory_iterator(corpus() / "text")) {
    const std::string bytes = bytes_of(entry.path());
    const std::vector<Document> documents = read(Source{entry.path().string(), bytes, "", ""});
    ASSERT_EQ(documents.size(), 1u);
    if (!documents[0].text.map().is_identity()) continue;
    for (const Span content : contents(corpus() / "attributions", entry.path().stem().string(), bytes)) {
      ++all;
      for (const Block& block : documents[0].blocks) {
        if (block.kind == BlockKind::body || !block.span.overlaps(content)) continue;
        ++(block.kind == BlockKind::title ? in_titles : cut);
        if (block.kind != BlockKind::title)
          std::printf("cut: %s %s\n", entry.path().filename().c_str(), block.reason.c_str());
        break;
      }
    }
  }
  EXPECT_GT(all, 2000u);
  EXPECT_LE(cut, 4u);
  EXPECT_LE(in_titles, 32u);
}

}  // namespace
}  // namespace readout
