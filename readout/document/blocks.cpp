#include "readout/document/blocks.h"

namespace readout {

void find_blocks(Document& document, const Layout& layout) {
  document.blocks.clear();
  for (const Piece& piece : layout.pieces)
    document.blocks.push_back({piece.span, BlockKind::body, piece.paragraph, "paragraph"});
  document.links = layout.links;
  if (document.title.empty()) document.title = layout.metadata.title;
  if (document.authors.empty()) document.authors = layout.metadata.authors;
}

}  // namespace readout
