#include "readout/decision/decision.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "readout/base/json.h"
#include "readout/document/json_value.h"

namespace readout {
namespace {

constexpr std::string_view kBeforeId = "{\"id\":\"";
constexpr std::size_t kIdDigits = 16;
constexpr std::size_t kIdBytes = 2 + kIdDigits;

constexpr std::array<std::string_view, 8> kVerbs = {"accept", "reject", "note",    "merge",
                                                    "split",  "rename", "unknown", "undo"};
constexpr std::array<std::string_view, 5> kKinds = {"passage", "document", "person", "discrepancy", "decision"};

std::string utc_of(std::int64_t time_ms) {
  using std::chrono::milliseconds;
  const std::chrono::sys_time<milliseconds> time{milliseconds(time_ms)};
  const auto midnight = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(midnight);
  const std::chrono::hh_mm_ss<milliseconds> clock(time - midnight);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count(), clock.subseconds().count());
}

// "2026-11-25T20:14:03Z", with or without a fraction: what sorts as text.
bool is_utc(std::string_view time) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00";
  if (time.size() < kForm.size() + 1 || time.size() > 40 || time.back() != 'Z') return false;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i < kForm.size(); ++i)
    if (kForm[i] == '0' ? !is_digit(time[i]) : time[i] != kForm[i]) return false;
  const std::string_view fraction = time.substr(kForm.size(), time.size() - kForm.size() - 1);
  return fraction.empty() ||
         (fraction.size() > 1 && fraction.front() == '.' && std::ranges::all_of(fraction.substr(1), is_digit));
}

void write_anchor(JsonWriter& json, const TextAnchor& at) {
  json.key("blob").value(to_hex(at.blob)).key("document").value(at.document).key("origin").value(at.origin);
  if (at.delivered.empty()) return;
  json.key("begin").value(at.delivered.begin).key("end").value(at.delivered.end);
  json.key("exact").value(at.exact).key("prefix").value(at.prefix).key("suffix").value(at.suffix);
}

void write_target(JsonWriter& json, const DecisionTarget& target) {
  json.object().key("kind").value(to_string(target.kind));
  if (!target.id.empty()) json.key("id").value(target.id);
  if (!target.names.empty()) {
    json.key("names").array();
    for (const std::string& name : target.names) json.value(name);
    json.end();
  }
  if (target.kind == TargetKind::discrepancy) {
    json.key("places").array();
    for (const TextAnchor& place : target.places) {
      json.object();
      write_anchor(json, place);
      json.end();
    }
    json.end();
  } else if (!target.places.empty()) {
    write_anchor(json, target.places.front());
  }
  json.end();
}

// All but the id.
std::string body_of(const Decision& decision) {
  JsonWriter json;
  json.object().key("time").value(decision.time).key("author").value(decision.author);
  json.key("verb").value(to_string(decision.verb));
  if (!decision.name.empty()) json.key("name").value(decision.name);
  json.key("reason").value(decision.reason).key("targets").array();
  for (const DecisionTarget& target : decision.targets) write_target(json, target);
  json.end().end();
  return json.take();
}

std::string id_of(std::string_view body) {
  return "j-" + to_hex(sha256(body)).substr(0, kIdDigits);
}

std::optional<std::uint32_t> offset_of(const JsonValue& value, std::string_view name) {
  const JsonValue* found = value.find(name);
  if (found == nullptr || found->type != JsonType::number) return std::nullopt;
  if (!(found->number >= 0 && found->number < 4294967296.0)) return std::nullopt;
  return static_cast<std::uint32_t>(found->number);
}

std::optional<TextAnchor> read_anchor(const JsonValue& value) {
  const Result<Digest> blob = parse_digest(value.text_of("blob"));
  if (!blob) return std::nullopt;
  TextAnchor at{*blob, std::string(value.text_of("document")), std::string(value.text_of("origin")), {}, {}, {}, {}};
  if (value.find("begin") == nullptr) return at;
  const std::optional<std::uint32_t> begin = offset_of(value, "begin");
  const std::optional<std::uint32_t> end = offset_of(value, "end");
  if (!begin || !end || *begin >= *end) return std::nullopt;
  at.delivered = {*begin, *end};
  at.exact = value.text_of("exact");
  at.prefix = value.text_of("prefix");
  at.suffix = value.text_of("suffix");
  return at;
}

