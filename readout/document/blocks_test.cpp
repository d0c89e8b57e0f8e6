#include "readout/document/blocks.h"

#include <gtest/gtest.h>

#include "readout/document/tell_test.h"

namespace readout {
namespace {

TEST(Blocks, EveryWordLiesInExactlyOneBlock) {
  const Document document =
      tell(" date 2025-08-01 MARLOW, August 1. /NAA/. The talks were useful, the minister said.\n\n" + kBody +
           "He thanked the hosts. [Emphasis added]\nLeave a Reply");
  std::string covered(document.text.size(), ' ');
  std::uint32_t last = 0;
  for (const Block& block : document.blocks) {
    EXPECT_LE(last, block.span.begin);
    EXPECT_FALSE(block.span.empty());
    EXPECT_FALSE(block.reason.empty());
    last = block.span.end;
    for (std::uint32_t i = block.span.begin; i < block.span.end; ++i) covered[i] = document.text.view()[i];
  }
  std::string visible(document.text.view());
  for (char& c : visible)
    if (c == '\n') c = ' ';
  EXPECT_EQ(covered, visible);
}

TEST(Blocks, CrawlHeaderAndDatelineComeOffTheFirstSentence) {
  const Document document = tell(
      " date 2025-08-05 MARLOW, August 1. /NAA/. The talks on the ferry were useful, the minister said.\n\n" + kBody);
  EXPECT_EQ(kinds(document), "crawl-header dateline body body body");
  EXPECT_EQ(words_of(document, BlockKind::crawl_header), "date 2025-08-05");
  EXPECT_EQ(words_of(document, BlockKind::dateline), "MARLOW, August 1. /NAA/.");
  EXPECT_EQ(document.blocks[0].paragraph, document.blocks[2].paragraph);
  EXPECT_NE(document.blocks[2].paragraph, document.blocks[3].paragraph);
  EXPECT_EQ(document.place, "MARLOW");
  EXPECT_EQ(document.agency, "NAA");
}

TEST(Blocks, AHeaderMayStandBeforePlainProseOrAMenu) {
  EXPECT_EQ(kinds(tell(" date 2025-08-05 Forgive the delay with this reply to the harbour board.\n\n" + kBody)),
            "crawl-header body body body");
  const Document menu = tell(
      " date 2025-07-10 World Norland Society Opinion Science Sport Weather Harbour\n"
      "New Ferry Plan Emerges in Norland Talks\n\n" +
      kBody);
  EXPECT_EQ(kinds(menu), "crawl-header navigation title body body");
  EXPECT_EQ(reason_of(menu, BlockKind::navigation), "glued-menu");
  const Document glued = tell(
      " date 2025-07-10 World Politics Sport Opinion The minister spoke in the harbour today about tolls.\n\n" + kBody);
  EXPECT_EQ(kinds(glued), "crawl-header navigation body body body");
  EXPECT_EQ(words_of(glued, BlockKind::navigation), "World Politics Sport Opinion");
  // A headline after the header has capitals too, but no sections.
  EXPECT_EQ(kinds(tell(" date 2025-07-10 Norland Warns Vale Over Harbour Dues\n\n" + kBody)),
            "crawl-header title body body");
  // The word "date" inside a text is no header.
  EXPECT_EQ(kinds(tell(kBody + "date 2025-07-10 was the day on which the ferry was due to sail again.")),
            "body body body");
}

TEST(Blocks, AHeadlineMayBeGluedBeforeTheDateline) {
  const Document document = tell(
      " date 2025-07-10 10 Jul, 14:55 Ferry to sail again soon MARLOW, July 10. /NAA/. The ferry will sail, he "
      "said.\n\n" +
      kBody);
  EXPECT_EQ(kinds(document), "crawl-header dateline title dateline body body body");
  EXPECT_EQ(document.title, "Ferry to sail again soon");
  EXPECT_EQ(document.agency, "NAA");
  EXPECT_EQ(
      kinds(tell(" date 2025-07-10 The board of the NAA met in MARLOW on July 10 - and on no other day.\n\n" + kBody)),
      "crawl-header body body body");
}

TEST(Blocks, PagesOfPortals) {
  const Document page = tell(
      "Harbour Notes\nSubscribe\nSign in\nThe ferry that nobody wants\nMartin Quayle\nJul 10, 2025\n3 min read\n\n" +
      kBody + "[1/2] The ferry at the pier. NAGENCY/Tom Reed\n\n" + kBody +
      "Martin Quayle is a writer in Marlow.\nTopics\nFerries\nMarlow\nNews feed\nVale warns Norland over harbour dues\n"
      "Storm closes the pier for a third day\nWhat is behind the new toll?\nNorland buys a new lifeboat\n");
  EXPECT_EQ(
      kinds(page),
      "navigation navigation navigation title byline dateline boilerplate body body caption body body boilerplate "
      "navigation navigation navigation navigation sidebar sidebar sidebar sidebar");
  EXPECT_EQ(page.title, "The ferry that nobody wants");
  EXPECT_EQ(page.authors, std::vector<std::string>{"Martin Quayle"});
  EXPECT_EQ(
      kinds(tell("News|Ferries\nFerry talks fail again\nThe ministers could not agree on the toll.\nBy Ana Vale\n\n" +
                 kBody)),
      "navigation title standfirst byline body body");
}

TEST(Blocks, BylineAndHandles) {
  const Document document = tell("By Ana Vale, Marlow\n@harbour_desk\n" + kBody);
  EXPECT_EQ(kinds(document), "byline byline body body");
  EXPECT_EQ(document.authors, std::vector<std::string>{"Ana Vale"});
  const Document three = tell("Ferry Talks Resume at the Old Pier\nBy Ana Vale, Tom Reed and Jo de Quill\n\n" + kBody);
  EXPECT_EQ(three.authors, (std::vector<std::string>{"Ana Vale", "Tom Reed", "Jo de Quill"}));
  EXPECT_EQ(kinds(tell(kBody + "By Monday, the talks had failed.")), "body body body");
  EXPECT_EQ(kinds(tell(kBody + "By sea and by land the goods came in\n\n" + kBody)).find("byline"), std::string::npos);
  // Below a quotation a handle says whose words those are.
  EXPECT_EQ(words_of(tell(kBody + "\"The pier is ours, and no toll will be paid.\"\n@harbour_desk"), BlockKind::byline),
            "");
}

TEST(Blocks, CaptionCreditAndSource) {
  const Document document =
      tell(kBody + "Lighthouse\nPhoto: commons.example.org by Quillfeather is licensed under Commons\nLighthouse\n\n" +
           kBody);
  EXPECT_EQ(kinds(document), "body body caption credit caption body body");
  EXPECT_EQ(reason_of(document, BlockKind::caption), "alt-text");
  EXPECT_EQ(kinds(tell(kBody + "Source: https://example.org/pier")), "body body source-line");
  EXPECT_EQ(kinds(tell(kBody + "The pier at Marlow on June 3. Source: https://example.org/pier\n" + kBody)),
            "body body caption body body");
  EXPECT_EQ(kinds(tell(kBody + "Ana Vale speaks at the pier on Monday. (AP Photo/Tom Reed)\n\n" + kBody)),
            "body body caption body body");
  EXPECT_EQ(kinds(tell(kBody + "Photo: Ana Vale/NAA\n\n" + kBody)), "body body credit body body");
  EXPECT_EQ(kinds(tell(kBody + "REUTERS/Tom Reed\n\n" + kBody)), "body body credit body body");
  // Prose about photographs, agencies and sources is prose.
  EXPECT_EQ(kinds(tell(kBody + "Getty Images sued the harbour board over the use of its pictures last spring.\n\n"
                               "A source close to the board said: the photo by the pier was never for sale.")),
            "body body body body");
}

TEST(Blocks, NotesAtTheEndAreNotes) {
  const Document document = tell(kBody + "\"We agreed on nothing at the pier,\" he said. [My Emphasis]");
  EXPECT_EQ(words_of(document, BlockKind::editor_note), "[My Emphasis]");
  EXPECT_EQ(document.blocks[2].paragraph, document.blocks[3].paragraph);
  EXPECT_EQ(kinds(tell(kBody + "(Reporting by Ana Vale; editing by Tom Reed)")), "body body editor-note");
  EXPECT_EQ(kinds(tell(kBody + "[Translated from the Norlandic by Jo Quill]")), "body body editor-note");
  EXPECT_EQ(kinds(tell(kBody + "Editor's note: The board is a party to the case.")), "body body editor-note");
  EXPECT_EQ(kinds(tell(kBody + "(The writer is a fellow of the pier institute.)")), "body body editor-note");
  EXPECT_EQ(kinds(tell(kBody + "[This text was translated by machine]")), "body body editor-note");
  // What explains a word inside a sentence stays where it is.
  EXPECT_EQ(kinds(tell(kBody + "He said the board thanked [Ana Vale]")), "body body body");
  EXPECT_EQ(kinds(tell(kBody + "\"It was for the editor [Tom Reed].\" She left. (She came back.)")), "body body body");
}

TEST(Blocks, LinksCommentsAndCorrections) {
  const Document document = tell(kBody + "The board counts the boats each day.\n" +
                                 "Follow the harbour archive in the Gazette here.\nLeave a Reply");
  EXPECT_EQ(words_of(document, BlockKind::navigation), "Follow the harbour archive in the Gazette here.");
  EXPECT_EQ(words_of(document, BlockKind::comment_form), "Leave a Reply");
  EXPECT_EQ(words_of(tell(kBody + "The board counts the boats. Follow the official board record in the Gazette."),
                     BlockKind::navigation),
            "Follow the official board record in the Gazette.");
  EXPECT_EQ(words_of(tell(kBody + "The boats left at noon.Leave a Reply"), BlockKind::comment_form), "Leave a Reply");
  EXPECT_EQ(kinds(tell(kBody + "Read more: Ferry talks fail again")), "body body navigation");
  EXPECT_EQ(kinds(tell(kBody + "An earlier version of this article said that the ferry sank.")),
            "body body correction");
  // Orders to somebody else, or to nobody in particular.
  EXPECT_EQ(kinds(tell(kBody + "He wrote to the crew. Follow the rules of the sea, and you will live.")),
            "body body body");
  EXPECT_EQ(kinds(tell(kBody + "\"Read the report here,\" the minister told the crowd at the pier.")),
            "body body body");
}

TEST(Blocks, ReadersCommentsFollowTheArticle) {
  const Document document = tell(
      kBody + "3 Comments\nQuill says:\nWell said, the ferry must run again at once.\nLeave a Reply\nName *\nEmail *");
  EXPECT_EQ(kinds(document), "body body comment comment comment comment-form comment comment");
  // The same words above the article are a link.
  EXPECT_EQ(words_of(tell("Ferry Talks Resume at the Old Pier\n3 Comments\n\n" + kBody), BlockKind::comment), "");
}

TEST(Blocks, MailPagesTablesCodeAndPolls) {
  EXPECT_EQ(kinds(tell("From: Ana Vale\nTo: Harbour Board\nSubject: Ferry\n\n" + kBody)),
            "mail-header mail-header mail-header body body");
  EXPECT_EQ(kinds(tell(kBody + "Page 3 of 7\n\n" + kBody)), "body body running-head body body");
  EXPECT_EQ(kinds(tell(kBody + "Boats\tTolls\tDays\n12\t400\t7\n\n")), "body body table table");
  EXPECT_EQ(kinds(tell(kBody + "window.ads = function(x) { return x; };")), "body body code");
  EXPECT_EQ(kinds(tell(kBody + "Should the ferry sail at night?\nYes\nNo\nNot sure\n")),
            "body body poll poll poll poll");
  EXPECT_EQ(kinds(tell(kBody + "Advertisement\n\n" + kBody)), "body body advertising body body");
  EXPECT_EQ(kinds(tell(kBody + "© 2025 Marlow Gazette. All rights reserved.")), "body body boilerplate");
}

TEST(Blocks, MarkupSpeaksFirst) {
  Layout layout;
  const std::string text =
      "Ferry talks resume\nHome\nThe ministers met at the pier for two hours.\nAna speaks\nVale warns of storm";
  layout.pieces = {{{0, 18}, PieceKind::heading, Region::main, 1, 0, false, 0},
                   {{19, 23}, PieceKind::list_item, Region::navigation, 1, 1, false, 1},
                   {{24, 68}, PieceKind::paragraph, Region::main, 0, 0, false, 2},
                   {{69, 79}, PieceKind::caption, Region::main, 0, 0, false, 3},
                   {{80, 99}, PieceKind::paragraph, Region::main, 0, 0.84, false, 4}};
  layout.metadata.title = "Ferry talks resume | Gazette";
  Document document;
  document.text = Text::plain(text);
  find_blocks(document, layout);
  EXPECT_EQ(kinds(document), "title navigation body caption navigation");
  EXPECT_EQ(document.title, "Ferry talks resume | Gazette");
}

}  // namespace
}  // namespace readout
