// Conversion of one encoding to UTF-8 with the map back. What is invalid becomes U+FFFD and is counted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "readout/base/span.h"
#include "readout/text/text.h"

namespace readout {

struct Converted {
  std::string utf8;
  OffsetMap map;
  std::uint32_t invalid = 0;     // sequences that stand for nothing
  Span first_invalid;            // in `utf8`
  std::uint32_t surrogates = 0;  // halves and pairs that somebody wrote as UTF-8 of their own (CESU-8)
};

// `begin`: bytes of a mark to leave out. One U+FFFD stands for each maximal broken sequence. A pair of surrogates
// written as two sequences becomes the character meant; a lone one U+FFFD.
Converted convert_utf8(std::string_view bytes, std::size_t begin);
Converted convert_utf16(std::string_view bytes, std::size_t begin, bool big_endian);
Converted convert_utf32(std::string_view bytes, std::size_t begin, bool big_endian);

// Any other encoding by its canonical name (see canonical_encoding); nullopt where ICU does not know it.
std::optional<Converted> convert_legacy(std::string_view bytes, const std::string& encoding);

// The name under which an encoding is known here: "cp1251" -> "windows-1251", "latin1" -> "windows-1252" (as browsers
// read it), "utf8" -> "UTF-8"; "" for what is unknown or no encoding of texts on the web.
std::string canonical_encoding(std::string_view name);

}  // namespace readout
