// A made tradition: many copies of one song in a language that no lexicon knows, spelt as each copyist pleases.
//
// The language, the song and its copies come from a seed. A copyist has habits (w for v, doubled letters, c for k) that
// he keeps to more often than not; he also leaves out words and lines, puts in words, takes one word for another,
// joins and parts words, turns two round; some copies are fragments. Each token knows which place of the song it came
// from, and that is the gold: what stands in another's place stands in its row. Words joined or parted count for
// nothing, because no rule says in whose row they stand.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctime>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/collation/collation.h"
#include "readout/collation/token_units.h"
#include "tools/score_collation.h"

namespace readout::score {
namespace {

using Row = std::pair<std::size_t, std::size_t>;  // a place of the song, and what was put in after it

struct CopiedWord {
  std::string letters;
  Row row;
  bool parted = false;  // a word and a part of one, or two words in one: no gold says where it belongs
};
using Copy = std::vector<CopiedWord>;

struct Habit {
  std::string_view from;
  std::string_view to;
};

constexpr auto kHabits = std::to_array<Habit>(
    {{"v", "w"},  {"v", "u"},  {"uu", "w"},   {"aa", "a"}, {"a", "aa"},  {"ii", "i"}, {"i", "j"},  {"i", "y"},
     {"j", "i"},  {"k", "c"},  {"kk", "ck"},  {"ks", "x"}, {"ts", "tz"}, {"t", "tt"}, {"tt", "t"}, {"l", "ll"},
     {"ll", "l"}, {"s", "ss"}, {"ss", "s"},   {"n", "nn"}, {"nn", "n"},  {"d", "dh"}, {"t", "th"}, {"ä", "e"},
     {"ä", "a"},  {"ö", "o"},  {"ö", "å"},    {"yy", "y"}, {"y", "u"},   {"h", ""},   {"uo", "o"}, {"ie", "e"},
     {"ee", "e"}, {"oo", "o"}, {"nk", "ngh"}, {"p", "b"},  {"t", "d"},   {"k", "g"},  {"e", "ä"},  {"m", "mm"}});

class Tradition {
 public:
  explicit Tradition(std::uint64_t seed) : random_(seed) {
    for (std::size_t i = 0; i < 420; ++i) words_.push_back(make_word());
  }

