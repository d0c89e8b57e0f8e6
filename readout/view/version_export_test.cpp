#include "readout/view/version_export.h"

#include <gtest/gtest.h>

#include "readout/record/annotations.h"

namespace readout {
namespace {

// A document "BEFORE“A” he said, “B” AFTER" whose one speech is A and B.
VersionWitness witness(const std::string& name, const std::string& first, const std::string& second = {}) {
  VersionWitness out;
  Document& document = out.account.document;
  document.name = name;
  const std::string text = "é “" + first + "” he said, “" + second + "”\r\n";
  document.blob = sha256(text);
  document.text = Text::plain(text);
  const auto at = [&](const std::string& words) {
    const std::size_t from = text.find(words);
    return make_span(from, from + words.size());
  };
  Speech speech;
  speech.kind = SpeechKind::direct;
  speech.content = {at(first)};
  if (!second.empty()) speech.content.push_back(at(second));
  out.content = speech.content;
  out.account.speeches = {speech};
  out.account.speakers = {{}};
  out.account.statements = {""};
  out.id = span_id(name, extent(speech));
  return out;
}

VersionTable sample() {
  std::vector<VersionWitness> all;
  all.push_back(witness("a", "We will not sell the mill", "before Monday, and that is all."));
  all.push_back(witness("b", "We will sell the mill after Monday"));
  all.push_back(witness("c", "We will not sell the mill", "before Monday, and that is all."));
  return VersionTable(std::move(all), 0);
}

TEST(VersionTable, CellsGiveTheirWordsInTheirDocuments) {
  const VersionTable table = sample();
  for (std::size_t w = 0; w < 3; ++w) {
    const std::string_view text = table.witnesses()[w].account.document.text.view();
    std::string said;
    for (const Segment& segment : table.segments()) {
      const Span cell = table.cell(segment, w);
      if (cell.empty()) continue;
      EXPECT_EQ(slice(table.passage(w), cell), table.words(segment, w));
      std::string there;
      for (const Span place : table.places(w, cell))
        there += (there.empty() ? "" : " ") + std::string(slice(text, place));
      EXPECT_EQ(there, table.words(segment, w));
      said += there;
    }
    std::string whole(table.passage(w));
    std::erase(whole, ' ');
    std::erase(said, ' ');
    EXPECT_EQ(said, whole);
  }
}

TEST(VersionTable, AnEmptySpanHasOneEmptyPlace) {
  const VersionTable table = sample();
  for (std::uint32_t at = 0; at <= table.passage(0).size(); ++at) {
    const std::vector<Span> places = table.places(0, {at, at});
    ASSERT_EQ(places.size(), 1u) << at;
    EXPECT_TRUE(places[0].empty());
  }
}

TEST(VersionExport, TeiTypesEachReadingByItsChange) {
  const std::string tei = to_tei(sample());
  EXPECT_NE(
      tei.find("<app><lem wit=\"#w1 #w3\" n=\"w1:14-17 w3:14-17\">not</lem><rdg wit=\"#w2\" type=\"negation\"/></app>"),
      std::string::npos)
      << tei;
  EXPECT_NE(tei.find(">before</lem><rdg wit=\"#w2\" type=\"date\""), std::string::npos) << tei;
  EXPECT_NE(tei.find("<term type=\"relation\">verbatim</term>"), std::string::npos) << tei;
}

TEST(VersionExport, JsonHasChangesWithTheirBytes) {
  const std::string json = to_json(sample());
  EXPECT_NE(json.find("{\"type\":\"negation\",\"bears_meaning\":true,\"a\":{\"words\":\"not\",\"begin\":14,\"end\":17},"
                      "\"b\":{\"words\":\"\",\"begin\":14,\"end\":14}}"),
            std::string::npos)
      << json;
}

TEST(VersionExport, AnAnnotationsIdIsOfWhatItSays) {
  const auto make = [](const char* value) {
    return annotation([&](JsonWriter& json) { json.key("motivation").value(value); });
  };
  EXPECT_EQ(make("tagging"), make("tagging"));
  EXPECT_NE(make("tagging").substr(0, 60), make("linking").substr(0, 60));
  EXPECT_EQ(make("tagging").substr(0, 16), "{\"id\":\"urn:uuid:");
  const std::string page = to_annotations(sample());
  EXPECT_NE(page.find("\"value\":\"negation\""), std::string::npos);
  EXPECT_EQ(page, to_annotations(sample()));
}

}  // namespace
}  // namespace readout
