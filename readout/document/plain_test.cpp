#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "readout/document/draft.h"
#include "readout/document/lines.h"
#include "readout/document/read.h"

namespace readout {
namespace {

struct Plain {
  Draft draft;
  std::string source;

  std::string_view at(std::size_t i) const { return draft.text[draft.layout.pieces.at(i).span]; }
  const Piece& piece(std::size_t i) const { return draft.layout.pieces.at(i); }
  std::size_t size() const { return draft.layout.pieces.size(); }
  std::string_view bytes_of(std::string_view words) const {
    const std::size_t at = draft.text.view().find(words);
    if (at == std::string_view::npos) return "(not in the text)";
    return slice(source, draft.text.to_blob(make_span(at, at + words.size())));
  }
  bool has(DoubtKind kind) const {
    return std::any_of(draft.doubts.begin(), draft.doubts.end(), [&](const Doubt& d) { return d.kind == kind; });
  }
};

Plain lay_out(std::string source) {
  Plain plain;
  plain.source = source;
  plain.draft.text = Text::plain(std::move(source));
  lay_out_plain(plain.draft);
  return plain;
}

TEST(Plain, LinesAndBlankLines) {
  const Plain plain = lay_out("First.\nSecond.\r\n\r\n  Third, see https://a.example/b.\n");
  ASSERT_EQ(plain.size(), 3u);
  EXPECT_TRUE(plain.piece(1).tight);
  EXPECT_EQ(plain.piece(0).paragraph, plain.piece(1).paragraph);
  EXPECT_NE(plain.piece(1).paragraph, plain.piece(2).paragraph);
  ASSERT_EQ(plain.draft.layout.links.size(), 1u);
  EXPECT_EQ(plain.draft.layout.links[0].url, "https://a.example/b");
  EXPECT_EQ(lay_out("one\rtwo\r\rthree").size(), 3u);
}

const std::string kPrinted =
    "MARLOW MINISTRY BULLETIN 12                                   Page 1\n\n"
    "The minister of trade said on Monday that the talks in the harbour\n"
    "city of Marlow had been useful, and that both of the sides wished to\n"
    "go on with them in the autumn. He did not say who would lead the new\n"
    "round.\n"
    "   The other side was more careful. Its envoy told the press that a\n"
    "date had not been agreed, and that the agenda would have to be drawn\n"
    "\f"
    "MARLOW MINISTRY BULLETIN 12                                   Page 2\n\n"
    "up first by a group of experts from each of the two capitals, which\n"
    "could take the whole of the summer.\n";

TEST(Plain, WrappedLinesAreJoinedAndRunningHeadsToldApart) {
  const Plain plain = lay_out(kPrinted);
  EXPECT_TRUE(plain.has(DoubtKind::hard_wrapped));
  ASSERT_EQ(plain.size(), 5u);
  EXPECT_EQ(plain.piece(0).region, Region::running_head);
  EXPECT_TRUE(plain.at(1).starts_with("The minister of trade"));
  EXPECT_TRUE(plain.at(1).ends_with("round."));
  EXPECT_TRUE(plain.at(2).starts_with("The other side"));
  EXPECT_EQ(plain.piece(3).region, Region::running_head);
  EXPECT_TRUE(plain.at(4).ends_with("summer."));
  EXPECT_EQ(plain.piece(2).paragraph, plain.piece(4).paragraph);
  // And so it stays in the blocks.
  const auto documents = read(Source{"a.txt", kPrinted, "", ""});
  ASSERT_EQ(documents.size(), 1u);
  const auto& blocks = documents[0].blocks;
  const auto block_of = [&](std::string_view words) {
    for (const Block& block : blocks)
      if (documents[0].text[block.span].find(words) != std::string_view::npos) return block;
    return Block{};
  };
  EXPECT_EQ(block_of("The other side").kind, BlockKind::body);
  EXPECT_EQ(block_of("The other side").paragraph, block_of("up first by a group").paragraph);
  EXPECT_NE(block_of("The other side").paragraph, block_of("The minister of trade").paragraph);
  EXPECT_EQ(block_of("BULLETIN").kind, BlockKind::running_head);
}

TEST(Plain, ARunOfHeadlinesIsNotWrappedText) {
  const Plain plain = lay_out(
      "Storm Nears the Coast as Fishermen Wait\nPrices Rise Again in the Capital and in the Harbour Cities\n"
      "Minister Says Talks Were Useful\nTwo Held After Fire at a Warehouse in the Old Town\nEnvoy Leaves Marlow\n"
      "Harbour Bridge Closed for a Third Week Amid Repairs\nSchools Open Late\nA New Ferry Line to the Islands\n");
  EXPECT_FALSE(plain.has(DoubtKind::hard_wrapped));
  EXPECT_EQ(plain.size(), 8u);
}

TEST(Plain, ForwardedMail) {
  const Plain plain = lay_out(
      "From: Ana Brack <ana@post.example>\nTo: desk@post.example\nSubject: Fwd: Statement on the talks\n"
      "Date: Mon, 4 Aug 2025 10:12:00 +0000\n\nPlease see below.\n\n---------- Forwarded message ---------\n"
      "From: Press office\nDate: Mon, Aug 4, 2025\nSubject: Statement on the talks\n\n"
      "> The minister said that the talks\n> > had been useful.\n");
  EXPECT_EQ(plain.draft.layout.metadata.title, "Fwd: Statement on the talks");
  EXPECT_EQ(plain.draft.layout.metadata.published, "Mon, 4 Aug 2025 10:12:00 +0000");
  ASSERT_EQ(plain.size(), 11u);
  for (const std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 7u, 8u})
    EXPECT_EQ(plain.piece(i).region, Region::mail_header) << plain.at(i);
  EXPECT_EQ(plain.piece(4).region, Region::main);
  EXPECT_EQ(plain.at(9), "The minister said that the talks");
  EXPECT_EQ(plain.piece(9).level, 1);
  EXPECT_EQ(plain.piece(10).level, 2);
  EXPECT_EQ(plain.bytes_of("had been useful"), "had been useful");
}

TEST(Plain, TurnsOfATranscriptAreNoMail) {
  const Plain plain = lay_out("Question: Will you go?\nAna Brack: We will.\nQuestion: To Marlow?\nAna Brack: Yes.\n");
  for (const Piece& piece : plain.draft.layout.pieces) EXPECT_EQ(piece.region, Region::main);
}

TEST(Plain, Markdown) {
  const Plain plain = lay_out(
      "# Talks *useful*\n\nHe said: **“No.”** See [the text](https://a.example/t) for it\\*.\n\n> A quote\n\n- one\n- "
      "two\n\n"
      "```\ncode **x**\n```\nsnake_case_word and 2 * 3 * 4 stay.\n");
  EXPECT_EQ(plain.at(0), "Talks useful");
  EXPECT_EQ(plain.piece(0).kind, PieceKind::heading);
  EXPECT_EQ(plain.piece(0).level, 1);
  EXPECT_EQ(plain.at(1), "He said: “No.” See the text for it*.");
  ASSERT_EQ(plain.draft.layout.links.size(), 1u);
  EXPECT_EQ(plain.draft.text[plain.draft.layout.links[0].span], "the text");
  EXPECT_EQ(plain.bytes_of("“No.”"), "“No.”");
  EXPECT_EQ(plain.bytes_of("it*"), "it\\*");
  EXPECT_EQ(plain.piece(2).kind, PieceKind::blockquote);
  EXPECT_EQ(plain.at(2), "A quote");
  EXPECT_EQ(plain.piece(3).kind, PieceKind::list_item);
  EXPECT_EQ(plain.at(4), "two");
  EXPECT_EQ(plain.at(6), "code **x**");
  EXPECT_EQ(plain.at(plain.size() - 1), "snake_case_word and 2 * 3 * 4 stay.");
}

TEST(Plain, EntitiesThatWereLeftInPlainText) {
  const Plain plain = lay_out("He said &quot;no&quot; &#8211; R&amp;D goes on & on; AT&T too.");
  EXPECT_EQ(plain.draft.text.view(), "He said \"no\" – R&D goes on & on; AT&T too.");
  EXPECT_TRUE(plain.has(DoubtKind::double_escaped));
  EXPECT_EQ(plain.bytes_of("\"no\""), "&quot;no&quot;");
}

TEST(QuotedPrintable, IsUndoneWithTheMapBack) {
  const std::string bytes =
      "The minister said it=E2=80=99s over, and that the talks in Marlow had been =\nuseful. =C2=A0He left.\n";
  const auto documents = read(Source{"mail.txt", bytes, "", ""});
  ASSERT_EQ(documents.size(), 1u);
  const Document& document = documents[0];
  EXPECT_TRUE(std::any_of(document.doubts.begin(), document.doubts.end(),
                          [](const Doubt& d) { return d.kind == DoubtKind::quoted_printable; }));
  const std::size_t at = document.text.view().find("it’s over");
  ASSERT_NE(at, std::string_view::npos);
  EXPECT_EQ(slice(bytes, document.text.to_blob(make_span(at, at + 6))), "it=E2=80=99s");
  EXPECT_NE(document.text.view().find("had been useful."), std::string_view::npos);
  EXPECT_EQ(undo_quoted_printable("see a.example/?year=2025&month=10&day=20 and b=31").count, 0u);
  EXPECT_EQ(undo_quoted_printable("<a href=\"x\"><b class=\"y\">=3D=3D").count, 0u);
}

}  // namespace
}  // namespace readout
