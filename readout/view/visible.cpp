#include "readout/view/visible.h"

#include <fmt/format.h>

namespace readout {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

bool is_hostile(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

char32_t take_code_point(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  const std::size_t length = first < 0x80                    ? 1
                             : first >= 0xF0 && first < 0xF5 ? 4
                             : first >= 0xE0                 ? 3
                             : first >= 0xC2                 ? 2
                                                             : 0;
  bool valid = length > 0 && length <= text.size();
  char32_t code = length == 1 ? first : length > 0 ? first & (0xFFu >> (length + 1)) : 0u;
  for (std::size_t i = 1; valid && i < length; ++i) {
    valid = (byte(i) & 0xC0u) == 0x80u;
    code = (code << 6) | (byte(i) & 0x3Fu);
  }
  text.remove_prefix(valid ? length : 1);
  return valid ? code : U'\uFFFD';
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t c = take_code_point(text);
    if (is_blank(c)) {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    if (is_hostile(c))
      out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
    else if (c == U'\uFFFD')
      out += "\xEF\xBF\xBD";
    else
      out.append(before.substr(0, before.size() - text.size()));
  }
  return out;
}

std::string visible_json(std::string json) {
  bool clean = true;
  for (const char c : json) clean = clean && static_cast<unsigned char>(c) < 0x80;
  if (clean) return json;  // the writer escapes what is hostile in ASCII
  std::string out;
  out.reserve(json.size());
  std::string_view rest = json;
  while (!rest.empty()) {
    const std::string_view before = rest;
    const char32_t c = take_code_point(rest);
    if (c >= 0x10000 && is_hostile(c))
      out += fmt::format("\\u{:04x}\\u{:04x}", 0xD7C0u + (c >> 10), 0xDC00u + (c & 0x3FFu));
    else if (c >= 0x7F && is_hostile(c))
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    else
      out.append(before.substr(0, before.size() - rest.size()));
  }
  return out;
}

std::string quoted(std::string_view words) {
  return "“" + visible(words) + "”";
}

std::string quoted_or_nothing(std::string_view words) {
  return words.empty() ? "nothing" : quoted(words);
}

}  // namespace readout
