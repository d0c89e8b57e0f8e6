// For the tests of blocks: a document from lines of text, and its blocks in one line.
#pragma once

#include <string>
#include <string_view>

#include "readout/document/blocks.h"
#include "readout/text/characters.h"

namespace readout {

inline Document tell(std::string text, Metadata metadata = {}) {
  Layout layout;
  layout.metadata = std::move(metadata);
  std::uint32_t paragraph = 0;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string::npos) end = text.size();
    const Span span = trim(text, make_span(at, end));
    if (span.empty()) {
      blank = true;
      ++paragraph;
    } else {
      Piece piece;
      piece.span = span;
      piece.tight = !blank;
      piece.paragraph = paragraph;
      layout.pieces.push_back(piece);
      blank = false;
    }
    at = end + 1;
  }
  Document document;
  document.text = Text::plain(std::move(text));
  find_blocks(document, layout);
  return document;
}

// "title subhead body body"
inline std::string kinds(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (!out.empty()) out += ' ';
    out += to_string(block.kind);
  }
  return out;
}

inline std::string words_of(const Document& document, BlockKind kind) {
  std::string out;
  for (const Block& block : document.blocks)
    if (block.kind == kind) {
      if (!out.empty()) out += " | ";
      out += document.text[block.span];
    }
  return out;
}

inline std::string reason_of(const Document& document, BlockKind kind) {
  for (const Block& block : document.blocks)
    if (block.kind == kind) return block.reason;
  return "";
}

// Two paragraphs that nobody could take for anything but body.
inline const std::string kBody =
    "The ministers of Norland and Vale met at the old customs house on the pier and spoke for two hours about the "
    "ferry.\n\n"
    "Both delegations left without a word to the crowd, and the ferry stayed in the harbour until the evening tide "
    "came in.\n\n";

}  // namespace readout
