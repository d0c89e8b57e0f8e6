// The pages of the site: each is one file here (NAME_page.cpp) and one template or two in ui/, and one line of the
// table of routes in answer.cpp.
//
//   Result<PageParts> answer_person(const PageAsk& ask, std::string_view rest, Visit& visit) {
//     PageParts parts;
//     parts.title = row.name;
//     parts.here = "person";                          // its entry in the navigation
//     if (ask.form == PageForm::json) parts.json = ...;                 // one JSON value
//     else if (ask.form == PageForm::csv) parts.csv = ...;
//     else parts.main = render("person", values);                       // what stands in <main>
//     return parts;
//   }
//
// A page fills the form that is asked for; html is asked where a report's file is made too, with Ground::file in
// visit.frame. An Error becomes the error page, in the form that was asked for: not_found 404, bad_argument 400.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "readout/base/json.h"
#include "readout/base/result.h"
#include "readout/page/address.h"
#include "readout/page/markup.h"
#include "readout/page/page.h"
#include "readout/page/template.h"

namespace readout {

struct PageParts {
  int status = 200;
  std::string title;      // plain words, of the tab and of bookmarks
  std::string_view here;  // the first part of an address of the navigation: "timeline"; "" for the pile
  Markup main;
  std::string json;
  std::optional<std::string> csv;  // also set (to "") in the other forms by a page that has a table: it is then linked
  std::optional<Address> permanent;  // where the page is reached by other addresses too
};

// `rest`: the path behind the page's own name: "004" of "/source/004"; "" where nothing follows.
using PageMaker = Result<PageParts> (*)(const PageAsk& ask, std::string_view rest, Visit& visit);

// A page that says why there is none, in the form that was asked for, with a status that an ErrorCode does not have.
PageParts refusal_parts(int status, std::string_view heading, const std::string& message, const std::string& where,
                        const PageAsk& ask, Markup further = {});

Result<PageParts> answer_bytes(const PageAsk& ask, std::string_view rest, Visit& visit);  // /004:268-413
Result<PageParts> answer_decisions(const PageAsk& ask, std::string_view rest, Visit& visit);
Result<PageParts> answer_draft(const PageAsk& ask, std::string_view rest, Visit& visit);
Result<PageParts> answer_inbox(const PageAsk& ask, std::string_view rest, Visit& visit);
Result<PageParts> answer_method(const PageAsk& ask, std::string_view rest, Visit& visit);
Result<PageParts> answer_person(const PageAsk& ask, std::string_view rest, Visit& visit);
Result<PageParts> answer_pile(const PageAsk& ask, std::string_view rest, Visit& visit);
Result<PageParts> answer_search(const PageAsk& ask, std::string_view rest, Visit& visit);
Result<PageParts> answer_source(const PageAsk& ask, std::string_view rest, Visit& visit);
Result<PageParts> answer_statement(const PageAsk& ask, std::string_view rest, Visit& visit);
Result<PageParts> answer_timeline(const PageAsk& ask, std::string_view rest, Visit& visit);
Result<PageParts> answer_verify(const PageAsk& ask, std::string_view rest, Visit& visit);

}  // namespace readout