  std::vector<Copy> make(std::size_t length, std::size_t copies) {
    Copy song;
    for (std::size_t i = 0; i < length; ++i) {
      // Singers come back to a line.
      if (i > 60 && below(30) == 0) {
        const std::size_t from = below(i - 12);
        for (std::size_t k = 0; k < 5 && i < length; ++k, ++i) song.push_back({song[from + k].letters, {i, 0}, false});
      }
      if (i < length) song.push_back({common_word(), {i, 0}, false});
    }
    std::vector<Copy> out;
    std::vector<Copy> lost = {song};
    for (std::size_t i = 0; i < copies; ++i) {
      const bool from_lost = i < 2 || below(3) == 0;
      const Copy& model = from_lost ? lost[below(lost.size())] : out[below(out.size())];
      const std::size_t hands = below(4) == 0 ? 2 : 1;
      Copy copy = model;
      for (std::size_t hand = 0; hand < hands; ++hand) copy = write_out(copy);
      if (below(4) == 0) lost.push_back(copy);
      if (below(6) == 0) copy = tear(copy);
      out.push_back(std::move(copy));
    }
    return out;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }
  bool chance(std::size_t in_thousand) { return below(1'000) < in_thousand; }

  std::string make_word() {
    constexpr auto kFirst =
        std::to_array<std::string_view>({"k", "t", "p", "s", "v", "m", "n", "l", "r", "h", "j", ""});
    constexpr auto kVowel =
        std::to_array<std::string_view>({"a", "i", "u", "e", "o", "ä", "ö", "y", "aa", "uo", "ie", "ei", "ii", "uu"});
    constexpr auto kLast =
        std::to_array<std::string_view>({"", "", "", "n", "s", "l", "t", "k", "tt", "ll", "nk", "ks"});
    std::string out;
    const std::size_t syllables = below(5) == 0 ? 1 : 2 + below(3);
    for (std::size_t i = 0; i < syllables; ++i) {
      out += kFirst[below(kFirst.size())];
      out += kVowel[below(kVowel.size())];
      if (i + 1 == syllables || below(3) == 0) out += kLast[below(kLast.size())];
    }
    return out;
  }

  // Few words make most of a song.
  std::string common_word() {
    const std::size_t reach = below(3) == 0 ? 12 : below(2) == 0 ? 90 : words_.size();
    return words_[below(reach)];
  }

  std::string respell(const std::string& word, const std::vector<Habit>& habits) {
    std::string out = word;
    for (const Habit& habit : habits) {
      const std::size_t at = out.find(habit.from);
      if (at != std::string::npos && below(10) < 5 && out.size() > habit.from.size())
        out.replace(at, habit.from.size(), habit.to);
    }
    if (below(18) == 0) {  // a slip, or a rule of one day
      const Habit& habit = kHabits[below(kHabits.size())];
      const std::size_t at = out.rfind(habit.from);
      if (at != std::string::npos && out.size() > habit.from.size()) out.replace(at, habit.from.size(), habit.to);
    }
    if (below(60) == 0 && out.size() > 3) out.pop_back();
    return out;
  }

  Copy write_out(const Copy& model) {
    std::vector<Habit> habits;
    for (std::size_t i = 0; i < 4; ++i) habits.push_back(kHabits[below(kHabits.size())]);
    Copy out;
    for (std::size_t i = 0; i < model.size(); ++i) {
      if (chance(6)) continue;
      if (chance(1)) {
        i += 3 + below(6);
        continue;
      }
      CopiedWord word = model[i];
      if (chance(6)) word.letters = words_[below(words_.size())];
      word.letters = respell(word.letters, habits);
      if (chance(5) && i + 1 < model.size()) {
        word.letters += (below(2) == 0 ? "-" : "") + respell(model[i + 1].letters, habits);
        word.parted = true;
        ++i;
      } else if (chance(4) && word.letters.size() > 6) {
        std::size_t cut = word.letters.size() / 2;
        while (cut < word.letters.size() && (static_cast<unsigned char>(word.letters[cut]) & 0xC0) == 0x80) ++cut;
        const std::string rest = word.letters.substr(cut);
        word.letters = word.letters.substr(0, cut) + (below(2) == 0 ? "-" : "");
        word.parted = true;
        out.push_back(word);
        if (!rest.empty()) out.push_back({rest, {word.row.first, word.row.second + 1'000}, true});
        continue;
      } else if (chance(2) && i + 1 < model.size()) {
        out.push_back({respell(model[i + 1].letters, habits), {model[i + 1].row.first, ++inserted_}, false});
        out.push_back(word);
        ++i;
        continue;
      }
      out.push_back(word);
      if (chance(5)) out.push_back({words_[below(90)], {word.row.first, ++inserted_}, false});
    }
    return out;
  }

  Copy tear(const Copy& copy) {
    if (copy.size() < 10) return copy;
    const std::size_t begin = below(copy.size() / 2);
    const std::size_t end = std::min(copy.size(), begin + copy.size() / 4 + below(copy.size() / 2));
    return {copy.begin() + static_cast<std::ptrdiff_t>(begin), copy.begin() + static_cast<std::ptrdiff_t>(end)};
  }

  std::mt19937_64 random_;
  std::vector<std::string> words_;
  std::size_t inserted_ = 1'000'000;
};

PairCount count_pairs(const std::vector<Copy>& copies, const Collation& table) {
  PairCount pairs;
  std::map<Row, std::uint64_t> rows;
  for (const Copy& copy : copies)
    for (const CopiedWord& word : copy)
      if (!word.parted) ++rows[word.row];
  for (const auto& [row, present] : rows) pairs.gold += present * (present - 1) / 2;
  for (std::size_t c = 0; c < table.columns(); ++c)
    for (std::size_t a = 0; a < copies.size(); ++a)
      for (std::size_t b = a + 1; b < copies.size(); ++b) {
        if (table.at(c, a) == kNoUnit || table.at(c, b) == kNoUnit) continue;
        const CopiedWord& one = copies[a][table.at(c, a)];
        const CopiedWord& other = copies[b][table.at(c, b)];
        if (one.parted || other.parted) continue;
        ++pairs.made;
        if (one.row == other.row) ++pairs.right;
      }
  return pairs;
}

}  // namespace

bool score_old_spellings() {
  constexpr double kFloor = 0.957;
  PairCount sum;
  double seconds = 0;
  std::size_t tokens = 0;
  constexpr std::size_t kTraditions = 3;
  for (std::uint64_t seed = 1; seed <= kTraditions; ++seed) {
    const std::vector<Copy> copies = Tradition(seed).make(900, 37);
    std::vector<std::vector<std::string_view>> words(copies.size());
    for (std::size_t w = 0; w < copies.size(); ++w)
      for (const CopiedWord& word : copies[w]) words[w].push_back(word.letters);
    for (const auto& list : words) tokens += list.size();
    const std::clock_t begin = std::clock();
    const Collation table = collate(make_token_units(words));
    seconds += static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    const PairCount pairs = count_pairs(copies, table);
    sum.right += pairs.right, sum.made += pairs.made, sum.gold += pairs.gold;
  }
  fmt::print("made traditions in old spellings: {} of 37 witnesses, {} tokens\n", kTraditions, tokens);
  fmt::print("  pairs of tokens: precision {:.4f}, recall {:.4f}, F {:.4f}; {:.2f} s of CPU each\n", sum.precision(),
             sum.recall(), sum.f(), seconds / static_cast<double>(kTraditions));
  if (sum.f() < kFloor) fmt::print("  below the floor of {}\n", kFloor);
  return sum.f() >= kFloor;
}

}  // namespace readout::score
