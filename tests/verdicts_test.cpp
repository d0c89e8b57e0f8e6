// tests/corpus/verdicts: quotations of invented texts in many genres, each with the verdicts that will do, by words
// alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "readout/base/lexicon.h"
#include "readout/document/read.h"
#include "readout/verify/verify.h"
#include "tools/file_bytes.h"

namespace readout {
namespace {

namespace fs = std::filesystem;

fs::path folder() {
  return fs::path(READOUT_SOURCE_DIR) / "tests" / "corpus" / "verdicts";
}

Document read_text(const std::string& name) {
  Source source;
  source.origin = name;
  source.bytes = bytes_of(folder() / name);
  std::vector<Document> documents = read(source);
  return documents.empty() ? Document() : std::move(documents.front());
}

bool is_listed(std::string_view verdict, std::string_view verdicts) {
  for (std::size_t at = 0; at <= verdicts.size();) {
    const std::size_t end = std::min(verdicts.find('/', at), verdicts.size());
    if (verdicts.substr(at, end - at) == verdict) return true;
    at = end + 1;
  }
  return false;
}

TEST(VerdictCorpus, EveryQuotationIsAnsweredAsAnEditorWould) {
  const std::string tsv = bytes_of(folder() / "cases.tsv");
  std::map<std::string, Document> documents;
  std::size_t asked = 0;
  for (const auto& row : rows(tsv)) {
    ASSERT_EQ(row.size(), 4u) << row[0];
    const std::string name(row[0]);
    if (!documents.contains(name)) documents.emplace(name, read_text(name));
    const Document& document = documents.at(name);
    const SourceText source{document.text.view(), document.blocks};
    const std::string_view verdict = to_string(verify(row[3], {&source, 1}).verdict);
    ++asked;
    if (row[1] == "open")
      EXPECT_FALSE(is_listed(verdict, row[2])) << "met now, strike `open`: " << row[3];
    else
      EXPECT_TRUE(is_listed(verdict, row[2])) << name << ": " << verdict << ", not " << row[2] << ": " << row[3];
  }
  EXPECT_GE(asked, 400u);
}

}  // namespace
}  // namespace readout
