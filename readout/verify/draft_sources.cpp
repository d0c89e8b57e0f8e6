#include "readout/verify/draft_sources.h"

#include <algorithm>
#include <array>
#include <map>

#include "readout/verify/layout.h"
#include "readout/verify/near_quotation.h"

namespace readout {
namespace {

constexpr std::size_t kLongestNote = 200;   // bytes of a footnote that are read for its source
constexpr std::size_t kLongestLink = 1000;  // bytes of its words, and of its address
constexpr std::size_t kLongestMark = 12;    // bytes of "[^12"
constexpr std::size_t kLongestHeading = 90;
constexpr std::size_t kLongestTitle = 90;  // bytes after "Source:"

bool holds_marks(std::string_view words) {
  return words.find('"') != std::string_view::npos || words.find("“") != std::string_view::npos ||
         words.find("«") != std::string_view::npos;
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == '/' || c == '\\' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_address(std::string_view words) {
  return words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.");
}

bool ends_like_a_file(std::string_view word) {
  constexpr std::array<std::string_view, 18> kEndings = {".txt", ".md",   ".html", ".htm", ".pdf",      ".docx",
                                                         ".doc", ".json", ".xml",  ".rtf", ".odt",      ".csv",
                                                         ".tex", ".eml",  ".srt",  ".vtt", ".markdown", ".jsonl"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) {
    if (word.size() <= ending.size()) return false;
    const std::string_view tail = word.substr(word.size() - ending.size());
    return std::ranges::equal(tail, ending, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
  });
}

class SourceFinder {
 public:
  explicit SourceFinder(const Document& draft) : draft_(draft), text_(draft.text.view()) {}

  std::vector<DraftSource> find() {
    read_markdown_links();
    read_links();
    read_notes();
    read_files();
    read_labels();
    for (DraftSource& source : found_) source.heading = stands_in_heading(source.span);
    std::ranges::stable_sort(found_, {}, [](const DraftSource& source) { return source.span.begin; });
    return std::move(found_);
  }

 private:
  // Spans that were added do not overlap: the neighbours tell.
  bool is_taken(Span span) const {
    const auto after = taken_.lower_bound(span.begin);
    if (after != taken_.end() && after->first < span.end) return true;
    return after != taken_.begin() && std::prev(after)->second > span.begin;
  }

  template <typename Predicate>
  void forget_if(Predicate predicate) {
    std::erase_if(found_, predicate);
    taken_.clear();
    for (const DraftSource& source : found_) taken_.emplace(source.span.begin, source.span.end);
  }

  bool is_defined(Span span) const {
    const auto after = std::ranges::upper_bound(definitions_, span.begin, {}, &Span::begin);
    return after != definitions_.begin() && std::prev(after)->contains(span);
  }

  void add(Span span, std::string words) {
    if (words.empty() || is_taken(span)) return;
    const bool loose = is_address(words);
    taken_.emplace(span.begin, span.end);
    found_.push_back({span, std::move(words), loose, false});
  }

  void read_links() {
    for (const Link& link : draft_.links) {
      if (link.url.empty() || link.url[0] == '#' || link.url.starts_with("mailto:")) continue;
      // An address beside words that are a file's name is where to fetch it.
      const std::string_view words = slice(text_, link.span);
      add(link.span, ends_like_a_file(words) ? std::string(words) : link.url);
    }
  }

  // [words](address "title")
  void read_markdown_links() {
    for (std::size_t at = text_.find("]("); at != std::string_view::npos; at = text_.find("](", at + 2)) {
      const std::size_t from = at > kLongestLink ? at - kLongestLink : 0;
      const std::size_t before = text_.substr(from, at - from).rfind('[');
      const std::size_t after = text_.substr(at + 2, kLongestLink).find_first_of(")\n");
      if (before == std::string_view::npos || after == std::string_view::npos || text_[at + 2 + after] != ')') continue;
      const std::size_t open = from + before;
      const std::size_t close = at + 2 + after;
      std::string_view address = text_.substr(at + 2, close - at - 2);
      address = address.substr(0, address.find(' '));
      if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
      if (address.empty() || address[0] == '#') continue;
      const std::string_view words = text_.substr(open + 1, at - open - 1);
      std::string named(ends_like_a_file(words) ? words : address.substr(0, address.find('#')));
      add(make_span(open, close + 1), std::move(named));
    }
  }

  // "[^2]: talk.txt, page 3" below, "”[^2]" above; "[2]" the same where such a line stands.
  void read_notes() {
    std::map<std::string, std::string, std::less<>> notes;
    std::vector<Span> definitions;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      std::string_view line = text_.substr(at, end - at);
      const std::size_t first = line.find_first_not_of(" \t>");
      line.remove_prefix(std::min(first, line.size()));
      const std::size_t close = line.find(']');
      if (line.starts_with('[') && close != std::string_view::npos && close <= 12) {
        std::string_view rest = line.substr(close + 1, kLongestNote);
        const bool caret = line.starts_with("[^");
        const bool colon = rest.starts_with(':');
        if (colon) rest.remove_prefix(1);
        if (colon || !caret) {
          if (std::string words = source_in(rest); !words.empty()) {
            notes[std::string(line.substr(0, close + 1))] = std::move(words);
            definitions.push_back(make_span(at, end));
          }
        }
      }
      at = end + 1;
    }
    definitions_ = std::move(definitions);
    forget_if([&](const DraftSource& source) { return is_defined(source.span); });
    for (std::size_t at = text_.find('['); !notes.empty() && at != std::string_view::npos;
         at = text_.find('[', at + 1)) {
      const std::size_t end = text_.find(']', at);
      if (end == std::string_view::npos) break;
      if (end - at > kLongestMark) continue;
      const Span span = make_span(at, end + 1);
      const auto note = notes.find(slice(text_, span));
      if (note != notes.end() && !is_defined(span)) add(span, note->second);
    }
  }

  // What a note names: a file, an address, else its words up to a comma.
  static std::string source_in(std::string_view rest) {
    while (!rest.empty() && (is_blank(rest[0]) || rest[0] == '*' || rest[0] == '_')) rest.remove_prefix(1);
    for (std::size_t at = 0; at < rest.size();) {
      std::size_t end = at;
      while (end < rest.size() && !is_blank(rest[end])) ++end;
      std::string_view word = rest.substr(at, end - at);
      if (const std::size_t open = word.find("]("); open != std::string_view::npos) word = word.substr(open + 2);
      while (!word.empty() && !is_name_byte(word[0])) word.remove_prefix(1);
      if (!is_address(word))
        while (!word.empty() && (!is_name_byte(word.back()) || word.back() == '.')) word.remove_suffix(1);
      while (!word.empty() && (word.back() == ',' || word.back() == '>' || word.back() == ')')) word.remove_suffix(1);
      if (is_address(word) || ends_like_a_file(word)) return std::string(word);
      at = end + 1;
    }
    return title_in(rest);
  }

  static std::string title_in(std::string_view rest) {
    rest = rest.substr(0, kLongestTitle);
    std::size_t end = std::min(rest.find_first_of("\n,;)]|"), rest.size());
    for (std::size_t at = rest.find(". "); at != std::string_view::npos && at < end; at = rest.find(". ", at + 1))
      end = at;
    std::string words(rest.substr(0, end));
    while (!words.empty() &&
           (is_blank(words.back()) || words.back() == '.' || words.back() == '*' || words.back() == '_'))
      words.pop_back();
    return words;
  }

  void read_files() {
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_name_byte(text_[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < text_.size() && is_name_byte(text_[end])) ++end;
      std::size_t last = end;
      while (last > at && text_[last - 1] == '.') --last;
      const Span span = make_span(at, last);
      const std::string_view word = slice(text_, span);
      const bool defined = is_defined(span);
      if (ends_like_a_file(word) && !defined && (at < 3 || text_.substr(at - 3, 3) != "://"))
        add(span, std::string(word));
      at = end;
    }
  }

  // "Source: the minutes of 4 May", "(via Tolm Echo)"
  void read_labels() {
    for (const std::string_view label : {"Source: ", "source: ", "SOURCE: ", "Quelle: ", "(via ", "Sources: "})
      for (std::size_t at = text_.find(label); at != std::string_view::npos; at = text_.find(label, at + 1)) {
        const std::size_t begin = at + label.size();
        std::string_view rest = text_.substr(begin, kLongestTitle);
        while (!rest.empty() && (rest[0] == '*' || rest[0] == '_' || rest[0] == ' ')) rest.remove_prefix(1);
        std::string words = title_in(rest);
        const auto from = static_cast<std::size_t>(rest.data() - text_.data());
        const Span span = make_span(from, from + words.size());
        add(span, std::move(words));
      }
  }

  // A title, or a short line by itself that ends no sentence.
  bool stands_in_heading(Span span) const {
    for (const Block& block : draft_.blocks)
      if (block.span.contains(span) && (block.kind == BlockKind::title || block.kind == BlockKind::subhead) &&
          block.span.size() <= kLongestHeading && !holds_marks(slice(text_, block.span)))
        return true;
    const std::size_t before = text_.rfind('\n', span.begin);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text_.find('\n', span.end), text_.size());
    const bool alone = (begin < 2 || text_[begin - 2] == '\n') && end + 1 < text_.size() && text_[end + 1] == '\n';
    const std::string_view line = text_.substr(begin, end - begin);
    const bool sentence = line.ends_with(". ") || line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
    return alone && line.size() <= kLongestHeading && !holds_marks(line) && !sentence && line[0] != '(' &&
           line[0] != '[';
  }

