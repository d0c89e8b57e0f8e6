// Look: how wide and whether coloured, and the few ways in which views set words on lines.
//
//   wrap("one two three", 7, "  ")  ->  "one two\n  three"
//   fit("one two three", 8)         ->  "one two…"
//
// Widths are columns of a terminal: wide East Asian characters count two, combining marks none.
#pragma once

#include <string>
#include <string_view>

namespace readout {

struct Look {
  int width = 80;
  bool colour = false;
};

enum class Tint { plain, strong, faint, id, good, doubt, bad };

// `text` in the colours of the tint where the look has any; unchanged where not. `text` must be visible() already.
std::string tinted(const Look& look, Tint tint, std::string_view text);

int columns(std::string_view text);

// At most `width` columns; a cut shows as "…".
std::string fit(std::string_view text, int width);

// fit, then blanks up to `width`.
std::string pad(std::string_view text, int width);

// Breaks at blanks so that no line is wider than `width`, save for a longer word. Lines after the first open with
// `indent`, which counts.
std::string wrap(std::string_view text, int width, std::string_view indent = {});

// wrap, with `tail` at the right edge of the last line, on a line of its own where there is no room.
std::string wrap_with_tail(const Look& look, std::string_view text, std::string_view indent, std::string_view tail);

}  // namespace readout
