#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "readout/document/read.h"

namespace readout {
namespace {

std::vector<Document> read_lines(std::string bytes, const ReadLimits& limits = {}) {
  return read(Source{"pile.jsonl", std::move(bytes), "", ""}, limits);
}

TEST(JsonLines, ARecordIsADocumentOfItsLine) {
  const std::string line =
      R"({"id":"a1","url":"https://post.example/1","outlet":"Marlow Post","title":"Talks","published":"2025-08-01",)"
      R"("meta":{"text":"not this one"},"text":"He said \u201cno\u201d to the plan.\nThen the minister left."})";
  const auto documents = read_lines("\n" + line + "\r\n");
  ASSERT_EQ(documents.size(), 1u);
  const Document& document = documents[0];
  EXPECT_EQ(document.origin, "pile.jsonl:2");
  EXPECT_EQ(document.blob, sha256(line));
  EXPECT_EQ(document.outlet, "Marlow Post");
  EXPECT_EQ(document.url, "https://post.example/1");
  EXPECT_EQ(document.title, "Talks");
  EXPECT_EQ(document.format, Format::json_lines);
  EXPECT_EQ(document.text.view(), "He said “no” to the plan.\nThen the minister left.");
  EXPECT_EQ(slice(line, document.text.to_blob({8, 16})), "\\u201cno\\u201d");
}

TEST(JsonLines, HtmlInsideARecordMapsThroughBothLayers) {
  const std::string line = R"({"html":"<p>He said &ldquo;n\u00f3&rdquo; to the plan.<\/p><p>Then he left.<\/p>"})";
  const auto documents = read_lines(line);
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].text.view(), "He said “nó” to the plan.\n\nThen he left.");
  EXPECT_EQ(slice(line, documents[0].text.to_blob({8, 17})), "&ldquo;n\\u00f3&rdquo;");
}

TEST(JsonLines, MarkupUnderTheNameOfTextIsReadAsMarkup) {
  const auto documents = read_lines(R"({"text":"<p>He said no to the plan.<\/p><p>Then he left.<\/p>"})");
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].text.view(), "He said no to the plan.\n\nThen he left.");
}

TEST(JsonLines, ABrokenLineIsARowOfItsOwn) {
  const auto documents = read_lines(
      "{\"text\":\"The first of the records.\"}\n{\"text\": broken}\n[1,2]\n{\"id\":\"no text\"}\n"
      "{\"text\":\"The last of the records.\"}");
  ASSERT_EQ(documents.size(), 5u);
  for (const std::size_t i : {1u, 2u, 3u}) {
    EXPECT_EQ(documents[i].doubts.at(0).kind, DoubtKind::bad_record);
    EXPECT_FALSE(documents[i].doubts.at(0).detail.empty());
  }
  EXPECT_FALSE(is_refused(documents[4]));
  EXPECT_EQ(documents[4].origin, "pile.jsonl:5");
}

TEST(JsonLines, LoneSurrogatesAndForeignBytesLoseNoRecord) {
  const std::string line = R"({"text":"He said \ud83d no \ud83d\ude00 to the plan."})";
  const auto documents = read_lines(line);
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].text.view(), "He said \uFFFD no 😀 to the plan.");
  EXPECT_TRUE(std::any_of(documents[0].doubts.begin(), documents[0].doubts.end(),
                          [](const Doubt& d) { return d.kind == DoubtKind::invalid_bytes; }));
  const auto windows = read_lines("{\"text\":\"He said \x93no\x94 to the plan.\"}");
  ASSERT_EQ(windows.size(), 1u);
  EXPECT_EQ(windows[0].text.view(), "He said “no” to the plan.");
  EXPECT_EQ(windows[0].text.to_blob({8, 16}), (Span{17, 21}));
}

TEST(JsonLines, ALineOfAHundredMegabytesIsTooLarge) {
  std::string bytes = "{\"text\":\"";
  bytes += std::string(100u << 20, 'a');
  bytes += "\"}\n{\"text\":\"The last of the records.\"}\n";
  const auto documents = read_lines(std::move(bytes));
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(documents[0].doubts.at(0).kind, DoubtKind::too_large);
  EXPECT_FALSE(is_refused(documents[1]));
}

TEST(JsonLines, AreSeenWithoutTheirFileName) {
  EXPECT_EQ(
      read(Source{"-", "{\"text\":\"The first of the records.\"}\n{\"text\":\"And now a second one.\"}\n", "", ""})
          .size(),
      2u);
  EXPECT_EQ(read(Source{"-", "{curly} words in a plain text.\n{more} of them.\n", "", ""}).size(), 1u);
}

}  // namespace
}  // namespace readout
