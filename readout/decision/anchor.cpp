#include "readout/decision/anchor.h"

#include <charconv>

#include "readout/record/selectors.h"

namespace readout {

Result<TextAnchor> anchor_at(Record& record, const std::string& document, Span delivered) {
  const Result<Account> account = record.account(document);
  if (!account) return tl::unexpected(account.error());
  const Document& found = account->document;
  const std::string id = span_id(found.name, delivered);
  if (delivered.empty() || delivered.end > found.blob_bytes)
    return fail(ErrorCode::bad_argument, "the document has " + std::to_string(found.blob_bytes) + " bytes", id);
  const Span span = found.text.map().to_text(delivered);
  if (span.empty()) return fail(ErrorCode::bad_argument, "no words stand in these bytes", id);
  if (found.text.to_blob(span) != delivered)
    return fail(ErrorCode::bad_argument,
                "these bytes begin or end inside a character; " + span_id(found.name, found.text.to_blob(span)) +
                    " are whole ones",
                id);
  const std::string_view text = found.text.view();
  return TextAnchor{found.blob,
                    found.name,
                    found.origin,
                    delivered,
                    std::string(found.text[span]),
                    std::string(slice(text, selector_prefix(text, span.begin))),
                    std::string(slice(text, selector_suffix(text, span.end)))};
}

Result<TextAnchor> anchor_of(Record& record, const std::string& document) {
  const Result<DocumentRow> row = record.document(document);
  if (!row) return tl::unexpected(row.error());
  return TextAnchor{row->document.blob, row->document.name, row->document.origin, {}, {}, {}, {}};
}

std::string mismatch(const Account& account, const TextAnchor& place) {
  const Document& document = account.document;
  if (document.blob != place.blob) return "the document has other bytes";
  if (place.delivered.empty()) return {};
  if (place.delivered.end > document.blob_bytes) return "the document is shorter than that";
  if (document.text[document.text.map().to_text(place.delivered)] != place.exact) return "other words stand there";
  return {};
}

std::optional<SpanName> parse_span_id(std::string_view id) {
  const std::size_t colon = id.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const std::string_view span = id.substr(colon + 1);
  const std::size_t dash = span.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  SpanName name{std::string(id.substr(0, colon)), {}};
  const auto read = [](std::string_view digits, std::uint32_t& value) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  if (!read(span.substr(0, dash), name.delivered.begin) || !read(span.substr(dash + 1), name.delivered.end))
    return std::nullopt;
  return name.delivered.begin < name.delivered.end ? std::optional(std::move(name)) : std::nullopt;
}

}  // namespace readout
