#include "readout/text/text.h"

#include <gtest/gtest.h>

namespace readout {
namespace {

TEST(OffsetMap, MapsConvertedCharactersToTheirBytes) {
  OffsetMap map;
  for (std::uint32_t i = 0; i < 6; ++i) map.append(2, i, 1, false);
  EXPECT_EQ(map.to_blob({0, 4}), (Span{0, 2}));
  EXPECT_EQ(map.to_blob({3, 5}), (Span{1, 3}));
  EXPECT_EQ(map.to_text({1, 2}), (Span{2, 4}));
  EXPECT_EQ(map.text_size(), 12u);
}

TEST(OffsetMap, TextMadeOfNothingHasAnEmptyBlobSide) {
  OffsetMap map;
  map.append(3, 3, 3, true);    // <p>one
  map.append(2, 13, 0, false);  // the break between two paragraphs
  map.append(3, 13, 3, true);
  EXPECT_EQ(map.to_blob({3, 5}), (Span{13, 13}));
  EXPECT_EQ(map.to_blob({0, 8}), (Span{3, 16}));
  EXPECT_EQ(map.to_blob({5, 6}), (Span{13, 14}));
  EXPECT_EQ(map.to_text({13, 16}), (Span{5, 8}));
  EXPECT_EQ(map.to_text({0, 3}), (Span{0, 0}));
}

TEST(OffsetMap, MergesNeighbouringLinearRuns) {
  OffsetMap map;
  map.append(3, 0, 3, true);
  map.append(4, 3, 4, true);
  EXPECT_TRUE(map.is_identity());
  EXPECT_EQ(map, OffsetMap::identity(7));
}

TEST(OffsetMap, ComposesThroughAnOuterMap) {
  // inner text "a&b" from "a&amp;b"; that in turn from "xa&amp;b" with the first byte dropped
  OffsetMap inner;
  inner.append(1, 0, 1, true);
  inner.append(1, 1, 5, false);
  inner.append(1, 6, 1, true);
  OffsetMap outer;
  outer.append(3, 1, 3, true);
  outer.append(1, 4, 6, false);  // one of the letters was an escape
  outer.append(3, 10, 3, true);
  const OffsetMap whole = inner.compose(outer);
  EXPECT_EQ(whole.to_blob({0, 1}), (Span{1, 2}));
  EXPECT_EQ(whole.to_blob({1, 2}), (Span{2, 12}));
  EXPECT_EQ(whole.to_blob({2, 3}), (Span{12, 13}));
}

TEST(Blob, IsNamedByItsBytes) {
  EXPECT_EQ(to_hex(make_blob("abc").id), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace readout
