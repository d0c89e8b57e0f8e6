#include "readout/desk/draft.h"

#include <algorithm>

#include "readout/document/json_value.h"
#include "readout/engine/account.h"
#include "readout/verify/draft.h"
#include "readout/view/document_view.h"

namespace readout {
namespace {

bool is_json_list(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || (bytes[first] != '{' && bytes[first] != '[')) return false;
  const std::string_view head = bytes.substr(first, 1u << 16);
  const std::size_t key = head.find("\"quote\"");
  if (key == std::string_view::npos) return false;
  // The first object has the key: no object ends before it.
  return head.substr(0, key).find('}') == std::string_view::npos;
}

std::string text_of(const JsonValue& value, std::string_view name) {
  const JsonValue* found = value.find(name);
  if (found == nullptr) return {};
  if (found->type == JsonType::number) {
    std::string out = std::to_string(found->number);
    return out.substr(0, out.find('.'));
  }
  return found->text;
}

Result<AskedQuotation> asked_of(const JsonValue& value, const std::string& where) {
  const JsonValue* quote = value.find("quote");
  if (quote == nullptr || quote->type != JsonType::text)
    return fail(ErrorCode::bad_argument, "an object of a list of quotations needs \"quote\", a text", where);
  AskedQuotation asked;
  asked.words = quote->text;
  asked.item = text_of(value, "id");
  asked.speaker = text_of(value, "speaker");
  asked.source = text_of(value, "source");
  return asked;
}

Result<std::vector<AskedQuotation>> read_list(const Source& source) {
  std::vector<AskedQuotation> found;
  const std::string_view bytes = source.bytes;
  if (bytes[bytes.find_first_not_of(" \t\r\n")] == '[') {
    const Result<JsonValue> list = parse_json(bytes, source.origin);
    if (!list) return tl::unexpected(list.error());
    for (const JsonValue& value : list->items) {
      Result<AskedQuotation> asked = asked_of(value, source.origin + ": object " + std::to_string(found.size() + 1));
      if (!asked) return tl::unexpected(asked.error());
      asked->delivered = make_span(0, bytes.size());
      found.push_back(std::move(*asked));
    }
    return found;
  }
  for (const RecordLine& line : split_records(bytes)) {
    const std::string where = source.origin + ":" + std::to_string(line.number);
    const Result<JsonValue> value = parse_json(line.bytes, where);
    if (!value) return tl::unexpected(value.error());
    Result<AskedQuotation> asked = asked_of(*value, where);
    if (!asked) return tl::unexpected(asked.error());
    const auto begin = static_cast<std::size_t>(line.bytes.data() - bytes.data());
    asked->delivered = make_span(begin, begin + line.bytes.size());
    asked->begin = {line.number, 1};
    asked->end = {line.number, 1};
    found.push_back(std::move(*asked));
  }
  return found;
}

}  // namespace

ReadLimits limits_for_words() {
  ReadLimits limits;
  limits.max_document_bytes = 64u << 20;
  limits.any_text = true;
  return limits;
}

Result<std::vector<AskedQuotation>> read_draft(const Source& source, bool part) {
  const ReadLimits limits = limits_for_words();
  if (source.bytes.size() <= limits.max_document_bytes && is_json_list(source.bytes)) return read_list(source);
  std::vector<AskedQuotation> found;
  static const std::shared_ptr<const Offices> offices = default_settings().offices;
  const std::vector<Document> documents = read(source, limits);
  std::vector<RecordLine> records;
  if (is_json_lines(source)) records = split_records(source.bytes);
  if (records.size() != documents.size()) records.clear();
  for (std::size_t k = 0; k < documents.size(); ++k) {
    const Document& draft = documents[k];
    if (is_refused(draft)) {
      const DoubtKind why = draft.doubts.front().kind;
      const bool no_text =
          why == DoubtKind::binary || why == DoubtKind::unsupported_format || why == DoubtKind::not_a_document;
      if (why == DoubtKind::empty || (part && no_text)) continue;
      return fail(ErrorCode::unreadable, "the draft cannot be read: " + refusal_label(draft), draft.origin);
    }
    const std::string_view bytes = records.empty() ? std::string_view(source.bytes) : records[k].bytes;
    const std::uint32_t line = records.empty() ? 1 : records[k].number;
    const auto base = static_cast<std::uint32_t>(bytes.data() - source.bytes.data());
    const LineIndex index(bytes, draft.encoding);
    const auto position = [&](std::uint32_t byte) {
      LinePosition at = index.at(byte);
      at.line += line - 1;
      return at;
    };
    for (DraftQuotation& quotation : find_draft_claims(draft, *offices)) {
      const Span delivered = draft.text.to_blob(quotation.span);
      AskedQuotation asked;
      asked.words = std::move(quotation.words);
      asked.speaker = std::move(quotation.claim.speaker);
      asked.source = std::move(quotation.claim.source);
      asked.loose = quotation.claim.loose;
      asked.begin = position(delivered.begin);
      asked.end = position(delivered.end);
      asked.delivered = {delivered.begin + base, delivered.end + base};
      found.push_back(std::move(asked));
    }
  }
  return found;
}

}  // namespace readout
