#include "readout/document/read.h"

#include <algorithm>
#include <utility>

#include "readout/document/draft.h"
#include "readout/document/html.h"
#include "readout/document/lines.h"
#include "readout/document/markdown.h"
#include "readout/document/sniff.h"
#include "readout/text/decode.h"
#include "readout/text/oddities.h"

namespace readout {
namespace {

constexpr double kMostControls = 0.02;  // of a text; more is a binary that happens to decode

// A valid UTF-8 text with a strange character in a hundred is still a text; bytes of no known encoding are not.
bool is_binary(const Decoded& decoded) {
  const double controls = control_share(decoded.text.view());
  const bool certain = decoded.encoding.starts_with("UTF");
  return controls > (certain ? 10 * kMostControls : kMostControls);
}

Document read_whole(const Source& source, const ReadLimits& limits) {
  Draft draft;
  draft.origin = source.origin;
  draft.blob = sha256(source.bytes);
  draft.blob_bytes = source.bytes.size();
  draft.layout.metadata.outlet = source.outlet;
  draft.any_text = limits.any_text;
  draft.footnote_marks = limits.footnote_marks;
  if (source.bytes.size() > limits.max_document_bytes)
    return refuse(draft, DoubtKind::too_large, std::to_string(source.bytes.size()));
  if (const auto refusal = refuse_by_bytes(source.bytes)) return refuse(draft, refusal->kind, refusal->detail);
  const Unquoted unquoted = undo_quoted_printable(source.bytes);
  const std::string_view bytes = unquoted.count > 0 ? std::string_view(unquoted.bytes) : source.bytes;
  Decoded decoded = decode(bytes, declared_encoding(bytes, source.declared_type));
  draft.encoding = decoded.encoding;
  if (is_binary(decoded)) return refuse(draft, DoubtKind::binary, "");
  draft.text = std::move(decoded.text);
  draft.doubts = std::move(decoded.doubts);
  if (unquoted.count > 0) {
    draft.text = Text(std::string(draft.text.view()), draft.text.map().compose(unquoted.map));
    draft.doubts.push_back({DoubtKind::quoted_printable, {}, std::to_string(unquoted.count)});
  }
  if (const auto refusal = refuse_by_text(draft.text.view()); refusal && !limits.any_text)
    return refuse(draft, refusal->kind, refusal->detail);
  if (is_markdown_name(source.origin, source.declared_type) ||
      (limits.any_text && source.origin == "-" && !looks_like_html(draft.text.view(), source) &&
       shows_markdown(draft.text.view()))) {
    lay_out_markdown(draft);
  } else if (looks_like_html(draft.text.view(), source)) {
    draft.format = Format::html;
    lay_out_html(draft, limits.max_nesting);
  } else {
    lay_out_plain(draft);
  }
  return finish(std::move(draft));
}

}  // namespace

bool is_json_lines(const Source& source) {
  return looks_like_json_lines(source);
}

std::vector<RecordLine> split_records(std::string_view bytes) {
  std::vector<RecordLine> records;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (std::uint32_t number = 1; !bytes.empty(); ++number) {
    const std::size_t eol = bytes.find('\n');
    std::string_view line = bytes.substr(0, eol);
    bytes.remove_prefix(eol == std::string_view::npos ? bytes.size() : eol + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) records.push_back({line, number});
  }
  return records;
}

Document read_record(const RecordLine& line, std::string_view origin, std::string_view outlet,
                     const ReadLimits& limits) {
  Draft draft;
  draft.origin = std::string(origin) + ":" + std::to_string(line.number);
  draft.blob = sha256(line.bytes);
  draft.blob_bytes = line.bytes.size();
  draft.format = Format::json_lines;
  draft.layout.metadata.outlet = outlet;
  draft.any_text = limits.any_text;
  if (line.bytes.size() > limits.max_document_bytes)
    return refuse(draft, DoubtKind::too_large, std::to_string(line.bytes.size()));
  draft.encoding = "UTF-8";
  const JsonRecord record = read_json_record(line.bytes, draft);
  if (record.body == RecordBody::none) return refuse(draft, DoubtKind::bad_record, record.why);
  for (Doubt& doubt : find_oddities(draft.text.view())) draft.doubts.push_back(std::move(doubt));
  if (record.body == RecordBody::html || looks_like_html(draft.text.view(), Source{}))
    lay_out_html(draft, limits.max_nesting);
  else
    lay_out_plain(draft);
  return finish(std::move(draft));
}

std::vector<Document> read(const Source& source, const ReadLimits& limits) {
  std::vector<Document> documents;
  const bool packed = refuse_by_bytes(source.bytes).has_value();
  const bool wide = source.bytes.substr(0, 64).find('\0') != std::string::npos;
  if (packed || wide || !is_json_lines(source)) {
    documents.push_back(read_whole(source, limits));
    return documents;
  }
  for (const RecordLine& line : split_records(source.bytes))
    documents.push_back(read_record(line, source.origin, source.outlet, limits));
  if (documents.empty()) documents.push_back(read_whole(source, limits));
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
  const std::string_view stem = name.substr(0, name.find('.', 1));
  const std::string_view head = stem.substr(0, stem.find('_', 1));
  std::string short_form(head.substr(0, kLongest));
  // A cut may fall inside a character.
  while (!short_form.empty() && (static_cast<unsigned char>(short_form.back()) & 0x80) != 0 && head.size() > kLongest)
    short_form.pop_back();
  std::erase_if(short_form,
                [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == ':' || c == '"' || c == 0x7F; });
  // General punctuation (U+2000 to U+207F) holds what nobody sees and what turns the direction of writing.
  for (std::size_t at = 0; (at = short_form.find('\xE2', at)) != std::string::npos;) {
    const auto second = at + 2 < short_form.size() ? static_cast<unsigned char>(short_form[at + 1]) : 0;
    if (second == 0x80 || second == 0x81)
      short_form.erase(at, 3);
    else
      ++at;
  }
  if (short_form.empty() || short_form == "-") short_form = "stdin";
  if (!line.empty()) short_form += "." + std::string(line);
  return short_form;
}

}  // namespace readout
