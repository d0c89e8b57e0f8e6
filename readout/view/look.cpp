#include "readout/view/look.h"

#include <algorithm>
#include <array>
#include <vector>

#include "readout/view/visible.h"

namespace readout {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode 15 East Asian Width W and F, in coarse ranges.
constexpr std::array kWide = {Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},
                              Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
                              Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},
                              Range{0x1F300, 0x1F64F}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};
// Combining marks, zero-width characters and variation selectors.
constexpr std::array kNarrow = {
    Range{0x00AD, 0x00AD}, Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x0610, 0x061A},
    Range{0x064B, 0x065F}, Range{0x0E34, 0x0E3A}, Range{0x1AB0, 0x1AFF}, Range{0x200B, 0x200D}, Range{0x2060, 0x2064},
    Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF}};

template <class Ranges>
bool within(const Ranges& ranges, char32_t c) {
  return std::ranges::any_of(ranges, [c](const Range& range) { return range.first <= c && c <= range.last; });
}

int columns_of(char32_t c) {
  if (c < 0x300) return c == 0xAD ? 0 : 1;
  if (within(kNarrow, c)) return 0;
  return within(kWide, c) ? 2 : 1;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

std::string tinted(const Look& look, Tint tint, std::string_view text) {
  constexpr std::string_view kCodes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[32m", "\x1b[33m", "\x1b[31m"};
  const std::string_view code = kCodes[static_cast<std::size_t>(tint)];
  if (!look.colour || code.empty() || text.empty()) return std::string(text);
  return std::string(code).append(text).append("\x1b[0m");
}

int columns(std::string_view text) {
  int width = 0;
  while (!text.empty()) width += columns_of(take_code_point(text));
  return width;
}

std::string fit(std::string_view text, int width) {
  if (columns(text) <= width) return std::string(text);
  std::string_view rest = text;
  std::size_t kept = 0;
  for (int used = 0; !rest.empty();) {
    used += columns_of(take_code_point(rest));
    if (used > width - 1) break;
    kept = text.size() - rest.size();
  }
  std::string out(text.substr(0, kept));
  while (out.ends_with(' ')) out.pop_back();
  return out + "…";
}

std::string pad(std::string_view text, int width) {
  std::string out = fit(text, width);
  out.append(static_cast<std::size_t>(std::max(0, width - columns(out))), ' ');
  return out;
}

std::string wrap(std::string_view text, int width, std::string_view indent) {
  std::string out;
  int used = 0;
  bool first = true;
  for (const std::string_view word : words_of(text)) {
    const int size = columns(word);
    if (!first && used + 1 + size > width) {
      out.append("\n").append(indent);
      used = columns(indent);
    } else if (!first) {
      out += ' ';
      ++used;
    }
    out += word;
    used += size;
    first = false;
  }
  return out;
}

std::string wrap_with_tail(const Look& look, std::string_view text, std::string_view indent, std::string_view tail) {
  std::string out = std::string(indent) + wrap(text, look.width - columns(indent), {});
  // Lines are laid out without the indent first, so that every line has the same room.
  for (std::size_t at = out.find('\n'); at != std::string::npos; at = out.find('\n', at + 1))
    out.insert(at + 1, indent);
  if (tail.empty()) return out;
  const std::size_t last = out.rfind('\n') + 1;
  const int used = columns(std::string_view(out).substr(last));
  if (used + 2 + columns(tail) > look.width) {
    out += '\n';
    out.append(static_cast<std::size_t>(std::max(0, look.width - columns(tail))), ' ');
  } else {
    out.append(static_cast<std::size_t>(look.width - columns(tail) - used), ' ');
  }
  return out + tinted(look, Tint::id, tail);
}

}  // namespace readout
