#include "readout/document/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <string>
#include <utility>

#include "readout/document/html.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::size_t kLongestFrontMatter = 1u << 16;

bool letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

// "[^1]", "[^note]": bytes of the mark of a footnote at the front; 0 where there is none.
std::size_t footnote_size(std::string_view text) {
  if (!text.starts_with("[^")) return 0;
  std::size_t end = 2;
  while (end < text.size() && (letter_or_digit(text[end]) || text[end] == '-' || text[end] == '_')) ++end;
  return end > 2 && end < text.size() && text[end] == ']' ? end + 1 : 0;
}

// Plays md4c's events into a PageWriter. Text comes in the order of the source.
class Reader {
 public:
  Reader(std::string_view source, bool footnote_marks)
      : source_(source), writer_(source), footnote_marks_(footnote_marks) {}

  void open_block(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        ++quotes_;
        break;
      case MD_BLOCK_LI:
        ++items_;
        break;
      case MD_BLOCK_H:
        heading_ = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
        break;
      case MD_BLOCK_CODE:
        code_ = true;
        break;
      case MD_BLOCK_HTML:
        html_begin_ = html_end_ = std::string_view::npos;
        break;
      case MD_BLOCK_TABLE:
        table_ = true;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        writer_.put_tab();
        white_ = false;
        return;
      default:
        break;
    }
    break_piece(false);
  }

  void close_block(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        --quotes_;
        break;
      case MD_BLOCK_LI:
        --items_;
        break;
      case MD_BLOCK_H:
        heading_ = 0;
        break;
      case MD_BLOCK_CODE:
        code_ = false;
        break;
      case MD_BLOCK_HTML:
        put_html();
        break;
      case MD_BLOCK_TABLE:
        table_ = false;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        return;
      default:
        break;
    }
    break_piece(false);
  }

  void open_span(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_IMG) ++pictures_;
    if (type == MD_SPAN_CODE) span_code_ = true;
    if (type == MD_SPAN_A) {
      const MD_ATTRIBUTE& href = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
      writer_.open_link(std::string(href.text == nullptr ? "" : href.text, href.size));
    }
  }

  void close_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --pictures_;
    if (type == MD_SPAN_CODE) {
      span_code_ = false;
      close_code();
    }
    if (type == MD_SPAN_A) writer_.close_link();
  }

  void put_text(MD_TEXTTYPE type, const char* text, std::size_t size) {
    const std::size_t at = offset_of(text, size);
    if (type == MD_TEXT_HTML) return add_html(at, size, std::string_view(text, size));
    if (pictures_ > 0) return;
    if (type == MD_TEXT_BR) return break_piece(true);
    if (type == MD_TEXT_SOFTBR) {
      white_ = true;
      return;
    }
    if (type == MD_TEXT_NULLCHAR) {
      writer_.put_converted("\uFFFD", last_, 1);
      return;
    }
    if (at == std::string_view::npos) {
      // A line break of code, or an indent that md4c writes itself.
      if (code_ && std::string_view(text, size).find('\n') != std::string_view::npos)
        break_piece(true);
      else
        white_ = true;
      return;
    }
    put_white(at);
    if (type == MD_TEXT_ENTITY) {
      const Reference reference = reference_at(source_, at);
      if (reference.size > 0) {
        writer_.put_converted(reference.text, at, reference.size);
        last_ = at + size;
        return;
      }
    }
    if (type == MD_TEXT_NORMAL && !footnote_marks_)
      put_without_footnotes(at, at + size);
    else
      put(at, at + size);
    last_ = at + size;
  }

  // Front matter.
  void put_as_code(std::size_t begin, std::size_t end) {
    code_ = true;
    break_piece(false);
    writer_.keep_lines(true);
    put(begin, end);
    writer_.keep_lines(false);
    code_ = false;
    break_piece(false);
    last_ = end;
  }

  void take(Draft& draft) {
    draft.text = writer_.take(draft.text.map(), draft.layout.pieces, draft.layout.links);
    draft.layout.verbatim = std::move(verbatim_);
  }

 private:
  std::size_t offset_of(const char* text, std::size_t size) const {
    const auto begin = reinterpret_cast<std::uintptr_t>(source_.data());
    const auto at = reinterpret_cast<std::uintptr_t>(text);
    if (at < begin || at + size > begin + source_.size()) return std::string_view::npos;
    // What does not ascend cannot be mapped.
    return at - begin < last_ ? std::string_view::npos : at - begin;
  }

  void put(std::size_t begin, std::size_t end) {
    writer_.put_source(begin, end);
    if (!span_code_ || pictures_ > 0 || begin == end) return;
    if (code_begin_ == std::string_view::npos) code_begin_ = begin;
    code_end_ = end;
  }

  void close_code() {
    if (code_begin_ != std::string_view::npos) verbatim_.push_back(make_span(code_begin_, code_end_));
    code_begin_ = std::string_view::npos;
  }

  void put_without_footnotes(std::size_t begin, std::size_t end) {
    std::size_t done = begin;
    for (std::size_t i = source_.find("[^", begin); i < end; i = source_.find("[^", i)) {
      std::size_t size = footnote_size(source_.substr(i, end - i));
      if (size == 0) {
        ++i;
        continue;
      }
      if (i + size < end && source_[i + size] == ':') ++size;
      put(done, i);
      i += size;
      done = i;
    }
    put(done, end);
  }

  // A line break inside a paragraph, with whatever marks stand at the front of the next line.
  void put_white(std::size_t next) {
    if (white_ && next > last_) writer_.put_converted(" ", last_, next - last_);
    white_ = false;
  }

  void break_piece(bool tight) {
    white_ = false;
    Piece next;
    next.tight = tight;
    next.level = static_cast<std::uint8_t>(std::min(quotes_ > 0 ? quotes_ : items_, 9u));
    if (quotes_ > 0)
      next.kind = PieceKind::blockquote;
    else if (items_ > 0)
      next.kind = PieceKind::list_item;
    if (table_) next.kind = PieceKind::table;
    if (code_) next.kind = PieceKind::code;
    if (heading_ > 0) {
      next.kind = PieceKind::heading;
      next.level = static_cast<std::uint8_t>(heading_);
    }
    writer_.break_piece(next);
  }

  // Lines of raw HTML are read as one stretch, unless the marks of a block quote stand between them.
  void add_html(std::size_t at, std::size_t size, std::string_view text) {
    if (at == std::string_view::npos) return;
    const bool inside = html_begin_ != std::string_view::npos;
    if (text.starts_with("<br") && !inside) break_piece(true);
    if (inside && source_.substr(html_end_, at - html_end_).find_first_not_of(" \t\r\n") != std::string_view::npos) {
      put_html();
      writer_.put_converted(" ", html_end_, at - html_end_);
    }
    if (html_begin_ == std::string_view::npos) html_begin_ = at;
    html_end_ = at + size;
    last_ = at + size;
    // Tags in a line of text, which are no block, hold no words.
    if (!in_html_block_) html_begin_ = std::string_view::npos;
  }

  void put_html() {
    if (html_begin_ == std::string_view::npos) return;
    strip_tags(source_, html_begin_, html_end_, writer_);
    html_begin_ = std::string_view::npos;
  }

 public:
  void set_html_block(bool inside) { in_html_block_ = inside; }

 private:
  std::string_view source_;
  PageWriter writer_;
  bool footnote_marks_;
  std::size_t last_ = 0;  // source up to here is written or passed over
  std::size_t html_begin_ = std::string_view::npos;
  std::size_t html_end_ = std::string_view::npos;
  std::size_t code_begin_ = std::string_view::npos;
  std::size_t code_end_ = 0;
  std::vector<Span> verbatim_;  // of the source
  unsigned quotes_ = 0;
  unsigned items_ = 0;
  unsigned heading_ = 0;
  unsigned pictures_ = 0;
  bool table_ = false;
  bool code_ = false;
  bool span_code_ = false;
  bool white_ = false;
  bool in_html_block_ = false;
};

