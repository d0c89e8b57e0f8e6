#include "bench/share.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

#include "bench/dice.h"
#include "readout/base/lexicon.h"

namespace readout::bench {
namespace {

constexpr std::uint64_t kTogether = 1000;  // documents that have their stories in common
constexpr std::size_t kStories = 100;

constexpr std::array<std::string_view, 16> kSyllables = {"mar", "lo",  "wen", "tis", "ka",  "ro",  "ben", "dal",
                                                         "ui",  "har", "nek", "vo",  "lin", "ese", "tor", "pas"};
constexpr std::array<std::string_view, 8> kTitles = {"Foreign Minister", "Prime Minister", "spokeswoman", "Governor",
                                                     "Ambassador",       "Senator",        "President",   "spokesman"};
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::string_view kNotice =
    "The views in this report are those of its author and need not be those of the agency that brought it to you.";

// English words, each as likely as it is in English.
class Vocabulary {
 public:
  Vocabulary() {
    for (const auto& row : rows(embedded("en/word_frequency.tsv"))) {
      std::uint64_t rate = 0;
      if (row.size() < 2) continue;
      std::from_chars(row[1].data(), row[1].data() + row[1].size(), rate);
      sum_ += rate;
      words_.push_back(row[0]);
      until_.push_back(sum_);
    }
  }

  std::string_view draw(Dice& dice) const {
    const std::uint64_t at = dice.roll() % sum_;
    return words_[static_cast<std::size_t>(std::ranges::upper_bound(until_, at) - until_.begin())];
  }

