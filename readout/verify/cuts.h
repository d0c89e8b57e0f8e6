// Cuts: what a cut inside a passage takes away that governs what is left.
//
//   text  We will not, the minister said, sign the paper before spring.
//   quote We will ... sign the paper                                      {negation, "not"}
//   quote We will not ... before spring                                   nothing: what is gone had its own clause
//
// A negation counts where no clause ends between it and a piece that is left; a condition anywhere in the sentence of
// such a piece; a hedge, "only", "at least", a modal verb or a number where little else was left out.
#pragma once

#include <string_view>
#include <vector>

#include "readout/verify/verify.h"
#include "readout/verify/words.h"

namespace readout {

// Words [begin, end) of the text were left out, between words that stand in the quotation. A mark excuses a number, a
// modal verb and "about"; it does not excuse "not", "if", "only", "perhaps".
std::vector<Difference> swallowed_by_cut(std::string_view text, const std::vector<FoldedWord>& words, std::size_t begin,
                                         std::size_t end, SeamKind kind);

// True where a clause ends between words i and i + 1: a comma or stronger mark, or "and", "but", "because", "who".
bool clause_ends_after(std::string_view text, const std::vector<FoldedWord>& words, std::size_t i);

}  // namespace readout
