#include "readout/speech/marks.h"

#include <array>
#include <optional>

namespace readout {
namespace {

struct Shape {
  std::string_view bytes;
  MarkFamily family;
  bool opens;
  bool closes;
};

// The low mark opens in German and Russian and closes nowhere; ” opens in Swedish and Finnish, which the neighbours
// tell.
constexpr auto kShapes = std::to_array<Shape>({
    {"“", MarkFamily::double_mark, true, false},
    {"”", MarkFamily::double_mark, false, true},
    {"„", MarkFamily::double_mark, true, false},
    {"‟", MarkFamily::double_mark, true, false},
    {"‘", MarkFamily::single_mark, true, false},
    {"’", MarkFamily::single_mark, false, true},
    {"‚", MarkFamily::single_mark, true, false},
    {"‛", MarkFamily::single_mark, true, false},
    {"«", MarkFamily::guillemet, true, false},
    {"»", MarkFamily::guillemet, false, true},
    {"‹", MarkFamily::angle, true, false},
    {"›", MarkFamily::angle, false, true},
    {"「", MarkFamily::corner, true, false},
    {"」", MarkFamily::corner, false, true},
    {"『", MarkFamily::corner, true, false},
    {"』", MarkFamily::corner, false, true},
    {"＂", MarkFamily::double_mark, false, false},
});

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A letter or digit of any script. Bytes above 0x7F count as letters unless they belong to general punctuation
// (U+2000 to U+206F: E2 80 xx, E2 81 xx), a no-break space or a guillemet (C2 xx).
bool is_word_before(std::string_view text, std::size_t at, std::size_t begin) {
  if (at <= begin) return false;
  const char c = text[at - 1];
  if (static_cast<unsigned char>(c) < 0x80) return is_ascii_letter(c) || is_digit(c);
  std::size_t lead = at - 1;
  while (lead > begin && (static_cast<unsigned char>(text[lead]) & 0xC0) == 0x80) --lead;
  const auto byte = static_cast<unsigned char>(text[lead]);
  if (byte == 0xC2) return false;
  return !(byte == 0xE2 && lead + 1 < text.size() && static_cast<unsigned char>(text[lead + 1]) <= 0x81);
}

bool is_word_after(std::string_view text, std::size_t at, std::size_t end) {
  if (at >= end) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return is_ascii_letter(text[at]) || is_digit(text[at]);
  if (byte == 0xC2) return false;
  return !(byte == 0xE2 && at + 1 < end && static_cast<unsigned char>(text[at + 1]) <= 0x81);
}

bool is_space_before(std::string_view text, std::size_t at, std::size_t begin) {
  if (at <= begin) return true;
  const char c = text[at - 1];
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return true;
  const std::string_view before = text.substr(begin, at - begin);
  return before.ends_with("\xC2\xA0") || before.ends_with("\xE2\x80\x89") || before.ends_with("\xE2\x80\xAF");
}

bool is_space_after(std::string_view text, std::size_t at, std::size_t end) {
  if (at >= end) return true;
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return true;
  const std::string_view after = text.substr(at, end - at);
  return after.starts_with("\xC2\xA0") || after.starts_with("\xE2\x80\x89") || after.starts_with("\xE2\x80\xAF");
}

// What may stand right before an opening mark besides a blank: brackets, dashes, another mark.
bool is_opener_before(std::string_view text, std::size_t at, std::size_t begin) {
  const std::string_view before = text.substr(begin, at - begin);
  for (const std::string_view s :
       {"(", "[", "{", "-", "/", "—", "–", "―", "“", "‘", "«", "„", "\"", "'", "…", ":", "*", "_", ">", "¿", "¡"})
    if (before.ends_with(s)) return true;
  return false;
}

std::optional<QuoteMark> mark_at(std::string_view text, std::size_t at, std::size_t end) {
  const char c = text[at];
  QuoteMark mark;
  if (c == '"') {
    mark.span = make_span(at, at + 1);
    mark.straight = true;
    return mark;
  }
  if (c == '\'' || c == '`') {
    const bool doubled = at + 1 < end && text[at + 1] == c;
    mark.span = make_span(at, at + (doubled ? 2 : 1));
    mark.family = doubled ? MarkFamily::double_mark : MarkFamily::single_mark;
    mark.straight = c == '\'';
    mark.looks_open = c == '`';
    return mark;
  }
  if (static_cast<unsigned char>(c) < 0x80) return std::nullopt;
  const std::string_view rest = text.substr(at, end - at);
  for (const Shape& shape : kShapes) {
    if (!rest.starts_with(shape.bytes)) continue;
    mark.span = make_span(at, at + shape.bytes.size());
    mark.family = shape.family;
    mark.looks_open = shape.opens;
    mark.looks_close = shape.closes;
    mark.straight = !shape.opens && !shape.closes;
    // Two single curly marks in a row stand for one double mark.
    if (shape.family == MarkFamily::single_mark && rest.substr(shape.bytes.size()).starts_with(shape.bytes)) {
      mark.span.end += static_cast<std::uint32_t>(shape.bytes.size());
      mark.family = MarkFamily::double_mark;
    }
    return mark;
  }
  return std::nullopt;
}

// ’tis, ’em, ’90s, ’cause: letters left out at the front of a word.
bool is_elision(std::string_view after) {
  if (after.size() >= 2 && is_digit(after[0]) && is_digit(after[1])) return after.size() < 3 || !is_digit(after[2]);
  for (const std::string_view word : {"tis", "twas", "em", "til", "cause", "n", "bout", "round"}) {
    if (after.size() < word.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < word.size(); ++i) same = same && (after[i] | 0x20) == word[i];
    if (same && (after.size() == word.size() || !is_ascii_letter(after[word.size()]))) return true;
  }
  return false;
}

}  // namespace

std::vector<QuoteMark> find_marks(std::string_view text, Span paragraph) {
  std::vector<QuoteMark> marks;
  const std::size_t begin = paragraph.begin;
  const std::size_t end = paragraph.end;
  for (std::size_t at = begin; at < end;) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80 && c != '"' && c != '\'' && c != '`') {
      ++at;
      continue;
    }
    std::optional<QuoteMark> found = mark_at(text, at, end);
    if (!found) {
      ++at;
      continue;
    }
    QuoteMark mark = *found;
    const std::size_t after = mark.span.end;
    const bool word_before = is_word_before(text, at, begin);
    const bool word_after = is_word_after(text, after, end);
    const bool space_before = is_space_before(text, at, begin);
    const bool space_after = is_space_after(text, after, end);
    mark.can_open = !space_after && !word_before && (space_before || is_opener_before(text, at, begin));
    mark.can_close = !space_before || (space_after && !space_before);
    if (word_after && !word_before && space_before) mark.can_close = false;
    if (mark.family == MarkFamily::single_mark) {
      if (word_before && word_after) mark.apostrophe = true;
      if (!word_before && is_elision(text.substr(after, end - after))) mark.apostrophe = true;
    } else if (mark.straight && at > begin && is_digit(text[at - 1])) {
      // 5'10" and 6": an inch mark, unless a quotation waits for its end (the scanner asks can_close then).
      std::size_t digits = at - 1;
      while (digits > begin && is_digit(text[digits - 1])) --digits;
      if (digits > begin && text[digits - 1] == '\'') mark.apostrophe = true;
    }
    marks.push_back(mark);
    at = after;
  }
  return marks;
}

}  // namespace readout
