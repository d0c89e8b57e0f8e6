#include "readout/score/quoted.h"

#include <algorithm>
#include <cctype>

namespace readout {
namespace {

enum class GoldMark { none, opening, closing, either, single_opening, single_either };

GoldMark mark_at(std::string_view text, std::uint32_t at, std::uint32_t& length) {
  const std::string_view rest = text.substr(at);
  const auto is = [&](std::string_view mark) {
    if (!rest.starts_with(mark)) return false;
    length = static_cast<std::uint32_t>(mark.size());
    return true;
  };
  if (is("\"") || is("''")) return GoldMark::either;
  if (is("“") || is("„") || is("«") || is("``")) return GoldMark::opening;
  if (is("”") || is("»")) return GoldMark::closing;
  if (is("‘")) return GoldMark::single_opening;
  if (is("'") || is("’")) return GoldMark::single_either;
  length = 1;
  return GoldMark::none;
}

bool is_word(std::string_view text, std::size_t at) {
  return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || (text[at] & 0x80) != 0);
}

bool opens_by_shape(std::string_view line, std::uint32_t at, std::uint32_t length) {
  const bool free_before = at == 0 || std::string_view(" \t([{-/").find(line[at - 1]) != std::string_view::npos ||
                           line.substr(0, at).ends_with("—") || line.substr(0, at).ends_with("–") ||
                           line.substr(0, at).ends_with("\xC2\xA0");
  return free_before && at + length < line.size() && std::isspace(static_cast<unsigned char>(line[at + length])) == 0;
}

bool is_stop(std::string_view line, std::size_t at) {
  return at < line.size() && std::string_view(".,;:!?").find(line[at]) != std::string_view::npos;
}

// The end of a single-mark quotation that opens before `from`: a mark after a word or a stop and before no word. A mark
// after "s" and beside no stop may be a possessive ("the players' bus"): it closes only where no better one follows.
std::size_t single_end(std::string_view line, std::size_t from) {
  std::size_t possessive = std::string_view::npos;
  for (std::size_t at = from; at < line.size(); ++at) {
    if (line[at] == '"' || line.substr(at).starts_with("“")) break;
    const std::size_t length = line[at] == '\'' ? 1 : line.substr(at).starts_with("’") ? 3 : 0;
    if (length == 0 || at == from || is_word(line, at + length) || line[at - 1] == ' ') continue;
    const bool beside_stop = is_stop(line, at - 1) || is_stop(line, at + length) || at + length == line.size();
    if (line[at - 1] != 's' || beside_stop) return at;
    if (possessive == std::string_view::npos) possessive = at;
  }
  return possessive;
}

void scan_line(std::string_view line, std::uint32_t base, Spans& out) {
  bool open = false;
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at < line.size();) {
    std::uint32_t length = 1;
    const GoldMark mark = mark_at(line, at, length);
    const bool shaped = opens_by_shape(line, at, length);
    if (mark == GoldMark::single_opening || mark == GoldMark::single_either) {
      const bool starts = !open && shaped && is_word(line, at + length) &&
                          std::isdigit(static_cast<unsigned char>(line[at + length])) == 0;
      const std::size_t end = starts ? single_end(line, at + length) : std::string_view::npos;
      if (end != std::string_view::npos) {
        out.push_back({base + at + length, base + static_cast<std::uint32_t>(end)});
        at = static_cast<std::uint32_t>(end);
        continue;
      }
    } else if (mark != GoldMark::none) {
      const bool at_end = at + length >= line.size();
      if (open && (mark == GoldMark::closing || (mark == GoldMark::either && !shaped))) {
        out.push_back({base + begin, base + at});
        open = false;
      } else if (!open && (mark == GoldMark::opening || shaped ||
                           (mark == GoldMark::either && !at_end && is_word(line, at + length)))) {
        open = true;
        begin = at + length;
      }
    }
    at += length;
  }
  if (open) out.push_back({base + begin, base + static_cast<std::uint32_t>(line.size())});
}

}  // namespace

Spans quoted_spans(std::string_view text) {
  Spans out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    scan_line(text.substr(begin, end - begin), static_cast<std::uint32_t>(begin), out);
    begin = end + 1;
  }
  return joined(std::move(out));
}

SpeechKind place_kind(std::string_view text, const Spans& quoted, const Spans& content) {
  const auto letters = [&](const Spans& spans) {
    std::size_t count = 0;
    for (const Span span : spans)
      for (const char c : slice(text, span)) count += std::isalnum(static_cast<unsigned char>(c)) != 0;
    return count;
  };
  Spans inside;
  for (const Span piece : joined(content))
    for (const Span mark : quoted)
      if (piece.overlaps(mark)) inside.push_back({std::max(piece.begin, mark.begin), std::min(piece.end, mark.end)});
  const std::size_t in_marks = letters(inside);
  if (in_marks == 0) return SpeechKind::indirect;
  return in_marks == letters(joined(content)) ? SpeechKind::direct : SpeechKind::mixed;
}

}  // namespace readout
