#include "cli/answers.h"

#include <optional>

namespace readout::cli {
namespace {

constexpr int kVerdicts = static_cast<int>(Verdict::not_checkable) + 1;

std::string plain(std::string_view name) {
  std::string out;
  for (const char c : name) out += c == ' ' || c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::optional<Verdict> parse_verdict(const std::string& name) {
  for (int i = 0; i < kVerdicts; ++i)
    if (verdict_name(static_cast<Verdict>(i)) == name) return static_cast<Verdict>(i);
  return std::nullopt;
}

}  // namespace

std::string verdict_name(Verdict verdict) {
  return plain(to_string(verdict));
}

Option fail_on_option() {
  return {"fail-on", Value::text, "VERDICT,...", "end with 1 for these only: altered,not-found; none: for nothing", {},
          0};
}

Option format_option(std::vector<std::string> choices) {
  return {"format", Value::choice, "FORM", "how to say it", std::move(choices), 0};
}

AnswerForm answer_form(const Arguments& arguments) {
  const std::string form = arguments.value("format");
  if (form == "line") return AnswerForm::line;
  if (form == "sarif") return AnswerForm::sarif;
  return form == "json" || arguments.has("json") ? AnswerForm::json : AnswerForm::text;
}

Result<std::set<Verdict>> failing_verdicts(const Arguments& arguments) {
  std::set<Verdict> failing;
  if (!arguments.has("fail-on")) {
    for (int i = static_cast<int>(Verdict::folded) + 1; i < kVerdicts; ++i) failing.insert(static_cast<Verdict>(i));
    return failing;
  }
  const std::string list = arguments.value("fail-on");
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    const std::string name = plain(list.substr(at, end - at));
    at = end + 1;
    if (name == "none") continue;
    const std::optional<Verdict> verdict = parse_verdict(name);
    if (!verdict) {
      std::string all;
      for (int i = 0; i < kVerdicts; ++i) all += (i == 0 ? "" : ", ") + verdict_name(static_cast<Verdict>(i));
      return fail(ErrorCode::bad_argument, "'" + name + "' is none of: " + all + ", none", "--fail-on");
    }
    failing.insert(*verdict);
  }
  return failing;
}

}  // namespace readout::cli
