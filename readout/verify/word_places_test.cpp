#include "readout/verify/word_places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>

namespace readout {
namespace {

using testing::ElementsAre;

constexpr std::int64_t kNever = -1'000'000'000;

struct Costs {
  std::int64_t lengthen;

  static std::int64_t weight(const FoldedWord& word) { return word.span.size() >= 4 ? 2000 : 1000; }
  static std::int64_t put(const QuoteWords& quote, std::size_t i) { return quote.in_brackets[i] ? 200 : 1000; }
  static std::int64_t open(const QuoteWords& quote, std::size_t i) {
    return i < quote.words.size() && quote.cut_before[i] ? 200 : 1500;
  }
};

// The slow way: every cell of the table (Gotoh, 1982), with a gap and without one since the last match.
std::int64_t best_score(const QuoteWords& quote, const std::vector<FoldedWord>& words, Costs costs) {
  const std::size_t columns = words.size() + 1;
  std::vector<std::int64_t> plain_above(columns, 0);
  std::vector<std::int64_t> gap_above(columns, kNever);
  for (std::size_t i = 1; i <= quote.words.size(); ++i) {
    std::vector<std::int64_t> plain(columns);
    std::vector<std::int64_t> gap(columns);
    for (std::size_t j = 0; j < columns; ++j) {
      plain[j] = plain_above[j] - Costs::put(quote, i - 1);
      gap[j] = gap_above[j] - Costs::put(quote, i - 1);
      if (j == 0) continue;
      if (quote.words[i - 1].key == words[j - 1].key)
        plain[j] =
            std::max(plain[j], std::max(plain_above[j - 1], gap_above[j - 1]) + Costs::weight(quote.words[i - 1]));
      gap[j] = std::max({gap[j], gap[j - 1] - costs.lengthen, plain[j - 1] - Costs::open(quote, i)});
    }
    plain_above.swap(plain);
    gap_above.swap(gap);
  }
  return *std::ranges::max_element(plain_above);
}

std::int64_t score_of(const QuoteWords& quote, const WordPlaces& at, Costs costs) {
  std::int64_t score = 0;
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (at[i] < 0) {
      score -= Costs::put(quote, i);
      continue;
    }
    score += Costs::weight(quote.words[i]);
    if (last) {
      const std::int64_t left_out = at[i] - at[*last] - 1;
      EXPECT_GE(left_out, 0);
      std::int64_t open = 1500;
      for (std::size_t k = *last + 1; k <= i; ++k) open = std::min(open, Costs::open(quote, k));
      if (left_out > 0) score -= open + costs.lengthen * (left_out - 1);
    }
    last = i;
  }
  return score;
}

TEST(WordPlacer, IsAsGoodAsTheWholeTable) {
  constexpr std::string_view kWords[] = {"a", "of", "gate", "wall", "the", "ships", "old"};
  std::mt19937 random(11);
  const auto some = [&](std::size_t count, bool marks) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      const bool bracket = marks && random() % 8 == 0;
      text += (bracket ? "[" : "") + std::string(kWords[random() % 7]) + (bracket ? "]" : "");
      text += marks && random() % 6 == 0 ? " ... " : " ";
    }
    return text;
  };
  for (int round = 0; round < 3000; ++round) {
    const std::string quotation = some(1 + random() % 9, true);
    const std::string text = some(random() % 40, false);
    const QuoteWords quote = read_quote(quotation);
    const std::vector<FoldedWord> words = fold_into_words(text);
    WordPlacer placer(quote);
    placer.match(words, {});
    for (const auto& [reach, lengthen] : {std::pair{Reach::wide, 4}, std::pair{Reach::narrow, 250}}) {
      const Costs costs{lengthen};
      const WordPlaces at = placer.place({}, reach);
      for (std::size_t i = 0; i < at.size(); ++i)
        ASSERT_TRUE(at[i] < 0 || words[static_cast<std::size_t>(at[i])].key == quote.words[i].key);
      ASSERT_EQ(score_of(quote, at, costs), best_score(quote, words, costs)) << quotation << "\n" << text;
    }
  }
}

TEST(WordPlacer, TakenWordsAreLeftAlone) {
  const QuoteWords quote = read_quote("the old gate");
  const std::vector<FoldedWord> words = fold_into_words("the old gate and the old gate");
  WordPlacer placer(quote);
  placer.match(words, {});
  EXPECT_THAT(placer.place({}, Reach::wide), ElementsAre(0, 1, 2));
  EXPECT_THAT(placer.place({true, true, true, false, false, false, false}, Reach::wide), ElementsAre(4, 5, 6));
}

TEST(WordPlacer, ACutBetweenEqualWordsLeavesTheShorterPieceLongest) {
  const QuoteWords quote = read_quote("here we will not go");
  const std::vector<FoldedWord> words = fold_into_words("here we will not stay and we will not go");
  WordPlacer placer(quote);
  placer.match(words, {});
  EXPECT_THAT(placer.place({}, Reach::wide), ElementsAre(0, 1, 2, 8, 9));
}

}  // namespace
}  // namespace readout
