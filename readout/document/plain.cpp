#include <algorithm>
#include <utility>

#include "readout/document/html.h"
#include "readout/document/lines.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

// Addresses as they stand in the text, where no link covers them already.
void find_addresses(std::string_view text, std::vector<Link>& links) {
  std::vector<Link> found;
  std::size_t known = 0;
  std::size_t scheme = text.find("://");
  std::size_t host = text.find("www.");
  for (std::size_t from = 0; scheme != std::string_view::npos || host != std::string_view::npos;) {
    std::size_t at = host;
    if (scheme < host) {
      at = scheme;
      while (at > from && scheme - at < 5 && text[at - 1] >= 'a' && text[at - 1] <= 'z') --at;
    }
    const std::size_t size = at < from ? 0 : url_size(text, at);
    const std::size_t next = size > 0 ? at + size : std::min(scheme, host) + 3;
    if (scheme < next) scheme = text.find("://", next);
    if (host < next) host = text.find("www.", next);
    from = next;
    if (size == 0) continue;
    const Span span = make_span(at, at + size);
    while (known < links.size() && links[known].span.end <= span.begin) ++known;
    if (known == links.size() || !links[known].span.overlaps(span))
      found.push_back({span, std::string(text.substr(at, size))});
  }
  if (found.empty()) return;
  links.insert(links.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.span < b.span; });
}

// One piece a line, wrapped lines joined. A running head in the middle of a paragraph parts its pieces, not the
// paragraph.
void make_pieces(std::string_view text, const std::vector<PlainLine>& lines, std::vector<Piece>& pieces) {
  std::uint32_t paragraph = 0;
  bool gap = true;
  bool cut_by_head = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PlainLine& line = lines[i];
    if (line.blank) {
      gap = true;
      continue;
    }
    Piece piece;
    piece.span = line.span;
    piece.kind = line.kind;
    piece.region = line.region;
    piece.level = line.level;
    while (lines[i].joins_next) piece.span.end = lines[++i].span.end;
    const bool head = line.region == Region::running_head;
    const bool goes_on = cut_by_head && !head && is_lower(code_point_at(text, piece.span.begin).value);
    if (gap && !pieces.empty() && !head && !goes_on) ++paragraph;
    piece.tight = !gap && !goes_on && !head && !pieces.empty();
    piece.paragraph = paragraph;
    pieces.push_back(piece);
    if (head)
      cut_by_head = true;
    else
      cut_by_head = false;
    gap = head && gap;
  }
}

}  // namespace

std::vector<PlainLine> split_lines(std::string_view text) {
  std::vector<PlainLine> lines;
  // Lines of an old Macintosh end with a carriage return alone.
  const char end_of_line = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(end_of_line, i), text.size());
    PlainLine line;
    line.span = trim(text, make_span(i, end));
    line.blank = line.span.empty();
    line.indent = line.blank ? 0 : line.span.begin - static_cast<std::uint32_t>(i);
    line.page_break = text.substr(i, end - i).find('\f') != std::string_view::npos;
    lines.push_back(line);
    i = end + 1;
  }
  return lines;
}

void lay_out_plain(Draft& draft) {
  const Text received = draft.text;
  bool changed = unescape_twice_escaped(draft.text, false, draft.doubts);
  std::vector<PlainLine> lines = split_lines(draft.text.view());
  mark_mail(draft.text.view(), lines, draft.layout.metadata);
  changed = strip_marks(draft, lines) || changed;
  if (changed) move_doubts(draft.doubts, received, draft.text);
  const std::string_view text = draft.text.view();
  if (mark_wrapped(text, lines)) draft.doubts.push_back({DoubtKind::hard_wrapped, {}, ""});
  make_pieces(text, lines, draft.layout.pieces);
  find_addresses(text, draft.layout.links);
}

}  // namespace readout
