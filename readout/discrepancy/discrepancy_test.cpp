#include "readout/discrepancy/discrepancy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "readout/discrepancy/told_for_test.h"
#include "readout/discrepancy/weight.h"

namespace readout {
namespace {

std::vector<Discrepancy> between(const ToldDocument& a, const ToldDocument& b) {
  std::vector<Discrepancy> found =
      find_discrepancies(a.edition(), b.edition(), link_witnesses(a.witness(), b.witness()));
  std::erase_if(found, [](const Discrepancy& one) { return one.weight < kWording; });
  return found;
}

std::string describe(const std::vector<Discrepancy>& found, const ToldDocument& a, const ToldDocument& b) {
  std::string out;
  for (const Discrepancy& one : found) {
    out += std::string(to_string(one.kind)) + " " + std::to_string(one.weight);
    for (const TellingChange& change : one.changes)
      out += " " + std::string(to_string(change.type)) + "{" + (one.places[0].side == 0 ? a : b).words(change.a) + "|" +
             (one.places[1].side == 0 ? a : b).words(change.b) + "}";
    out += "; ";
  }
  return out.empty() ? "none" : out;
}

TEST(Discrepancies, CasesAsData) {
  std::ifstream in(std::string(READOUT_SOURCE_DIR) + "/tests/cases/discrepancies/pairs.tsv");
  std::size_t cases = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const bool goal = line[0] == '?';
    std::istringstream fields(line.substr(goal ? 1 : 0));
    std::vector<std::string> row;
    for (std::string field; std::getline(fields, field, '\t');) row.push_back(field);
    ASSERT_EQ(row.size(), 6u) << line;
    ++cases;
    const ToldDocument a({{row[3], *parse_speech_kind(row[2])}});
    const ToldDocument b({{row[5], *parse_speech_kind(row[4])}});
    const std::vector<Discrepancy> found = between(a, b);
    bool right = row[0] == "none" ? found.empty() : !found.empty() && to_string(found[0].kind) == row[0];
    if (right && row[1] != "-") right = describe(found, a, b).find(row[1]) != std::string::npos;
    EXPECT_EQ(right, !goal) << row[0] << "  " << row[3] << " / " << row[5] << "\n    " << describe(found, a, b);
    // The sides are told apart, not ranked by who came first.
    std::vector<Discrepancy> other = between(b, a);
    ASSERT_EQ(other.size(), found.size()) << line;
    for (std::size_t i = 0; i < found.size(); ++i)
      EXPECT_EQ(discrepancy_id(found[i], a.edition(), b.edition()), discrepancy_id(other[i], b.edition(), a.edition()))
          << line;
  }
  EXPECT_GE(cases, 25u);
}

TEST(Discrepancies, TheHeaviestComesFirst) {
  const ToldDocument a(
      {{"We have repaired ten of the lamps on the northern pier of Halsby. They want to destroy the old "
        "harbour and everything that was built around it.",
        SpeechKind::transcript}});
  const ToldDocument b(
      {{"They want to change the old harbour and everything that was built around it. We have repaired "
        "twelve of the lamps on the northern pier of Halsby."}});
  const std::vector<Discrepancy> found = between(a, b);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].kind, DiscrepancyKind::meaning);
  EXPECT_EQ(found[1].kind, DiscrepancyKind::splice);  // the sentences were turned round
  EXPECT_EQ(found[2].kind, DiscrepancyKind::wording);
}

TEST(Discrepancies, ASentenceLeftOutBetweenTwoOfOneQuotation) {
  const ToldDocument a(
      {{"We have repaired ten of the lamps on the northern pier of Halsby. The guild of bakers paid for "
        "none of them. The bridge at Marlow will be open again by the spring.",
        SpeechKind::transcript}});
  const std::string first = "We have repaired ten of the lamps on the northern pier of Halsby.";
  const std::string last = "The bridge at Marlow will be open again by the spring.";
  const ToldDocument b({{first + " " + last}});
  const std::vector<Discrepancy> found = between(a, b);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, DiscrepancyKind::cut);
  EXPECT_NE(a.words(found[0].changes[0].a).find("The guild of bakers"), std::string::npos);
  EXPECT_TRUE(between(a, ToldDocument({{first + " [...] " + last}})).empty());
  EXPECT_TRUE(between(a, ToldDocument({{first}, {last}})).empty());
}

TEST(Discrepancies, TheSameWordsByAnotherSpeaker) {
  const std::string words = "The northern pier of Halsby will be closed to every ship before the spring tides begin.";
  const ToldDocument a({{words, SpeechKind::direct, "ada marlow"}});
  const ToldDocument b({{words, SpeechKind::direct, "bo harrow"}});
  const std::vector<Discrepancy> found = between(a, b);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, DiscrepancyKind::speaker);
}

