#include "readout/text/line_index.h"

#include <algorithm>

#include "readout/text/decode.h"

namespace readout {

LineIndex::LineIndex(std::string_view bytes, std::string_view encoding)
    : text_(decode(bytes, encoding).text), size_(static_cast<std::uint32_t>(bytes.size())), lines_{0} {
  const std::string_view text = text_.view();
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1))
    lines_.push_back(static_cast<std::uint32_t>(i + 1));
}

LinePosition LineIndex::at(std::uint32_t byte) const {
  const std::string_view text = text_.view();
  std::uint32_t offset = text_.size();
  if (byte < size_) offset = std::min(offset, text_.map().to_text({byte, byte + 1}).begin);
  const auto next = std::ranges::upper_bound(lines_, offset);
  const std::uint32_t begin = *(next - 1);
  const auto characters = std::count_if(text.begin() + begin, text.begin() + offset,
                                        [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return {static_cast<std::uint32_t>(next - lines_.begin()), static_cast<std::uint32_t>(characters) + 1};
}

}  // namespace readout
