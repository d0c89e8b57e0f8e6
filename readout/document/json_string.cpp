#include "readout/document/json_string.h"

#include <algorithm>
#include <utility>

#include "readout/text/characters.h"

namespace readout {
namespace {

// Four hexadecimal digits at `i`, or -1.
int hex4(std::string_view json, std::size_t i) {
  if (i + 4 > json.size()) return -1;
  int value = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    const char c = json[i + k];
    const char lower = static_cast<char>(c | 0x20);
    int digit = 0;
    if (c >= '0' && c <= '9')
      digit = c - '0';
    else if (lower >= 'a' && lower <= 'f')
      digit = lower - 'a' + 10;
    else
      return -1;
    value = value * 16 + digit;
  }
  return value;
}

}  // namespace

JsonEscape json_escape_at(std::string_view json, std::size_t offset) {
  JsonEscape escape;
  escape.size = std::min<std::size_t>(2, json.size() - offset);
  if (offset + 1 >= json.size()) return escape;
  const char c = json[offset + 1];
  switch (c) {
    case 'n':
      escape.text = "\n";
      return escape;
    case 't':
      escape.text = "\t";
      return escape;
    case 'r':
      escape.text = "\r";
      return escape;
    case 'b':
      escape.text = "\b";
      return escape;
    case 'f':
      escape.text = "\f";
      return escape;
    case 'u':
      break;
    default:
      // A backslash before anything else is dropped; what follows may be half a character and is left to stand.
      if (static_cast<unsigned char>(c) >= 0x80)
        escape.size = 1;
      else
        escape.text = c;
      return escape;
  }
  const int high = hex4(json, offset + 2);
  if (high < 0) {
    append_utf8(escape.text, kReplacement);
    return escape;
  }
  escape.size = 6;
  auto value = static_cast<char32_t>(high);
  if (value >= 0xD800 && value < 0xDC00 && json.substr(offset + 6).starts_with("\\u")) {
    const int low = hex4(json, offset + 8);
    if (low >= 0xDC00 && low < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10) + (static_cast<char32_t>(low) - 0xDC00);
      escape.size = 12;
    }
  }
  escape.lone_surrogate = value >= 0xD800 && value < 0xE000;
  append_utf8(escape.text, value);
  return escape;
}

JsonText unescape_json(std::string_view json, std::size_t begin, std::size_t end) {
  JsonText result;
  std::string out;
  OffsetMap map;
  out.reserve(end - begin);
  const std::string_view string = json.substr(0, end);
  const auto u32 = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  for (std::size_t i = begin; i < end;) {
    const std::size_t stop = std::min(string.find('\\', i), end);
    out += string.substr(i, stop - i);
    map.append(u32(stop - i), u32(i), u32(stop - i), true);
    i = stop;
    if (i >= end) break;
    const JsonEscape escape = json_escape_at(string, i);
    if (escape.lone_surrogate) ++result.lone_surrogates;
    out += escape.text;
    map.append(u32(escape.text.size()), u32(i), u32(escape.size), false);
    i += escape.size;
  }
  result.text = Text(std::move(out), std::move(map));
  return result;
}

std::size_t json_string_end(std::string_view json, std::size_t offset) {
  for (std::size_t i = offset + 1; i < json.size(); ++i) {
    if (json[i] == '\\')
      ++i;
    else if (json[i] == '"')
      return i;
  }
  return std::string_view::npos;
}

}  // namespace readout
