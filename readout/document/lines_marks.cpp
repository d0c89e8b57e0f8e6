#include <algorithm>
#include <string>
#include <utility>

#include "readout/document/lines.h"
#include "readout/document/markdown.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

// How many signs of Markdown a text shows, and whether they suffice.
bool is_markdown(std::string_view text, const std::vector<PlainLine>& lines) {
  std::size_t headings = 0;
  std::size_t links = 0;
  std::size_t bold = 0;
  for (const PlainLine& line : lines) {
    const std::string_view words = slice(text, line.span);
    const std::size_t signs = std::min(words.find_first_not_of('#'), words.size());
    if (signs >= 1 && signs <= 6 && signs < words.size() && words[signs] == ' ') ++headings;
    for (std::size_t i = words.find("](http"); i != std::string_view::npos; i = words.find("](http", i + 1)) ++links;
    for (std::size_t i = words.find("**"); i != std::string_view::npos; i = words.find("**", i + 2)) ++bold;
  }
  return headings >= 2 || links >= 2 || bold >= 6 || (headings == 1 && links + bold / 2 >= 1);
}

// Builds the new text line by line.
class Stripper {
 public:
  Stripper(Draft& draft, std::vector<PlainLine>& lines, bool markdown)
      : draft_(draft), text_(draft.text.view()), lines_(lines), markdown_(markdown) {}

  void run() {
    out_.reserve(text_.size());
    std::uint32_t done = 0;
    for (PlainLine& line : lines_) {
      copy(done, line.span.begin);
      const auto begin = static_cast<std::uint32_t>(out_.size());
      std::uint32_t at = line.span.begin;
      if (!line.blank && line.region == Region::main) at = strip_front(line);
      if (markdown_ && !in_fence_ && line.region == Region::main)
        strip_inline({at, line.span.end});
      else
        copy(at, line.span.end);
      done = line.span.end;
      line.span = trim(out_, {begin, static_cast<std::uint32_t>(out_.size())});
      line.blank = line.span.empty();
    }
    copy(done, static_cast<std::uint32_t>(text_.size()));
    draft_.layout.links = std::move(links_);
    draft_.text = Text(std::move(out_), map_.compose(draft_.text.map()));
  }

 private:
  void copy(std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    out_ += text_.substr(begin, end - begin);
    map_.append(end - begin, begin, end - begin, true);
  }

