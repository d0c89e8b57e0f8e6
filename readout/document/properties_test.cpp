// What holds for any bytes that are read, tried on pages, records and texts made at random.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "readout/document/read.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

rc::Gen<std::string> joined(std::vector<std::string> pieces) {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::move(pieces))),
                      [](const std::vector<std::string>& parts) {
                        std::string text;
                        for (const std::string& part : parts) text += part;
                        return text;
                      });
}

rc::Gen<std::string> any_page() {
  return joined({"<p>",
                 "</p>",
                 "<div>",
                 "</div>",
                 "<div class='sidebar'>",
                 "<b>",
                 "</b>",
                 "<a href=x>",
                 "</a>",
                 "<br>",
                 "<table>",
                 "<tr>",
                 "<td>",
                 "</table>",
                 "<li>",
                 "<h1>",
                 "</h1>",
                 "<pre>",
                 "</pre>",
                 "<!--",
                 "-->",
                 "<script>",
                 "</script>",
                 "<svg>",
                 "</svg>",
                 "<blockquote>",
                 "<nav>",
                 "</nav>",
                 "<",
                 ">",
                 "&",
                 ";",
                 "&amp;",
                 "&ldquo;",
                 "&copy",
                 "&notit;",
                 "&#8217;",
                 "&#0;",
                 "&#xD800;",
                 "&amp;quot;",
                 "&NotEqualTilde;",
                 "words of the minister ",
                 "He said no. ",
                 "“yes”",
                 "\r\n",
                 "\n",
                 " ",
                 "\t",
                 "é",
                 "\xC2\xA0",
                 "\xFF",
                 std::string(1, '\0'),
                 "{\"@type\":\"NewsArticle\"}",
                 "=E2=80=99",
                 "<title>",
                 "</title>"});
}

rc::Gen<std::string> any_plain() {
  return joined({"The minister said that the talks had been ",
                 "useful",
                 ".",
                 "\n",
                 "\n\n",
                 "\r\n",
                 "\f",
                 "> ",
                 "# ",
                 "- ",
                 "**",
                 "*",
                 "_",
                 "[text](http://a.example)",
                 "`",
                 "```\n",
                 "From: a\n",
                 "Subject: b\n",
                 "Date: c\n",
                 "---------- Forwarded message ---------\n",
                 "=\n",
                 "=E2=80=99",
                 "=3D",
                 "&quot;",
                 "&amp;",
                 "“",
                 "”",
                 "é",
                 "Нет",
                 "\xFF",
                 "12\n",
                 "Page 3 of 9\n",
                 "https://a.example/x ",
                 "www.",
                 "://",
                 " date 2025-08-01 ",
                 "MARLOW, August 1. /NAA/. ",
                 "|a|b|\n",
                 "Question: ",
                 "\xEF\xBB\xBF",
                 std::string(1, '\0')});
}

rc::Gen<std::string> any_records() {
  return joined({"{",
                 "}",
                 "[",
                 "]",
                 "\"text\":",
                 "\"html\":",
                 "\"title\":",
                 "\"a\"",
                 ",",
                 "\n",
                 "{\"text\":\"He said no to the plan.\"}\n",
                 "{\"html\":\"<p>He said &amp; left the hall.\"}\n",
                 "\\ud83d",
                 "\\u201c",
                 "\\",
                 "\"",
                 "words ",
                 "\xFF",
                 "é",
                 "null",
                 "1"});
}

void check(const Document& document, std::string_view blob) {
  const std::string_view text = document.text.view();
  RC_ASSERT(valid_utf8_size(text) == text.size());
  RC_ASSERT(document.text.map().text_size() == text.size());
  if (is_refused(document)) {
    RC_ASSERT(document.blocks.empty());
    return;
  }
  const auto good = [&](Span span) {
    const auto boundary = [&](std::uint32_t i) {
      return i == text.size() || (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80);
    };
    return span.begin <= span.end && boundary(span.begin) && boundary(span.end);
  };
  std::uint32_t at = 0;
  for (const Block& block : document.blocks) {
    RC_ASSERT(good(block.span) && !block.span.empty() && block.span.begin >= at);
    RC_ASSERT(trim(text, Span{at, block.span.begin}).empty());
    const Span there = document.text.to_blob(block.span);
    RC_ASSERT(there.begin <= there.end && there.end <= blob.size());
    at = block.span.end;
  }
  RC_ASSERT(trim(text, make_span(at, text.size())).empty());
  for (const Link& link : document.links) RC_ASSERT(good(link.span));
  for (const Doubt& doubt : document.doubts) RC_ASSERT(good(doubt.span));
  for (const TimeMention& time : document.times) RC_ASSERT(good(time.span));
  std::uint32_t before = 0;
  for (std::uint32_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const Span there = document.text.to_blob({i, i + c.size});
    RC_ASSERT(there.begin >= before && there.end <= blob.size());
    before = there.begin;
    i += c.size;
  }
}

RC_GTEST_PROP(ReadProperties, AnyPageMapsBackToItsBytes, ()) {
  const std::string bytes = "<html>" + *any_page();
  for (const Document& document : read(Source{"a.html", bytes, "", ""})) check(document, bytes);
}

RC_GTEST_PROP(ReadProperties, AnyPlainTextMapsBackToItsBytes, ()) {
  const std::string bytes = *any_plain();
  for (const Document& document : read(Source{"a.txt", bytes, "", ""})) check(document, bytes);
}

RC_GTEST_PROP(ReadProperties, AnyRecordsMapBackToTheirLines, ()) {
  const std::string bytes = *any_records();
  const Source source{"a.jsonl", bytes, "", ""};
  const auto lines = split_records(source.bytes);
  const auto documents = read(source);
  if (lines.empty()) return;
  RC_ASSERT(documents.size() == lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) check(documents[i], lines[i].bytes);
}

RC_GTEST_PROP(ReadProperties, AnyBytesAreReadOrRefused, ()) {
  const std::string bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  for (const Document& document : read(Source{"a", bytes, "", ""})) check(document, bytes);
}

}  // namespace
}  // namespace readout
