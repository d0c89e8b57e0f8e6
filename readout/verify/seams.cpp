#include "readout/verify/seams.h"

#include <algorithm>

#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::uint32_t kLongestFurniture = 300;  // bytes
constexpr std::size_t kMostFurniture = 4;         // lines
constexpr std::uint32_t kLongestTag = 200;        // bytes of the reporter's own words between two halves

}  // namespace

bool all_in_brackets(const QuoteWords& quote, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (!quote.in_brackets[i]) return false;
  return begin < end;
}

bool all_join(const QuoteWords& quote, std::size_t begin, std::size_t end) {
  constexpr std::string_view kJoining[] = {"and", "but", "or", "that", "then", "also", "while"};
  if (begin >= end || end - begin > 2) return false;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view word = slice(quote.text, quote.words[i].span);
    if (!std::ranges::any_of(kJoining, [&](std::string_view each) { return same_ascii(word, each); })) return false;
  }
  return true;
}

bool is_in_other_blocks(const SourceText& source, const std::vector<FoldedWord>& words, Span left_out) {
  bool other = false;
  for (const Block& block : source.blocks) {
    if (!block.span.overlaps(left_out)) continue;
    if (block.kind == BlockKind::body) {
      // Words of the body among what was left out make it a cut.
      for (const FoldedWord& word : words)
        if (left_out.contains(word.span) && block.span.contains(word.span)) return false;
    } else {
      // A block of which some words were quoted is no block between: a word left out of a headline is a cut.
      const auto first =
          std::ranges::lower_bound(words, block.span.begin, {}, [](const FoldedWord& w) { return w.span.begin; });
      const auto end =
          std::ranges::lower_bound(words, block.span.end, {}, [](const FoldedWord& w) { return w.span.begin; });
      if (first == end) continue;
      if (first->span.begin < left_out.begin || (end - 1)->span.end > left_out.end) return false;
      other = true;
    }
  }
  return other;
}

bool is_reporter_tag(std::string_view text, Span between) {
  if (between.size() > kLongestTag) return false;
  const std::string_view words = slice(text, between);
  std::size_t marks = 0;
  char32_t first = 0;
  char32_t last = 0;
  bool said_more = false;  // words of the speaker before the closing mark or after the opening one
  for (std::size_t i = 0; i < words.size(); i += code_point_at(words, i).size) {
    const char32_t c = code_point_at(words, i).value;
    said_more = said_more || ((marks == 0 || marks == 2) && (is_letter(c) || is_digit(c)));
    if (c != '"' && c != 0x201C && c != 0x201D && c != 0xAB && c != 0xBB && c != 0x201E) continue;
    if (marks == 0) first = c;
    last = c;
    ++marks;
  }
  const bool closes = first == '"' || first == 0x201D || first == 0xBB;
  const bool opens = last == '"' || last == 0x201C || last == 0xAB || last == 0x201E;
  return marks == 2 && closes && opens && !said_more;
}

bool is_source_bracket(std::string_view text, Span between) {
  std::string_view words = slice(text, between);
  const std::size_t open = words.find('[');
  const std::size_t close = words.rfind(']');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return false;
  if (words.find('[', open + 1) < close || words.find(']') != close) return false;
  const auto has_words = [](std::string_view part) {
    for (std::size_t i = 0; i < part.size(); i += code_point_at(part, i).size)
      if (is_letter(code_point_at(part, i).value) || is_digit(code_point_at(part, i).value)) return true;
    return false;
  };
  return !has_words(words.substr(0, open)) && !has_words(words.substr(close + 1));
}

bool is_page_furniture(std::string_view text, Span between) {
  const std::string_view words = slice(text, between);
  if (words.size() > kLongestFurniture) return false;
  std::size_t lines = 0;
  bool starts = false;  // an empty line came before
  bool ends = false;
  bool telling = words.find('\f') != std::string_view::npos;
  for (std::size_t at = words.find('\n'); at != std::string_view::npos;) {
    const std::size_t end = std::min(words.find('\n', at + 1), words.size());
    const std::string_view line = words.substr(at + 1, end - at - 1);
    const bool empty = line.find_first_not_of(" \t\r\f") == std::string_view::npos;
    if (end == words.size()) {  // the line on which the piece goes on
      if (!empty) return false;
      break;
    }
    if (empty) {
      starts = starts || lines == 0;
      ends = lines > 0;
    } else {
      // A page that begins with its head needs no empty line before it.
      starts = starts || (lines == 0 && line.front() == '\f');
      ++lines;
      ends = false;
      telling = telling || line.find("    ") != std::string_view::npos ||
                line.find_first_of("0123456789") != line.npos ||
                std::ranges::none_of(line, [](char c) { return c >= 'a' && c <= 'z'; });
    }
    at = end;
  }
  const std::size_t first = words.find('\n');
  const bool alone = first != std::string_view::npos && words.find_first_not_of(" \t\r-\f") >= first;
  return lines > 0 && lines <= kMostFurniture && telling && starts && ends && alone;
}

}  // namespace readout