  // Signs at the front of a line: "> ", "## ", "- "; where its words begin.
  std::uint32_t strip_front(PlainLine& line) {
    std::uint32_t at = line.span.begin;
    const std::uint32_t end = line.span.end;
    const auto skip_blanks = [&] {
      while (at < end && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    };
    while (at < end && text_[at] == '>') {
      ++at;
      ++line.level;
      skip_blanks();
    }
    if (line.level > 0) line.kind = PieceKind::blockquote;
    if (!markdown_) return at;
    const std::string_view words = text_.substr(at, end - at);
    if (words.starts_with("```") || words.starts_with("~~~")) {
      in_fence_ = !in_fence_;
      line.kind = PieceKind::code;
      return at;
    }
    if (in_fence_) {
      line.kind = PieceKind::code;
      return at;
    }
    const std::size_t signs = std::min(words.find_first_not_of('#'), words.size());
    if (signs >= 1 && signs <= 6 && signs < words.size() && words[signs] == ' ') {
      line.kind = PieceKind::heading;
      line.level = static_cast<std::uint8_t>(signs);
      at += static_cast<std::uint32_t>(signs);
      skip_blanks();
    } else if (words.starts_with("- ") || words.starts_with("* ") || words.starts_with("+ ")) {
      line.kind = PieceKind::list_item;
      line.level = static_cast<std::uint8_t>(std::min(1 + line.indent / 2, 9u));
      at += 2;
    } else if (words.starts_with('|') && words.ends_with('|')) {
      line.kind = PieceKind::table;
    } else if (words.size() >= 3 && words.find_first_not_of(words[0]) == std::string_view::npos &&
               (words[0] == '-' || words[0] == '*' || words[0] == '_')) {
      return end;  // a rule across the page
    }
    return at;
  }

  bool letter_at(std::uint32_t i, std::uint32_t end) const {
    return i < end && !is_white(code_point_at(text_, i).value);
  }

  void strip_inline(Span line) {
    const std::string_view all = text_.substr(line.begin, line.size());
    // A lone * or _ is no emphasis: its partner stands in the same line.
    const bool stars = std::count(all.begin(), all.end(), '*') % 2 == 0;
    const bool scores = std::count(all.begin(), all.end(), '_') % 2 == 0;
    std::uint32_t done = line.begin;
    std::uint32_t i = line.begin;
    const auto drop = [&](std::uint32_t size) {
      copy(done, i);
      i += size;
      done = i;
    };
    while (i < line.end) {
      const char c = text_[i];
      const std::string_view rest = text_.substr(i, line.end - i);
      if (c == '\\' && rest.size() > 1 &&
          std::string_view("\\`*_{}[]()#+-.!>|").find(rest[1]) != std::string_view::npos) {
        drop(1);
        ++i;
      } else if (rest.starts_with("**") || rest.starts_with("__")) {
        drop(2);
      } else if ((c == '*' || c == '_') && emphasis(i, line, c == '*' ? stars : scores)) {
        drop(1);
      } else if (c == '`') {
        drop(1);
      } else if (c == '!' && rest.size() > 1 && rest[1] == '[') {
        drop(1);
      } else if (c == '[' && link_size(rest) > 0) {
        const std::size_t label = rest.find("](");
        const std::size_t size = link_size(rest);
        const std::string_view url = rest.substr(label + 2, size - label - 3);
        drop(1);
        const std::size_t begin = out_.size();
        strip_inline({i, i + static_cast<std::uint32_t>(label) - 1});
        links_.push_back({make_span(begin, out_.size()), std::string(url.substr(0, url.find(' ')))});
        i = done = i + static_cast<std::uint32_t>(size) - 1;
      } else {
        ++i;
      }
    }
    copy(done, line.end);
  }

  // One * or _ that opens or closes: words touch it on one side, and none (or a mark) on the other.
  bool emphasis(std::uint32_t i, Span line, bool paired) const {
    const bool before = i > line.begin && !is_white(code_point_before(text_, i).value);
    const bool after = letter_at(i + 1, line.end);
    if (before == after) {
      const bool in_word =
          before && is_letter(code_point_before(text_, i).value) && is_letter(code_point_at(text_, i + 1).value);
      return before && !in_word;
    }
    return paired;
  }

  // The length of "[label](url)", 0 where it is none.
  static std::size_t link_size(std::string_view rest) {
    rest = rest.substr(0, 3000);
    if (const std::size_t inner = rest.find('[', 1); inner != std::string_view::npos && inner < rest.find("]("))
      return 0;
    const std::size_t label = rest.find("](");
    if (label == std::string_view::npos) return 0;
    const std::size_t end = rest.find(')', label);
    return end == std::string_view::npos ? 0 : end + 1;
  }

  Draft& draft_;
  std::string_view text_;
  std::vector<PlainLine>& lines_;
  bool markdown_;
  bool in_fence_ = false;
  std::string out_;
  OffsetMap map_;
  std::vector<Link> links_;
};

}  // namespace

bool shows_markdown(std::string_view text) {
  return is_markdown(text, split_lines(text));
}

bool strip_marks(Draft& draft, std::vector<PlainLine>& lines) {
  const std::string_view text = draft.text.view();
  std::size_t quoted = 0;
  bool mail = false;
  for (const PlainLine& line : lines) {
    if (!line.blank && text[line.span.begin] == '>') ++quoted;
    mail = mail || line.region == Region::mail_header;
  }
  const bool markdown = !mail && is_markdown(text, lines);
  if (!markdown && quoted < (mail ? 1u : 3u)) return false;
  Stripper(draft, lines, markdown).run();
  return true;
}

}  // namespace readout
