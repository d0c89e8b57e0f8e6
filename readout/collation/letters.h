// Letters: how alike two words are where no lexicon knows the language, by their letters alone.
//
//   plain_letters("Wijttä") == "uite"     plain_letters("vijte") == "uite"
//   letter_gain(unit of "wijttä", unit of "vijte") == 100
//
// Old spelling is free within bounds: u v w, i j y, c k q, x ks, z s, doubled letters, h after a consonant, ä e, å ö o.
// plain_letters folds these; what then still differs is measured by an edit distance in which one vowel for another,
// b p, d t, g k, f v, a lost h or vowel cost half. (Folding as in Soundex and its heirs, but nothing is cut off;
// distance after Wagner and Fischer, 1974.) Language-neutral: it names no word and no ending.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readout/align/units.h"

namespace readout {

// Folded case in, folded spelling out. Letters of other scripts stay as they are.
std::string plain_letters(std::string_view folded);

// The units as words of no known language: no function words, names, synonyms or stems; letters, spelling and keys of
// the plain letters. Numbers written in digits and marks stay as they are.
std::vector<Unit> make_plain(std::span<const Unit> units);

// What it gains to put two plain units in one column; likeness.h's scale.
int letter_gain(const Unit& a, const Unit& b);

// Whether the lexicons know too few of the witnesses' words for likeness.h to be of use. Does not hang on their order.
bool is_unknown_language(std::span<const std::vector<Unit>> witnesses);

}  // namespace readout
