// What holds of every verdict, whatever the text: laws, on invented texts cut and bent at random with a fixed seed.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "readout/text/text.h"
#include "readout/verify/verify.h"

namespace readout {
namespace {

constexpr std::string_view kTexts[] = {
    "“The pumps will not be mended before June,” said Ruth Amble, who keeps the baths of Corlow. “If the council pays, "
    "we "
    "open two of the 14 cabins; without it, none.” She denied that anyone had slipped. About 300 people swim there on "
    "a "
    "Sunday, and at least 40 of them are over 80. Nobody has ever asked them to leave.\n\nThe mayor, Piet Hask, was "
    "less "
    "sure. “I may have promised it,” he said, “but I never signed it. We owe the baths 7,500 crowns, unless the "
    "auditor "
    "finds otherwise.”",
    "3. The Lender may call the loan on 30 days' notice, provided that no payment is late by more than a week. 4. The "
    "Borrower shall keep the barn insured for not less than 90,000 crowns. Where the barn burns, the Lender is paid "
    "first. 5. Neither side may assign this deed, except to an heir. It runs from 1 May 2029 until 30 April 2034 and "
    "cannot be renewed. Interest is 4.5 percent a year, and is due every quarter.",
    "CHAIR: Has the report been read?\n\nMS. ORDE: Most of it has. I do not think that it was meant to be read, only "
    "to be "
    "weighed. It has 612 pages, of which perhaps nine matter. I have marked those.\n\nCHAIR: And do they say that the "
    "dam "
    "is safe?\n\nMS. ORDE: They say that it was safe in 1988. They do not say that it is safe now."};

std::vector<std::size_t> word_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 1; i < text.size(); ++i)
    if ((text[i - 1] == ' ' || text[i - 1] == '\n') && text[i] != ' ' && text[i] != '\n') starts.push_back(i);
  starts.push_back(text.size() + 1);
  return starts;
}

Verification check(std::string_view quote, std::string_view text) {
  const SourceText source{text, {}};
  return verify(quote, {&source, 1});
}

bool passes(Verdict verdict) {
  return verdict == Verdict::exact || verdict == Verdict::folded || verdict == Verdict::trimmed;
}

TEST(JudgeLaws, WhatIsCutOutVerbatimIsExactOrHasATurnOutside) {
  for (const std::string_view text : kTexts) {
    const std::vector<std::size_t> starts = word_starts(text);
    for (std::size_t count = 4; count <= 16; count += 4) {
      for (std::size_t i = 0; i + count < starts.size(); ++i) {
        const std::string_view quote = text.substr(starts[i], starts[i + count] - starts[i] - 1);
        const Verification found = check(quote, text);
        ASSERT_FALSE(found.places.empty()) << quote;
        const bool turned = found.verdict == Verdict::altered && found.places[0].differences.empty() &&
                            !found.places[0].outside.empty();
        EXPECT_TRUE(found.verdict == Verdict::exact || turned) << to_string(found.verdict) << ": " << quote;
      }
    }
  }
}

TEST(JudgeLaws, ANumberThatChangedNeverPasses) {
  std::minstd_rand random(11);
  for (const std::string_view text : kTexts) {
    const std::vector<std::size_t> starts = word_starts(text);
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
      const std::size_t digit = text.find_first_of("0123456789", starts[i]);
      if (digit >= starts[i + 1] - 1) continue;
      const std::size_t first = i < 5 ? 0 : i - 5;
      const std::size_t last = std::min(i + 6, starts.size() - 1);
      std::string quote(text.substr(starts[first], starts[last] - starts[first] - 1));
      char& changed = quote[digit - starts[first]];
      changed = static_cast<char>('0' + (changed - '0' + 1 + static_cast<int>(random() % 9)) % 10);
      const Verification found = check(quote, text);
      EXPECT_FALSE(passes(found.verdict)) << to_string(found.verdict) << ": " << quote;
      EXPECT_NE(found.verdict, Verdict::edited) << quote;
    }
  }
}

