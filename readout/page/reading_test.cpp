// The pages that are read: Source, Statement, bytes, Verify, Draft, on an invented pile that came through the engine,
// and on one of hostile names and texts.
#include <gtest/gtest.h>

#include "readout/page/inert_for_test.h"
#include "readout/page/lists_for_test.h"

namespace readout {
namespace {

const std::vector<std::pair<std::string, std::string>> kPile = {
    {"pile/104_naa.txt",
     "TOLM, March 2, 2031. /NAA/. “The ferry should never be closed before the winter, and the island needs it every "
     "day,” Harbour Minister Ada Marlow said at a briefing on Sunday. “We have looked at the accounts of forty years "
     "and found no reason to stop now.”\n\nThe minister added that the new pier would cost nine million crowns.\n"},
    {"pile/107_echo.txt",
     "Tolm Echo\n\nTOLM, March 3, 2031. “The ferry should be closed before the winter, and the island needs it every "
     "day,” Harbour Minister Ada Marlow said on Sunday.\n\nШкипер Лев Орлов молчал. The islanders were not "
     "asked.\n\nPhoto: Ivo Brandt / Tolm Echo\n"},
};

const std::vector<std::pair<std::string, std::string>> kHostilePile = {
    {"pile/\"><img src=x onerror=alert(1)>_a.txt",
     "TOLM, March 2, 2031. The harbour was calm on Sunday morning, and the ferry came in on time for once.\n\n“The "
     "ferry of "
     "the island will \xE2\x80\xAE never close again, whatever R&D's 3 < 4 may say,” Minister Ada Marlow said on "
     "Sunday.\n\n“The pier <script>alert(1)</script> {{title}} {{{main_html}}} stays,” the minister said on Sunday.\n\n"
     "“We know the \xE2\x80\x8F quay & the old lighthouse very well indeed,” Minister Ada Marlow said at the pier.\n"},
    {"pile/{{b}}.txt",
     "“The boat will {{title}} never\x01 close again, whatever they say,” Minister Ada Marlow said on Sunday at the "
     "pier of "
     "Tolm. \xED\xA0\x80 \xC0\xAF \xF5 The end of the report.\n"},
    {"pile/hostile.jsonl",
     "{\"text\":\"“The ferry will never close again,” Minister Ada Marlow said on Sunday at the pier of "
     "Tolm.\",\"title\":\"</title><script>alert(2)</script> "
     "{{version}}\",\"url\":\"javascript:alert(3)\",\"outlet\":\"\\\"><img src=x onerror=alert(4)>\"}\n"
     "{\"text\":\"“The ferry will always close again,” Minister Ada Marlow said on Sunday at the "
     "pier.\",\"title\":\"</title><script>alert(2)</script> {{version}}\",\"url\":\"https://echo.example/a?b=<c>\"}\n"},
};

class ReadingTest : public ListsTest {
 protected:
  std::vector<DocumentRow> documents() { return record_->documents().value(); }
  std::vector<SpeechRow> speeches(const std::string& name) { return record_->speeches_of(name).value(); }

  // The id of the speech with these words.
  std::string statement_of(const std::string& name, std::string_view words) {
    for (const SpeechRow& row : speeches(name))
      for (const std::string& part : row.words)
        if (part.find(words) != std::string::npos) return row.id;
    ADD_FAILURE() << words;
    return {};
  }

