#include "readout/document/markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "readout/document/read.h"

namespace readout {
namespace {

using testing::ElementsAre;

struct Markdown {
  Draft draft;
  std::string source;

  std::vector<std::string> pieces() const {
    std::vector<std::string> out;
    for (const Piece& piece : draft.layout.pieces) out.emplace_back(draft.text[piece.span]);
    return out;
  }
  std::string bytes_of(std::string_view words) const {
    const std::size_t at = draft.text.view().find(words);
    if (at == std::string_view::npos) return "(not in the text)";
    return std::string(slice(source, draft.text.to_blob(make_span(at, at + words.size()))));
  }
};

Markdown lay_out(std::string source) {
  Markdown markdown;
  markdown.source = source;
  markdown.draft.text = Text::plain(std::move(source));
  markdown.draft.footnote_marks = false;
  lay_out_markdown(markdown.draft);
  return markdown;
}

TEST(Markdown, WordsWithoutMarks) {
  const Markdown text = lay_out(
      "# Talk on *ice* #\n\nShe said we *will*\nnot sign **the [paper](http://a.example/x \"never\")**, "
      "snake_case_word, "
      "2 * 3 * 4, \\*so\\* &mdash; on[^1] ~~old~~ ![a picture](x.png)<!-- no --> <b>b</b>.\n\n[^1]: A note "
      "here.\n\n[ref]: "
      "http://b.example 'unseen'\n");
  EXPECT_THAT(text.pieces(), ElementsAre("Talk on ice",
                                         "She said we will not sign the paper, snake_case_word, 2 * 3 * 4, *so* — on "
                                         "old b.",
                                         "A note here."));
  EXPECT_EQ(text.bytes_of("will not"), "will*\nnot");
  EXPECT_EQ(text.bytes_of("the paper"), "the [paper");
  EXPECT_EQ(text.bytes_of("*so* —"), "*so\\* &mdash;");
  EXPECT_EQ(text.bytes_of("—"), "&mdash;");
  ASSERT_EQ(text.draft.layout.links.size(), 1u);
  EXPECT_EQ(text.draft.layout.links[0].url, "http://a.example/x");
}

TEST(Markdown, Blocks) {
  const Markdown text = lay_out(
      "> Quoted line one\n> and two\n>\n> > nested\n\n- item one\n- item\n  two\n\n1. first\n\n| a | b |\n|---|---|\n| "
      "c d | *e* "
      "|\n\n```py\nprint(1)\n\nx  = 2\n```\n\n    indented code\n\nSetext\n===\n\nHard  \nbreak\n");
  EXPECT_THAT(text.pieces(), ElementsAre("Quoted line one and two", "nested", "item one", "item two", "first", "a\tb",
                                         "c d\te", "print(1)", "x = 2", "indented code", "Setext", "Hard", "break"));
  const auto kind = [&](std::size_t i) { return text.draft.layout.pieces[i].kind; };
  EXPECT_EQ(kind(0), PieceKind::blockquote);
  EXPECT_EQ(kind(1), PieceKind::blockquote);
  EXPECT_EQ(kind(2), PieceKind::list_item);
  EXPECT_EQ(kind(5), PieceKind::table);
  EXPECT_EQ(kind(7), PieceKind::code);
  EXPECT_EQ(kind(9), PieceKind::code);
  EXPECT_EQ(kind(10), PieceKind::heading);
  EXPECT_TRUE(text.draft.layout.pieces[12].tight);
  EXPECT_EQ(text.bytes_of("one and two"), "one\n> and two");
}

TEST(Markdown, RawHtmlIsReadAsAPageIs) {
  const Markdown text = lay_out(
      "<div>shown <b>words</b> &amp; more</div>\n\n<!-- hidden\n\nwords -->\n\n<script>\nvar x = "
      "'hidden';\n\nmore();\n</script>\n\n"
      "<style>p { color: red }</style>\n\n> <p>in a quote\n> of two lines</p>\n\nOne<br>two.\n");
  EXPECT_THAT(text.pieces(), ElementsAre("shown words & more", "in a quote of two lines", "One", "two."));
  EXPECT_EQ(text.bytes_of("words & more"), "words</b> &amp; more");
}

TEST(Markdown, FrontMatterIsMetadata) {
  const auto documents =
      read(Source{"a.md",
                  "---\ntitle: \"The talk\"\nauthor: Ann Vale\ndate: 2027-05-03\n---\nWords that are "
                  "read here.\n",
                  "", ""});
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].title, "The talk");
  EXPECT_THAT(documents[0].authors, ElementsAre("Ann Vale"));
  EXPECT_EQ(documents[0].verbatim.size(), 1u);
  EXPECT_THAT(lay_out("+++\ntitle = 'x'\n+++\nWords.\n").pieces(), ElementsAre("+++", "title = 'x'", "+++", "Words."));
  // A rule across the page opens no front matter.
  EXPECT_THAT(lay_out("---\n\nWords.\n").pieces(), ElementsAre("Words."));
}

TEST(Markdown, WhatTheMarkupSays) {
  const std::string source =
      "See `print(\"one two three\")` here.\n\n> Words of somebody.\n>\n> More.\n\nAnd so on it goes.\n";
  const auto documents = read(Source{"a.md", source, "", ""});
  const Document& document = documents.at(0);
  ASSERT_EQ(document.verbatim.size(), 1u);
  EXPECT_EQ(document.text[document.verbatim[0]], "print(\"one two three\")");
  ASSERT_EQ(document.block_quotes.size(), 1u);
  EXPECT_EQ(document.text[document.block_quotes[0]], "Words of somebody.\n\nMore.");
}

// Every word of the text is the bytes that the map names, whatever the source.
TEST(Markdown, TheMapHoldsForAnySource) {
  const std::string alphabet = "a b\n*_`[]()<>&;#>|-\\!\"~:^\t";
  std::uint32_t seed = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string source;
    for (int i = 0; i < 80; ++i) {
      seed = seed * 1664525 + 1013904223;
      source += alphabet[(seed >> 16) % alphabet.size()];
    }
    const Markdown text = lay_out(source);
    const std::string_view words = text.draft.text.view();
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i] != 'a' && words[i] != 'b') continue;
      const Span bytes = text.draft.text.to_blob(make_span(i, i + 1));
      ASSERT_EQ(slice(source, bytes), words.substr(i, 1)) << source;
    }
  }
}

// Nothing takes the square of the length.
TEST(Markdown, HostileTextsAreReadInTime) {
  const auto begun = std::chrono::steady_clock::now();
  for (const std::string_view part :
       {"[",  "*a ", "> ",   "- ", "`a``", "<", "![",   "a|",    "[a](",     "_a__", "&",
        "](", "\\",  "<!--", "<?", "[^",   "#", "* * ", "| a\n", "[a]: b\n", "~~",   "<a "}) {
    std::string source;
    while (source.size() < 60000) source += part;
    lay_out(source);
    lay_out(source + "\n\n" + source);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(20));
}

}  // namespace
}  // namespace readout