 private:
  std::vector<std::string_view> words_;
  std::vector<std::uint64_t> until_;
  std::uint64_t sum_ = 0;
};

const Vocabulary& vocabulary() {
  static const Vocabulary kVocabulary;
  return kVocabulary;
}

std::string capital(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

std::string name(Dice& dice, std::size_t of) {
  std::string all;
  for (std::size_t number = dice.skewed(of) + 17; number > 0; number /= kSyllables.size())
    all += kSyllables[number % kSyllables.size()];
  return capital(all);
}

// The long tail of a language: most of what a text says once.
std::string rare(Dice& dice) {
  std::string word;
  for (std::size_t number = dice.skewed(60000) + 300; number > 0; number /= kSyllables.size())
    word += kSyllables[number % kSyllables.size()];
  return word;
}

std::string words(Dice& dice, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) all += ' ';
    const std::size_t sort = dice.below(30);
    if (sort == 0)
      all += std::to_string(2 + dice.skewed(90));
    else if (sort < 3)
      all += name(dice, 3000);
    else if (sort < 9)
      all += rare(dice);
    else
      all += vocabulary().draw(dice);
  }
  return all;
}

std::string sentence(Dice& dice) {
  return capital(words(dice, 9 + dice.below(17))) + ".";
}

struct Act {
  std::string title;
  std::string person;
  std::vector<std::string> quotations;  // sentences, without their points
};

struct Story {
  std::string head;
  std::string dateline;
  std::vector<Act> acts;
  std::vector<std::string> paragraphs;
};

std::string direct(const Act& act, std::size_t quotation, Dice& dice) {
  return fmt::format("“{},” {} {} said on {}.", act.quotations[quotation], act.title, act.person,
                     kDays[dice.below(kDays.size())]);
}

Story make_story(std::uint64_t number, std::size_t bytes) {
  Dice dice(number * 0xD6E8FEB86659FD93u + 7);
  Story story;
  story.head = capital(words(dice, 8));
  story.dateline = fmt::format("PORT {}, {} {}.", name(dice, 40), kMonths[dice.below(12)], 1 + dice.below(28));
  for (int i = 0; i < 3; ++i) {
    Act act{std::string(kTitles[dice.below(kTitles.size())]), name(dice, 300) + " " + name(dice, 2000), {}};
    for (int k = 0; k < 3; ++k) act.quotations.push_back(capital(words(dice, 7 + dice.below(16))));
    story.acts.push_back(std::move(act));
  }
  std::size_t size = 0;
  for (std::size_t i = 0; size < bytes; ++i) {
    const Act& act = story.acts[i % story.acts.size()];
    const std::size_t quotation = (i / story.acts.size()) % act.quotations.size();
    if (i < 9 && dice.below(2) == 0)
      story.paragraphs.push_back(direct(act, quotation, dice) + " " + sentence(dice));
    else if (i < 9)
      story.paragraphs.push_back(
          fmt::format("{} said that {}. {}", act.person, words(dice, 9 + dice.below(12)), sentence(dice)));
    else
      story.paragraphs.push_back(sentence(dice) + " " + sentence(dice) + " " + sentence(dice));
    size += story.paragraphs.back().size() + 2;
  }
  return story;
}

std::string printed(const Story& story) {
  std::string text = story.head + "\n\n" + story.dateline + " ";
  for (const std::string& paragraph : story.paragraphs) text += paragraph + "\n\n";
  return text;
}

// Another outlet's copy: the end cut off, now and then a paragraph or a word gone.
std::string copied(const Story& story, Dice& dice) {
  std::string text = (dice.below(2) == 0 ? story.head : capital(words(dice, 7))) + "\n\n" + story.dateline + " ";
  const std::size_t kept = std::max<std::size_t>(3, story.paragraphs.size() - dice.skewed(story.paragraphs.size()));
  for (std::size_t i = 0; i < std::min(kept, story.paragraphs.size()); ++i) {
    if (i > 0 && dice.below(12) == 0) continue;
    std::string paragraph = story.paragraphs[i];
    if (dice.below(6) == 0)
      if (const std::size_t at = paragraph.find(' ', dice.below(paragraph.size())); at != std::string::npos)
        paragraph.insert(at, " " + std::string(vocabulary().draw(dice)));
    text += paragraph + "\n\n";
  }
  return text;
}

// A report of its own with some of the story's words.
std::string quoting(const Story& story, Story own, Dice& dice) {
  const std::size_t count = 1 + dice.below(4);
  for (std::size_t i = 0; i < count; ++i) {
    const Act& act = story.acts[dice.below(story.acts.size())];
    const std::size_t at = dice.below(act.quotations.size());
    const std::string& whole = act.quotations[at];
    std::string& place = own.paragraphs[dice.below(std::min<std::size_t>(own.paragraphs.size(), 12))];
    switch (dice.below(3)) {
      case 0:
        place = direct(act, at, dice);
        break;
      case 1: {
        const std::size_t from = whole.find(' ', whole.size() / 4);
        place = fmt::format("{} spoke of “{}”.", act.person, whole.substr(from == std::string::npos ? 0 : from + 1));
        break;
      }
      default:
        place = fmt::format("{} said that {}.", act.person, whole);
    }
  }
  return printed(own);
}

}  // namespace

std::string share_words(Dice& dice, std::size_t count) {
  return capital(words(dice, count));
}

std::string share_document(std::uint64_t seed, std::uint64_t index, std::size_t bytes) {
  Dice dice(seed * 0xD1B54A32D192ED03u + index);
  const std::uint64_t block = index / kTogether;
  const std::uint64_t of = dice.below(10) == 0 ? dice.below(block + 1) : block;
  const std::uint64_t story = (seed << 40) + of * kStories + dice.skewed(kStories);
  const std::uint64_t own = (seed << 40) + (1ull << 39) + index;
  std::string text;
  switch (dice.below(3)) {
    case 0:
      text = printed(make_story(own, bytes));
      break;
    case 1:
      text = copied(make_story(story, bytes), dice);
      break;
    default:
      text = quoting(make_story(story, bytes), make_story(own, bytes), dice);
  }
  if (dice.below(3) == 0) text += std::string(kNotice) + "\n";
  return text;
}

std::uint64_t share_pile(const std::string& folder, std::uint64_t seed, std::size_t count) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string below = fmt::format("{}/{:03}", folder, i / 1000);
    if (i % 1000 == 0) std::filesystem::create_directories(below);
    const std::string text = share_document(seed, i, 5000);
    std::ofstream(fmt::format("{}/{:06}.txt", below, i), std::ios::binary) << text;
    bytes += text.size();
  }
  return bytes;
}

}  // namespace readout::bench
