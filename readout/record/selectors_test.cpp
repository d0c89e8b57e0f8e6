#include "readout/record/selectors.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "readout/document/json_value.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

std::vector<std::string> points_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    out.emplace_back(text.substr(i, point.size));
    i += point.size;
  }
  return out;
}

std::string join(const std::vector<std::string>& points, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += points[i];
  return out;
}

JsonValue written(const Document& document, Span span) {
  JsonWriter json;
  SelectorWriter(document).write(json, span);
  return *parse_json(json.take());
}

const JsonValue& selector(const JsonValue& resource, std::string_view type) {
  static const JsonValue kNone;
  for (const JsonValue& each : resource.find("selector")->items)
    if (each.text_of("type") == type) return each;
  return kNone;
}

Document document_of(const std::string& text) {
  Document document;
  document.blob = sha256(text);
  document.text = Text::plain(text);
  document.language.code = "en";
  return document;
}

TEST(Selectors, TheHeadersExample) {
  const Document document = document_of("“Grüße,” she said.");
  const JsonValue resource = written(document, {3, 10});
  EXPECT_EQ(selector(resource, "TextPositionSelector").find("start")->number, 1);
  EXPECT_EQ(selector(resource, "TextPositionSelector").find("end")->number, 6);
  EXPECT_EQ(selector(resource, "TextQuoteSelector").text_of("exact"), "Grüße");
  EXPECT_EQ(selector(resource, "TextQuoteSelector").text_of("prefix"), "“");
  EXPECT_EQ(selector(resource, "TextQuoteSelector").text_of("suffix"), ",” she said.");
  EXPECT_EQ(selector(resource, "DataPositionSelector").find("start")->number, 3);
  EXPECT_EQ(selector(resource, "DataPositionSelector").find("end")->number, 10);
}

TEST(Selectors, TheAddressIsTheSourceAndTheBytesAreItsState) {
  Document document = document_of("Words.");
  EXPECT_EQ(written(document, {0, 5}).find("source")->text_of("id"), digest_uri(document.blob));
  document.url = "https://example.org/a b?<c>";
  const JsonValue resource = written(document, {0, 5});
  EXPECT_EQ(resource.find("source")->text_of("id"), "https://example.org/a%20b?%3Cc%3E");
  EXPECT_EQ(resource.find("state")->text_of("cached"), digest_uri(document.blob));
  document.url = "no address";
  EXPECT_EQ(written(document, {0, 5}).find("source")->text_of("id"), digest_uri(document.blob));
}

// RFC 6920, section 8.1; the version and variant bits of RFC 9562.
TEST(Selectors, NamesOfContent) {
  EXPECT_EQ(digest_uri(sha256("Hello World!")), "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
  const std::string urn = content_urn("Hello World!");
  EXPECT_EQ(urn.size(), 45u);
  EXPECT_EQ(urn.substr(0, 9), "urn:uuid:");
  EXPECT_EQ(urn[23], '8');
  EXPECT_NE(std::string_view("89ab").find(urn[28]), std::string_view::npos);
}

RC_GTEST_PROP(SelectorsProperty, PositionsAndWordsSelectTheSame, ()) {
  const auto piece = rc::gen::element<std::string>(
      "a", "é", "e\xCC\x81", "👩‍👩‍👧", "שלום", "\r\n", "\n", "\t", "\"", "\\", "\xE2\x80\xAE", "\x01", "“",
      " ", "0", "日本", "\xEF\xBB\xBF", "long words to fill steps of counting and more than thirty-two of them ");
  const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
  std::string text;
  for (const std::string& each : pieces) text += each;
  const std::vector<std::string> points = points_of(text);
  const auto begin = *rc::gen::inRange<std::size_t>(0, points.size() + 1);
  const auto end = *rc::gen::inRange<std::size_t>(begin, points.size() + 1);
  const std::size_t from = join(points, 0, begin).size();
  const Document document = document_of(text);
  const JsonValue resource = written(document, make_span(from, from + join(points, begin, end).size()));
  const JsonValue& position = selector(resource, "TextPositionSelector");
  const JsonValue& quote = selector(resource, "TextQuoteSelector");
  RC_ASSERT(static_cast<std::size_t>(position.find("start")->number) == begin);
  RC_ASSERT(static_cast<std::size_t>(position.find("end")->number) == end);
  RC_ASSERT(quote.text_of("exact") == join(points, begin, end));
  RC_ASSERT(quote.text_of("prefix") == join(points, begin < 32 ? 0 : begin - 32, begin));
  RC_ASSERT(quote.text_of("suffix") == join(points, end, std::min(end + 32, points.size())));
}

}  // namespace
}  // namespace readout
