#include "readout/text/characters.h"

#include <unicode/uchar.h>

#include <cstring>

namespace readout {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

UChar32 icu(char32_t c) {
  return static_cast<UChar32>(c);
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const unsigned lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, 1};
  const std::size_t left = text.size() - offset;
  const auto tail = [&](std::size_t i) { return i < left && (byte_at(text, offset + i) & 0xC0) == 0x80; };
  const auto low = [&](std::size_t i) { return byte_at(text, offset + i) & 0x3Fu; };
  if (lead >= 0xC2 && lead <= 0xDF && tail(1)) return {(lead & 0x1Fu) << 6 | low(1), 2};
  if (lead >= 0xE0 && lead <= 0xEF && tail(1) && tail(2)) {
    const char32_t c = (lead & 0x0Fu) << 12 | low(1) << 6 | low(2);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3};
  }
  if (lead >= 0xF0 && lead <= 0xF4 && tail(1) && tail(2) && tail(3)) {
    const char32_t c = (lead & 0x07u) << 18 | low(1) << 12 | low(2) << 6 | low(3);
    if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4};
  }
  return {kReplacement, 1};
}

CodePoint code_point_before(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset > text.size()) return {};
  for (std::size_t back = 1; back <= 4 && back <= offset; ++back) {
    if ((byte_at(text, offset - back) & 0xC0) == 0x80) continue;
    const CodePoint c = code_point_at(text, offset - back);
    if (c.size == back) return c;
    break;
  }
  return {kReplacement, 1};
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t valid_utf8_size(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    if (i + 8 <= bytes.size()) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, bytes.data() + i, 8);
      if ((eight & 0x8080808080808080u) == 0) {
        i += 8;
        continue;
      }
    }
    const CodePoint c = code_point_at(bytes, i);
    if (c.size == 1 && c.value == kReplacement) return i;
    i += c.size;
  }
  return i;
}

bool is_ascii(std::string_view bytes) {
  for (const char c : bytes)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

std::size_t url_size(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  if (rest.empty() || (rest[0] != 'h' && rest[0] != 'w' && rest[0] != 'f')) return 0;
  if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.") &&
      !rest.starts_with("ftp://"))
    return 0;
  std::size_t size = 0;
  std::size_t rounds = 0;
  while (size < rest.size()) {
    const CodePoint c = code_point_at(rest, size);
    if (is_white(c.value) || c.value == '<' || c.value == '>' || c.value == '"' || c.value == 0x201C ||
        c.value == 0x201D || c.value == 0x00AB || c.value == 0x00BB || c.value == '|' || c.value < 0x20)
      break;
    if (c.value == '(') ++rounds;
    size += c.size;
  }
  while (size > 0) {
    const CodePoint c = code_point_before(rest, size);
    const bool mark = c.value == '.' || c.value == ',' || c.value == ';' || c.value == ':' || c.value == '!' ||
                      c.value == '?' || c.value == ']' || c.value == '}' || is_apostrophe(c.value) ||
                      (c.value == ')' && rounds == 0);
    if (!mark) break;
    size -= c.size;
  }
  return size > 7 ? size : 0;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return (U_GET_GC_MASK(icu(c)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK)) != 0;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(icu(c)) != 0;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return (U_GET_GC_MASK(icu(c)) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return (U_GET_GC_MASK(icu(c)) & U_GC_LL_MASK) != 0;
}

bool is_white(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
  if (c < 0x80) return false;
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || (c >= 0x2061 && c <= 0x2064) || c == 0xFEFF ||
         c == 0x180E || c == 0x034F;
}

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return static_cast<char32_t>(u_foldCase(icu(c), U_FOLD_CASE_DEFAULT));
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0x2019 || c == 0xBB ||
         c == 0x203A || c == 0x300D || c == 0x300F;
}

bool is_opening(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == '{' || c == 0x201C || c == 0x2018 || c == 0xAB ||
         c == 0x2039 || c == 0x201E || c == 0x201A || c == 0x300C || c == 0x300E;
}

Span trim(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const CodePoint c = code_point_at(text, span.begin);
    if (!is_white(c.value)) break;
    span.begin += c.size;
  }
  while (span.begin < span.end) {
    const CodePoint c = code_point_before(text, span.end);
    if (!is_white(c.value)) break;
    span.end -= c.size;
  }
  return span;
}

bool same_ascii(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (to_lower(static_cast<unsigned char>(a[i])) != to_lower(static_cast<unsigned char>(b[i]))) return false;
  return true;
}

}  // namespace readout