int enter_block(MD_BLOCKTYPE type, void* detail, void* reader) {
  if (type == MD_BLOCK_HTML) static_cast<Reader*>(reader)->set_html_block(true);
  static_cast<Reader*>(reader)->open_block(type, detail);
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* reader) {
  static_cast<Reader*>(reader)->close_block(type);
  if (type == MD_BLOCK_HTML) static_cast<Reader*>(reader)->set_html_block(false);
  return 0;
}

int enter_span(MD_SPANTYPE type, void* detail, void* reader) {
  static_cast<Reader*>(reader)->open_span(type, detail);
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* reader) {
  static_cast<Reader*>(reader)->close_span(type);
  return 0;
}

int text_of(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* reader) {
  static_cast<Reader*>(reader)->put_text(type, text, size);
  return 0;
}

// Where front matter ends: past the line that closes it; 0 where there is none.
std::size_t front_matter_size(std::string_view source) {
  const std::string_view fence = source.substr(0, 3);
  if (fence != "---" && fence != "+++") return 0;
  std::size_t at = source.find('\n');
  if (at == std::string_view::npos || source.substr(3, at - 3).find_first_not_of(" \t\r") != std::string_view::npos)
    return 0;
  bool has_key = false;
  while (at != std::string_view::npos && at < kLongestFrontMatter) {
    const std::size_t begin = at + 1;
    at = source.find('\n', begin);
    std::string_view line = source.substr(begin, at == std::string_view::npos ? at : at - begin);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    if (line == fence || (fence == "---" && line == "..."))
      return has_key ? (at == std::string_view::npos ? source.size() : at + 1) : 0;
    has_key = has_key || line.find(fence == "---" ? ':' : '=') != std::string_view::npos;
  }
  return 0;
}

