// Draft: a document while it is being read; what every reader (plain, HTML, JSON Lines) hands to finish().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/doubt.h"
#include "readout/document/document.h"
#include "readout/document/layout.h"
#include "readout/text/text.h"

namespace readout {

struct Draft {
  std::string origin;
  Digest blob;
  std::uint64_t blob_bytes = 0;
  Format format = Format::plain;
  std::string encoding;
  Text text;
  Layout layout;
  std::vector<Doubt> doubts;
};

// Language, doubts about the whole, then find_blocks; or a refusal where nothing can be read.
Document finish(Draft draft);

// A document that was refused: no text, no blocks, the reason.
Document refuse(const Draft& draft, DoubtKind kind, std::string detail);

// Readers. Each fills text (where it is not there yet), layout and doubts.
void lay_out_plain(Draft& draft, std::string_view file_name);

}  // namespace readout