TEST(JudgeLaws, ANegationThatFellOutIsNamed) {
  for (const std::string_view text : kTexts) {
    const std::vector<std::size_t> starts = word_starts(text);
    for (std::size_t i = 2; i + 3 < starts.size(); ++i) {
      const std::string_view word = text.substr(starts[i], starts[i + 1] - starts[i] - 1);
      if (word != "not" && word != "never") continue;
      for (const std::string_view mark : {"", "... "}) {
        std::string quote(text.substr(starts[i - 2], starts[i] - starts[i - 2]));
        quote += mark;
        quote += text.substr(starts[i + 1], starts[std::min(i + 6, starts.size() - 1)] - starts[i + 1] - 1);
        const Verification found = check(quote, text);
        ASSERT_EQ(found.verdict, Verdict::altered) << quote;
        EXPECT_TRUE(std::ranges::any_of(found.places[0].differences, [&](const Difference& each) {
          return each.type == DifferenceType::negation && slice(text, each.text) == word;
        })) << quote;
      }
    }
  }
}

TEST(JudgeLaws, TheOrderOfTheTextsDoesNotMatter) {
  const SourceText forward[] = {{kTexts[0], {}}, {kTexts[1], {}}, {kTexts[2], {}}};
  const SourceText backward[] = {{kTexts[2], {}}, {kTexts[1], {}}, {kTexts[0], {}}};
  for (const std::string_view quote :
       {"The pumps will be mended before June", "the Lender may call the loan on 30 days’ notice", "the dam is safe",
        "It has 612 pages ... nine matter", "Nobody has asked them to go", "the swimmers are old",
        "say that it is safe"}) {
    const Verification one = verify(quote, forward);
    const Verification other = verify(quote, backward);
    EXPECT_EQ(one.verdict, other.verdict) << quote;
    ASSERT_EQ(one.places.size(), other.places.size()) << quote;
    if (!one.places.empty()) {
      EXPECT_EQ(one.places[0].pieces, other.places[0].pieces) << quote;
    }
  }
}

TEST(JudgeLaws, ASoundVerdictHasNoGraveDifference) {
  std::minstd_rand random(3);
  for (const std::string_view text : kTexts) {
    const std::vector<std::size_t> starts = word_starts(text);
    for (int round = 0; round < 200; ++round) {
      const std::size_t first = random() % (starts.size() - 12);
      std::string quote;
      for (std::size_t i = first; i < first + 10; ++i) {
        if (random() % 8 == 0) continue;
        if (random() % 12 == 0) quote += "harbour ";
        quote += text.substr(starts[i], starts[i + 1] - starts[i] - 1);
        quote += ' ';
      }
      const Verification found = check(quote, text);
      for (const Place& place : found.places) {
        const bool grave = std::ranges::any_of(place.differences, &Difference::grave) || !place.outside.empty();
        if (place.verdict <= Verdict::edited) {
          EXPECT_FALSE(grave) << quote;
        }
      }
    }
  }
}

// Typography alone, twice over: folding what is folded changes nothing.
TEST(JudgeLaws, TypographyIsFoldedAndFoldingIsIdempotent) {
  const auto bend = [](std::string text) {
    for (char& c : text)
      if (c >= 'a' && c <= 'z' && (&c - text.data()) % 3 == 0) c = static_cast<char>(c - 32);
    return "“" + text + "”";
  };
  for (const std::string_view text : kTexts) {
    const std::vector<std::size_t> starts = word_starts(text);
    for (std::size_t i = 0; i + 9 < starts.size(); i += 3) {
      const std::string once = bend(std::string(text.substr(starts[i], starts[i + 9] - starts[i] - 1)));
      const Verification first = check(once, text);
      const Verification second = check(bend(once), text);
      EXPECT_EQ(first.verdict, second.verdict) << once;
      EXPECT_TRUE(first.verdict == Verdict::folded || first.verdict == Verdict::altered) << once;
      EXPECT_EQ(first.places[0].pieces, second.places[0].pieces) << once;
    }
  }
}

// "He did **not** come" as delivered, "He did not come" as read.
TEST(JudgeLaws, MarkupAsDeliveredIsFolded) {
  constexpr std::string_view text = "He did not come, and nobody asked.";
  OffsetMap map;
  map.append(7, 0, 7, true);     // "He did "
  map.append(3, 9, 3, true);     // "not", its marks skipped
  map.append(24, 14, 24, true);  // " come, and nobody asked."
  const SourceText source{text, {}, &map};
  const auto asked = [&](std::string_view quote) { return verify(quote, {&source, 1}); };
  const Verification over = asked("He did not come");
  EXPECT_EQ(over.verdict, Verdict::folded);
  EXPECT_EQ(over.places[0].folded, std::vector<Folding>{Folding::markup});
  EXPECT_EQ(asked("and nobody asked").verdict, Verdict::exact);
}

}  // namespace
}  // namespace readout
