// Draft: a document while it is being read; what every reader (plain, HTML, JSON Lines) hands to finish().
#pragma once

#include <cstdint>
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
  bool any_text = false;       // ReadLimits
  bool footnote_marks = true;  // ReadLimits
};

// Language, doubts about the whole, then find_blocks; or a refusal where nothing can be read.
Document finish(Draft draft);

// Doubts about words of `from`, now about the same words of `to`, which was made from it (markup stripped, references
// undone); about the whole document where the words are gone. Both texts map to the same bytes.
void move_doubts(std::vector<Doubt>& doubts, const Text& from, const Text& to);

// A document that was refused: no text, no blocks, the reason.
Document refuse(const Draft& draft, DoubtKind kind, std::string detail);

// Readers. Each fills the layout, and text and doubts where they change.
void lay_out_plain(Draft& draft);

// What the line of a JSON Lines file holds. `draft.text` becomes the value of "text" or "html", which maps to the line.
enum class RecordBody : std::uint8_t { none, text, html };
struct JsonRecord {
  RecordBody body = RecordBody::none;
  std::string why;  // where there is no body
};
JsonRecord read_json_record(std::string_view line, Draft& draft);

}  // namespace readout
