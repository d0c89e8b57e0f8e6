// Layout: a text with its pieces, as the sender laid it out; what a reader knows before anybody asks what a piece is
// for.
//
//   <h1>Talks resume</h1><p>MARLOW, Aug. 1 -</p>   ->   text "Talks resume\n\nMARLOW, Aug. 1 -"
//                                                       pieces {heading 1, [0, 12)}, {paragraph, [14, 30)}
//
// Readers (plain, HTML, JSON Lines) make a Layout; find_blocks (blocks.h) makes Blocks, dates, dateline and form of it.
// Plain text gives pieces from blank lines and single line breaks; HTML gives them from the tree.
//
// Invariants: pieces are sorted, do not overlap, are trimmed, never empty, and only white space lies between them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "readout/base/span.h"
#include "readout/document/document.h"

namespace readout {

// What the sender's markup says of a piece. Plain text has paragraphs, and headings, lists and quotes of Markdown.
enum class PieceKind : std::uint8_t {
  paragraph,
  heading,  // with `level` 1 to 6
  list_item,
  table,       // one row of a table of data
  caption,     // figcaption and its like
  blockquote,  // somebody's words, or a pull quote (`region` says which where the markup does)
  code,        // pre, code, script that leaked
};

// Where on the page the piece stands: the innermost region that says something.
enum class Region : std::uint8_t {
  main,  // the content, or no region known
  header,
  navigation,  // nav, menus, breadcrumbs, tag clouds
  sidebar,     // aside, related articles, most read
  footer,
  comments,
  comment_form,
  advertising,
  pull_quote,
  byline,
  dateline,  // a time or date line of the page ("Published 3 August")
  credit,
  poll,
  notice,   // newsletter, cookie and paywall notices
  outside,  // outside the main content as told by text density, no better word for it
  mail_header,
  running_head,  // of a printed page; page numbers
};

struct Piece {
  Span span;
  PieceKind kind = PieceKind::paragraph;
  Region region = Region::main;
  std::uint8_t level = 0;       // of a heading, or the depth of a list item or quotation mark of mail ("> ")
  double link_share = 0;        // 0 to 1: bytes inside links
  bool tight = false;           // only a single line break before it (a line of plain text; <br>)
  std::uint32_t paragraph = 0;  // pieces with the same number stand in one paragraph of the sender

  friend bool operator==(const Piece&, const Piece&) = default;
};

// What the sender's metadata says; empty where it says nothing. Never text of the document.
struct Metadata {
  std::string title;
  std::string description;  // og:description, meta description
  std::string outlet;       // og:site_name, publisher, a record's "outlet"
  std::string url;          // canonical, og:url, a record's "url"
  std::string published;    // as printed there: ISO 8601, RFC 2822 or in words
  std::string modified;
  std::string section;
  std::string type;      // og:type, JSON-LD @type
  std::string language;  // as declared: "en-US"
  std::vector<std::string> authors;

  friend bool operator==(const Metadata&, const Metadata&) = default;
};

struct Layout {
  std::vector<Piece> pieces;
  std::vector<Link> links;     // sorted by span
  std::vector<Span> verbatim;  // code inside a line, by the markup; sorted
  Metadata metadata;
};

}  // namespace readout
