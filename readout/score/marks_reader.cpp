#include "readout/score/marks_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "readout/base/doubt.h"
#include "readout/document/block.h"

namespace readout {
namespace {

constexpr std::string_view kLetters = "csqihbxtd";
constexpr std::string_view kNumbered = "csqih";

// "c1,2=value:" behind a brace; the number of its characters, 0 where it is no such head.
std::size_t read_head(std::string_view rest, GoldMark& mark) {
  if (rest.empty() || kLetters.find(rest.front()) == std::string_view::npos) return 0;
  mark.letter = rest.front();
  std::size_t at = 1;
  int number = 0;
  for (; at < rest.size() && (std::isdigit(static_cast<unsigned char>(rest[at])) != 0 || rest[at] == ','); ++at) {
    if (rest[at] == ',') {
      mark.numbers.push_back(number);
      number = 0;
    } else if (number < 100000) {
      number = number * 10 + (rest[at] - '0');
    }
  }
  if (number > 0) mark.numbers.push_back(number);
  if (at < rest.size() && rest[at] == '=')
    for (++at; at < rest.size() && rest[at] != ':' && rest[at] != '\n'; ++at) mark.value += rest[at];
  if (at >= rest.size() || rest[at] != ':') return 0;
  const bool numbered = kNumbered.find(mark.letter) != std::string_view::npos;
  return numbered == !mark.numbers.empty() ? at + 1 : 0;
}

// People write "original_words" and "original-words"; the names that users see have hyphens.
std::string hyphened(std::string value) {
  std::replace(value.begin(), value.end(), '_', '-');
  return value;
}

bool has_known_value(const GoldMark& mark) {
  switch (mark.letter) {
    case 'i':
      for (const InsertionKind kind : {InsertionKind::bracket, InsertionKind::sic, InsertionKind::ellipsis,
                                       InsertionKind::original_words, InsertionKind::note})
        if (mark.value == to_string(kind)) return true;
      return false;
    case 'h':
      return parse_channel_kind(mark.value).has_value();
    case 'b':
      return parse_block_kind(mark.value).has_value();
    case 'd':
      return parse_doubt_kind(mark.value).has_value();
    case 't':
      return !mark.value.empty();
    default:
      return mark.value.empty();
  }
}

}  // namespace

std::string read_marks(std::string_view marked, MarkedText& out) {
  constexpr std::size_t kBrace = static_cast<std::size_t>(-1);  // a brace of the text, waiting for its other half
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < marked.size();) {
    const char c = marked[at];
    const bool doubled = at + 1 < marked.size() && marked[at + 1] == c;
    const auto near = [&] { return std::string(marked.substr(at, 30)); };
    if (c != '{' && c != '}') {
      out.text += c;
      ++at;
    } else if (doubled && (c == '{' || open.empty() || open.back() == kBrace)) {
      if (c == '{') open.push_back(kBrace);
      if (c == '}' && !open.empty()) open.pop_back();
      out.text += c;
      at += 2;
    } else if (c == '}') {
      while (!open.empty() && open.back() == kBrace) open.pop_back();
      if (open.empty()) return "a mark closes that was not opened: " + near();
      out.marks[open.back()].span.end = static_cast<std::uint32_t>(out.text.size());
      open.pop_back();
      ++at;
    } else {
      GoldMark mark;
      const std::size_t length = read_head(marked.substr(at + 1), mark);
      mark.value = hyphened(std::move(mark.value));
      if (length == 0) return "no mark (a brace of the text is written twice): " + near();
      if (!has_known_value(mark)) return fmt::format("no value of this mark is called \"{}\": {}", mark.value, near());
      mark.span = make_span(out.text.size(), out.text.size());
      open.push_back(out.marks.size());
      out.marks.push_back(std::move(mark));
      at += 1 + length;
    }
  }
  std::erase(open, kBrace);
  if (!open.empty()) {
    const GoldMark& mark = out.marks[open.back()];
    return fmt::format("a mark does not close: {{{}{}: {}", mark.letter,
                       mark.numbers.empty() ? "" : std::to_string(mark.numbers.front()),
                       std::string_view(out.text).substr(mark.span.begin, 30));
  }
  for (const GoldMark& mark : out.marks)
    if (mark.span.empty()) return fmt::format("an empty mark: {{{}", mark.letter);
  return {};
}

}  // namespace readout
