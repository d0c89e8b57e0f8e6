// Pages as they come: AMP, print, portals of tables, copies of the body, stories behind a wall. Each through read().
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "readout/document/read.h"

namespace readout {
namespace {

Document read_page(std::string bytes) {
  auto documents = read(Source{"page.html", std::move(bytes), "", ""});
  EXPECT_EQ(documents.size(), 1u);
  return documents.empty() ? Document{} : std::move(documents[0]);
}

// The body's words, one block a line.
std::string body(const Document& document) {
  std::string words;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::body) {
      words += document.text[block.span];
      words += '\n';
    }
  return words;
}

bool doubts(const Document& document, DoubtKind kind) {
  return std::any_of(document.doubts.begin(), document.doubts.end(), [&](const Doubt& d) { return d.kind == kind; });
}

const std::string kFirst =
    "The minister said on Monday, after a long pause, that the talks in Marlow had been useful, open and frank.";
const std::string kSecond =
    "Both sides, he added, will meet again in the autumn, and the agenda, so far, is the same as it was in May.";
const std::string kThird =
    "Nobody in the hall, the envoy of the other side said later, had expected that so much would be agreed so soon.";
const std::string kBody = kFirst + "\n" + kSecond + "\n" + kThird + "\n";

TEST(Pages, AmpPage) {
  const Document document = read_page(
      "<!doctype html><html amp><head><title>Talks</title><style amp-custom>p{color:red}</style></head><body>"
      "<amp-sidebar><ul><li><a href=/>Home</a></li></ul></amp-sidebar><article><h1>Talks useful</h1><amp-img src=a "
      "alt='a'></amp-img><p>" +
      kFirst + "</p><amp-ad>Buy a boat</amp-ad><p>" + kSecond + "</p><p>" + kThird + "</p></article></body></html>");
  EXPECT_NE(body(document).find(kFirst), std::string::npos);
  EXPECT_NE(body(document).find(kThird), std::string::npos);
  EXPECT_EQ(body(document).find("Home"), std::string::npos);
  EXPECT_EQ(body(document).find("color"), std::string::npos);
}

TEST(Pages, PrintPage) {
  const Document document = read_page("<html><body onload='print()'><h1>Talks useful</h1>" + kFirst + "<br><br>" +
                                      kSecond + "<br/>\n<br/>" + kThird + "</body></html>");
  EXPECT_EQ(body(document), kBody);
}

TEST(Pages, PortalLaidOutInTables) {
  const Document document = read_page(
      "<table width=100%><tr><td colspan=3><a href=/>Post</a> <a href=/w>World</a></td></tr><tr><td width=20%><a "
      "href=/1>Storm nears the coast</a><br><a href=/2>Prices rise again</a></td><td><font size=4><b>Talks useful</b>"
      "</font><p>" +
      kFirst + "<p>" + kSecond + "<p>" + kThird + "</td></tr></table>");
  EXPECT_EQ(body(document), kBody);
}

TEST(Pages, CopiesOfTheBodyStayMetadata) {
  const Document document = read_page("<html><head><meta property='og:description' content='" + kFirst +
                                      "'><script type='application/ld+json'>"
                                      "{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
                                      kFirst + " " + kSecond + " " + kThird +
                                      "\"}</script></head><body>"
                                      "<h1>Talks useful</h1><p>" +
                                      kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p></body></html>");
  EXPECT_EQ(body(document), kBody);
}

TEST(Pages, StoryBehindAWall) {
  const Document document =
      read_page("<h1>Talks useful</h1><p>" + kFirst +
                "</p><div class=paywall>Subscribe to continue reading. Already a subscriber?</div>");
  EXPECT_EQ(body(document), kFirst + "\n");
  EXPECT_TRUE(doubts(document, DoubtKind::paywall));
}

TEST(Pages, ManyContainersOfOneStory) {
  std::string page = "<body><header><a href=/>Post</a></header><main>";
  for (const std::string& paragraph : {kFirst, kSecond, kThird})
    page += "<section class=chunk><div><p>" + paragraph + "</p></div></section><div class=ad-slot>Buy a boat now</div>";
  const Document document = read_page(page +
                                      "</main><aside><h3>Most read</h3><p>Another story, of a storm and a boat, "
                                      "that was told at length, and in detail, elsewhere.</p></aside></body>");
  EXPECT_EQ(body(document), kBody);
}

TEST(Pages, TheHeadOfAStoryIsNotLost) {
  const Document document = read_page(
      "<html><head><title>Talks useful | The Marlow Post</title></head><body><div class=col><h1>Talks useful</h1>"
      "<p class=standfirst>Both sides name no day for the next round</p><div>By Ana Brack</div><figure><img src=a>"
      "<figcaption>The harbour of Marlow.</figcaption></figure><div class=text><p>" +
      kFirst + "</p><p>" + kSecond + "</p><p>" + kThird +
      "</p></div><div class=tags>Tags: talks, harbour</div></div></body></html>");
  EXPECT_EQ(document.title, "Talks useful");
  EXPECT_EQ(document.outlet, "The Marlow Post");
  EXPECT_EQ(body(document), kBody);
  const auto kind_of = [&](std::string_view words) {
    for (const Block& block : document.blocks)
      if (document.text[block.span] == words) return block.kind;
    return BlockKind::code;
  };
  EXPECT_EQ(kind_of("Talks useful"), BlockKind::title);
  EXPECT_EQ(kind_of("Both sides name no day for the next round"), BlockKind::subhead);
  EXPECT_EQ(kind_of("By Ana Brack"), BlockKind::byline);
  EXPECT_EQ(kind_of("The harbour of Marlow."), BlockKind::caption);
  EXPECT_EQ(kind_of("Tags: talks, harbour"), BlockKind::navigation);
}

TEST(Pages, ACommentLongerThanTheStoryIsNoStory) {
  std::string comments;
  for (int i = 0; i < 12; ++i)
    comments +=
        "<li class=comment><p>I do not think, and I have said so before, that the minister, or his envoy, is right "
        "about any of it, whatever the Post may say.</p></li>";
  const Document document =
      read_page("<article><h1>Talks useful</h1><p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird +
                "</p></article><section id=comments><ol>" + comments + "</ol></section>");
  EXPECT_EQ(body(document), kBody);
}

TEST(Pages, LanguageAndAddressesComeFromTheHead) {
  const Document document = read_page(
      "<html lang=fr-FR><head><link rel=canonical href='https://post.example/talks'><meta property='og:site_name' "
      "content='Le Poste'></head><p>Bonjour, tout le monde</p></html>");
  EXPECT_EQ(document.url, "https://post.example/talks");
  EXPECT_EQ(document.outlet, "Le Poste");
  EXPECT_EQ(document.language.code, "fr");
}

}  // namespace
}  // namespace readout
