#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "readout/document/read.h"

namespace readout {
namespace {

using namespace std::string_literals;

Document read_one(std::string bytes, std::string origin = "a.bin") {
  auto documents = read(Source{std::move(origin), std::move(bytes), "", ""});
  EXPECT_EQ(documents.size(), 1u);
  return documents.empty() ? Document{} : std::move(documents[0]);
}

// "class:detail" of the refusal, "" where the document was read.
std::string refusal(std::string bytes, std::string origin = "a.bin") {
  const Document document = read_one(std::move(bytes), std::move(origin));
  if (!is_refused(document)) return "";
  EXPECT_TRUE(document.blocks.empty());
  EXPECT_EQ(document.text.size(), 0u);
  return std::string(to_string(document.doubts[0].kind)) + ":" + document.doubts[0].detail;
}

bool doubts(const Document& document, DoubtKind kind) {
  return std::any_of(document.doubts.begin(), document.doubts.end(), [&](const Doubt& d) { return d.kind == kind; });
}

const std::string kStory =
    "The minister said on Monday that the talks in Marlow had been useful. Both sides will meet again in the autumn, "
    "he added, and the agenda will be drawn up by a group of experts from the two capitals before then.";

TEST(Refusals, FormatsThatAreNotServed) {
  EXPECT_EQ(refusal("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj"), "unsupported-format:pdf");
  EXPECT_EQ(refusal("PK\x03\x04\x14\0\0\0\x08\0word/document.xml"s), "unsupported-format:docx");
  EXPECT_EQ(refusal("PK\x03\x04\x14\0\0\0\x08\0other.txt"s), "unsupported-format:zip");
  EXPECT_EQ(refusal("\x1F\x8B\x08\0\0\0"s), "unsupported-format:gzip");
  EXPECT_EQ(refusal("{\\rtf1\\ansi Words of a letter.}"), "unsupported-format:rtf");
  EXPECT_EQ(refusal("WARC/1.0\r\nWARC-Type: response\r\n"), "unsupported-format:warc");
  EXPECT_EQ(refusal("<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>"), "unsupported-format:feed");
  EXPECT_EQ(refusal("<feed xmlns='http://www.w3.org/2005/Atom'></feed>"), "unsupported-format:feed");
  EXPECT_EQ(refusal("<?xml version='1.0'?><note>words words words words</note>"), "unsupported-format:xml");
}

TEST(Refusals, WhatIsNoDocument) {
  EXPECT_EQ(refusal("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s), "not-a-document:png");
  EXPECT_EQ(refusal("\xFF\xD8\xFF\xE0\0\x10JFIF"s), "not-a-document:jpeg");
  EXPECT_EQ(refusal("<?xml version='1.0'?><urlset><url><loc>https://a.example</loc></url></urlset>"),
            "not-a-document:sitemap");
  EXPECT_EQ(refusal("name\tvotes\nNorth\t12\nSouth\t9\nEast\t4\n"), "not-a-document:table");
  EXPECT_EQ(refusal("a,b,c,d\n1,2,3,4\n5,6,7,8\n9,1,2,3\n4,5,6,7\n"), "not-a-document:table");
  EXPECT_EQ(refusal("{\n  \"name\": \"pile\",\n  \"kind\": [1, 2]\n}\n"), "unsupported-format:json");
  EXPECT_EQ(refusal("[Applause] The minister thanked the hall, and then he sat down [again]"), "");
}

TEST(Refusals, Binaries) {
  EXPECT_EQ(refusal("\x7F"
                    "ELF\x02\x01\x01\0\0\0"s),
            "binary:elf");
  std::string noise;
  unsigned state = 7;
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>((state = state * 1103515245u + 12345u) >> 16 & 0xFF);
  EXPECT_EQ(refusal(noise), "binary:");
}

TEST(Refusals, AFewNulBytesAreADoubt) {
  const Document document = read_one(kStory + "\0"s + kStory);
  EXPECT_FALSE(is_refused(document));
  EXPECT_TRUE(doubts(document, DoubtKind::control_characters));
}

TEST(Refusals, ErrorPages) {
  EXPECT_EQ(refusal("<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL was "
                    "not found on this server.</p></body></html>"),
            "error-page:404 not found");
  EXPECT_EQ(refusal("<title>Just a moment...</title><p>Checking your browser before you go to post.example.</p>"),
            "error-page:just a moment");
  EXPECT_EQ(refusal("Access Denied\n\nYou don't have permission to access this page on this server.\n"),
            "error-page:access denied");
  EXPECT_EQ(refusal("The envoy was denied entry, an aide said. Access denied, he told the press: “It is over.”"), "");
}

TEST(Refusals, APageThatNeedsAScript) {
  EXPECT_EQ(refusal("You need to enable JavaScript to run this app."), "script-rendered:enable javascript");
}

TEST(Doubts, Paywalls) {
  const Document document = read_one(kStory + "\n\nSubscribe to continue reading. Already a subscriber? Sign in.");
  EXPECT_FALSE(is_refused(document));
  EXPECT_TRUE(doubts(document, DoubtKind::paywall));
  EXPECT_FALSE(doubts(read_one(kStory), DoubtKind::paywall));
}

TEST(Doubts, TextsThatBreakOff) {
  EXPECT_TRUE(doubts(read_one(kStory + "\n\n" + kStory.substr(0, 110)), DoubtKind::truncated));
  EXPECT_TRUE(doubts(read_one(kStory + " He will then go to the"), DoubtKind::truncated));
  EXPECT_TRUE(doubts(read_one(kStory + " He will then g [+1872 chars]"), DoubtKind::truncated));
  EXPECT_FALSE(doubts(read_one(kStory + " He counted them in chars]"), DoubtKind::truncated));
  EXPECT_FALSE(doubts(read_one(kStory), DoubtKind::truncated));
  EXPECT_FALSE(doubts(read_one(kStory + " He asked: “Why not?”"), DoubtKind::truncated));
}

TEST(Doubts, LanguagesThatAreNotServed) {
  const Document russian = read_one("Министр заявил, что переговоры в Марлове были полезными и продолжатся осенью.");
  EXPECT_FALSE(is_refused(russian));
  EXPECT_EQ(russian.language.code, "ru");
  EXPECT_TRUE(doubts(russian, DoubtKind::unsupported_language));
  const Document french = read_one(
      "Le ministre a déclaré lundi que les pourparlers avaient été utiles. Les deux parties se reverront à l'automne.");
  EXPECT_TRUE(doubts(french, DoubtKind::unsupported_language));
  EXPECT_FALSE(doubts(read_one(kStory), DoubtKind::unsupported_language));
}

TEST(Encodings, ADeclaredCharsetOfAPage) {
  const Document document = read_one(
      "<html><head><meta charset=windows-1251></head><body><p>\xCC\xE8\xED\xE8\xF1\xF2\xF0 "
      "\xF1\xEA\xE0\xE7\xE0\xEB \xF7\xF2\xEE \xEF\xE5\xF0\xE5\xE3\xEE\xE2\xEE\xF0\xFB "
      "\xE1\xFB\xEB\xE8</p></body></html>");
  EXPECT_EQ(document.encoding, "windows-1251");
  EXPECT_EQ(document.text.view(), "Министр сказал что переговоры были");
  EXPECT_EQ(document.text.to_blob({0, 14}), (Span{55, 62}));
}

}  // namespace
}  // namespace readout
