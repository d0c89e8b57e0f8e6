#include <gumbo.h>

#include <algorithm>
#include <cstring>

#include "readout/document/html_names.h"
#include "readout/document/html_tree.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::uint32_t kDeepest = 4000;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::uint8_t heading_level(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1:
      return 1;
    case GUMBO_TAG_H2:
      return 2;
    case GUMBO_TAG_H3:
      return 3;
    case GUMBO_TAG_H4:
      return 4;
    case GUMBO_TAG_H5:
      return 5;
    case GUMBO_TAG_H6:
      return 6;
    default:
      return 0;
  }
}

// True where the source after a reference reads on as the text does, as far as a few plain characters tell.
bool reads_on(std::string_view source, std::string_view text) {
  for (std::size_t k = 0; k < 4; ++k) {
    if (k >= source.size()) return k > 0 || text.empty();
    if (source[k] == '&' || source[k] == '<' || source[k] == '\r' || source[k] == '\0') return true;
    if (k >= text.size() || source[k] != text[k]) return false;
  }
  return true;
}

// <pre><code>...: a press release in <pre> alone is prose.
bool holds_code(const GumboNode* pre) {
  const GumboVector& children = pre->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (child->type == GUMBO_NODE_ELEMENT) return child->v.element.tag == GUMBO_TAG_CODE;
    if (child->type == GUMBO_NODE_TEXT) return false;
  }
  return false;
}

struct Match {
  std::size_t source = 0;  // bytes of the reference
  std::size_t text = 0;    // bytes of what it stands for
};

// The reference at the front of `source` that gumbo turned into the character or two at the front of `text`; nothing
// where the ampersand is only that. References end with a semicolon or, some, wherever the next letter says so.
Match match_reference(std::string_view source, std::string_view text) {
  std::size_t name = 1;
  const auto plain = [](char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); };
  if (name < source.size() && source[name] == '#') ++name;
  while (name < source.size() && name < 34 && plain(source[name])) ++name;
  const std::size_t one = code_point_at(text, 0).size;
  const std::size_t two = one + code_point_at(text, one).size;
  const bool closed = name < source.size() && source[name] == ';';
  // "&amp" gives an ampersand too: then the text does not go on with the name.
  if (text[0] == '&') {
    const std::size_t length = std::min<std::size_t>(name, 4);
    const bool kept = text.starts_with(source.substr(0, length)) && !source.substr(length).starts_with("amp");
    const bool is_amp = source.starts_with("&amp") || source.starts_with("&AMP") || source.starts_with("&#");
    if (!is_amp || (kept && !reads_on(source.substr(closed ? name + 1 : name), text.substr(1)))) return {};
  }
  for (const std::size_t taken : {one, two})
    for (std::size_t size = closed ? name + 1 : name; size >= 3; --size)
      if (reads_on(source.substr(size), text.substr(std::min(taken, text.size())))) return {size, taken};
  return {closed ? name + 1 : name, one};
}

}  // namespace

// Puts gumbo's text of a node side by side with the source it came from.
void PageTree::align(const Leaf& leaf, PageWriter& writer) const {
  const std::string_view text = leaf.node->v.text.text;
  std::size_t i = leaf.begin;
  std::size_t j = 0;
  std::size_t done = i;  // source up to here is written
  const auto flush = [&] {
    if (i > done) writer.put_source(done, i);
  };
  while (j < text.size() && i < leaf.end) {
    const char c = source_[i];
    if (c == text[j] && c != '&') {
      ++i;
      ++j;
      continue;
    }
    if (c == '&') {
      const Match match = match_reference(source_.substr(i, leaf.end - i), text.substr(j));
      if (match.source == 0) {
        ++i;
        ++j;
        continue;
      }
      flush();
      writer.put_converted(text.substr(j, match.text), i, match.source);
      i += match.source;
      j += match.text;
      done = i;
    } else if (c == '\r' && text[j] == '\n') {
      i += i + 1 < leaf.end && source_[i + 1] == '\n' ? 2 : 1;
      ++j;
    } else if (c == '<') {
      // Markup that left no node behind: a comment, an end tag that closes nothing.
      flush();
      const bool comment = source_.substr(i).starts_with("<!--");
      const std::size_t end = comment ? source_.find("-->", i + 4) : source_.find('>', i);
      i = end == std::string_view::npos ? leaf.end : std::min(leaf.end, end + (comment ? 3 : 1));
      done = i;
    } else if (c == '\0') {
      flush();
      ++i;
      done = i;
      if (text.substr(j).starts_with("\xEF\xBF\xBD")) {
        writer.put_converted(text.substr(j, 3), i - 1, 1);
        j += 3;
      }
    } else if (is_blank(c)) {
      ++i;
    } else {
      break;
    }
  }
  flush();
  // What could not be put side by side stands for the rest of the source, whole.
  if (j < text.size() && i < leaf.end) writer.put_converted(text.substr(j), i, leaf.end - i);
}

