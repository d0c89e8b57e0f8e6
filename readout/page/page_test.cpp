#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "readout/page/pages.h"

namespace readout {
namespace {

std::string html_of(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

TEST(Markup, TextCannotBecomeMarkup) {
  EXPECT_EQ(html_of("<script>&\"'"), "&lt;script&gt;&amp;&quot;&#39;");
  EXPECT_EQ(html_of("a\xE2\x80\xAE z"), "a&lt;U+202E&gt; z");
  EXPECT_EQ(html_of(std::string_view("a\0b", 3)), "a&lt;U+0000&gt;b");
  EXPECT_EQ(html_of("\xED\xA0\x80|\xC0\xAF|\xF5"), "\uFFFD\uFFFD\uFFFD|\uFFFD\uFFFD|\uFFFD");
  EXPECT_EQ(html_of("line\r\nnext\tтекст 中"), "line\nnext\tтекст 中");
  Markup out;
  out.html("<p").attribute("title", "\"><script>").html(">").bdi("x", "ru\" onload=").html("</p>");
  EXPECT_EQ(out.str(), "<p title=\"&quot;&gt;&lt;script&gt;\"><bdi lang=\"ru&quot; onload=\">x</bdi></p>");
}

RC_GTEST_PROP(Markup, EscapedTextHoldsNoMarkupAndIsShownTwiceAlike, (const std::string& text)) {
  const std::string out = html_of(text);
  RC_ASSERT(out.find_first_of("<>\"'") == std::string::npos);
  for (std::size_t at = out.find('&'); at != std::string::npos; at = out.find('&', at + 1)) {
    const std::string name = out.substr(at, out.find(';', at) - at);
    RC_ASSERT(name == "&lt" || name == "&gt" || name == "&amp" || name == "&quot" || name == "&#39");
  }
}

TEST(Address, LeadsNowhereElse) {
  for (const char* url : {"javascript:alert(1)", "JavaScript://x", " http://a", "http://a b", "data:text/html,x", "//a",
                          "http://user@host/", "http://", "https:/x", "ht\ntp://a", "http://a/\"onclick"})
    EXPECT_FALSE(Address::web(url)) << url;
  EXPECT_EQ(Address::web("HTTPS://a.example/?q=1#x")->str(), "HTTPS://a.example/?q=1#x");
}

TEST(Address, NamesComeBack) {
  for (const std::string name : {"004", "a b/c.json", "x.csv", "%41", "..", "\"><script>", "имя:1-2", "a?b#c&d=e+f"}) {
    const std::optional<PageAsk> source = read_address(Address::source(Ground::site, name).str());
    ASSERT_TRUE(source) << name;
    EXPECT_EQ(source->path, "/source/" + name);
    EXPECT_EQ(source->form, PageForm::html);
    const std::optional<PageAsk> bytes = read_address(Address::bytes(Ground::site, name, {2, 7}, "00ff").str());
    EXPECT_EQ(bytes->path, "/" + name + ":2-7");
    EXPECT_EQ(param_of(bytes->params, "digest"), "00ff");
    const std::optional<PageAsk> verify = read_address(Address::verify(Ground::site, name).with("speaker", name).str());
    EXPECT_EQ(param_of(verify->params, "q"), name);
    EXPECT_EQ(param_of(verify->params, "speaker"), name);
    for (const PageForm form : {PageForm::html, PageForm::json, PageForm::csv}) {
      const std::optional<PageAsk> again = read_address(Address::again(*source, form).str());
      EXPECT_EQ(again->path, source->path);
      EXPECT_EQ(again->form, form);
    }
    EXPECT_EQ(Address::source(Ground::file, name).str(), "#" + source_anchor(name));
  }
  EXPECT_FALSE(read_address("/a%4"));
  EXPECT_FALSE(read_address("/a%zz"));
  EXPECT_FALSE(read_address("/a%00"));
  EXPECT_FALSE(read_address("a"));
}

RC_GTEST_PROP(Address, AnyNameComesBack, (std::string name)) {
  std::erase(name, '\0');
  const std::optional<PageAsk> ask = read_address(Address::statement(Ground::site, name).with(name, name).str());
  RC_ASSERT(ask.has_value());
  RC_ASSERT(ask->path == "/statement/" + name);
  RC_ASSERT(ask->params == (Params{{name, name}}));
}

TEST(Template, EscapesListsAndPartials) {
  PageValues values;
  values.text("heading", "{{message}} <b>").text("message", "x").text("where", "");
  const std::string page = render("error", values).str();
  EXPECT_NE(page.find("<h1>{{message}} &lt;b&gt;</h1>"), std::string::npos) << page;
  EXPECT_EQ(page.find("<code>"), std::string::npos) << page;
  EXPECT_NE(render("no such", values).str().find("missing"), std::string::npos);
}

// What page_values refuse to fill must not stand in a template under another name.
TEST(Template, EveryTemplateIsSafe) {
  int templates = 0;
  for (const std::string_view name : ui_files()) {
    if (!name.ends_with(".html")) continue;
    ++templates;
    const std::string_view file = ui_file(name);
    EXPECT_EQ(render(name.substr(0, name.size() - 5), {}).str().find("A template of this page is"), std::string::npos)
        << name;
    EXPECT_EQ(file.find("{{&"), std::string_view::npos) << name;
    EXPECT_EQ(file.find("{{="), std::string_view::npos) << name;
    EXPECT_EQ(file.find(" style="), std::string_view::npos) << name;
    for (std::size_t at = file.find(" on"); at != std::string_view::npos; at = file.find(" on", at + 1)) {
      const std::size_t end = file.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at + 1);
      EXPECT_NE(file.substr(end, 1), "=") << name << ": a script inside a page";
    }
    for (std::size_t at = file.find("{{{"); at != std::string_view::npos; at = file.find("{{{", at + 1))
      EXPECT_TRUE(file.substr(at, file.find("}}}", at) - at).ends_with("_html")) << name;
    for (const std::string_view attribute : {"href=\"", "src=\"", "action=\""})
      for (std::size_t at = file.find(attribute); at != std::string_view::npos; at = file.find(attribute, at + 1)) {
        const std::string_view value =
            file.substr(at + attribute.size(), file.find('"', at + attribute.size()) - at - attribute.size());
        const std::size_t tag = value.find("{{");
        if (tag == std::string_view::npos) continue;
        EXPECT_EQ(tag, 0u) << name << ": " << value;
        EXPECT_TRUE(value.ends_with("_href}}")) << name << ": " << value;
      }
  }
  EXPECT_GT(templates, 2);
}

}  // namespace
}  // namespace readout
