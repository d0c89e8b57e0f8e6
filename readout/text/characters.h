// Characters: code points of UTF-8 and their classes. ASCII is answered inline, the rest by ICU's tables.
//
//   for (std::size_t i = 0; i < text.size();) { const CodePoint c = code_point_at(text, i); ...; i += c.size; }
//
// Every function takes any bytes: what is not UTF-8 reads as U+FFFD of one byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "readout/base/span.h"

namespace readout {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 0;  // in bytes; 0 only past the end

  friend bool operator==(const CodePoint&, const CodePoint&) = default;
};

// The code point that begins at `offset`, and the one that ends there.
CodePoint code_point_at(std::string_view text, std::size_t offset);
CodePoint code_point_before(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t c);

// Bytes at the front of `bytes` that are valid UTF-8 (no surrogates, no overlong forms).
std::size_t valid_utf8_size(std::string_view bytes);
bool is_ascii(std::string_view bytes);

// Length of the URL that begins at `offset` ("https://...", "www....") without closing punctuation; 0 where none does.
std::size_t url_size(std::string_view text, std::size_t offset);

bool is_letter(char32_t c);  // letters and combining marks
bool is_digit(char32_t c);   // decimal digits of any script
bool is_upper(char32_t c);   // upper and title case
bool is_lower(char32_t c);
bool is_white(char32_t c);      // white space and line separators, no-break spaces too
bool is_invisible(char32_t c);  // soft hyphen, zero-width and other format characters, no bidi controls
bool is_bidi_control(char32_t c);
char32_t to_lower(char32_t c);  // simple case folding

// Quotation marks and brackets, by their form alone; straight marks and ’ are both or neither, see the quote scanner.
bool is_closing(char32_t c);     // ” ’ » › ) ] } and straight marks
bool is_opening(char32_t c);     // “ ‘ « ‹ „ ‚ ( [ { and straight marks
bool is_apostrophe(char32_t c);  // ' ’ ʼ

// Without white space at either end.
Span trim(std::string_view text, Span span);

// True where two words are the same in ASCII, case apart.
bool same_ascii(std::string_view a, std::string_view b);

}  // namespace readout
