#include "readout/collation/change.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "readout/text/characters.h"

namespace readout {
namespace {

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, mark);) parts.push_back(part);
  return parts;
}

std::string describe(const PassagePair& pair, std::string_view a, std::string_view b) {
  std::string out = std::string(to_string(pair.relation)) + " ";
  for (const Change& change : pair.changes)
    out += std::string(to_string(change.type)) + "{" + std::string(slice(a, change.a)) + "|" +
           std::string(slice(b, change.b)) + "} ";
  return out + std::to_string(pair.shared) + "/" + std::to_string(pair.words_a) + "/" + std::to_string(pair.words_b);
}

// "" where the pair is as the row says, else what is wrong.
std::string judge(const std::vector<std::string>& row) {
  const std::string& a = row[2];
  const std::string b = row.size() > 3 ? row[3] : "";
  const PassagePair pair = compare_passages(a, b);
  std::string wrong;
  if (to_string(pair.relation) != row[0]) wrong = "relation";
  if (row[1] != "*") {
    std::multiset<std::string> wanted, found;
    for (const Change& change : pair.changes)
      if (change.type != ChangeType::punctuation) found.insert(std::string(to_string(change.type)));
    for (const std::string& each : row[1] == "-" ? std::vector<std::string>{} : split(row[1], ',')) {
      const std::vector<std::string> parts = split(each, ':');
      wanted.insert(parts[0]);
      if (parts.size() < 2) continue;
      const bool stands = std::ranges::any_of(pair.changes, [&](const Change& change) {
        const std::string_view words = change.a.empty() ? slice(b, change.b) : slice(a, change.a);
        return to_string(change.type) == parts[0] && same_ascii(words, parts[1]);
      });
      if (!stands) wrong += " words " + each;
    }
    if (wanted != found) wrong += " types";
  }
  return wrong.empty() ? "" : wrong + ": " + a + " / " + b + "\n    " + describe(pair, a, b);
}

TEST(Change, CasesAsData) {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(READOUT_SOURCE_DIR) / "tests/cases/changes"))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  std::ranges::sort(files);
  std::size_t cases = 0, goals = 0;
  for (const fs::path& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line[0] == '#') continue;
      const bool goal = line[0] == '?';
      const std::vector<std::string> row = split(line.substr(goal ? 1 : 0), '\t');
      ASSERT_GE(row.size(), 3u) << line;
      ++cases;
      const std::string wrong = judge(row);
      if (goal) {
        ++goals;
        EXPECT_NE(wrong, "") << "met now, take the mark away: " << line;
      } else {
        EXPECT_EQ(wrong, "") << file.filename();
      }
    }
  }
  EXPECT_GE(cases, 150u);
  RecordProperty("cases", static_cast<int>(cases));
  RecordProperty("goals", static_cast<int>(goals));
}

TEST(Change, TheHeadersExample) {
  const std::string a = "We will not sign the paper before Monday.";
  const std::string b = "We will sign the paper after Monday \xE2\x80\xA6";
  const PassagePair pair = compare_passages(a, b);
  EXPECT_EQ(pair.relation, PassageRelation::altered);
  ASSERT_GE(pair.changes.size(), 2u);
  EXPECT_EQ(pair.changes[0].type, ChangeType::negation);
  EXPECT_EQ(pair.changes[0].a, make_span(8, 11));
  EXPECT_EQ(pair.changes[0].b, make_span(8, 8));
  EXPECT_EQ(pair.changes[1].type, ChangeType::date);
  EXPECT_EQ(slice(b, pair.changes[1].b), "after");
}

TEST(Change, ReportedSpeechIsIndirectUnlessWordForWord) {
  EXPECT_EQ(compare_passages("We have time", "they had all the time in the world", true).relation,
            PassageRelation::indirect);
  EXPECT_EQ(compare_passages("We have time", "we have time", true).relation, PassageRelation::verbatim);
}

RC_GTEST_PROP(ChangeProperty, SpansLieInTheirPassagesAndAPassageIsItself, ()) {
  const auto word =
      rc::gen::element<std::string>("the ", "not ", "[", "] ", "\xE2\x80\xA6 ", ". ", "ten ", "Marlow ", "will ",
                                    "would ", "\"", "he ", "we ", "(", ") ", "said ", "\n", "... ");
  const auto text = rc::gen::map(rc::gen::container<std::vector<std::string>>(word), [](const auto& words) {
    std::string out;
    for (const std::string& w : words) out += w;
    return out;
  });
  const std::string a = *text;
  const std::string b = *text;
  const PassagePair pair = compare_passages(a, b);
  for (const Change& change : pair.changes) {
    RC_ASSERT(change.a.begin <= change.a.end && change.a.end <= a.size());
    RC_ASSERT(change.b.begin <= change.b.end && change.b.end <= b.size());
    RC_ASSERT(!change.a.empty() || !change.b.empty());
  }
  const PassagePair self = compare_passages(a, a);
  RC_ASSERT(self.changes.empty());
}

}  // namespace
}  // namespace readout
