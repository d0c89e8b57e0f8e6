#include "readout/score/key.h"

#include <optional>

#include "readout/document/json_value.h"

namespace readout {
namespace {

std::string text_of(const JsonValue& value, std::string_view name) {
  return std::string(value.text_of(name));
}

std::optional<Span> span_of(const JsonValue& value) {
  const JsonValue* span = value.find("span");
  if (span == nullptr || span->items.size() != 2) return std::nullopt;
  const double begin = span->items[0].number;
  const double end = span->items[1].number;
  if (!(begin >= 0 && begin <= end && end < 4294967296.0)) return std::nullopt;
  return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::vector<JsonValue> list_of(const JsonValue& root, std::string_view name) {
  const JsonValue* list = root.find(name);
  return list == nullptr ? std::vector<JsonValue>() : list->items;
}

std::vector<KeyRemark> remarks(const JsonValue& root, std::string_view list, std::string_view remark) {
  std::vector<KeyRemark> out;
  for (const JsonValue& item : list_of(root, list))
    if (const auto span = span_of(item))
      out.push_back(
          {text_of(item, "id"), text_of(item, "seed"), text_of(item, remark), text_of(item, "snippet"), *span});
  return out;
}

}  // namespace

Result<AnswerKey> parse_key(std::string_view json, const std::string& where) {
  const Result<JsonValue> root = parse_json(json, where);
  if (!root) return tl::unexpected<Error>(root.error());
  AnswerKey key;
  if (const JsonValue* seeds = root->find("seeds"))
    for (const auto& member : seeds->members) key.documents.push_back(member.first);
  for (const JsonValue& item : list_of(*root, "statements")) {
    const auto kind = parse_speech_kind(item.text_of("kind"));
    const auto span = span_of(item);
    if (!kind || !span || item.text_of("id").empty() || item.text_of("seed").empty())
      return fail(ErrorCode::bad_argument, "a statement needs id, seed, kind and span: \"" + text_of(item, "id") + "\"",
                  where);
    KeyStatement statement;
    statement.id = text_of(item, "id");
    statement.seed = text_of(item, "seed");
    statement.speaker = text_of(item, "speaker");
    statement.channel = text_of(item, "channel");
    statement.date = text_of(item, "date");
    statement.reported_by = text_of(item, "reported_by");
    statement.kind = *kind;
    statement.polarity = parse_polarity(item.text_of("polarity"));
    const JsonValue* depth = item.find("depth");
    statement.depth = depth != nullptr && depth->number > 0 ? static_cast<std::uint32_t>(depth->number) : 0;
    statement.span = *span;
    key.statements.push_back(std::move(statement));
  }
  for (const JsonValue& item : list_of(*root, "discrepancies")) {
    KeyDiscrepancy one{text_of(item, "id"), text_of(item, "what"), {}};
    for (const JsonValue& place : list_of(item, "snippets"))
      if (const auto span = span_of(place)) one.places.push_back({text_of(place, "seed"), *span});
    if (!one.places.empty()) key.discrepancies.push_back(std::move(one));
  }
  if (key.statements.empty() && key.discrepancies.empty())
    return fail(ErrorCode::bad_argument, "no answer key: it lists no statements", where);
  key.noise = remarks(*root, "noise", "why");
  key.author_claims = remarks(*root, "author_claims", "note");
  for (const JsonValue& item : list_of(*root, "versions")) {
    const JsonValue* a = item.find("a");
    const JsonValue* b = item.find("b");
    if (a == nullptr || b == nullptr || !span_of(*a)) continue;
    key.versions.push_back({text_of(item, "id"), text_of(item, "relation"), text_of(*a, "seed"), *span_of(*a),
                            text_of(*b, "seed"), span_of(*b)});
  }
  for (const JsonValue& item : list_of(*root, "must_not"))
    key.must_not.push_back({text_of(item, "what"), text_of(item, "seed")});
  return key;
}

}  // namespace readout
