// WebRequest: what a browser sent, taken apart once and refused where it is not plain. No sockets here: a test or a
// fuzzer hands in bytes.
//
//   const auto request = read_request({"GET", "/source/a%2Fb.json?base=004&q=two+words", headers, ""});
//   request->path     "/source/a/b"            decoded once, without the suffix
//   request->form     PageForm::json
//   request->params   {"base", "004"}, {"q", "two words"}
//
// The form is the suffix of the last segment as it was sent: ".json" or ".csv". A document that is itself named
// "pile.json" is asked for as "/source/pile%2Ejson", and as JSON by "/source/pile%2Ejson.json". Without a suffix, an
// Accept that names application/json or text/csv and not text/html decides.
//
// Refused (HttpRefusal): a target that does not begin with one "/", is longer than kMostTarget or holds bytes below
// 0x21 or above 0x7E; a "%" that two hexadecimal digits do not follow; what decodes to invalid UTF-8 (overlong forms
// too) or, in the path, to a control character; NUL anywhere; more than kMostParams parameters; a second Host, Origin,
// Content-Length or Content-Type; Content-Length beside Transfer-Encoding; a body that is no form of a web page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/page/page.h"

namespace readout {

inline constexpr std::size_t kMostTarget = 8192;      // bytes, as sent
inline constexpr std::size_t kMostParams = 64;        // of the address and of the body, each
inline constexpr std::size_t kMostBody = 1 << 20;     // bytes of a pasted draft, decoded or not
inline constexpr std::size_t kMostSmallBody = 16384;  // bytes of any other form

struct RawRequest {
  std::string method;
  std::string target;  // as it stands in the request line
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

// Why nothing is answered. `next` is what the person can do about it.
struct HttpRefusal {
  int status = 400;
  std::string message;
  std::string next;

  friend bool operator==(const HttpRefusal&, const HttpRefusal&) = default;
};

struct WebRequest {
  std::string method;
  std::string target;  // as sent: the key of the answer in the cache
  std::string path;
  Params params;
  Params fields;  // of the body
  PageForm form = PageForm::html;
  std::string host;
  std::string origin;
  std::string fetch_site;
  std::string fetch_mode;
  std::string if_none_match;
  std::string cookie;

  bool reads() const { return method == "GET" || method == "HEAD"; }
};

template <class T>
using Asked = tl::expected<T, HttpRefusal>;

Asked<WebRequest> read_request(const RawRequest& raw);

// The largest body that this target may have.
std::size_t most_body(std::string_view target);

// The value of a cookie, "" where there is none.
std::string cookie_value(std::string_view cookies, std::string_view name);

}  // namespace readout
