// diff_words: a quotation set against the words of a passage, so that a reader sees which word is different.
//
//   passage  We will not sign the paper before spring      quote  We will sign the treaty before spring
//   {same, We will} {dropped, not} {same, sign the} {dropped, paper} {added, treaty} {same, before spring}
//
// The longest common run of words (Hunt and McIlroy's diff, by the table); of runs as long, the one that begins first.
// Words are compared as verify.h folds them. Parts come in the order in which they are read; `span` is of the passage's
// text for same and dropped, of the quotation for added.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/base/span.h"

namespace readout {

enum class DiffKind : std::uint8_t { same, dropped, added };

struct DiffPart {
  DiffKind kind = DiffKind::same;
  Span span;

  friend bool operator==(const DiffPart&, const DiffPart&) = default;
};

// `passage` is of `text`. Empty where either side has no words, or both together too many to be set side by side.
std::vector<DiffPart> diff_words(std::string_view quote, std::string_view text, Span passage);

}  // namespace readout
