#include "readout/document/lines.h"

namespace readout {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Bytes of the line break at `i`, 0 where there is none. White space before it is allowed.
std::size_t soft_break(std::string_view bytes, std::size_t i) {
  std::size_t at = i;
  while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t')) ++at;
  if (at < bytes.size() && bytes[at] == '\n') return at + 1 - i;
  if (at + 1 < bytes.size() && bytes[at] == '\r' && bytes[at + 1] == '\n') return at + 2 - i;
  return 0;
}

// Nearly every '=' leads a code or a soft break, and some lead what no address holds: "?year=20" alone proves nothing.
bool is_quoted_printable(std::string_view bytes) {
  std::size_t signs = 0;
  std::size_t codes = 0;
  std::size_t strong = 0;
  for (std::size_t i = bytes.find('='); i != std::string_view::npos; i = bytes.find('=', i + 1)) {
    ++signs;
    if (soft_break(bytes, i + 1) > 0) {
      ++codes;
      ++strong;
    } else if (i + 2 < bytes.size() && hex_value(bytes[i + 1]) >= 0 && hex_value(bytes[i + 2]) >= 0) {
      ++codes;
      const std::string_view code = bytes.substr(i + 1, 2);
      const bool chained = i + 3 < bytes.size() && bytes[i + 3] == '=' && code[0] >= 'C';
      const bool blank = code == "20" && soft_break(bytes, i + 3) > 0;
      if (code == "3D" || chained || blank) ++strong;
    }
  }
  return codes * 10 >= signs * 9 && (strong >= 2 || (strong >= 1 && codes >= 3));
}

}  // namespace

Unquoted undo_quoted_printable(std::string_view bytes) {
  Unquoted result;
  if (bytes.find('=') == std::string_view::npos || !is_quoted_printable(bytes)) return result;
  const auto u32 = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  result.bytes.reserve(bytes.size());
  std::size_t done = 0;
  for (std::size_t i = bytes.find('='); i != std::string_view::npos; i = bytes.find('=', i)) {
    const std::size_t soft = soft_break(bytes, i + 1);
    const bool code = i + 2 < bytes.size() && hex_value(bytes[i + 1]) >= 0 && hex_value(bytes[i + 2]) >= 0;
    if (soft == 0 && !code) {
      ++i;
      continue;
    }
    result.bytes += bytes.substr(done, i - done);
    result.map.append(u32(i - done), u32(done), u32(i - done), true);
    ++result.count;
    if (soft > 0) {
      i += 1 + soft;
    } else {
      result.bytes += static_cast<char>(hex_value(bytes[i + 1]) * 16 + hex_value(bytes[i + 2]));
      result.map.append_steps(1, 1, u32(i), 3);
      i += 3;
    }
    done = i;
  }
  result.bytes += bytes.substr(done);
  result.map.append(u32(bytes.size() - done), u32(done), u32(bytes.size() - done), true);
  return result;
}

}  // namespace readout
