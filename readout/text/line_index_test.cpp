#include "readout/text/line_index.h"

#include <gtest/gtest.h>

namespace readout {
namespace {

TEST(LineIndex, CountsCharactersOfEveryLine) {
  const std::string file = "Он сказал\nда, да\r\n\n—end";
  const LineIndex lines(file);
  EXPECT_EQ(lines.at(0), (LinePosition{1, 1}));
  EXPECT_EQ(lines.at(5), (LinePosition{1, 4}));
  EXPECT_EQ(lines.at(static_cast<std::uint32_t>(file.find("да,"))), (LinePosition{2, 1}));
  EXPECT_EQ(lines.at(static_cast<std::uint32_t>(file.find("end"))), (LinePosition{4, 2}));
  EXPECT_EQ(lines.at(static_cast<std::uint32_t>(file.size())), (LinePosition{4, 5}));
  EXPECT_EQ(lines.at(9999), (LinePosition{4, 5}));
}

TEST(LineIndex, AnyEncodingAndAByteOrderMark) {
  EXPECT_EQ(LineIndex("\xEF\xBB\xBF"
                      "ab\ncd")
                .at(7),
            (LinePosition{2, 2}));
  const std::string wide(
      "\xFF\xFE"
      "a\0\n\0b\0c\0",
      10);
  EXPECT_EQ(LineIndex(wide).at(8), (LinePosition{2, 2}));
  EXPECT_EQ(LineIndex("\xEE\xED\n\xE4\xE0", "windows-1251").at(4), (LinePosition{2, 2}));
  EXPECT_EQ(LineIndex("").at(0), (LinePosition{1, 1}));
}

// A page may be one line.
TEST(LineIndex, LongLinesAreCountedFromTheMiddle) {
  std::string file = "x\n";
  for (int i = 0; i < 2048; ++i) file += "é";
  const LineIndex lines(file);
  for (const std::uint32_t i : {0u, 1u, 511u, 512u, 513u, 1023u, 1024u, 2047u, 2048u})
    EXPECT_EQ(lines.at(2 + 2 * i), (LinePosition{2, i + 1}));
}

}  // namespace
}  // namespace readout
