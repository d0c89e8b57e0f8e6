#include <algorithm>
#include <map>
#include <string>

#include "readout/document/lines.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::uint32_t kNarrowest = 40;  // widths of wrapped text, in bytes
constexpr std::uint32_t kWidest = 120;

bool ends_sentence(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0) {
    const CodePoint c = code_point_before(line, end);
    if (c.value == '.' || c.value == '!' || c.value == '?' || c.value == 0x2026 || c.value == ':') return true;
    if (!is_closing(c.value)) return false;
    end -= c.size;
  }
  return false;
}

std::uint32_t first_word_size(std::string_view line) {
  return static_cast<std::uint32_t>(std::min(line.find(' '), line.size()));
}

bool is_item(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ") || line.starts_with("– ")) return true;
  std::size_t i = 0;
  while (i < line.size() && i < 3 && line[i] >= '0' && line[i] <= '9') ++i;
  return i > 0 && i + 1 < line.size() && (line[i] == '.' || line[i] == ')') && line[i + 1] == ' ';
}

// "12", "- 3 -", "Page 3 of 9", "3/9".
bool is_page_number(std::string_view line) {
  if (line.size() > 16) return false;
  bool digit = false;
  std::string letters;
  for (const char c : line) {
    if (c >= '0' && c <= '9')
      digit = true;
    else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
      letters += static_cast<char>(c | 0x20);
    else if (c != ' ' && c != '-' && c != '/' && c != '[' && c != ']')
      return false;
  }
  return digit && (letters.empty() || letters == "page" || letters == "pageof" || letters == "p" || letters == "of");
}

// Numbers apart, so that "Bulletin 12 | Page 3" and "Bulletin 12 | Page 4" are one head.
std::string without_digits(std::string_view line) {
  std::string out;
  for (const char c : line)
    if (c < '0' || c > '9') out += c;
  return out;
}

class Unwrapper {
 public:
  Unwrapper(std::string_view text, std::vector<PlainLine>& lines) : text_(text), lines_(lines) {}

  bool run() {
    measure();
    if (width_ < kNarrowest || !is_wrapped()) return false;
    mark_heads();
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) lines_[i].joins_next = joins(i);
    return true;
  }

 private:
  std::string_view words(std::size_t i) const { return slice(text_, lines_[i].span); }
  bool tight(std::size_t i) const { return i + 1 < lines_.size() && plain(i) && plain(i + 1); }
  bool plain(std::size_t i) const {
    return !lines_[i].blank && lines_[i].region == Region::main && lines_[i].kind == PieceKind::paragraph;
  }

  // The width: the longest line, unless a few lines (addresses, tables) stand out.
  void measure() {
    std::vector<std::uint32_t> sizes;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (plain(i)) sizes.push_back(lines_[i].span.size() + lines_[i].indent);
    if (sizes.size() < 6) return;
    std::sort(sizes.begin(), sizes.end());
    const std::uint32_t most = sizes[sizes.size() - 1 - sizes.size() / 20];
    if (most <= kWidest) width_ = most;
  }

  // The next line's first word would not have fitted.
  bool forced(std::size_t i) const {
    return lines_[i].indent + lines_[i].span.size() + 1 + first_word_size(words(i + 1)) > width_ - 2;
  }

  bool is_wrapped() const {
    std::size_t breaks = 0;
    std::size_t full = 0;
    std::size_t open = 0;
    std::size_t lower = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!tight(i)) continue;
      ++breaks;
      if (!forced(i)) continue;
      ++full;
      if (!ends_sentence(words(i))) ++open;
      if (is_lower(code_point_at(words(i + 1), 0).value)) ++lower;
    }
    return breaks >= 4 && full * 10 >= breaks * 6 && open * 10 >= full * 5 && lower * 10 >= full * 4;
  }

  void mark_heads() {
    struct Seen {
      std::size_t times = 0;
      bool at_break = false;  // once at a page's edge, always a head
    };
    std::map<std::string, Seen> heads;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!plain(i) || !stands_alone(i)) continue;
      Seen& seen = heads[without_digits(words(i))];
      ++seen.times;
      seen.at_break = seen.at_break || lines_[i].page_break || (i > 0 && lines_[i - 1].page_break);
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!plain(i) || !stands_alone(i)) continue;
      const std::string_view line = words(i);
      const Seen& seen = heads[without_digits(line)];
      const bool repeated = seen.times >= (seen.at_break ? 2u : 3u) && line.size() < 100 && !ends_sentence(line);
      if (is_page_number(line) || repeated) lines_[i].region = Region::running_head;
    }
  }

  // A head stands between blank lines or at a page's edge, or beside another head.
  bool stands_alone(std::size_t i) const {
    const bool before = i == 0 || lines_[i - 1].blank || lines_[i].page_break || lines_[i - 1].page_break ||
                        is_page_number(words(i - 1));
    const bool after =
        i + 1 == lines_.size() || lines_[i + 1].blank || lines_[i + 1].page_break || is_page_number(words(i + 1));
    return before || after;
  }

  bool joins(std::size_t i) const {
    if (!tight(i) || !forced(i) || is_item(words(i + 1))) return false;
    // A first line set in, or a heading in capitals, begins anew.
    if (lines_[i + 1].indent >= lines_[i].indent + 2 && ends_sentence(words(i))) return false;
    return true;
  }

  std::string_view text_;
  std::vector<PlainLine>& lines_;
  std::uint32_t width_ = 0;
};

}  // namespace

bool mark_wrapped(std::string_view text, std::vector<PlainLine>& lines) {
  return Unwrapper(text, lines).run();
}

}  // namespace readout
