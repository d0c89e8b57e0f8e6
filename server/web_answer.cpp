#include "server/web_answer.h"

#include <algorithm>

#include "readout/base/digest.h"
#include "readout/base/json.h"
#include "readout/page/markup.h"

namespace readout {
namespace {

constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

std::string_view etag_of(const WebAnswer& answer) {
  const auto found = std::ranges::find(answer.headers, std::string_view("ETag"),
                                       [](const auto& h) { return std::string_view(h.first); });
  return found == answer.headers.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

void seal(WebAnswer& answer) {
  auto& headers = answer.headers;
  headers.emplace_back("Content-Security-Policy", kPolicy);
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  // Not no-referrer: with that, a browser sends "Origin: null" with our own forms.
  headers.emplace_back("Referrer-Policy", "same-origin");
  headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  headers.emplace_back("X-Frame-Options", "DENY");
  headers.emplace_back("Vary", "Accept, Cookie");
  if (answer.status == 200) {
    headers.emplace_back("ETag", "\"" + to_hex(sha256(answer.body)).substr(0, 32) + "\"");
    headers.emplace_back("Cache-Control", "private, no-cache");
  } else {
    headers.emplace_back("Cache-Control", "no-store");
  }
}

bool is_known(const WebRequest& request, const WebAnswer& answer) {
  const std::string_view etag = etag_of(answer);
  return !etag.empty() && request.reads() && request.if_none_match.find(etag) != std::string::npos;
}

WebAnswer not_modified(const WebAnswer& answer) {
  WebAnswer short_one;
  short_one.status = 304;
  short_one.type.clear();
  short_one.headers = answer.headers;
  return short_one;
}

WebAnswer refusal_answer(const HttpRefusal& refusal, PageForm form) {
  WebAnswer answer;
  answer.status = refusal.status;
  if (form != PageForm::html) {
    JsonWriter json;
    json.object().key("type").value("error").key("data").object();
    json.key("status").value(refusal.status).key("message").value(refusal.message).key("next").value(refusal.next);
    json.end().end();
    answer.type = "application/json; charset=utf-8";
    answer.body = json.take() + "\n";
  } else {
    Markup page;
    page.html("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>").text(refusal.message);
    page.html(
        " - Readout</title><meta name=\"viewport\" content=\"width=device-width\">"
        "<link rel=\"stylesheet\" href=\"/style.css\"></head>\n<body><main><h1>");
    page.number(static_cast<std::uint64_t>(refusal.status)).html(": ").text(refusal.message).html("</h1>\n<p>");
    page.text(refusal.next).html("</p>\n<p><a href=\"/\">The pile</a></p></main></body></html>\n");
    answer.body = page.take();
  }
  if (refusal.status == 405) answer.headers.emplace_back("Allow", "GET, HEAD, POST");
  if (refusal.status == 503) answer.headers.emplace_back("Retry-After", "2");
  seal(answer);
  return answer;
}

WebAnswer see_other(std::string_view target) {
  WebAnswer answer;
  answer.status = 303;
  answer.headers.emplace_back("Location", std::string(target));
  seal(answer);
  return answer;
}

bool is_own_path(std::string_view target) {
  return target.size() <= kMostTarget && target.starts_with('/') && !target.starts_with("//") &&
         std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7F && c != '\\'; });
}

}  // namespace readout
