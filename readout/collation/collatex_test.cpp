#include "readout/collation/collatex.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "readout/base/json.h"
#include "readout/collation/exports.h"

namespace readout {
namespace {

std::string input_of(const std::vector<std::string>& contents) {
  JsonWriter json;
  json.object().key("witnesses").array();
  for (std::size_t i = 0; i < contents.size(); ++i)
    json.object().key("id").value("W" + std::to_string(i)).key("content").value(contents[i]).end();
  json.end().end();
  return json.take();
}

RC_GTEST_PROP(CollatexProperty, TheTokensGiveTheContentBack, ()) {
  const auto letter =
      rc::gen::element<std::string>("a", "B", " ", "  ", ".", "...", ",", "\n", "\xC3\xA9", "\xC2\xA0", "'");
  const auto text = rc::gen::map(rc::gen::container<std::vector<std::string>>(letter), [](const auto& letters) {
    std::string out;
    for (const std::string& l : letters) out += l;
    return out;
  });
  const auto contents = *rc::gen::resize(8, rc::gen::container<std::vector<std::string>>(text));
  Result<CollatexInput> input = read_collatex(input_of(contents));
  RC_ASSERT(input.has_value());
  const Apparatus apparatus = make_apparatus(std::move(*input));
  for (std::uint32_t w = 0; w < contents.size(); ++w) {
    std::string back;
    for (const Segment& segment : apparatus.segments) back += apparatus.text_of(segment, w);
    RC_ASSERT(back == contents[std::stoul(apparatus.input.witnesses[w].id.substr(1))]);
  }
}

TEST(Collatex, SegmentsPartWhereTheWitnessesPart) {
  Result<CollatexInput> input =
      read_collatex(input_of({"the old pier is shut", "the pier is shut", "the old pier is closed"}));
  const Apparatus apparatus = make_apparatus(std::move(*input));
  ASSERT_EQ(apparatus.segments.size(), 4u);
  EXPECT_EQ(apparatus.text_of(apparatus.segments[1], 0), "old ");
  EXPECT_EQ(apparatus.segments[1].absent, std::vector<std::uint32_t>{1});
  EXPECT_EQ(apparatus.text_of(apparatus.segments[2], 1), "pier is ");
  EXPECT_EQ(apparatus.segments[3].readings.size(), 2u);
}

TEST(Collatex, AMovedReadingIsAnEdgeOnce) {
  Result<CollatexInput> input = read_collatex(
      R"({"witnesses":[{"id":"A","content":"yesterday we left the harbour"},{"id":"B","content":"we left the harbour yesterday"}]})");
  const Apparatus apparatus = make_apparatus(std::move(*input));
  ASSERT_EQ(apparatus.transpositions.size(), 1u);
  EXPECT_NE(to_graphml(apparatus).find("transposition"), std::string::npos);
  Result<CollatexInput> without = read_collatex(
      R"({"witnesses":[{"id":"A","content":"yesterday we left"},{"id":"B","content":"we left yesterday"}],"transpositions":false})");
  EXPECT_TRUE(make_apparatus(std::move(*without)).transpositions.empty());
}

TEST(Collatex, XmlAndGraphvizAreEscaped) {
  Result<CollatexInput> input =
      read_collatex(R"({"witnesses":[{"id":"\"A\"","content":"a<b> & \"c\"\u0001 \\"},{"id":"B","content":"a"}]})");
  const Apparatus apparatus = make_apparatus(std::move(*input));
  const std::string tei = to_tei(apparatus);
  EXPECT_NE(tei.find("&lt;b&gt;"), std::string::npos);
  EXPECT_EQ(tei.find('\x01'), std::string::npos);
  EXPECT_NE(to_dot(apparatus).find("\\\"c\\\""), std::string::npos);
}

TEST(Collatex, WhatCannotBeReadIsSaid) {
  for (const char* json : {"[]", "{}", R"({"witnesses":3})", R"({"witnesses":[{"content":"x"}]})",
                           R"({"witnesses":[{"id":"A"}]})", R"({"witnesses":[{"id":"A","tokens":[3]}]})"})
    EXPECT_FALSE(read_collatex(json)) << json;
}

}  // namespace
}  // namespace readout