void PageTree::add_text(const Node* node, const Place& place, Flow& flow) const {
  const GumboStringPiece& original = node->v.text.original_text;
  const std::size_t begin = offset_of(original.data);
  if (begin == std::string_view::npos || original.length == 0) return;
  const std::size_t end = std::min(source_.size(), begin + original.length);
  if (flow.broken) {
    // White space alone opens no block.
    const char* c = node->v.text.text;
    while (*c != 0 && is_blank(*c)) ++c;
    if (*c == 0) return;
    flow.blocks.push_back(place);
    flow.broken = false;
  }
  Leaf leaf;
  leaf.begin = begin;
  leaf.end = end;
  leaf.node = node;
  leaf.block = static_cast<std::uint32_t>(flow.blocks.size() - 1);
  leaf.link = place.link;
  flow.leaves.push_back(leaf);
}

void PageTree::walk(const Node* node, Place place, Flow& flow, std::uint32_t depth) const {
  if (depth > kDeepest) return;
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA || node->type == GUMBO_NODE_WHITESPACE)
    return add_text(node, place, flow);
  if (!is_element(node) || is_silent(node)) return;
  const GumboTag tag = tag_of(node);
  const auto mark = [&](LeafKind kind) {
    const std::size_t at = offset_of(node->v.element.original_tag.data);
    if (at == std::string_view::npos || flow.blocks.empty()) return;
    Leaf leaf;
    leaf.begin = leaf.end = at;
    leaf.block = static_cast<std::uint32_t>(flow.blocks.size() - 1);
    leaf.kind = kind;
    flow.leaves.push_back(leaf);
  };
  if (tag == GUMBO_TAG_BR) return mark(LeafKind::line_break);
  const bool block = is_block(node);
  const bool cell = place.data_table && (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH);
  if (block) {
    const auto found = measures_.find(node);
    if (found == measures_.end()) return;
    const Measure& mine = found->second;
    place.region = mine.region;
    place.in_main = place.in_main || std::find(main_.begin(), main_.end(), node) != main_.end();
    if (const std::uint8_t level = heading_level(tag); level > 0) {
      place.kind = PieceKind::heading;
      place.level = level;
    } else if (tag == GUMBO_TAG_LI) {
      place.kind = PieceKind::list_item;
      place.level = static_cast<std::uint8_t>(std::min(place.level + 1, 9));
    } else if (tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_CAPTION) {
      place.kind = PieceKind::caption;
    } else if (tag == GUMBO_TAG_BLOCKQUOTE) {
      place.kind = PieceKind::blockquote;
    } else if (tag == GUMBO_TAG_PRE) {
      place.pre = true;
      if (holds_code(node)) place.kind = PieceKind::code;
    } else if (tag == GUMBO_TAG_TABLE) {
      // A table of data: no table inside, rows of cells, and no cell that could be a paragraph.
      place.data_table = !mine.inner_table && mine.rows >= 2 && mine.cells >= 2 * mine.rows && mine.longest_cell < 160;
      if (place.data_table) place.kind = PieceKind::table;
    }
    const std::string_view name = attribute(node, "class");
    for (const std::string_view word : {"standfirst", "subtitle", "subhead", "article-dek", "article-deck"})
      if (place.kind == PieceKind::paragraph && name.find(word) != std::string_view::npos && mine.text < 400) {
        place.kind = PieceKind::heading;
        place.level = 2;
      }
    if (place.kind == PieceKind::paragraph && name.find("caption") != std::string_view::npos && mine.text < 600)
      place.kind = PieceKind::caption;
    if (cell)
      mark(LeafKind::tab);
    else
      flow.broken = true;
    if (tag == GUMBO_TAG_HR) return;
  } else if (tag == GUMBO_TAG_A) {
    const std::string_view address = attribute(node, "href");
    if (!address.empty() && !address.starts_with("javascript:") && !address.starts_with('#')) {
      flow.links.emplace_back(address);
      place.link = static_cast<std::uint32_t>(flow.links.size());
    }
  }
  // A page shows the marks of <q>; they stand for its tags.
  const auto put_mark = [&](LeafKind kind, const GumboStringPiece& of) {
    const std::size_t at = of.length == 0 ? std::string_view::npos : offset_of(of.data);
    if (at == std::string_view::npos) return;
    if (flow.broken) {
      flow.blocks.push_back(place);
      flow.broken = false;
    }
    Leaf leaf;
    leaf.begin = at;
    leaf.end = std::min(source_.size(), at + of.length);
    leaf.block = static_cast<std::uint32_t>(flow.blocks.size() - 1);
    leaf.link = place.link;
    leaf.kind = kind;
    flow.leaves.push_back(leaf);
  };
  if (tag == GUMBO_TAG_Q) put_mark(LeafKind::opening_mark, node->v.element.original_tag);
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    walk(static_cast<const Node*>(children.data[i]), place, flow, depth + 1);
  if (tag == GUMBO_TAG_Q) put_mark(LeafKind::closing_mark, node->v.element.original_end_tag);
  if (block && !cell) flow.broken = true;
}

