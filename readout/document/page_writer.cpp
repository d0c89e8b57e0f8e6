#include <algorithm>
#include <utility>

#include "readout/document/html.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

}  // namespace

void PageWriter::break_piece(const Piece& next) {
  close_piece();
  // A break between paragraphs is not undone by a line break that follows it.
  pending_gap_ = pending_gap_ || !next.tight;
  next_ = next;
  next_.tight = !pending_gap_;
}

void PageWriter::put_source(std::size_t begin, std::size_t end) {
  std::size_t i = begin;
  while (i < end) {
    std::size_t stop = i;
    if (is_blank(source_[i])) {
      while (stop < end && is_blank(source_[stop])) ++stop;
      put_white(i, stop);
    } else {
      while (stop < end && !is_blank(source_[stop])) ++stop;
      put_word(source_.substr(i, stop - i), i, stop - i, true);
    }
    i = stop;
  }
}

void PageWriter::put_converted(std::string_view text, std::size_t begin, std::size_t size) {
  if (text.size() == 1 && is_blank(text[0]))
    put_white(begin, begin + size);
  else if (!text.empty())
    put_word(text, begin, size, false);
}

void PageWriter::put_tab() {
  if (open_) tab_ = true;
}

void PageWriter::put_word(std::string_view text, std::size_t begin, std::size_t size, bool linear) {
  const auto u32 = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  if (!open_) {
    open_piece();
  } else if (tab_) {
    text_ += '\t';
    map_.append(1, u32(last_source_), 0, false);
  } else if (white_) {
    text_ += ' ';
    const std::size_t at = std::max(white_begin_, last_source_);
    const bool one = white_end_ - at == 1 && source_[at] == ' ';
    map_.append(1, u32(at), u32(white_end_ - at), one);
  }
  white_ = false;
  tab_ = false;
  const std::size_t before = text_.size();
  if (in_link_ && link_begin_ == std::string::npos) link_begin_ = before;
  text_ += text;
  map_.append(u32(text.size()), u32(begin), u32(size), linear);
  if (in_link_) link_bytes_ += u32(text.size());
  last_source_ = begin + size;
}

void PageWriter::put_white(std::size_t begin, std::size_t end) {
  if (keep_lines_) {
    const auto breaks = std::count(source_.begin() + static_cast<std::ptrdiff_t>(begin),
                                   source_.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    if (breaks > 0) {
      Piece next = next_;
      next.tight = breaks == 1;
      break_piece(next);
      return;
    }
  }
  if (!open_) return;
  if (!white_) white_begin_ = begin;
  white_end_ = end;
  white_ = true;
}

void PageWriter::open_piece() {
  const auto at = static_cast<std::uint32_t>(last_source_);
  if (!text_.empty()) {
    const std::string_view gap = next_.tight ? "\n" : "\n\n";
    text_ += gap;
    map_.append(static_cast<std::uint32_t>(gap.size()), at, 0, false);
    if (!next_.tight) ++paragraph_;
  }
  Piece piece = next_;
  piece.tight = piece.tight && !pieces_.empty();
  piece.paragraph = paragraph_;
  piece.span = make_span(text_.size(), text_.size());
  pieces_.push_back(piece);
  open_ = true;
  pending_gap_ = false;
  link_bytes_ = 0;
}

void PageWriter::close_piece() {
  white_ = false;
  tab_ = false;
  if (!open_) return;
  open_ = false;
  Piece& piece = pieces_.back();
  piece.span.end = static_cast<std::uint32_t>(text_.size());
  piece.link_share = static_cast<double>(link_bytes_) / static_cast<double>(std::max(1u, piece.span.size()));
}

void PageWriter::open_link(std::string url) {
  close_link();
  link_url_ = std::move(url);
  link_begin_ = std::string::npos;
  in_link_ = true;
}

void PageWriter::close_link() {
  if (in_link_ && link_begin_ != std::string::npos && !link_url_.empty())
    links_.push_back({make_span(link_begin_, text_.size()), link_url_});
  in_link_ = false;
}

Text PageWriter::take(const OffsetMap& source_map, std::vector<Piece>& pieces, std::vector<Link>& links) {
  close_link();
  close_piece();
  // White space that collapsing leaves alone (no-break spaces) belongs to no piece.
  for (Piece& piece : pieces_) piece.span = trim(text_, piece.span);
  std::erase_if(pieces_, [](const Piece& piece) { return piece.span.empty(); });
  pieces = std::move(pieces_);
  links = std::move(links_);
  return Text(std::move(text_), map_.compose(source_map));
}

}  // namespace readout
