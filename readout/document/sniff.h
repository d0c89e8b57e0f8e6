// sniff: what some bytes are, by their own witness first, by what is declared and by the file's name after.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "readout/base/doubt.h"
#include "readout/document/read.h"

namespace readout {

struct Refusal {
  DoubtKind kind = DoubtKind::binary;
  std::string detail;  // the format's short name: "pdf", "docx", "gzip", "feed"
};

// Formats told by their first bytes that hold no text of ours, or none that is read yet.
std::optional<Refusal> refuse_by_bytes(std::string_view bytes);

// The same for texts: feeds, sitemaps, other XML, RTF, style sheets.
std::optional<Refusal> refuse_by_text(std::string_view text);

bool looks_like_json_lines(const Source& source);

// `text` is decoded already.
bool looks_like_html(std::string_view text, const Source& source);

// The encoding that the bytes themselves claim: <meta charset>, <?xml encoding>; and of a media type, its charset.
std::string declared_encoding(std::string_view bytes, std::string_view media_type);

}  // namespace readout
