// Which encoding some bytes are in, told from the bytes alone.
#pragma once

#include <string>
#include <string_view>

namespace readout {

// "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE" where the bytes are that without a mark; "" where they are not.
std::string find_wide_encoding(std::string_view bytes);

// The best guess for bytes that are not UTF-8: Cyrillic encodings by the frequency of letters and the order of cases,
// the rest by ICU's detector. Never empty: "windows-1252" where nothing else is likelier.
std::string guess_legacy_encoding(std::string_view bytes);

// True where text of the two encodings differs so much that one cannot be taken for the other ("windows-1252" declared,
// the bytes Russian).
bool is_cyrillic_encoding(std::string_view encoding);
bool is_western_encoding(std::string_view encoding);

}  // namespace readout
