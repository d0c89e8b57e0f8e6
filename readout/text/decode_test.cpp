#include "readout/text/decode.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace readout {
namespace {

using namespace std::string_literals;

bool has(const Decoded& decoded, DoubtKind kind) {
  return std::any_of(decoded.doubts.begin(), decoded.doubts.end(), [&](const Doubt& d) { return d.kind == kind; });
}

// "Министр сказал, что переговоры в Марлове были полезными." in windows-1251 and in KOI8-R.
const std::string kWindows =
    "\xCC\xE8\xED\xE8\xF1\xF2\xF0 \xF1\xEA\xE0\xE7\xE0\xEB, \xF7\xF2\xEE \xEF\xE5\xF0\xE5\xE3\xEE\xE2\xEE\xF0\xFB \xE2 "
    "\xCC\xE0\xF0\xEB\xEE\xE2\xE5 \xE1\xFB\xEB\xE8 \xEF\xEE\xEB\xE5\xE7\xED\xFB\xEC\xE8."s;
const std::string kKoi =
    "\xED\xC9\xCE\xC9\xD3\xD4\xD2 \xD3\xCB\xC1\xDA\xC1\xCC, \xDE\xD4\xCF \xD0\xC5\xD2\xC5\xC7\xCF\xD7\xCF\xD2\xD9 \xD7 "
    "\xED\xC1\xD2\xCC\xCF\xD7\xC5 \xC2\xD9\xCC\xC9 \xD0\xCF\xCC\xC5\xDA\xCE\xD9\xCD\xC9."s;
const std::string kRussian = "Министр сказал, что переговоры в Марлове были полезными.";

std::string to_utf16(std::u16string_view text, bool big) {
  std::string bytes;
  for (const char16_t unit : text) {
    bytes += static_cast<char>(big ? unit >> 8 : unit & 0xFF);
    bytes += static_cast<char>(big ? unit & 0xFF : unit >> 8);
  }
  return bytes;
}

TEST(Decode, Utf16WithAndWithoutAMark) {
  const std::u16string text = u"He said: “No.” Нет.";
  for (const bool big : {false, true}) {
    const Decoded plain = decode(to_utf16(text, big));
    EXPECT_EQ(plain.encoding, big ? "UTF-16BE" : "UTF-16LE");
    EXPECT_EQ(plain.text.view(), "He said: “No.” Нет.");
    EXPECT_EQ(plain.text.to_blob({3, 7}), (Span{6, 14}));
    const Decoded marked = decode(to_utf16(u"\uFEFF" + text, big));
    EXPECT_EQ(marked.text.view(), plain.text.view());
    EXPECT_EQ(marked.text.to_blob({3, 7}), (Span{8, 16}));
    EXPECT_TRUE(marked.doubts.empty());
  }
}

TEST(Decode, Utf32) {
  std::string bytes;
  for (const char32_t c : U"Нет. No.") {
    if (c == 0) break;
    for (int k = 0; k < 4; ++k) bytes += static_cast<char>(c >> (8 * k) & 0xFF);
  }
  const Decoded decoded = decode(bytes);
  EXPECT_EQ(decoded.encoding, "UTF-32LE");
  EXPECT_EQ(decoded.text.view(), "Нет. No.");
  EXPECT_EQ(decoded.text.to_blob({0, 6}), (Span{0, 12}));
}

TEST(Decode, RussianEncodingsAreFoundAndMapBack) {
  const Decoded windows = decode(kWindows);
  EXPECT_EQ(windows.encoding, "windows-1251");
  EXPECT_EQ(windows.text.view(), kRussian);
  const auto at = static_cast<std::uint32_t>(kRussian.find("сказал"));
  EXPECT_EQ(windows.text.to_blob({at, at + 12}), (Span{8, 14}));
  EXPECT_EQ(windows.text.map().to_text({8, 14}), (Span{at, at + 12}));
  const Decoded koi = decode(kKoi);
  EXPECT_EQ(koi.encoding, "KOI8-R");
  EXPECT_EQ(koi.text.view(), kRussian);
  EXPECT_TRUE(koi.doubts.empty());
}

TEST(Decode, DeclaredAndRealAtOdds) {
  const Decoded koi = decode(kKoi, "windows-1251");
  EXPECT_EQ(koi.text.view(), kRussian);
  EXPECT_TRUE(has(koi, DoubtKind::encoding_mismatch));
  EXPECT_TRUE(has(decode(kWindows, "iso-8859-1"), DoubtKind::encoding_mismatch));
  EXPECT_TRUE(has(decode(kRussian, "windows-1251"), DoubtKind::encoding_mismatch));
  EXPECT_FALSE(has(decode("plain words", "windows-1251"), DoubtKind::encoding_mismatch));
  EXPECT_FALSE(has(decode(kWindows, "cp1251"), DoubtKind::encoding_mismatch));
  const Decoded curly = decode("He said \x93no\x94 and it\x92s over", "utf-8");
  EXPECT_EQ(curly.text.view(), "He said “no” and it’s over");
  EXPECT_TRUE(has(curly, DoubtKind::encoding_mismatch));
}

TEST(Decode, WesternEncodings) {
  EXPECT_EQ(decode("the caf\xE9 \x97 closed").text.view(), "the café — closed");
  EXPECT_EQ(decode("\xC1\xEE\xED\xEE\xF1", "iso-8859-7").encoding, "ISO-8859-7");
}

TEST(Decode, InvalidBytesBecomeReplacementCharacters) {
  const Decoded decoded = decode("« déjà \xFF vu » — là");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.text.view(), "« déjà \uFFFD vu » — là");
  ASSERT_TRUE(has(decoded, DoubtKind::invalid_bytes));
  EXPECT_EQ(decoded.text.to_blob(decoded.doubts[0].span), (Span{10, 11}));
  EXPECT_EQ(decode("— — —\xE2\x80").text.view(), "— — —\uFFFD");
}

