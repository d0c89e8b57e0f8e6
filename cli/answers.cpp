#include "cli/answers.h"

#include <algorithm>
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

bool is_failing(const Verification& found, const std::set<Verdict>& failing) {
  const bool unknown = std::ranges::find(found.cautions, Caution::source_unknown) != found.cautions.end();
  return failing.contains(found.verdict) || (unknown && failing.contains(Verdict::elsewhere));
}

void complain_of(const std::vector<Error>& passed_over, Screen& screen) {
  constexpr std::size_t kMost = 5;
  for (std::size_t i = 0; i < std::min(passed_over.size(), kMost); ++i) screen.complain(passed_over[i]);
  if (passed_over.size() > kMost)
    screen.note("readout: and " + std::to_string(passed_over.size() - kMost) + " more without words to compare with");
}

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
