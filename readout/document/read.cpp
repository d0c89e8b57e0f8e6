#include "readout/document/read.h"

#include <utility>

#include "readout/document/draft.h"
#include "readout/text/decode.h"

namespace readout {

std::vector<Document> read(const Source& source, const ReadLimits& limits) {
  Draft draft;
  draft.origin = source.origin;
  draft.blob = sha256(source.bytes);
  draft.blob_bytes = source.bytes.size();
  draft.layout.metadata.outlet = source.outlet;
  std::vector<Document> documents;
  if (source.bytes.size() > limits.max_document_bytes) {
    documents.push_back(refuse(draft, DoubtKind::too_large, std::to_string(source.bytes.size())));
    return documents;
  }
  Decoded decoded = decode(source.bytes);
  draft.encoding = std::move(decoded.encoding);
  draft.text = std::move(decoded.text);
  draft.doubts = std::move(decoded.doubts);
  lay_out_plain(draft, source.origin);
  documents.push_back(finish(std::move(draft)));
  return documents;
}

std::string short_name(std::string_view origin) {
  const std::size_t slash = origin.find_last_of('/');
  std::string_view name = slash == std::string_view::npos ? origin : origin.substr(slash + 1);
  std::string_view line;
  if (const std::size_t colon = name.rfind(':'); colon != std::string_view::npos && colon > 0) {
    line = name.substr(colon + 1);
    name = name.substr(0, colon);
  }
  constexpr std::size_t kLongest = 24;
  const std::size_t dot = name.find('.', 1);
  std::string_view stem = name.substr(0, dot);
  const std::size_t score = stem.find('_', 1);
  std::string_view head = stem.substr(0, score);
  // A stem that is short as a whole says more than its first part, unless what follows is a digest.
  std::string short_form(head.size() <= kLongest ? head : head.substr(0, kLongest));
  std::erase_if(short_form, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == ':' || c == '"'; });
  if (short_form.empty() || short_form == "-") short_form = "stdin";
  if (!line.empty()) short_form += "." + std::string(line);
  return short_form;
}

}  // namespace readout
