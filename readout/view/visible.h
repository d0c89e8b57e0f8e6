// visible: words of a text made safe and plain to show. White space of any kind becomes one blank; control characters
// and those that turn the direction of writing are shown as <U+202E>, never passed through to a terminal.
//
//   visible("a\n\tb\x1b[31m")  ->  "a b<U+001B>[31m"
#pragma once

#include <string>
#include <string_view>

namespace readout {

std::string visible(std::string_view text);

// C0 and C1 controls, line breaks too, and the marks, embeddings, overrides and isolates of bidirectional text.
bool is_hostile(char32_t c);

// The visible words in marks; "nothing" where there are none.
std::string quoted(std::string_view words);
std::string quoted_or_nothing(std::string_view words);

// A line of JSON with control and direction characters inside its strings written as \u202e: the same JSON, safe to
// show.
std::string visible_json(std::string json);

// One code point from the front of `text`, which is shortened; U+FFFD for an invalid byte. `text` must not be empty.
char32_t take_code_point(std::string_view& text);

}  // namespace readout
