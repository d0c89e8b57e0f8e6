// Folding: forms of words that compare equal although they are printed otherwise. For keys, never for display.
//
//   fold_case("Kyiv’S")          == "kyiv's"
//   fold_words("“No—never!”")    == "no never"
//   fold_name("Sergei Lavrov")   == fold_name("Sergey Lavrov") == fold_name("Сергей Лавров")
#pragma once

#include <string>
#include <string_view>

namespace readout {

// Lower case, curly marks straight, accents kept. Full Unicode case folding.
std::string fold_case(std::string_view text);

// Words only: case folded, compatibility forms unified (ligatures, full width), soft and zero-width characters dropped,
// punctuation and white space to one blank, no blank at either end. Apostrophes inside words stay as '.
std::string fold_words(std::string_view text);

// A key under which transliterations and spellings of one name meet: accents dropped, Cyrillic to Latin, ei/ey/ej,
// iy/y/ii, kh/h, ks/x, zh/j, ts/c, doubled letters once. Words in order, joined by one blank. Not reversible.
std::string fold_name(std::string_view name);

}  // namespace readout
