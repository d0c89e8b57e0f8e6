#include <algorithm>
#include <utility>

#include "readout/document/draft.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

// Addresses as they stand in the text.
void find_addresses(std::string_view text, std::vector<Link>& links) {
  for (std::size_t i = 0; i + 7 < text.size(); ++i) {
    const char c = text[i];
    if ((c != 'h' && c != 'w') || (i > 0 && is_letter(code_point_before(text, i).value))) continue;
    const std::size_t size = url_size(text, i);
    if (size == 0) continue;
    links.push_back({make_span(i, i + size), std::string(text.substr(i, size))});
    i += size;
  }
}

}  // namespace

void lay_out_plain(Draft& draft, std::string_view) {
  const std::string_view text = draft.text.view();
  auto& pieces = draft.layout.pieces;
  std::uint32_t paragraph = 0;
  bool gap = true;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = text.find('\n', i);
    if (end == std::string_view::npos) end = text.size();
    const Span line = trim(text, make_span(i, end));
    if (line.empty()) {
      gap = true;
    } else {
      if (gap && !pieces.empty()) ++paragraph;
      Piece piece;
      piece.span = line;
      piece.tight = !gap && !pieces.empty();
      piece.paragraph = paragraph;
      pieces.push_back(piece);
      gap = false;
    }
    i = end + 1;
  }
  find_addresses(text, draft.layout.links);
}

}  // namespace readout
