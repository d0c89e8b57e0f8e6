// Quotations as they are really bent, each with its verdict. The texts are invented.
#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "readout/verify/verify.h"

namespace readout {
namespace {

struct Case {
  std::string_view quote;
  std::string_view text;
  Verdict verdict;
};

constexpr std::string_view kAnswer =
    "Question: Will the north gate open?\n\nIlse Brandt: It will, in time. The council has almost agreed on a date, "
    "and only "
    "the harbour master objects. We cannot say when, unless the U.S. engineers come back in June.\n\nQuestion: Are you "
    "worried?\n\nIlse Brandt: Not at all. The gate is old, the gate is heavy, but the gate is sound.";

constexpr std::string_view kReport =
    "“The grain ships will leave on Tuesday,” the minister of trade, Olaf Prior, told the chamber. “Nobody has paid us "
    "for the "
    "grain. If they pay by noon, the ships will leave by night.” He added that the price had fallen by 12 per cent "
    "since "
    "spring, from 310 to 273 crowns. Prior refused to say who would pay. He never promised that the port would stay "
    "open.";

constexpr std::string_view kFair =
    "I think the fair will be held in May, assuming that the river keeps its bed. Every shop may open with the "
    "exception of the two on the quay. I was told that the stalls had been inspected. It is not true, as some of you "
    "have written, that the fees have doubled. Last year it rained.";

const Case kCases[] = {
    // Typography only.
    {"“The gate is old, the gate is heavy, but the gate is sound.”", kAnswer, Verdict::exact},
    {"THE GATE IS OLD, THE GATE IS HEAVY", kAnswer, Verdict::folded},
    {"We cannot say when, unless the US engineers come back", kAnswer, Verdict::folded},
    {"The gate is *old*, the gate is heavy", kAnswer, Verdict::folded},
    {"The gate  is\told, the gate is heavy", kAnswer, Verdict::folded},
    {"the ships will leave by night,", kReport, Verdict::altered},
    {"fallen by 12 per cent since spring, from 310 to 273 crowns", kReport, Verdict::exact},
    // Fair cuts.
    {"The gate is old … but the gate is sound", kAnswer, Verdict::trimmed},
    {"The gate is old [...] but the gate is sound", kAnswer, Verdict::trimmed},
    {"The gate is old, (…) but the gate is sound", kAnswer, Verdict::trimmed},
    {"The gate is old . . . but the gate is sound", kAnswer, Verdict::trimmed},
    {"The gate is old, but the gate is sound", kAnswer, Verdict::trimmed},
    {"The grain ships will leave on Tuesday. Nobody has paid us for the grain", kReport, Verdict::trimmed},
    {"The [heavy] gate is old, the gate is heavy", kAnswer, Verdict::edited},
    {"[Prior] refused to say who would pay", kReport, Verdict::folded},
    // What stands just outside turns the meaning.
    {"the U.S. engineers come back in June", kAnswer, Verdict::altered},
    {"agreed on a date, and only the harbour master objects", kAnswer, Verdict::altered},
    {"they pay by noon, the ships will leave by night", kReport, Verdict::altered},
    {"has paid us for the grain", kReport, Verdict::altered},
    {"promised that the port would stay open", kReport, Verdict::altered},
    {"say who would pay", kReport, Verdict::altered},
    {"the north gate open", kAnswer, Verdict::altered},
    {"the fair will be held in May", kFair, Verdict::altered},
    {"Every shop may open", kFair, Verdict::altered},
    {"the stalls had been inspected", kFair, Verdict::altered},
    {"the fees have doubled", kFair, Verdict::altered},
    {"Last year it rained", kFair, Verdict::exact},
    // Sentences or pieces put together.
    {"The council has almost agreed on a date. The gate is old, the gate is heavy", kAnswer, Verdict::spliced},
    {"the gate is sound … The council has almost agreed on a date", kAnswer, Verdict::spliced},
    {"The grain ships will leave on Tuesday, but the ships will leave by night", kReport, Verdict::spliced},
    // Words that are not there.
    {"The council has agreed on a date", kAnswer, Verdict::altered},
    {"and the harbour master objects", kAnswer, Verdict::altered},
    {"We can say when, unless the U.S. engineers come back", kAnswer, Verdict::altered},
    {"the price had fallen by 21 per cent since spring", kReport, Verdict::altered},
    {"the price had risen by 12 per cent since spring", kReport, Verdict::altered},
    {"the price had fallen by per cent since spring", kReport, Verdict::altered},
    {"Everybody has paid us for the grain", kReport, Verdict::altered},
    {"The gate is old, the gate is heavy, and that is why we must tear it down", kAnswer, Verdict::altered},
    {"For years we have known that the gate is old, the gate is heavy", kAnswer, Verdict::altered},
    {"the ships will leave if they pay by noon", kReport, Verdict::spliced},
    {"He promised that the port would stay open", kReport, Verdict::altered},
    {"Prior agreed to say who would pay", kReport, Verdict::altered},
    {"The gate is old? The gate is heavy", kAnswer, Verdict::altered},
    {"the minister gate has the date and the ships of the council", kReport, Verdict::not_found},
    // Nothing to check.
    {"the gate", kAnswer, Verdict::not_checkable},
    {"…", kAnswer, Verdict::not_checkable},
    {"the gate is old", "   \n ", Verdict::not_checkable},
};

TEST(Verdicts, OfInventedQuotations) {
  for (const Case& each : kCases) {
    const SourceText source{each.text, {}};
    const Verification found = verify(each.quote, {&source, 1});
    EXPECT_EQ(to_string(found.verdict), to_string(each.verdict)) << each.quote;
    for (const Place& place : found.places) {
      std::size_t seams = place.seams.size();
      if (place.verdict != Verdict::not_found) {
        EXPECT_EQ(place.pieces.size(), seams + 1) << each.quote;
      }
      for (const Span piece : place.pieces) EXPECT_FALSE(slice(each.text, piece).empty()) << each.quote;
    }
  }
}

// Every stretch of a text is found in it as it stands, whatever its edges; only what turns the meaning outside may
// object.
TEST(Verdicts, EveryStretchOfATextStandsInIt) {
  for (const std::string_view text : {kAnswer, kReport}) {
    const SourceText source{text, {}};
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 1; i < text.size(); ++i)
      if (text[i - 1] == ' ') starts.push_back(i);
    for (std::size_t i = 0; i + 8 < starts.size(); ++i) {
      const std::string_view quote = text.substr(starts[i], starts[i + 8] - starts[i] - 1);
      const Verification found = verify(quote, {&source, 1});
      EXPECT_TRUE(found.verdict == Verdict::exact ||
                  (found.verdict == Verdict::altered && !found.places[0].outside.empty()))
          << to_string(found.verdict) << ": " << quote;
    }
  }
}

// A word taken out of the middle, put in, or exchanged never passes as EXACT or FOLDED.
TEST(Verdicts, OneWordChangedNeverPasses) {
  const SourceText source{kReport, {}};
  const std::vector<std::string> words = {"Nobody", "has", "paid", "us", "for", "the", "grain"};
  for (std::size_t k = 1; k + 1 < words.size(); ++k) {
    for (const std::string_view change : {"", "silver", "not"}) {
      std::string quote;
      for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = i == k ? std::string(change) : words[i];
        if (!word.empty()) quote += (quote.empty() ? "" : " ") + word;
      }
      const Verdict verdict = verify(quote, {&source, 1}).verdict;
      EXPECT_TRUE(verdict == Verdict::altered ||
                  (change.empty() && (verdict == Verdict::trimmed || verdict == Verdict::edited)))
          << quote;
    }
  }
}

