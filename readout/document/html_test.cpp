#include "readout/document/html.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "readout/document/draft.h"

namespace readout {
namespace {

struct Page {
  Draft draft;
  std::string source;

  std::string_view text() const { return draft.text.view(); }
  std::string_view at(const Piece& piece) const { return draft.text[piece.span]; }
  // The bytes of the source that some words of the text stand for.
  std::string_view bytes_of(std::string_view words) const {
    const std::size_t at = text().find(words);
    if (at == std::string_view::npos) return "(not in the text)";
    return slice(source, draft.text.to_blob(make_span(at, at + words.size())));
  }
  const Piece* piece(std::string_view words) const {
    for (const Piece& piece : draft.layout.pieces)
      if (at(piece).find(words) != std::string_view::npos) return &piece;
    return nullptr;
  }
  Region region(std::string_view words) const {
    const Piece* found = piece(words);
    return found == nullptr ? Region::running_head : found->region;
  }
  bool has(DoubtKind kind) const {
    return std::any_of(draft.doubts.begin(), draft.doubts.end(), [&](const Doubt& d) { return d.kind == kind; });
  }
};

Page lay_out(std::string source, std::uint32_t max_nesting = 1000) {
  Page page;
  page.source = source;
  page.draft.text = Text::plain(std::move(source));
  lay_out_html(page.draft, max_nesting);
  return page;
}

const std::string kProse =
    "<p>The minister said, after a long pause, that the talks in Marlow had been useful, open and frank.</p>"
    "<p>Both sides, he added, will meet again in the autumn, and the agenda, so far, is the same.</p>";

TEST(Html, EntitiesMapBackToTheirBytes) {
  const Page page =
      lay_out("<p>He said &ldquo;no &amp; never&rdquo;.<p>It&#8217;s  <b>ov</b>er &notathing; &no; &copy2025 &hearts;");
  EXPECT_EQ(page.text(), "He said “no & never”.\n\nIt’s over ¬athing; &no; ©2025 ♥");
  EXPECT_EQ(page.bytes_of("“no & never”"), "&ldquo;no &amp; never&rdquo;");
  EXPECT_EQ(page.bytes_of("It’s"), "It&#8217;s");
  EXPECT_EQ(page.bytes_of("over"), "ov</b>er");
  EXPECT_EQ(page.bytes_of("©"), "&copy");
  EXPECT_EQ(page.bytes_of("♥"), "&hearts;");
  EXPECT_EQ(page.bytes_of("2025"), "2025");
  EXPECT_EQ(page.bytes_of("¬"), "&not");
  EXPECT_EQ(lay_out("a&amp;amp b &amp;&amp; c&ampd &#x26;").text(), "a&amp b && c&d &");
}

TEST(Html, WhatIsHiddenIsNoText) {
  const Page page = lay_out(kProse +
                            "<div hidden>The envoy confessed.</div><p style=\"color:red; display: none\">He ran.</p>"
                            "<p hidden=\"until-found\">It rained.</p>");
  EXPECT_EQ(page.text().find("confessed"), std::string_view::npos);
  EXPECT_EQ(page.text().find("He ran"), std::string_view::npos);
  EXPECT_NE(page.text().find("It rained"), std::string_view::npos);
  EXPECT_NE(lay_out("<body style=\"display:none\">" + kProse + "</body>").text().find("Marlow"),
            std::string_view::npos);
}

TEST(Html, WhiteSpaceCollapsesAndMapsBack) {
  const Page page = lay_out("<div>one\r\n   two<!-- a > b -->three</b> four</div>");
  EXPECT_EQ(page.text(), "one twothree four");
  EXPECT_EQ(page.bytes_of("one two"), "one\r\n   two");
  EXPECT_EQ(page.bytes_of("four"), "four");
  EXPECT_EQ(page.bytes_of("three"), "three");
}

TEST(Html, TheMarksOfAQElementStandForItsTags) {
  const Page page =
      lay_out("<p><q>We wait,</q> she said, and <q cite=x>We <b>go</b></q>.</p><pre><code>a(\"b\")</code></pre>");
  EXPECT_EQ(page.text().substr(0, page.text().find('\n')), "“We wait,” she said, and “We go”.");
  EXPECT_EQ(page.bytes_of("We wait,"), "We wait,");
  EXPECT_EQ(page.bytes_of("“We wait,”"), "<q>We wait,</q>");
  EXPECT_EQ(page.bytes_of("We go"), "We <b>go");
  ASSERT_NE(page.piece("a("), nullptr);
  EXPECT_EQ(page.piece("a(")->kind, PieceKind::code);
}

TEST(Html, TwoLineBreaksMakeAParagraph) {
  const Page page = lay_out("<body>First line.<br>Second line.<br><br>\n  Third line.<br /> <br />Fourth.</body>");
  EXPECT_EQ(page.text(), "First line.\nSecond line.\n\nThird line.\n\nFourth.");
  ASSERT_EQ(page.draft.layout.pieces.size(), 4u);
  EXPECT_TRUE(page.draft.layout.pieces[1].tight);
  EXPECT_EQ(page.draft.layout.pieces[0].paragraph, page.draft.layout.pieces[1].paragraph);
  EXPECT_FALSE(page.draft.layout.pieces[2].tight);
}

TEST(Html, TheRestOfThePageIsKeptAndToldApart) {
  const Page page = lay_out(
      "<html><head><title>Talks useful - The Marlow Post</title></head><body>"
      "<nav><a href=/>Home</a> <a href=/w>World</a></nav>"
      "<div class='page has-sidebar'><h1>Talks useful, says Oyle</h1><div class=byline>By Ana Brack</div>"
      "<div class=story>" +
      kProse +
      "<figure><img src=a.jpg><figcaption>Oyle in Marlow.</figcaption></figure>"
      "<blockquote class='pull-quote'>Useful, open and frank</blockquote></div>"
      "<div class='related-stories'><a href=/1>Storm nears coast</a><a href=/2>Prices rise</a></div>"
      "<div id=comments><p>I think that the minister, as always, is right about it, says a reader here.</p></div></div>"
      "<footer>All rights reserved.</footer></body></html>");
  EXPECT_EQ(page.region("The minister said"), Region::main);
  EXPECT_EQ(page.region("Both sides"), Region::main);
  EXPECT_EQ(page.region("Home"), Region::navigation);
  EXPECT_EQ(page.region("Storm nears"), Region::sidebar);
  EXPECT_EQ(page.region("I think that"), Region::comments);
  EXPECT_EQ(page.region("All rights"), Region::footer);
  EXPECT_EQ(page.region("By Ana"), Region::byline);
  EXPECT_EQ(page.region("Useful, open"), Region::pull_quote);
  EXPECT_EQ(page.piece("Oyle in Marlow")->kind, PieceKind::caption);
  EXPECT_EQ(page.piece("Talks useful, says")->kind, PieceKind::heading);
  EXPECT_GT(page.piece("Storm nears")->link_share, 0.8);
  EXPECT_EQ(page.draft.layout.metadata.title, "Talks useful - The Marlow Post");  // the heading says more
  EXPECT_EQ(page.draft.layout.links.size(), 4u);
}

TEST(Html, MetadataIsNeverText) {
  const Page page = lay_out(
      "<head><meta property=og:description content='The talks were useful.'><meta property='og:site_name' "
      "content='Marlow Post'><meta property='article:published_time' content='2025-08-01T10:00:00Z'><meta name=author "
      "content='Ana Brack'><link rel=canonical href='https://post.example/1'><script type='application/ld+json'>"
      "{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Talks useful\",\"datePublished\":\"2025-08-01\","
      "\"author\":[{\"@type\":\"Person\",\"name\":\"Ana Brack\"}],\"isAccessibleForFree\":false}]}</script></head>" +
      kProse);
  const Metadata& metadata = page.draft.layout.metadata;
  EXPECT_EQ(metadata.title, "Talks useful");
  EXPECT_EQ(metadata.description, "The talks were useful.");
  EXPECT_EQ(metadata.outlet, "Marlow Post");
  EXPECT_EQ(metadata.published, "2025-08-01");
  EXPECT_EQ(metadata.url, "https://post.example/1");
  EXPECT_EQ(metadata.authors, std::vector<std::string>{"Ana Brack"});
  EXPECT_TRUE(page.text().starts_with("The minister said"));
  EXPECT_TRUE(page.has(DoubtKind::paywall));
}

TEST(Html, AnArticleThatStandsOnlyInJsonLd) {
  std::string body;
  for (int i = 0; i < 5; ++i) body += "He said \\u201cno\\u201d to the plan, and that was that.\\n";
  const Page page = lay_out(
      "<html><body><div id=app></div><script type=\"application/ld+json\">{\"@type\":"
      "\"NewsArticle\",\"articleBody\":\"" +
      body + "\"}</script></body></html>");
  EXPECT_TRUE(page.text().starts_with("He said “no” to the plan, and that was that."));
  EXPECT_EQ(page.bytes_of("“no”"), "\\u201cno\\u201d");
  EXPECT_EQ(page.draft.layout.pieces.size(), 5u);
  EXPECT_EQ(page.draft.layout.pieces[0].region, Region::main);
  const Page marked = lay_out("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"<p>" +
                              body + "<\\/p><p class=x>Then <b>he</b> left, 3 < 4.<\\/p>\"}</script>");
  EXPECT_TRUE(marked.text().ends_with("and that was that.\n\nThen he left, 3 < 4."));
}

TEST(Html, APageThatAScriptWouldBuild) {
  const Page page = lay_out("<html><body><div id=root></div><noscript>You need JavaScript.</noscript><script>" +
                            std::string(5000, 'x') + "</script></body></html>");
  EXPECT_TRUE(page.has(DoubtKind::script_rendered));
}

TEST(Html, TablesOfDataAndOfLayout) {
  const Page data = lay_out("<table><tr><th>Side<th>Votes<tr><td>North<td>12<tr><td>South<td>9</table>");
  EXPECT_EQ(data.text(), "Side\tVotes\n\nNorth\t12\n\nSouth\t9");
  EXPECT_EQ(data.draft.layout.pieces[1].kind, PieceKind::table);
  const Page layout = lay_out("<table><tr><td><a href=/>Home</a></td><td>" + kProse + "</td></tr></table>");
  ASSERT_NE(layout.piece("Both sides"), nullptr);
  EXPECT_EQ(layout.piece("Both sides")->kind, PieceKind::paragraph);
  EXPECT_EQ(layout.region("Both sides"), Region::main);
}

TEST(Html, TextThatStandsWronglyInATableKeepsItsOrder) {
  const Page page = lay_out("<table><tr><td>first</td></tr>stray<tr><td>last</td></tr></table>");
  const auto first = page.text().find("first");
  const auto stray = page.text().find("stray");
  EXPECT_LT(first, stray);
  EXPECT_LT(stray, page.text().find("last"));
  EXPECT_EQ(page.bytes_of("stray"), "stray");
}

TEST(Html, DoubleEscapedEntitiesAreUndoneOnce) {
  const Page page = lay_out("<p>He said &amp;quot;no&amp;quot; &amp;amp; left. R&amp;D stays.</p>");
  EXPECT_EQ(page.text(), "He said \"no\" & left. R&D stays.");
  EXPECT_TRUE(page.has(DoubtKind::double_escaped));
  EXPECT_EQ(page.bytes_of("\"no\""), "&amp;quot;no&amp;quot;");
}

TEST(Html, NestingTooDeepIsStrippedInOnePass) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  const Page page = lay_out(deep + "He said &ldquo;no&rdquo;.<p>It ended." + "</div>");
  EXPECT_TRUE(page.has(DoubtKind::nested_too_deep));
  EXPECT_EQ(page.text(), "He said “no”.\n\nIt ended.");
  EXPECT_EQ(page.bytes_of("“no”"), "&ldquo;no&rdquo;");
  // End tags of what is not open do not hide the depth.
  std::string sly;
  for (int i = 0; i < 5000; ++i) sly += "<div></b>";
  EXPECT_TRUE(lay_out(sly + "words").has(DoubtKind::nested_too_deep));
  // Formatting that every paragraph opens again.
  std::string copies;
  for (int i = 0; i < 900; ++i) copies += "<font size=" + std::to_string(i) + ">";
  for (int i = 0; i < 9000; ++i) copies += "<p>a";
  EXPECT_TRUE(lay_out(copies).has(DoubtKind::nested_too_deep));
}

TEST(Html, APageWithoutHeadAndAPrintPage) {
  const Page page = lay_out("<h2>Talks</h2>" + kProse + "<hr>Printed from post.example");
  EXPECT_EQ(page.region("The minister said"), Region::main);
  const Page pre = lay_out("<pre>MARLOW, Aug. 1 - The talks\nwere useful.\n\nThey ended.</pre>");
  EXPECT_EQ(pre.text(), "MARLOW, Aug. 1 - The talks\nwere useful.\n\nThey ended.");
}

}  // namespace
}  // namespace readout
