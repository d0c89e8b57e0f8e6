#include "readout/verify/baseline.h"

#include "readout/base/digest.h"
#include "readout/base/json.h"
#include "readout/document/json_value.h"

namespace readout {
namespace {

std::string one_line(std::string_view quote) {
  std::string out;
  bool gap = false;
  for (const char c : quote) {
    const bool white = c == ' ' || (c >= '\t' && c <= '\r');
    if (!white && gap && !out.empty()) out += ' ';
    if (!white) out += c;
    gap = white;
  }
  return out;
}

std::pair<std::string, std::string> key_of(std::string_view quote, Verdict verdict) {
  return {to_hex(sha256(one_line(quote))), std::string(to_string(verdict))};
}

}  // namespace

Result<Baseline> Baseline::parse(std::string_view text, const std::string& where) {
  Baseline baseline;
  bool opened = false;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    const std::string at = where + ":" + std::to_string(number);
    const Result<JsonValue> value = parse_json(line, at);
    if (!value) return tl::unexpected(value.error());
    const JsonValue* data = value->find("data");
    const std::string_view type = value->text_of("type");
    if (type == "baseline" && data != nullptr && data->find("version") != nullptr) {
      if (data->find("version")->number > kBaselineVersion)
        return fail(ErrorCode::wrong_version, "written by a later version of this program", at);
      opened = true;
      continue;
    }
    if (type != "accepted" || data == nullptr || !parse_digest(data->text_of("quote_sha256")) ||
        data->text_of("verdict").empty())
      return fail(ErrorCode::bad_argument, "no line of a baseline; --write-baseline makes the file anew", at);
    baseline.accepted_[{std::string(data->text_of("quote_sha256")), std::string(data->text_of("verdict"))}] =
        data->text_of("quote");
  }
  if (!opened) return fail(ErrorCode::bad_argument, "no baseline; --write-baseline makes one", where);
  return baseline;
}

bool Baseline::accepts(std::string_view quote, Verdict verdict) const {
  return accepted_.contains(key_of(quote, verdict));
}

void Baseline::accept(std::string_view quote, Verdict verdict) {
  accepted_[key_of(quote, verdict)] = one_line(quote);
}

std::string Baseline::write() const {
  const auto line = [](std::string_view type, const auto& add) {
    JsonWriter json;
    json.object().key("type").value(type).key("data").object();
    add(json);
    json.end().end();
    return json.take() + "\n";
  };
  std::string out = line("baseline", [](JsonWriter& json) { json.key("version").value(kBaselineVersion); });
  for (const auto& [key, words] : accepted_)
    out += line("accepted", [&](JsonWriter& json) {
      json.key("quote_sha256").value(key.first).key("verdict").value(key.second).key("quote").value(words);
    });
  return out;
}

std::string finding_digest(std::string_view quote, Verdict verdict) {
  return to_hex(sha256(one_line(quote) + "\n" + std::string(to_string(verdict))));
}

}  // namespace readout