TEST(Verdicts, TheSameForTheSameTextsInAnyCompany) {
  const SourceText alone[] = {{kReport, {}}};
  const SourceText company[] = {{kAnswer, {}}, {kReport, {}}, {kAnswer, {}}};
  for (const Case& each : kCases) {
    if (each.text != kReport) continue;
    EXPECT_EQ(verify(each.quote, alone).verdict, verify(each.quote, company).verdict) << each.quote;
  }
}

// Whatever the bytes: no crash, and every span lies in its text.
TEST(Verdicts, AnyBytesAreSafe) {
  constexpr std::string_view kPieces[] = {"the", "gate", "not", " ",    " ",        " ",      ".",   "…",    "...",
                                          "[",   "]",    "“",   "”",    "?",        "-",      "-\n", "\n\n", "1,5",
                                          "%",   "U.S.", "’s",  "\xFF", "\xE2\x80", "\u00AD", "ﬁ",   "сор",  "−5"};
  std::minstd_rand random(7);
  const auto make = [&](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += kPieces[random() % std::size(kPieces)];
    return text;
  };
  for (int round = 0; round < 3000; ++round) {
    const std::string quote = make(random() % 24);
    const std::string texts[] = {make(random() % 60), make(random() % 8) + quote + make(random() % 8)};
    const SourceText sources[] = {{texts[0], {}}, {texts[1], {}}};
    const Verification found = verify(quote, sources);
    for (const Place& place : found.places) {
      const std::string& text = texts[place.text];
      const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= text.size(); };
      for (const Span piece : place.pieces) EXPECT_TRUE(inside(piece) && !piece.empty());
      for (const Difference& each : place.outside) EXPECT_TRUE(inside(each.text) && each.quote.end <= quote.size());
      for (const Seam& seam : place.seams) EXPECT_TRUE(inside(seam.left_out) && seam.added.end <= quote.size());
      for (const Difference& each : place.differences) EXPECT_TRUE(inside(each.text) && each.quote.end <= quote.size());
    }
  }
}

}  // namespace
}  // namespace readout