  // Every address of these pages that the record has.
  std::vector<Address> addresses() {
    std::vector<Address> out;
    for (const DocumentRow& document : documents()) {
      const std::string& name = document.document.name;
      out.push_back(Address::source(Ground::site, name));
      for (const SpeechRow& row : speeches(name)) {
        out.push_back(Address::statement(Ground::site, row.id));
        out.push_back(Address::bytes(Ground::site, name, row.delivered, to_hex(row.blob)));
        out.push_back(Address::verify(Ground::site, row.words.front() + " <i>").with("speaker", "<b>\"Marlow"));
      }
    }
    for (const std::string_view words :
         {kHostile, std::string_view("{{quote}}} {{{answer_html}}} </textarea><script>")})
      out.push_back(Address::verify(Ground::site, words).with("source", words));
    return out;
  }
};

TEST_F(ReadingTest, StatementSaysWhoWhenWhereAndWhatBecameOfTheWords) {
  read_pile(kPile);
  const std::string id = statement_of("104", "should never be closed");
  const std::string page = html("/statement/" + id);
  for (const std::string_view words :
       {"<mark class=\"said\">The ferry should never be closed", "Ada Marlow", "2031-03-02", "Through", "briefing",
        "<table class=\"versions\">", "<del>never</del>", ">negation</span>", "altered", "Bytes ", "sha256:"})
    EXPECT_NE(page.find(words), std::string::npos) << words << "\n" << page;
  // From the other side what was left out here was put in there.
  const std::string other = statement_of("107", "should be closed");
  const std::string turned = html("/statement/" + id + "?base=" + other);
  EXPECT_NE(turned.find("<ins>never</ins>"), std::string::npos) << turned;
  EXPECT_EQ(ask("/statement/" + id + "?base=104:1-2").status, 404);
  EXPECT_EQ(ask("/statement/104:1-2").status, 404);
  // A beginning that fits one statement only is an address too, and names the permanent one.
  const std::string start = id.substr(0, id.find('-'));
  EXPECT_NE(html("/statement/" + start).find("rel=\"canonical\" href=\"/statement/" + id), std::string::npos);
  const JsonValue value = json("/statement/" + id + ".json");
  EXPECT_EQ(value.find("id")->text, id);
  EXPECT_NE(value.find("versions"), nullptr);
}

// One passage of many makes no version of a document: what else stands there was not dropped here.
TEST_F(ReadingTest, SourceTellsWhatWasDroppedOfTheSameReportOnly) {
  const std::string shared =
      "“The ferry should never be closed before the winter, and the island needs it every day,” Harbour Minister Ada "
      "Marlow said on Sunday.\n\n";
  std::string longer = "TOLM, March 2, 2031. " + shared;
  for (const std::string_view topic : {"pier of granite", "school by the church", "price of diesel",
                                       "doctor for Halsby", "lighthouse lamp", "post on Fridays", "bridge at Ketter"})
    longer += "“We shall pay for the " + std::string(topic) + " out of the next budget,” the minister said.\n\n";
  read_pile({{"pile/201_long.txt", longer}, {"pile/202_short.txt", "TOLM, March 3, 2031. " + shared}});
  const std::string page = html("/source/202");
  EXPECT_NE(page.find("href=\"/source/201"), std::string::npos) << "a version is linked\n" << page;
  EXPECT_EQ(page.find(">not here<"), std::string::npos) << page;
}

TEST_F(ReadingTest, SourceMarksSpeechesAndTellsWhatItDidToOthers) {
  read_pile(kPile);
  const std::string page = html("/source/107");
  for (const std::string_view words :
       {"<span class=\"speech direct\"", "Ada Marlow, direct", "<bdi lang=\"und-Cyrl\">", "not here",
        "<strong>negation</strong>", "cut\"><span class=\"why\">", "107_echo.txt"})
    EXPECT_NE(page.find(words), std::string::npos) << words << "\n" << page;
  EXPECT_EQ(page.find("pile/107"), std::string::npos) << "a folder of this machine";
  for (const SpeechRow& row : speeches("107"))
    EXPECT_NE(page.find("id=\"" + place_anchor(Ground::site, "107", row.delivered) + "\""), std::string::npos)
        << row.id;
  // What is read without the marks is the text, in its order.
  EXPECT_LT(page.find("The ferry should be closed"), page.find("The islanders were not asked."));
  EXPECT_EQ(csv("/source/107.csv").size(), speeches("107").size() + 1);
}

TEST_F(ReadingTest, BytesThatNoLongerMatchAreRefused) {
  read_pile(kPile);
  const SpeechRow row = speeches("104").front();
  const std::string address = Address::bytes(Ground::site, "104", row.delivered, to_hex(row.blob)).str();
  EXPECT_NE(html(address).find(row.words.front().substr(0, 20)), std::string::npos);
  EXPECT_EQ(json("/" + row.id + ".json").find("exact")->text.substr(0, 9), row.words.front().substr(0, 9));
  EXPECT_EQ(ask("/" + row.id + "?digest=0123456789abcdef").status, 409);
  EXPECT_EQ(ask("/" + row.id + "?digest=" + to_hex(row.blob).substr(0, 4)).status, 409) << "too short to tell";
  EXPECT_EQ(ask("/104:0-100000").status, 404);
  EXPECT_EQ(ask("/104:9-9").status, 404);
  EXPECT_EQ(ask("/104:9-3").status, 404);
  EXPECT_EQ(ask("/104:a-b").status, 404);
  EXPECT_EQ(ask("/nobody:0-3").status, 404);
  const std::string& text = kPile[0].second;
  const auto mark = static_cast<unsigned>(text.find("“"));
  for (const unsigned cut : {1u, 2u}) {
    EXPECT_EQ(ask("/104:" + std::to_string(mark + cut) + "-" + std::to_string(mark + 9)).status, 404) << cut;
    EXPECT_EQ(ask("/104:0-" + std::to_string(mark + cut)).status, 404) << cut;
  }
  EXPECT_EQ(ask("/104:" + std::to_string(mark) + "-" + std::to_string(mark + 9)).status, 200);
}

TEST_F(ReadingTest, VerdictsComeFirstInWords) {
  read_pile(kPile);
  const std::string altered = html("/verify?q=The+ferry+should+ever+be+closed+before+the+winter&source=104");
  EXPECT_NE(altered.find("<strong>ALTERED</strong> found, with a change"), std::string::npos) << altered;
  const std::string exact = html("/verify?q=found+no+reason+to+stop+now");
  EXPECT_NE(exact.find("<strong>EXACT</strong> found, word for word"), std::string::npos) << exact;
  EXPECT_NE(exact.find("class=\"cite\""), std::string::npos);
  EXPECT_EQ(ask("/verify.json").status, 400);
  EXPECT_EQ(ask("/verify").status, 200);
  const std::string draft =
      "/draft?text=" +
      percent_encode("Marlow said “found no reason to stop now”.\n\nShe said “the pier is made of gold”.");
  const std::string checked = html(draft);
  EXPECT_NE(checked.find("Quotation 2, line 3 of the draft"), std::string::npos) << checked;
  EXPECT_NE(checked.find("1 <span class=\"tag bad\">NOT FOUND</span>"), std::string::npos) << checked;
  std::string form = draft;
  const JsonValue value = json(form.insert(6, ".json"));
  EXPECT_EQ(value.find("quotations")->items.size(), 2u);
}

TEST_F(ReadingTest, HostileTextIsInertOnEveryPage) {
  read_pile(kHostilePile);
  std::size_t pages = 0;
  for (const Address& address : addresses()) {
    ++pages;
    expect_inert(html(address.str()), address.str());
    std::optional<PageAsk> asked = read_address(address.str());
    json(Address::again(*asked, PageForm::json).str());
  }
  EXPECT_GT(pages, 15u) << "too few speeches were found to show anything";
  const std::string draft = "“" + kHostilePile[0].second + "” <script>alert(1)</script> {{text}}";
  expect_inert(html("/draft?text=" + percent_encode(draft)), "draft");
  expect_inert(ask(std::string("/\"><script>:1-2")).body, "refused");
  expect_inert(ask("/source/" + percent_encode(kHostile)).body, "not there");
}

TEST_F(ReadingTest, TwoDocumentsOfOneTitleHaveTwoNames) {
  read_pile(kHostilePile);
  std::vector<std::string> titles;
  for (const DocumentRow& row : documents()) {
    const std::string page = html(Address::source(Ground::site, row.document.name).str());
    titles.push_back(page.substr(page.find("<title>"), page.find("</title>") - page.find("<title>")));
  }
  std::ranges::sort(titles);
  EXPECT_EQ(std::ranges::adjacent_find(titles), titles.end());
}

TEST_F(ReadingTest, TextsThatMayNotBePassedOnAreKeptBack) {
  read_pile(kPile);
  frame_.with_text = false;
  for (const DocumentRow& document : documents())
    for (const SpeechRow& row : speeches(document.document.name))
      for (const Address& address :
           {Address::source(Ground::site, row.document), Address::statement(Ground::site, row.id),
            Address::bytes(Ground::site, row.document, row.delivered)}) {
        std::optional<PageAsk> asked = read_address(address.str());
        for (const std::string& body : {html(address.str()), ask(Address::again(*asked, PageForm::json).str()).body})
          for (const std::string_view words :
               {"should", "never", "accounts of forty", "islanders", "nine million", "Шкипер", "on Sunday"})
            EXPECT_EQ(body.find(words), std::string::npos) << address.str() << ": " << words;
      }
}

TEST_F(ReadingTest, InOneFileLinksLeadToPlacesInIt) {
  read_pile(kPile);
  frame_.ground = Ground::file;
  const SpeechRow row = speeches("104").front();
  Visit visit{*record_, *desk_, nullptr, frame_};
  const Result<PageParts> parts = answer_statement(*read_address("/statement/" + row.id), row.id, visit);
  ASSERT_TRUE(parts);
  const std::string main = parts->main.str();
  EXPECT_NE(main.find("id=\"" + statement_anchor(row.id) + "\""), std::string::npos);
  EXPECT_EQ(main.find("href=\"/"), std::string::npos) << main;
}

}  // namespace
}  // namespace readout
