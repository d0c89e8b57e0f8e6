// LineIndex: bytes of a file as delivered -> line and column, as an editor counts them.
//
//   file (UTF-8)  "Он сказал\nда"          LineIndex(file).at(18) == {2, 1}      LineIndex(file).at(5) == {1, 4}
//
// Both count from 1. A column is a character (a code point), whatever the encoding; a tab is one. Lines end with a line
// feed. A byte-order mark has no column. An offset past the end is the place after the last character.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/text/text.h"

namespace readout {

struct LinePosition {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend auto operator<=>(const LinePosition&, const LinePosition&) = default;
};

class LineIndex {
 public:
  // `encoding` is that of the Document made from these bytes.
  explicit LineIndex(std::string_view bytes, std::string_view encoding = {});

  LinePosition at(std::uint32_t byte) const;

 private:
  std::uint32_t characters_before(std::uint32_t offset) const;

  Text text_;
  std::uint32_t size_ = 0;
  std::vector<std::uint32_t> lines_;       // where each begins in the text
  std::vector<std::uint32_t> characters_;  // before each kStride bytes of it: a line may be the whole file
};

}  // namespace readout