std::optional<DecisionTarget> read_target(const JsonValue& value) {
  const std::optional<TargetKind> kind = parse_target_kind(value.text_of("kind"));
  if (!kind) return std::nullopt;
  DecisionTarget target{*kind, std::string(value.text_of("id")), {}, {}};
  if (const JsonValue* names = value.find("names"))
    for (const JsonValue& name : names->items) target.names.push_back(name.text);
  const auto take = [&](const JsonValue& from) {
    std::optional<TextAnchor> at = read_anchor(from);
    if (at) target.places.push_back(std::move(*at));
    return at.has_value();
  };
  if (*kind == TargetKind::discrepancy) {
    const JsonValue* places = value.find("places");
    if (places == nullptr || places->items.empty() || !std::ranges::all_of(places->items, take)) return std::nullopt;
  } else if (*kind == TargetKind::passage || *kind == TargetKind::document) {
    if (!take(value)) return std::nullopt;
    if (target.places.front().delivered.empty() != (*kind == TargetKind::document)) return std::nullopt;
  }
  const bool by_id = *kind != TargetKind::passage && *kind != TargetKind::document;
  return by_id && target.id.empty() ? std::nullopt : std::optional(std::move(target));
}

tl::unexpected<Error> no_decision(std::string message) {
  return fail(ErrorCode::bad_argument, std::move(message));
}

}  // namespace

Decision seal(Decision decision, std::int64_t time_ms) {
  decision.time = utc_of(time_ms);
  const std::string body = body_of(decision);
  decision.id = id_of(body);
  decision.line = std::string(kBeforeId) + decision.id + "\"," + body.substr(1);
  // As a reader will see it: bytes that are no UTF-8 are not written.
  Result<Decision> read = parse_decision(decision.line);
  return read ? std::move(*read) : decision;
}

Result<Decision> parse_decision(std::string_view line) {
  const std::size_t before = kBeforeId.size() + kIdBytes + 2;
  if (!line.starts_with(kBeforeId) || line.size() <= before || line.substr(before - 2, 2) != "\",")
    return no_decision("the line does not begin with a decision's id");
  Decision decision;
  decision.id = line.substr(kBeforeId.size(), kIdBytes);
  if (id_of("{" + std::string(line.substr(before))) != decision.id)
    return no_decision("the line was cut off or changed: its id is not that of its content");
  const Result<JsonValue> json = parse_json(line);
  if (!json) return no_decision("no JSON: " + json.error().message);
  decision.line = line;
  decision.time = json->text_of("time");
  decision.author = json->text_of("author");
  decision.name = json->text_of("name");
  decision.reason = json->text_of("reason");
  if (!is_utc(decision.time)) return no_decision("its time is no time in UTC");
  const std::optional<DecisionVerb> verb = parse_decision_verb(json->text_of("verb"));
  if (!verb) return no_decision("'" + std::string(json->text_of("verb")) + "' is no verb that this program knows");
  decision.verb = *verb;
  const JsonValue* targets = json->find("targets");
  if (targets == nullptr || targets->items.empty()) return no_decision("it is about nothing");
  for (const JsonValue& value : targets->items) {
    std::optional<DecisionTarget> target = read_target(value);
    if (!target) return no_decision("what it is about cannot be read");
    decision.targets.push_back(std::move(*target));
  }
  return decision;
}

std::string credit(const Decision& decision) {
  return decision.reason.empty() ? decision.author : decision.author + ": " + decision.reason;
}

std::string target_label(const DecisionTarget& target) {
  if (target.kind == TargetKind::person) return target.names.empty() ? target.id : target.names.front();
  if (target.kind == TargetKind::document) return target.places.front().document;
  if (target.kind != TargetKind::passage) return target.id;
  const TextAnchor& at = target.places.front();
  return fmt::format("{}:{}-{}", at.document, at.delivered.begin, at.delivered.end);
}

std::string_view to_string(DecisionVerb verb) {
  return kVerbs[static_cast<std::size_t>(verb)];
}

std::string_view to_string(TargetKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<DecisionVerb> parse_decision_verb(std::string_view text) {
  const auto found = std::ranges::find(kVerbs, text);
  if (found == kVerbs.end()) return std::nullopt;
  return static_cast<DecisionVerb>(found - kVerbs.begin());
}

std::optional<TargetKind> parse_target_kind(std::string_view text) {
  const auto found = std::ranges::find(kKinds, text);
  if (found == kKinds.end()) return std::nullopt;
  return static_cast<TargetKind>(found - kKinds.begin());
}

}  // namespace readout
