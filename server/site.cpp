#include "server/site.h"

#include <algorithm>

#include "readout/base/json.h"
#include "server/asset.h"
#include "server/decide_form.h"

namespace readout {
namespace {

// Pages to which a form may be sent; what else is posted leads nowhere.
bool takes_form(std::string_view path) {
  return path == "/decide" || path == "/draft";
}

WebAnswer with_key(const WebRequest& request, const Site& site) {
  WebAnswer answer = see_other(without_key(request.target));
  answer.headers.emplace_back("Set-Cookie",
                              std::string(kKeyCookie) + "=" + site.doorway.key + "; HttpOnly; SameSite=Strict; Path=/");
  return answer;
}

// Whether the record is still what a page was made of.
WebAnswer state_answer(Visit& visit) {
  WebAnswer answer;
  answer.type = "application/json; charset=utf-8";
  answer.body = JsonWriter().object().key("state").value(visit.frame.state).end().take() + "\n";
  answer.keepable = true;
  seal(answer);
  return answer;
}

// A form's fields are the page's parameters, but for the token.
PageAsk page_ask(const WebRequest& request) {
  PageAsk ask{request.path, request.params, request.form};
  for (const auto& field : request.fields)
    if (field.first != "token") ask.params.push_back(field);
  return ask;
}

}  // namespace

Knock knock(const RawRequest& raw, const Site& site) {
  Asked<WebRequest> request = read_request(raw);
  if (!request) return refusal_answer(request.error(), PageForm::html);
  if (const auto refusal = doorkeep(*request, site.doorway)) return refusal_answer(*refusal, request->form);
  if (request->reads() && brings_key(*request, site.doorway)) return with_key(*request, site);
  if (!request->reads() && !takes_form(request->path))
    return refusal_answer({405, "nothing can be sent here", "GET and HEAD are served."}, request->form);
  if (request->reads()) {
    if (std::optional<WebAnswer> asset = find_asset(request->target)) {
      if (is_known(*request, *asset)) return not_modified(*asset);
      return std::move(*asset);
    }
  }
  return std::move(*request);
}

WebAnswer answer_page_request(const WebRequest& request, const Site& site, Visit& visit) {
  if (!request.reads() && request.path == "/decide") return answer_decision(request, site, visit);
  if (request.reads() && request.path == "/state" && request.form == PageForm::json) return state_answer(visit);
  PageAnswer page = answer_page(page_ask(request), visit);
  WebAnswer answer;
  answer.status = page.status;
  answer.type = std::move(page.type);
  answer.body = std::move(page.body);
  answer.keepable = request.reads() && page.status == 200;
  if (answer.status == 503) answer.headers.emplace_back("Retry-After", "2");
  seal(answer);
  return answer;
}

WebAnswer answer_request(const RawRequest& raw, const Site& site, Visit* visit) {
  Knock knocked = knock(raw, site);
  if (auto* answer = std::get_if<WebAnswer>(&knocked)) return std::move(*answer);
  const WebRequest& request = std::get<WebRequest>(knocked);
  if (visit == nullptr)
    return refusal_answer(refusal_of({ErrorCode::not_found, "no record stands here", {}}), request.form);
  WebAnswer answer = answer_page_request(request, site, *visit);
  return is_known(request, answer) ? not_modified(answer) : std::move(answer);
}

bool takes_long(const WebRequest& request) {
  return request.path == "/verify" || request.path == "/draft" || request.path == "/inbox" || request.path == "/search";
}

HttpRefusal refusal_of(const Error& error) {
  const std::string where = error.where.empty() ? "" : ": " + error.where;
  switch (error.code) {
    case ErrorCode::disk_full:
      return {507, "no room left on the disk" + where, error.message};
    case ErrorCode::not_found:
      return {503, "the record is not there" + where,
              "It was moved or removed. Put it back, or make it anew with 'readout add'; this site then shows it."};
    case ErrorCode::bad_argument:
      return {400, "this cannot be done" + where, error.message};
    default:
      return {503, "the record cannot be read now" + where, error.message};
  }
}

}  // namespace readout
