// Site: one request, one answer, without sockets.
//
//   Site site{doorway, frame};
//   WebAnswer answer = answer_request({"GET", "/004:268-413", {{"Host", "127.0.0.1:8317"}}, ""}, site, &visit);
//
// Two steps, so that what needs no record never waits for one:
//
//   knock()        the request taken apart, the doorway, the style sheet, the script, the icon: no record is asked
//   answer_page_request()  a page, or a form that was sent
//
// Invariants: whatever bytes come in, there is one answer with the safety headers of web_answer.h; GET and HEAD write
// nothing; only POST /decide writes, one line of the journal.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "readout/page/page.h"
#include "server/doorway.h"
#include "server/web_answer.h"

namespace readout {

struct Site {
  Doorway doorway;
  PageFrame frame;
  std::string journal;                    // where decisions are written; empty: nowhere
  std::string author;                     // who decides where the form names nobody
  std::function<std::int64_t()> time_ms;  // milliseconds since 1970, UTC
};

// Either the answer, or the request that only a record can answer.
using Knock = std::variant<WebAnswer, WebRequest>;
Knock knock(const RawRequest& raw, const Site& site);

// `visit` carries the record, its desk and its rulings.
WebAnswer answer_page_request(const WebRequest& request, const Site& site, Visit& visit);

// Both steps. Null: there is no record to ask; the answer is 503 where one is needed.
WebAnswer answer_request(const RawRequest& raw, const Site& site, Visit* visit);

// A page that may take long: it goes into a lane of its own, so that others do not wait for it.
bool takes_long(const WebRequest& request);

// What an error of the record means to a browser: 503 or 507 with the next step.
HttpRefusal refusal_of(const Error& error);

}  // namespace readout
