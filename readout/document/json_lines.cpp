#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "readout/document/draft.h"
#include "readout/document/json_string.h"
#include "readout/text/characters.h"
#include "readout/text/decode.h"

namespace readout {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

void take(const object& record, const char* key, std::string& field) {
  std::string_view text;
  if (record[key].get(text) == simdjson::SUCCESS && !text.empty()) field = text;
}

// The span between the quotation marks of the value of a key of the outermost object; the last one counts, as the
// parser has it the other way round only where a key stands twice.
std::optional<Span> value_of(std::string_view line, std::string_view key) {
  int depth = 0;
  bool at_key = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '{' || c == '[') {
      ++depth;
      at_key = depth == 1 && c == '{';
    } else if (c == '}' || c == ']') {
      --depth;
      at_key = false;
    } else if (c == ',') {
      at_key = depth == 1;
    } else if (c == '"') {
      const std::size_t end = json_string_end(line, i);
      if (end == std::string_view::npos) return std::nullopt;
      const bool mine = at_key && line.substr(i + 1, end - i - 1) == key;
      at_key = false;
      i = end;
      if (!mine) continue;
      std::size_t at = line.find_first_not_of(" \t\r\n:", end + 1);
      if (at == std::string_view::npos || line[at] != '"') return std::nullopt;
      const std::size_t close = json_string_end(line, at);
      if (close == std::string_view::npos) return std::nullopt;
      return make_span(at + 1, close);
    }
  }
  return std::nullopt;
}

// The line with every lone surrogate's escape overwritten, since the parser takes none.
std::string without_lone_surrogates(std::string_view line) {
  std::string mended(line);
  for (std::size_t i = 0; i + 1 < mended.size();) {
    if (mended[i] != '\\') {
      ++i;
      continue;
    }
    const JsonEscape escape = json_escape_at(mended, i);
    if (escape.lone_surrogate) mended.replace(i, 6, "\\ufffd");
    i += std::max<std::size_t>(escape.size, 1);
  }
  return mended;
}

}  // namespace

JsonRecord read_json_record(std::string_view bytes, Draft& draft) {
  OffsetMap outer = OffsetMap::identity(static_cast<std::uint32_t>(bytes.size()));
  Decoded decoded;
  std::string_view line = bytes;
  if (valid_utf8_size(bytes) != bytes.size()) {
    decoded = decode(bytes);
    draft.encoding = decoded.encoding;
    for (Doubt& doubt : decoded.doubts) {
      // Its span is one of the line; the document's text is another.
      doubt.span = {};
      draft.doubts.push_back(std::move(doubt));
    }
    line = decoded.text.view();
    outer = decoded.text.map();
  }
  simdjson::dom::parser parser;
  element root;
  object record;
  auto error = parser.parse(line.data(), line.size()).get(root);
  std::string mended;
  if (error == simdjson::STRING_ERROR) {
    mended = without_lone_surrogates(line);
    error = parser.parse(mended).get(root);
  }
  if (error != simdjson::SUCCESS) return {RecordBody::none, simdjson::error_message(error)};
  if (root.get(record) != simdjson::SUCCESS) return {RecordBody::none, "not an object"};
  Metadata& metadata = draft.layout.metadata;
  take(record, "url", metadata.url);
  take(record, "outlet", metadata.outlet);
  take(record, "title", metadata.title);
  take(record, "published", metadata.published);
  take(record, "language", metadata.language);
  std::string author;
  take(record, "author", author);
  if (!author.empty()) metadata.authors.push_back(author);
  for (const auto& [key, body] : {std::pair{"text", RecordBody::text}, std::pair{"html", RecordBody::html}}) {
    std::string_view value;
    if (record[key].get(value) != simdjson::SUCCESS || value.empty()) continue;
    const std::optional<Span> span = value_of(line, key);
    if (!span) continue;
    JsonText unescaped = unescape_json(line, span->begin, span->end);
    draft.text = Text(std::string(unescaped.text.view()), unescaped.text.map().compose(outer));
    if (unescaped.lone_surrogates > 0)
      draft.doubts.push_back({DoubtKind::invalid_bytes, {}, "surrogates:" + std::to_string(unescaped.lone_surrogates)});
    return {body, ""};
  }
  return {RecordBody::none, "no text and no html"};
}

}  // namespace readout
