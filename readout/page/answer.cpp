#include <array>

#include "readout/page/pages.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

struct Route {
  std::string_view head;  // the first part of the path
  PageMaker maker = nullptr;
};

constexpr Route kRoutes[] = {
    // clang-format off
    {"", answer_pile},
    {"decisions", answer_decisions},
    {"draft", answer_draft},
    {"inbox", answer_inbox},
    {"method", answer_method},
    {"person", answer_person},
    {"search", answer_search},
    {"source", answer_source},
    {"statement", answer_statement},
    {"timeline", answer_timeline},
    {"verify", answer_verify},
    // clang-format on
};

struct NavigationEntry {
  std::string_view here;
  std::string_view label;
};

constexpr NavigationEntry kNavigation[] = {
    {"", "Pile"},         {"timeline", "Timeline"},   {"person", "People"},
    {"inbox", "Inbox"},   {"decisions", "Decisions"}, {"search", "Search"},
    {"verify", "Verify"}, {"draft", "Draft"},         {"method", "Method"},
};

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::bad_argument:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::store:
    case ErrorCode::disk_full:
      return 503;
    default:
      return 500;
  }
}

std::string_view words_of(int status) {
  switch (status) {
    case 400:
      return "This cannot be asked so";
    case 404:
      return "Nothing stands at this address";
    case 409:
      return "The bytes are no longer those that were meant";
    case 503:
      return "The record cannot be read just now";
    default:
      return "The record contradicts itself";
  }
}

Result<PageParts> make_parts(const PageAsk& ask, Visit& visit) {
  const std::string_view path = ask.path;
  if (!path.starts_with('/')) return fail(ErrorCode::not_found, "an address begins with /", ask.path);
  const std::size_t slash = std::min(path.find('/', 1), path.size());
  std::string_view head = path.substr(1, slash - 1);
  const std::string_view rest = slash < path.size() ? path.substr(slash + 1) : std::string_view();
  if (head == "index" && rest.empty()) head = "";
  for (const Route& route : kRoutes)
    if (route.head == head) return route.maker(ask, rest, visit);
  if (path.find(':') != std::string_view::npos) return answer_bytes(ask, path.substr(1), visit);
  return fail(ErrorCode::not_found, "there is no such page; the navigation names those there are", ask.path);
}

PageParts error_parts(const Error& error, const PageAsk& ask) {
  const int status = status_of(error.code);
  return refusal_parts(status, words_of(status), error.message, error.where, ask);
}

std::string whole_page(PageParts parts, const PageAsk& ask, const Visit& visit) {
  PageValues values;
  values.text("title", parts.title).markup("main_html", std::move(parts.main));
  values.text("version", visit.frame.version).text("record", visit.frame.record_path);
  values.text("state", visit.frame.state);
  for (const NavigationEntry& entry : kNavigation) {
    PageValues& row = values.each("navigation");
    row.text("label", std::string(entry.label));
    if (entry.here == parts.here) row.text("here", ask.path == "/" + std::string(entry.here) ? "page" : "true");
    row.address("entry_href",
                entry.here.empty() ? Address::home(Ground::site) : Address::page(Ground::site, entry.here));
  }
  if (parts.status == 200) {
    values.address("json_href", Address::again(ask, PageForm::json));
    if (parts.csv) values.address("csv_href", Address::again(ask, PageForm::csv));
    values.address("permanent_href", parts.permanent ? *parts.permanent : Address::again(ask, PageForm::html));
  }
  return render("layout", values).take();
}

}  // namespace

PageParts refusal_parts(int status, std::string_view heading, const std::string& message, const std::string& where,
                        const PageAsk& ask, Markup further) {
  PageParts parts;
  parts.status = status;
  parts.title = heading;
  parts.here = "-";
  if (ask.form == PageForm::json) {
    JsonWriter json;
    json.object().key("error").object().key("status").value(status).key("heading").value(heading);
    json.key("message").value(message).key("where").value(where).end().end();
    parts.json = json.take();
    return parts;
  }
  PageValues values;
  values.text("heading", parts.title).text("message", message).text("where", where);
  parts.main = render("error", values).add(further);
  return parts;
}

PageAnswer answer_page(const PageAsk& ask, Visit& visit) {
  PageAnswer answer;
  if (ask.form == PageForm::html && ask.path == "/style.css")
    return {200, "text/css; charset=utf-8", std::string(ui_file("style.css"))};
  if (ask.form == PageForm::html && ask.path == "/script.js")
    return {200, "text/javascript; charset=utf-8", std::string(ui_file("script.js"))};
  Result<PageParts> made = make_parts(ask, visit);
  PageParts parts = made ? std::move(*made) : error_parts(made.error(), ask);
  if (parts.status == 200 && ask.form == PageForm::csv && !parts.csv)
    parts = error_parts({ErrorCode::not_found, "this page has no table as CSV; ask for .json", ask.path}, ask);
  answer.status = parts.status;
  if (ask.form == PageForm::json) {
    answer.type = "application/json";
    answer.body = visible_json(std::move(parts.json)) + "\n";
  } else if (ask.form == PageForm::csv && parts.status == 200) {
    answer.type = "text/csv; charset=utf-8";
    answer.body = std::move(*parts.csv);
  } else {
    answer.body = whole_page(std::move(parts), ask, visit);
  }
  return answer;
}

}  // namespace readout