void PageTree::play(const Flow& flow, PageWriter& writer, bool no_main) const {
  constexpr std::uint32_t kNone = ~0u;
  std::uint32_t block = kNone;
  std::uint32_t link = 0;
  int breaks = 0;
  // What stands between the title and the story is its head: byline, date, standfirst, picture.
  std::size_t story = std::string_view::npos;
  for (const Leaf& leaf : flow.leaves)
    if (flow.blocks[leaf.block].in_main && flow.blocks[leaf.block].kind != PieceKind::heading) {
      story = leaf.begin;
      break;
    }
  bool titled = false;
  std::size_t at = 0;
  const auto piece_of = [&](const Place& place, bool tight) {
    Piece piece;
    piece.kind = place.kind;
    piece.region = place.region;
    piece.level = place.level;
    piece.tight = tight;
    const bool title = place.kind == PieceKind::heading && place.level == 1;
    const bool head = title || (titled && at < story && !no_main);
    if ((!place.in_main || no_main) && piece.region == Region::main)
      piece.region = head ? Region::header : Region::outside;
    titled = titled || title;
    return piece;
  };
  for (const Leaf& leaf : flow.leaves) {
    const Place& place = flow.blocks[leaf.block];
    if (leaf.block != block) {
      writer.close_link();
      link = 0;
      at = leaf.begin;
      writer.break_piece(piece_of(place, false));
      writer.keep_lines(place.pre);
      block = leaf.block;
      breaks = 0;
    }
    if (leaf.kind == LeafKind::tab) {
      writer.put_tab();
      continue;
    }
    if (leaf.kind == LeafKind::line_break) {
      ++breaks;
      writer.break_piece(piece_of(place, breaks == 1));
      continue;
    }
    if (leaf.link != link) {
      writer.close_link();
      if (leaf.link != 0) writer.open_link(flow.links[leaf.link - 1]);
      link = leaf.link;
    }
    if (leaf.kind == LeafKind::opening_mark || leaf.kind == LeafKind::closing_mark) {
      writer.put_converted(leaf.kind == LeafKind::opening_mark ? "“" : "”", leaf.begin, leaf.end - leaf.begin);
      continue;
    }
    const std::string_view text = leaf.node->v.text.text;
    if (std::any_of(text.begin(), text.end(), [](char c) { return !is_blank(c); })) breaks = 0;
    align(leaf, writer);
  }
  writer.close_link();
}

void PageTree::write(PageWriter& writer, bool no_main) const {
  Flow flow;
  Place place;
  place.in_main = std::find(main_.begin(), main_.end(), body_) != main_.end();
  walk(body_, place, flow, 0);
  // gumbo moves text that stands wrongly inside a table out of it: back to the order of the source.
  for (std::uint32_t i = 0; i < flow.leaves.size(); ++i) flow.leaves[i].order = i;
  std::sort(flow.leaves.begin(), flow.leaves.end(),
            [](const Leaf& a, const Leaf& b) { return a.begin != b.begin ? a.begin < b.begin : a.order < b.order; });
  play(flow, writer, no_main);
}

}  // namespace readout
