// PageValues and Template: what a page knows, and the Mustache template that sets it in type. The only file that knows
// the template library is template.cpp.
//
//   PageValues values;
//   values.text("name", row.name).flag("cut", true).address("source_href", Address::source(ground, row.name));
//   for (const Block& block : blocks) values.each("blocks").text("kind", to_string(block.kind));
//   Markup html = render("source", values);           // ui/source.html
//
//   <h1>{{name}}</h1>{{#cut}}<p>cut</p>{{/cut}}<a href="{{source_href}}">…</a>{{#blocks}}<li>{{kind}}</li>{{/blocks}}
//
// {{name}} is escaped, always. {{{name_html}}} is Markup: only values.markup() can fill a name that ends in "_html",
// and only values.address() one that ends in "_href", which is what an href in a template must be (a test reads the
// templates). An empty text is as good as none: {{#name}}…{{/name}} is left out, {{^name}}…{{/name}} is shown. A name
// that a list's row does not have is looked for around it. {{> name}} puts ui/name.html in, at any place but inside
// itself.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "readout/page/address.h"
#include "readout/page/markup.h"

namespace readout {

class PageValues {
 public:
  PageValues& text(std::string name, std::string value);
  PageValues& number(std::string name, std::uint64_t value);
  PageValues& flag(std::string name, bool value = true);
  PageValues& address(std::string name, const Address& value);  // the name ends in "_href"
  PageValues& markup(std::string name, Markup value);           // the name ends in "_html"
  // A further row of the list; the reference is good until the list gets another.
  PageValues& each(std::string name);
  // Values of their own, looked up inside {{#name}}…{{/name}}.
  PageValues& group(std::string name) { return each(std::move(name)); }

 private:
  friend class Template;
  using List = std::deque<PageValues>;
  using Value = std::variant<std::string, bool, List>;
  void put(std::string name, Value value);
  std::vector<std::pair<std::string, Value>> values_;
};

// ui/NAME.html with these values. A name that has no template, or a template that cannot be read, gives a page that
// says so (a test reads them all).
Markup render(std::string_view name, const PageValues& values);

// A file of ui/ as it was built in: "style.css", "script.js"; empty where there is none.
std::string_view ui_file(std::string_view name);

// The names of all of them.
std::vector<std::string_view> ui_files();

}  // namespace readout
