// Strings of JSON with the map back to their escapes.
//
//   "He said \u201cno\u201d"   ->   He said “no”, and “ stands for the six bytes \u201c
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "readout/text/text.h"

namespace readout {

struct JsonEscape {
  std::string text;  // UTF-8; U+FFFD for a lone surrogate
  std::size_t size = 0;
  bool lone_surrogate = false;
};

// The escape that begins with a backslash at `offset`.
JsonEscape json_escape_at(std::string_view json, std::size_t offset);

struct JsonText {
  Text text;
  std::size_t lone_surrogates = 0;
};

// The text of the string json[begin, end), which stands between its quotation marks; the map leads to bytes of `json`.
JsonText unescape_json(std::string_view json, std::size_t begin, std::size_t end);

// The end of the string that opens with a quotation mark at `offset`: the offset of the closing one, or npos.
std::size_t json_string_end(std::string_view json, std::size_t offset);

}  // namespace readout
