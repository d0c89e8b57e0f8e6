#include "readout/document/line.h"

#include "readout/text/characters.h"

namespace readout {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_word_byte(char c) {
  // 0xC3 to 0xDF lead the two-byte letters; the marks and dashes of English lie above.
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (byte >= 0xC3 && byte <= 0xDF);
}

bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == 0xAB || c == 0xBB ||
         c == 0x201E;
}

Ending ending_of(char32_t c) {
  switch (c) {
    case '.':
      return Ending::stop;
    case '?':
      return Ending::ask;
    case '!':
      return Ending::exclaim;
    case ':':
      return Ending::colon;
    case ',':
    case ';':
      return Ending::comma;
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return Ending::dash;
    case 0x2026:
      return Ending::ellipsis;
    default:
      return Ending::none;
  }
}

}  // namespace

Line measure(std::string_view text, Span span) {
  Line line;
  line.span = span;
  const std::string_view words = slice(text, span);
  if (words.empty()) return line;
  line.opens_quoted = is_quote(code_point_at(words, 0).value);
  for (std::size_t at = words.size(); at > 0;) {
    const CodePoint last = code_point_before(words, at);
    if (last.size == 0) break;
    if (is_quote(last.value))
      line.ends_quoted = line.ends_quoted || at == words.size();
    else if (last.value != ')' && last.value != ']') {
      line.ending = ending_of(last.value);
      break;
    }
    at -= last.size;
  }
  line.is_long = span.size() > kLongBytes;
  if (line.is_long) return line;
  bool any_lower = false;
  bool in_word = false;
  bool first_seen = false;
  bool first_lower = false;
  std::uint32_t letters_here = 0;
  const auto close = [&] {
    if (in_word && first_seen) {
      ++line.words;
      if (first_lower) {
        ++line.lower;
        if (letters_here >= 5) ++line.lower_long;
      } else {
        ++line.capitals;
      }
    }
    in_word = first_seen = first_lower = false;
    letters_here = 0;
  };
  for (std::size_t i = 0; i < words.size();) {
    const CodePoint c = code_point_at(words, i);
    i += c.size == 0 ? 1 : c.size;
    if (is_white(c.value)) {
      close();
      continue;
    }
    in_word = true;
    const bool letter = is_letter(c.value);
    const bool digit = !letter && is_digit(c.value);
    if (letter) {
      ++line.letters;
      ++letters_here;
      if (is_lower(c.value)) any_lower = true;
    }
    if (digit) ++line.digits;
    if ((letter || digit) && !first_seen) {
      first_seen = true;
      first_lower = letter && is_lower(c.value);
    }
  }
  close();
  line.all_capitals = line.letters >= 4 && !any_lower;
  line.has_url = words.find("://") != std::string_view::npos || words.find("www.") != std::string_view::npos;
  return line;
}

bool is_title_case(const Line& line) {
  if (line.is_long || line.words < 3) return false;
  // Headlines in title case print "in", "to", "amid" small, but hardly a long word; one may slip ("the e-mail").
  return line.capitals * 10 >= line.words * 6 && line.lower_long * 10 <= line.words;
}

bool is_headline_form(const Line& line) {
  if (line.is_long || line.words == 0) return false;
  switch (line.ending) {
    case Ending::none:
      return true;
    case Ending::ask:
    case Ending::exclaim:
      return is_title_case(line);
    default:
      return false;
  }
}

bool opens_with(std::string_view text, std::string_view wanted) {
  if (text.size() < wanted.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (lower(text[i]) != wanted[i]) return false;
  return text.size() == wanted.size() || !is_word_byte(wanted.back()) || !is_word_byte(text[wanted.size()]);
}

bool closes_with(std::string_view text, std::string_view wanted) {
  return text.size() >= wanted.size() && opens_with(text.substr(text.size() - wanted.size()), wanted) &&
         (text.size() == wanted.size() || !is_word_byte(wanted.front()) ||
          !is_word_byte(text[text.size() - wanted.size() - 1]));
}

std::size_t find_words(std::string_view text, std::string_view wanted, std::size_t from) {
  const bool bounded = is_word_byte(wanted.front());
  for (std::size_t i = from; i + wanted.size() <= text.size(); ++i) {
    if (lower(text[i]) != wanted[0] || (bounded && i > 0 && is_word_byte(text[i - 1]))) continue;
    if (opens_with(text.substr(i), wanted)) return i;
  }
  return std::string_view::npos;
}

std::size_t skip_blank(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (!is_white(c.value)) break;
    at += c.size;
  }
  return at;
}

}  // namespace readout
