// Units of tokens that others have cut: one unit a token, whatever it holds.
//
//   make_token_units({{"Kiev", "'s", "the black "}})  ->  one witness of three units; the last compares as "the black"
//
// A token that is a word, a number or a mark by our own reading gets that unit, with its neighbours as context (names,
// values); marks that are joined to a word ("pier,") do not count. Any other (several words, half a word, nothing) gets
// a plain unit: near when its letters are. White space at a token's ends does not count. Spans are meaningless here.
// The units of a witness depend on its own tokens only.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readout/align/units.h"

namespace readout {

std::vector<std::vector<Unit>> make_token_units(std::span<const std::vector<std::string_view>> witnesses);

}  // namespace readout
