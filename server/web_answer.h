// WebAnswer: what goes back to the browser, complete with its headers. Every answer carries the same safety headers, so
// that a page which lets hostile text through as markup could still load, run and send nothing.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/request.h"

namespace readout {

struct WebAnswer {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // besides type and length
  bool keepable = false;                                     // the same until the record or the decisions change
};

// Adds the safety headers, and an ETag of the bytes of a page that was found.
void seal(WebAnswer& answer);

// Whether the browser has these bytes already: the answer is 304 then.
bool is_known(const WebRequest& request, const WebAnswer& answer);

// The same headers, no body.
WebAnswer not_modified(const WebAnswer& answer);

// A page of the server's own, of words that are escaped here; JSON where that was asked for. Sealed.
WebAnswer refusal_answer(const HttpRefusal& refusal, PageForm form);

// Leads elsewhere by GET. Sealed.
WebAnswer see_other(std::string_view target);

// A path of this site, on which a form may come back: one "/" first, no backslash, no control character.
bool is_own_path(std::string_view target);

}  // namespace readout
