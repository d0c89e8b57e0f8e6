// Tokens: words, numbers and marks of a text, each a Span. Nothing but white space lies between two tokens.
//
//   "Rubio’s aide said: “No.”"  ->  Rubio ’s aide said : “ No . ”
//
// English clitics are tokens of their own (’s, n’t stays with its verb: "didn’t"); abbreviations keep their point
// (U.S., Mr., Sen.); numbers keep inner points and commas (1,000.5); a hyphenated word is one token; an URL is one
// token.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/base/span.h"

namespace readout {

enum class TokenKind : std::uint8_t { word, number, mark, url };

struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  bool capital = false;       // begins with an upper-case letter
  bool all_capitals = false;  // two letters or more, all upper-case
  bool space_before = false;

  friend bool operator==(const Token&, const Token&) = default;
};

// Tokens of text[span], in order.
std::vector<Token> tokenize(std::string_view text, Span span);

// True for "Mr.", "Sen.", "U.S.", "a.m.", ...: a full stop that belongs to the word.
bool is_abbreviation(std::string_view word);

}  // namespace readout
