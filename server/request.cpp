#include "server/request.h"

#include <algorithm>

#include "readout/page/address.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

tl::unexpected<HttpRefusal> refuse(int status, std::string message, std::string next = {}) {
  return tl::unexpected(HttpRefusal{status, std::move(message), std::move(next)});
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// The only header of this name; refused where there are two, for then two readers may read two things.
Asked<std::string> only(const RawRequest& raw, std::string_view name) {
  std::string value;
  bool seen = false;
  for (const auto& [key, text] : raw.headers) {
    if (!same_name(key, name)) continue;
    if (seen) return refuse(400, "two headers " + std::string(name) + " in one request");
    value = trimmed(text);
    seen = true;
  }
  return value;
}

bool has_header(const RawRequest& raw, std::string_view name) {
  return std::ranges::any_of(raw.headers, [&](const auto& header) { return same_name(header.first, name); });
}

PageForm accepted(const RawRequest& raw) {
  for (const auto& [key, value] : raw.headers) {
    if (!same_name(key, "accept") || value.find("text/html") != std::string::npos) continue;
    if (value.find("application/json") != std::string::npos) return PageForm::json;
    if (value.find("text/csv") != std::string::npos) return PageForm::csv;
  }
  return PageForm::html;
}

Asked<void> check_target(const RawRequest& raw) {
  if (raw.method.empty() || raw.method.size() > 16 ||
      !std::ranges::all_of(raw.method, [](char c) { return c >= 'A' && c <= 'Z'; }))
    return refuse(405, "this method is not served", "GET, HEAD and POST are.");
  const std::string_view target = raw.target;
  if (target.size() > kMostTarget)
    return refuse(414, "the address is longer than 8,192 bytes", "A long text is checked on the page Draft.");
  if (target.empty() || target.front() != '/' || target.starts_with("//"))
    return refuse(400, "an address begins with one '/'");
  for (const char c : target)
    if (c < 0x21 || c > 0x7E || c == '#') return refuse(400, "the address holds a byte that wants percent-encoding");
  return {};
}

constexpr std::string_view kBroken = "a '%' is not followed by two hexadecimal digits, or stands for a NUL";
constexpr std::string_view kTooMany = "more than 64 parameters";

bool is_utf8(std::string_view text) {
  return valid_utf8_size(text) == text.size();
}

// Of the address or of the body; nothing where it was broken.
Asked<Params> check_params(std::optional<Params> params) {
  if (!params) return refuse(400, std::string(kBroken));
  if (params->size() > kMostParams) return refuse(400, std::string(kTooMany));
  for (const auto& [name, value] : *params) {
    if (value.size() > kMostBody)
      return refuse(413, "the text is longer than 1 MB", "'readout check FILE' takes a text of any length.");
    if (!is_utf8(name) || !is_utf8(value)) return refuse(400, "what was sent is not UTF-8");
  }
  return std::move(*params);
}

Asked<Params> read_body(const RawRequest& raw) {
  if (raw.body.empty()) return Params{};
  if (raw.body.size() > most_body(raw.target))
    return refuse(413, "more was sent than this page takes", "A draft may have 1 MB; 'readout check FILE' takes any.");
  Asked<std::string> type = only(raw, "content-type");
  if (!type) return tl::unexpected(type.error());
  const std::string_view plain = trimmed(std::string_view(*type).substr(0, type->find(';')));
  if (!same_name(plain, "application/x-www-form-urlencoded"))
    return refuse(415, "a body is a form (application/x-www-form-urlencoded)");
  // Counted before a million of them are taken apart.
  if (std::ranges::count(raw.body, '&') > static_cast<std::ptrdiff_t>(kMostParams))
    return refuse(400, std::string(kTooMany));
  return check_params(read_params(raw.body));
}

Asked<void> read_headers(const RawRequest& raw, WebRequest& request) {
  struct Wanted {
    std::string_view name;
    std::string* place;
  };
  std::string length, type;
  const Wanted wanted[] = {{"host", &request.host},
                           {"origin", &request.origin},
                           {"sec-fetch-site", &request.fetch_site},
                           {"sec-fetch-mode", &request.fetch_mode},
                           {"content-length", &length},
                           {"content-type", &type}};
  for (const Wanted& one : wanted) {
    Asked<std::string> value = only(raw, one.name);
    if (!value) return tl::unexpected(value.error());
    *one.place = std::move(*value);
  }
  if (!length.empty() && has_header(raw, "transfer-encoding"))
    return refuse(400, "a body has a Content-Length or a Transfer-Encoding, not both");
  for (const auto& [key, value] : raw.headers) {
    if (same_name(key, "cookie")) request.cookie += (request.cookie.empty() ? "" : "; ") + value;
    if (same_name(key, "if-none-match")) request.if_none_match += (request.if_none_match.empty() ? "" : ", ") + value;
  }
  return {};
}

}  // namespace

std::size_t most_body(std::string_view target) {
  const std::string_view path = target.substr(0, target.find('?'));
  // Percent-encoding makes three bytes of one.
  return path == "/draft" || path == "/draft.json" || path == "/draft.csv" ? 3 * kMostBody : kMostSmallBody;
}

Asked<WebRequest> read_request(const RawRequest& raw) {
  if (const Asked<void> plain = check_target(raw); !plain) return tl::unexpected(plain.error());
  WebRequest request;
  request.method = raw.method;
  request.target = raw.target;
  std::optional<PageAsk> ask = read_address(raw.target);
  if (!ask) return refuse(400, std::string(kBroken));
  if (!is_utf8(ask->path)) return refuse(400, "what was sent is not UTF-8");
  if (std::ranges::any_of(ask->path, is_control)) return refuse(400, "the address holds a control character");
  Asked<Params> params = check_params(std::move(ask->params));
  if (!params) return tl::unexpected(params.error());
  request.path = std::move(ask->path);
  request.params = std::move(*params);
  request.form = ask->form == PageForm::html ? accepted(raw) : ask->form;
  if (const Asked<void> headers = read_headers(raw, request); !headers) return tl::unexpected(headers.error());
  Asked<Params> fields = read_body(raw);
  if (!fields) return tl::unexpected(fields.error());
  request.fields = std::move(*fields);
  return request;
}

std::string cookie_value(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    std::string_view one = cookies.substr(0, cookies.find(';'));
    cookies.remove_prefix(std::min(one.size() + 1, cookies.size()));
    one = trimmed(one);
    if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
      return std::string(one.substr(name.size() + 1));
  }
  return {};
}

}  // namespace readout
