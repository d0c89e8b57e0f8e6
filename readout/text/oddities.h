// Oddities of a text that a reader should know of: characters that are not seen, or that show a conversion gone wrong.
#pragma once

#include <string_view>
#include <vector>

#include "readout/base/doubt.h"

namespace readout {

// control_characters, invisible_characters, bidi, mojibake, and invalid_bytes for U+FFFD that came with the text: one
// doubt a kind, with the span of the first and in `detail` how many (of mojibake: what was read as what).
//
//   "nego<U+00AD>tiation"  -> invisible_characters: in the keys of fold.h it is gone, in the text it stays
//   "itâ€™s"              -> mojibake "UTF-8 read as windows-1252:1"
std::vector<Doubt> find_oddities(std::string_view text);

// The share of control characters (tabs and line breaks apart): past a few in a hundred this is no text.
double control_share(std::string_view text);

}  // namespace readout
