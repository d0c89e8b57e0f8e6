// For the tests of this room: whether a page could do anything but be read. Reads every tag and attribute of it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace readout {

inline constexpr std::array<std::string_view, 58> kHarmlessTags = {
    "!DOCTYPE", "a",      "article", "aside",   "bdi",    "blockquote", "body",  "br",      "button", "caption",
    "code",     "dd",     "del",     "details", "div",    "dl",         "dt",    "em",      "footer", "form",
    "h1",       "h2",     "h3",      "head",    "header", "html",       "input", "ins",     "kbd",    "label",
    "li",       "link",   "main",    "mark",    "meta",   "nav",        "ol",    "option",  "p",      "script",
    "section",  "select", "small",   "span",    "strong", "summary",    "svg",   "table",   "tbody",  "td",
    "textarea", "th",     "thead",   "time",    "title",  "tr",         "ul",    "fieldset"};

// `where` names the page in what a failure says.
inline void expect_inert(std::string_view page, std::string_view where) {
  for (std::size_t i = 0; i + 2 < page.size(); ++i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(page[k]); };
    ASSERT_FALSE(byte(i) < 0x20 && byte(i) != '\n' && byte(i) != '\t') << where << ": a control character at " << i;
    ASSERT_FALSE(byte(i) == 0xE2 && byte(i + 1) == 0x80 && byte(i + 2) >= 0xA8 && byte(i + 2) <= 0xAE)
        << where << ": a direction character at " << i;
  }
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at)) {
    std::size_t i = at + 1;
    if (page.substr(i, 1) == "/") ++i;
    const std::size_t end = page.find_first_of(" \n>", i);
    const std::string_view tag = page.substr(i, end - i);
    ASSERT_NE(std::ranges::find(kHarmlessTags, tag), kHarmlessTags.end()) << where << ": <" << tag;
    for (i = end; i < page.size() && page[i] != '>';) {
      i = page.find_first_not_of(" \n", i);
      if (page[i] == '>' || page[i] == '/') break;
      const std::size_t stop = page.find_first_of("= \n>", i);
      const std::string_view name = page.substr(i, stop - i);
      ASSERT_FALSE(name.starts_with("on") || name == "style" || name == "srcdoc") << where << ": " << name;
      if (page[stop] != '=') {
        i = stop;
        continue;
      }
      ASSERT_EQ(page[stop + 1], '"') << where << ": " << name;
      const std::size_t close = page.find('"', stop + 2);
      const std::string_view value = page.substr(stop + 2, close - stop - 2);
      if (name == "href" || name == "src" || name == "action") {
        ASSERT_TRUE((value.starts_with("/") && !value.starts_with("//")) || value.starts_with("#") ||
                    value.starts_with("http://") || value.starts_with("https://") || value == "data:,")
            << where << ": " << value;
      }
      if (tag == "script") {
        ASSERT_TRUE(name == "src" ? value == "/script.js" : name == "defer") << where;
      }
      i = close + 1;
    }
    at = page.find('>', i);
    ASSERT_NE(at, std::string_view::npos) << where << ": a tag without end";
    if (tag == "script" && page.substr(at + 1, 2) != "</") {
      ASSERT_EQ(page[i - 1], 't') << where << ": words inside a script";
    }
  }
}

}  // namespace readout
