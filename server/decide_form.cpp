#include "server/decide_form.h"

#include "readout/desk/decide.h"
#include "readout/page/address.h"

namespace readout {
namespace {

HttpRefusal undecided(const Error& error) {
  const std::string where = error.where.empty() ? "" : error.where + ": ";
  switch (error.code) {
    case ErrorCode::bad_argument:
      return {400, "this cannot be decided", where + error.message};
    case ErrorCode::not_found:
      return {404, "what this is about is not here", where + error.message};
    case ErrorCode::disk_full:
      return {507, "no room left on the disk: nothing was decided", where + error.message};
    default:
      return {503, "the journal of decisions cannot be written now: nothing was decided", where + error.message};
  }
}

}  // namespace

WebAnswer answer_decision(const WebRequest& request, const Site& site, Visit& visit) {
  const auto field = [&](std::string_view name) { return std::string(param_of(request.fields, name)); };
  if (site.journal.empty() || !site.time_ms)
    return refusal_answer({403, "nothing can be decided here", "This site was opened to be read."}, request.form);
  DecisionAsk ask{field("verb"), {field("target"), field("other")}, field("name"), field("reason"), field("author"),
                  site.time_ms()};
  if (ask.author.find_first_not_of(" \t\r\n") == std::string::npos) ask.author = site.author;
  const Result<Decision> decision = decide(visit.record, site.journal, ask);
  if (!decision) return refusal_answer(undecided(decision.error()), request.form);
  const std::string back = field("back");
  return see_other(is_own_path(back) ? back : "/decisions");
}

}  // namespace readout
