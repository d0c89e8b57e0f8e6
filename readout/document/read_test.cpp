#include "readout/document/read.h"

#include <gtest/gtest.h>

namespace readout {
namespace {

Document read_one(std::string bytes, std::string origin = "pile/001.txt") {
  const auto documents = read(Source{std::move(origin), std::move(bytes), "", ""});
  EXPECT_EQ(documents.size(), 1u);
  return documents.empty() ? Document{} : documents[0];
}

TEST(Read, APlainTextIsItsOwnBlob) {
  const std::string bytes =
      "The minister said that the talks were useful.\n\nBoth sides will meet again in the autumn.\n";
  const Document document = read_one(bytes);
  EXPECT_FALSE(is_refused(document));
  EXPECT_EQ(document.encoding, "UTF-8");
  EXPECT_EQ(document.language.code, "en");
  EXPECT_EQ(document.blob, sha256(bytes));
  EXPECT_EQ(document.blob_bytes, bytes.size());
  EXPECT_TRUE(document.text.map().is_identity());
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.text[document.blocks[1].span], "Both sides will meet again in the autumn.");
}

TEST(Read, RefusesWhatHoldsNoText) {
  EXPECT_EQ(read_one("").doubts.at(0).kind, DoubtKind::empty);
  EXPECT_EQ(read_one(" \n\t\n").doubts.at(0).kind, DoubtKind::empty);
  EXPECT_EQ(read_one("No comment").doubts.at(0).kind, DoubtKind::too_short);
  const auto documents = read(Source{"a.txt", std::string(2000, 'a'), "", ""}, ReadLimits{1000, 1000});
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].doubts.at(0).kind, DoubtKind::too_large);
  EXPECT_EQ(documents[0].doubts.at(0).detail, "2000");
}

TEST(ShortName, IsTheFirstPartOfTheStem) {
  EXPECT_EQ(short_name("seeds/004_47c1d2.txt"), "004");
  EXPECT_EQ(short_name("a/b/communique.html"), "communique");
  EXPECT_EQ(short_name("pile.jsonl:17"), "pile.17");
  EXPECT_EQ(short_name("-"), "stdin");
}

}  // namespace
}  // namespace readout