TEST(Discrepancies, SaidHereDeniedThere) {
  const ToldDocument a({{"The council has sold the old mill to the guild of bakers in Corland.", SpeechKind::direct}});
  ToldDocument b({{"the council has sold the old mill to the guild of bakers in Corland", SpeechKind::indirect}});
  b.speeches[0].polarity = Polarity::denied;
  const std::vector<Discrepancy> found = between(a, b);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, DiscrepancyKind::denial);
  // Denied here, and there said not to be so: one and the same.
  const ToldDocument agrees(
      {{"The council has not sold the old mill to the guild of bakers in Corland.", SpeechKind::direct}});
  EXPECT_TRUE(std::ranges::none_of(between(agrees, b),
                                   [](const Discrepancy& one) { return one.kind == DiscrepancyKind::denial; }));
}

TEST(Discrepancies, OneStatementOnTwoDates) {
  const std::string words =
      "The northern pier of Halsby will be closed to every ship before the spring tides begin, and the guild knows it.";
  const std::vector<Discrepancy> found = between(ToldDocument({{words}}, 10), ToldDocument({{words}}, 14));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, DiscrepancyKind::date);
  EXPECT_TRUE(between(ToldDocument({{words}}, 10), ToldDocument({{words}}, 11)).empty());
}

TEST(Discrepancies, AReportOfWhatTheSpeakerRefusesToSay) {
  ToldDocument a({{"the meeting with the guild as friendly and long", SpeechKind::indirect}});
  const std::string text = "Marlow described " + a.words(a.speeches[0].content[0]);
  a.document.text = Text::plain(text);
  a.speeches[0].content = {make_span(17, text.size())};
  a.speeches[0].cue = {make_span(7, 16)};
  const ToldDocument b({{"I am not going to characterise the meeting. Ask the guild."}});
  std::vector<VersionLink> some(1);
  some[0].kind = LinkKind::not_same;
  const std::vector<Discrepancy> found = find_discrepancies(a.edition(), b.edition(), some);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, DiscrepancyKind::refusal);
  EXPECT_EQ(a.words(found[0].places[0].span), text.substr(7));
}

TEST(Discrepancies, NamesInBracketsThatStandNowhereElse) {
  ToldDocument one({{"Some towns [Halsby, Corland] will share their lamps with us."}});
  const std::string text = one.words(make_span(0, one.document.text.size()));
  one.document.blocks = {{make_span(0, text.size()), BlockKind::body, 0, ""}};
  one.speeches[0].insertions = {{make_span(11, 28), InsertionKind::bracket}};
  ASSERT_EQ(find_discrepancies(one.edition(), {}).size(), 1u);
  EXPECT_EQ(find_discrepancies(one.edition(), {})[0].kind, DiscrepancyKind::brackets);
  one.document.text = Text::plain(text + "Halsby and Corland lie in the north.");
  one.document.blocks[0].span.end = one.document.text.size();
  EXPECT_TRUE(find_discrepancies(one.edition(), {}).empty());
}

TEST(Discrepancies, TwoRemarksThatMayBeOne) {
  const auto told = [](const std::string& first, const std::string& second) {
    return find_discrepancies(ToldDocument({{first + " The bakers have asked for more time."},
                                            {second + " Nobody has been to the pier since Monday."}})
                                  .edition(),
                              {});
  };
  ASSERT_EQ(told("We are patient about it.", "We look quite patiently at that.").size(), 1u);
  EXPECT_EQ(told("We are patient about it.", "We look quite patiently at that.")[0].kind, DiscrepancyKind::twice);
  EXPECT_TRUE(told("We are patient about it.", "We are not patient about it.").empty());
  EXPECT_TRUE(told("We are patient about it.", "We are hungry now.").empty());
}

TEST(Discrepancies, AHeadingAgainstItsBody) {
  const auto headed = [](const std::string& heading) {
    ToldDocument one({});
    const std::string body = "The council of Halsby has repaired twelve lamps on the northern pier. Nobody was hurt.";
    one.document.text = Text::plain(heading + "\n\n" + body);
    one.document.blocks = {{make_span(0, heading.size()), BlockKind::title, 0, ""},
                           {make_span(heading.size() + 2, heading.size() + 2 + body.size()), BlockKind::body, 1, ""}};
    return find_discrepancies(one.edition(), {});
  };
  ASSERT_EQ(headed("Halsby council repairs forty lamps on northern pier").size(), 1u);
  EXPECT_EQ(headed("Halsby council repairs forty lamps on northern pier")[0].kind, DiscrepancyKind::heading);
  EXPECT_TRUE(headed("Halsby council repairs twelve lamps on northern pier").empty());
  EXPECT_TRUE(headed("Halsby council repairs lamps on northern pier").empty());
}

}  // namespace
}  // namespace readout
