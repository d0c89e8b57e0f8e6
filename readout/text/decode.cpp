#include "readout/text/decode.h"

#include <utility>

#include "readout/text/characters.h"

namespace readout {

Decoded decode(std::string_view bytes, std::string_view) {
  Decoded decoded;
  decoded.encoding = "UTF-8";
  const std::uint32_t skip = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  std::string text;
  OffsetMap map;
  for (std::size_t i = skip; i < bytes.size();) {
    const std::size_t good = valid_utf8_size(bytes.substr(i));
    text += bytes.substr(i, good);
    map.append(static_cast<std::uint32_t>(good), static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(good), true);
    i += good;
    if (i >= bytes.size()) break;
    append_utf8(text, kReplacement);
    map.append(3, static_cast<std::uint32_t>(i), 1, false);
    ++i;
  }
  decoded.text = Text(std::move(text), std::move(map));
  return decoded;
}

}  // namespace readout