TEST(Decode, SurrogatesWrittenAsUtf8) {
  const Decoded pair = decode("ok — \xED\xA0\xBD\xED\xB8\x80 — —");
  EXPECT_EQ(pair.text.view(), "ok — 😀 — —");
  EXPECT_TRUE(has(pair, DoubtKind::invalid_bytes));
  const Decoded lone = decode("ok — \xED\xA0\xBD no — —");
  EXPECT_EQ(lone.text.view(), "ok — \uFFFD no — —");
  EXPECT_EQ(lone.text.to_blob({7, 10}), (Span{7, 10}));
}

TEST(Decode, SeesWhatIsNotSeen) {
  EXPECT_TRUE(has(decode("nego\u00ADtiation goes on"), DoubtKind::invisible_characters));
  EXPECT_TRUE(has(decode("pass\u200Bword"), DoubtKind::invisible_characters));
  EXPECT_TRUE(has(decode("he \u202Edias\u202C it"), DoubtKind::bidi));
  EXPECT_TRUE(has(decode("one\0two"s), DoubtKind::control_characters));
  EXPECT_TRUE(decode("Plain “curly” text — with é.\n\tAnd a tab.").doubts.empty());
}

TEST(Decode, SeesMojibake) {
  EXPECT_TRUE(has(decode("itâ€™s over"), DoubtKind::mojibake));
  EXPECT_TRUE(has(decode("the cafÃ© closed"), DoubtKind::mojibake));
  EXPECT_TRUE(has(decode("РњРёРЅРёСЃС‚СЂ СЃРєР°Р·Р°Р»"), DoubtKind::mojibake));
  EXPECT_TRUE(has(decode("Ìèíèñòð ñêàçàë, ÷òî ïåðåãîâîðû áûëè ïîëåçíûìè"), DoubtKind::mojibake));
  EXPECT_FALSE(has(decode("São Tomé, Ñuñoa, naïve façade, crème brûlée"), DoubtKind::mojibake));
  EXPECT_FALSE(has(decode("В России. С «Роснефтью» — РФ, США, СССР."), DoubtKind::mojibake));
}

}  // namespace
}  // namespace readout