// "title: A talk" -> "A talk".
std::string front_value(std::string_view matter, std::string_view name) {
  for (std::size_t at = 0; at < matter.size();) {
    const std::size_t end = std::min(matter.find('\n', at), matter.size());
    const std::string_view line = matter.substr(at, end - at);
    at = end + 1;
    if (!same_ascii(line.substr(0, name.size()), name)) continue;
    std::size_t value = line.find_first_not_of(" \t", name.size());
    if (value == std::string_view::npos || (line[value] != ':' && line[value] != '=')) continue;
    value = line.find_first_not_of(" \t\"'", value + 1);
    if (value == std::string_view::npos) continue;
    const std::size_t last = line.find_last_not_of(" \t\r\"'");
    return last < value ? std::string() : std::string(line.substr(value, last + 1 - value));
  }
  return {};
}

}  // namespace

bool is_markdown_name(std::string_view file_name, std::string_view declared_type) {
  if (declared_type.find("markdown") != std::string_view::npos) return true;
  for (const std::string_view end : {".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"})
    if (file_name.size() > end.size() && same_ascii(file_name.substr(file_name.size() - end.size()), end)) return true;
  return false;
}

void lay_out_markdown(Draft& draft) {
  const Text received = draft.text;
  const std::string_view source = received.view();
  const std::size_t front = front_matter_size(source);
  Reader reader(source, draft.footnote_marks);
  if (front > 0) {
    reader.put_as_code(0, front);
    const std::string_view matter = source.substr(0, front);
    Metadata& metadata = draft.layout.metadata;
    if (metadata.title.empty()) metadata.title = front_value(matter, "title");
    if (metadata.published.empty()) metadata.published = front_value(matter, "date");
    if (metadata.authors.empty())
      if (std::string author = front_value(matter, "author"); !author.empty()) metadata.authors = {std::move(author)};
  }
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = text_of;
  md_parse(source.data() + front, static_cast<MD_SIZE>(source.size() - front), &parser, &reader);
  reader.take(draft);
  // From the source to the words.
  for (Span& code : draft.layout.verbatim) code = draft.text.map().to_text(received.to_blob(code));
  move_doubts(draft.doubts, received, draft.text);
}

}  // namespace readout
