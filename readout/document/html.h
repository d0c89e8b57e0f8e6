// HTML: from the source of a page to its text, with the map back, and its layout.
//
//   source  <p>He said &ldquo;no&rdquo;.<p>It ended.
//   text    He said “no”.\n\nIt ended.          text.to_blob(“no”) == the bytes of "&ldquo;no&rdquo;"
//
// The page's tree is gumbo's; text is what a browser would show, white space collapsed, scripts and styles left out.
// Where the page is nested too deep for a tree, its tags are stripped in one pass (doubt nested_too_deep).
//
// The main content is the element whose paragraphs weigh most (length and commas against links: the measure of Arc90's
// Readability), climbed to where the rest of the page begins; everything else is kept as pieces with their region.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/document/draft.h"
#include "readout/document/layout.h"
#include "readout/text/text.h"

namespace readout {

// `draft.text` holds the source on entry and the page's text on return.
void lay_out_html(Draft& draft, std::uint32_t max_nesting);

// ---- parts, for the files html_*.cpp ----

// Builds text, map and pieces together. Source offsets must ascend.
class PageWriter {
 public:
  explicit PageWriter(std::string_view source) : source_(source) {}

  // Ends the piece, if one is open; the next text opens one with `next`'s kind, region, level and tightness.
  void break_piece(const Piece& next);
  void put_source(std::size_t begin, std::size_t end);  // as it stands, white space collapsed
  void put_converted(std::string_view text, std::size_t begin, std::size_t size);  // an entity or escape
  void keep_lines(bool keep) { keep_lines_ = keep; }                               // inside <pre>
  void put_tab();                                                                  // between two cells of a table
  void open_link(std::string url);
  void close_link();

  Text take(const OffsetMap& source_map, std::vector<Piece>& pieces, std::vector<Link>& links);
  bool empty() const { return text_.empty(); }

 private:
  void put_word(std::string_view text, std::size_t begin, std::size_t size, bool linear);
  void put_white(std::size_t begin, std::size_t end);
  void open_piece();
  void close_piece();

  std::string_view source_;
  std::string text_;
  OffsetMap map_;
  std::vector<Piece> pieces_;
  std::vector<Link> links_;
  Piece next_;
  bool open_ = false;
  bool pending_gap_ = false;  // a paragraph's break is due, whatever line breaks follow
  bool keep_lines_ = false;
  std::size_t last_source_ = 0;
  std::size_t white_begin_ = 0;
  std::size_t white_end_ = 0;
  bool white_ = false;
  bool tab_ = false;
  std::string link_url_;
  std::size_t link_begin_ = std::string::npos;
  bool in_link_ = false;
  std::uint32_t link_bytes_ = 0;
  std::uint32_t paragraph_ = 0;
};

// What one linear scan says of a source, before any tree is built.
struct TagScan {
  std::uint32_t depth = 0;        // of open elements at their deepest
  std::uint64_t cost = 0;         // elements and attributes that a tree would hold, copies of open formatting included
  bool single_tag_heavy = false;  // one tag with thousands of attributes
};
TagScan scan_tags(std::string_view source);

// The text of source[begin, end) without a tree: tags stripped, block elements part paragraphs.
void strip_tags(std::string_view source, std::size_t begin, std::size_t end, PageWriter& writer);

// The character that a reference stands for ("&rsquo;", "&#8217;", "&#x2019;") and its length in the source; size 0
// where the bytes at `offset` are none that press texts use.
struct Reference {
  std::string text;
  std::size_t size = 0;
};
Reference reference_at(std::string_view source, std::size_t offset);

// References that were escaped twice ("&amp;quot;", or "&quot;" in what should be plain text) undone once; false where
// there was none.
bool unescape_twice_escaped(Text& text, bool in_html, std::vector<Doubt>& doubts);

}  // namespace readout
