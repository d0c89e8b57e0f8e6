// Markup: HTML that is safe to send. The only ways in are strings that stand in this program, text that is escaped on
// its way, and addresses that address.h made; so no text of a file, a name or a parameter can become markup.
//
//   Markup out;
//   out.html("<p class=\"who\">").bdi(name).html(" ").link(Address::source(ground, "004"), "004").html("</p>");
//   out.html("<td").attribute("title", reason).html(">").text(words).html("</td>");
//
// Text is shown plainly: control characters and those that turn the direction of writing as <U+202E>, invalid bytes as
// U+FFFD; line breaks and tabs stay. out.html(variable) does not compile.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "readout/page/address.h"
#include "readout/view/timeline_svg.h"

namespace readout {

// A string that stands in the program.
class FixedHtml {
 public:
  consteval FixedHtml(const char* words) : words_(words) {}
  constexpr std::string_view words() const { return words_; }

 private:
  std::string_view words_;
};

// The name of an attribute whose value may be any text: none that holds an address, a script or a style.
class AttributeName {
 public:
  consteval AttributeName(const char* name) : name_(name) {
    const std::string_view text(name);
    if (text.starts_with("on") || text == "href" || text == "src" || text == "style" || text == "action" ||
        text == "formaction" || text == "srcdoc" || text == "data")
      throw "an address, a script or a style is no text";
  }
  constexpr std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

class Markup {
 public:
  Markup& html(FixedHtml fixed) {
    out_.append(fixed.words());
    return *this;
  }
  Markup& text(std::string_view words);
  Markup& number(std::uint64_t value);
  // Words whose direction of writing must not touch what stands around them: <bdi>words</bdi>.
  Markup& bdi(std::string_view words);
  // In a language that is not the page's: <bdi lang="ru">words</bdi>; `lang` may be empty.
  Markup& bdi(std::string_view words, std::string_view lang);
  // ` name="value"`.
  Markup& attribute(AttributeName name, std::string_view value);
  // ` href="…"`.
  Markup& href(const Address& address);
  // <a href="…"><bdi>words</bdi></a>
  Markup& link(const Address& address, std::string_view words);
  // <style>the sheet of the pages</style>, which stands in the program.
  Markup& style_sheet();
  // A picture; it escapes its own words.
  Markup& picture(const TimelinePlot& plot);
  Markup& add(const Markup& other);

  const std::string& str() const { return out_; }
  bool empty() const { return out_.empty(); }
  std::string take() { return std::move(out_); }

 private:
  friend class Template;  // its templates stand in the program
  std::string out_;
};

// The one place where text becomes HTML: & < > " ' escaped, hostile characters shown. For text and for attributes.
void append_html(std::string& out, std::string_view text);

}  // namespace readout
