// Abbreviations: words whose full stop belongs to them, and what that says about a sentence's end.
#pragma once

#include <cstdint>
#include <string_view>

namespace readout {

enum class Abbreviation : std::uint8_t {
  none,
  title,         // "Mr.", "Sen.", "vs.": something follows, no sentence ends here
  may_end,       // "U.S.", "Inc.", "a.m.", "etc.": a sentence may end here
  before_digit,  // "No. 5", "Jan. 5", "p. 7": only where a digit follows
  after_comma,   // "Springfield, Ill.": only after a comma or in brackets
};

// `word` ends with its full stop.
Abbreviation abbreviation_kind(std::string_view word);

}  // namespace readout