  const Document& draft_;
  std::string_view text_;
  std::vector<DraftSource> found_;
  std::vector<Span> definitions_;
  std::map<std::uint32_t, std::uint32_t> taken_;  // begin and end of what was found
};

// A blank line, or a heading's mark.
bool parts_paragraphs(std::string_view between) {
  for (std::size_t at = between.find('\n'); at != std::string_view::npos; at = between.find('\n', at + 1)) {
    std::size_t next = at + 1;
    while (next < between.size() && (between[next] == ' ' || between[next] == '\t' || between[next] == '\r')) ++next;
    if (next < between.size() && (between[next] == '\n' || between[next] == '#')) return true;
  }
  return false;
}

// Where a sentence that goes on after the quotation ends.
std::uint32_t sentence_end(std::string_view text, std::uint32_t from, std::uint32_t limit) {
  for (std::uint32_t i = from; i < limit; ++i) {
    const char c = text[i];
    if (c == '\n' && i + 1 < text.size() && text[i + 1] == '\n') return i;
    if ((c == '.' || c == '!' || c == '?') && (i + 1 >= text.size() || is_blank(text[i + 1]))) return i;
  }
  return limit;
}

}  // namespace

std::vector<DraftSource> find_draft_sources(const Document& draft) {
  return SourceFinder(draft).find();
}

const DraftSource* source_of(const std::vector<DraftSource>& sources, std::string_view draft, Span quotation,
                             std::uint32_t from, std::uint32_t to) {
  const std::uint32_t sentence = sentence_end(draft, quotation.end, to);
  const DraftSource* before = nullptr;  // in the sentence or the paragraph, ahead of the quotation
  const DraftSource* heading = nullptr;
  for (const DraftSource& source : sources) {
    if (source.span.overlaps(quotation)) continue;
    if (source.heading) {
      if (source.span.end <= quotation.begin) heading = &source;
      continue;
    }
    const bool ahead = source.span.end <= quotation.begin;
    const Span between = ahead ? Span{source.span.end, quotation.begin} : Span{quotation.end, source.span.begin};
    if (ahead) {
      if (!parts_paragraphs(slice(draft, between))) before = &source;
      continue;
    }
    if (source.span.begin <= sentence) return &source;
    const bool own = before != nullptr && before->span.begin >= from;
    if (!own && source.span.begin < to && !parts_paragraphs(slice(draft, between))) return &source;
    break;
  }
  return before != nullptr ? before : heading;
}

}  // namespace readout
