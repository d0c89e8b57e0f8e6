// decode: bytes as received -> Text in UTF-8, with the map back, and what was odd about the bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/doubt.h"
#include "readout/text/text.h"

namespace readout {

struct Decoded {
  Text text;
  std::string encoding;       // IANA name: "UTF-8", "windows-1251", ...
  std::vector<Doubt> doubts;  // encoding_mismatch, invalid_bytes, control_characters, bidi, mojibake, ...
};

// `declared` is what a header or a <meta> claims; "" where nothing does. A byte-order mark wins, then valid UTF-8, then
// the declared encoding where the bytes are valid in it, then detection. Invalid bytes become U+FFFD and a doubt. The
// byte-order mark itself is not part of the text. UTF-16 and UTF-32 are found with and without a mark.
Decoded decode(std::string_view bytes, std::string_view declared = {});

}  // namespace readout
