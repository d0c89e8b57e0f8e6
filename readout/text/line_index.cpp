#include "readout/text/line_index.h"

#include <algorithm>

#include "readout/text/decode.h"

namespace readout {
namespace {

constexpr std::size_t kStride = 1024;

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

}  // namespace

LineIndex::LineIndex(std::string_view bytes, std::string_view encoding)
    : text_(decode(bytes, encoding).text), size_(static_cast<std::uint32_t>(bytes.size())), lines_{0} {
  const std::string_view text = text_.view();
  std::uint32_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStride == 0) characters_.push_back(characters);
    characters += begins_character(text[i]);
    if (text[i] == '\n') lines_.push_back(static_cast<std::uint32_t>(i + 1));
  }
  characters_.push_back(characters);
}

std::uint32_t LineIndex::characters_before(std::uint32_t offset) const {
  const std::string_view text = text_.view();
  const std::size_t stride = offset / kStride;
  // Where the text ends with a stride, the last count is that of the whole.
  const auto more = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(stride * kStride), text.begin() + offset,
                                  begins_character);
  return characters_[stride] + static_cast<std::uint32_t>(more);
}

LinePosition LineIndex::at(std::uint32_t byte) const {
  std::uint32_t offset = text_.size();
  if (byte < size_) offset = std::min(offset, text_.map().to_text({byte, byte + 1}).begin);
  const auto next = std::ranges::upper_bound(lines_, offset);
  return {static_cast<std::uint32_t>(next - lines_.begin()),
          characters_before(offset) - characters_before(*(next - 1)) + 1};
}

}  // namespace readout
