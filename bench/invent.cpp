#include "bench/invent.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "bench/dice.h"

namespace readout::bench {
namespace {

constexpr std::array<std::string_view, 20> kSyllables = {"mar", "lo",  "wen",  "tis", "ka",  "ro", "ben",
                                                         "dal", "ui",  "ster", "har", "nek", "vo", "lin",
                                                         "ese", "tor", "pas",  "gri", "om",  "fel"};
constexpr std::array<std::string_view, 10> kTitles = {"Foreign Minister", "Prime Minister", "spokeswoman", "Governor",
                                                      "Ambassador",       "Senator",        "President",   "spokesman",
                                                      "Defence Minister", "Mayor"};
constexpr std::array<std::string_view, 12> kCues = {"said",      "told reporters", "added",    "argued",
                                                    "warned",    "insisted",       "stated",   "noted",
                                                    "explained", "wrote",          "declared", "said"};
constexpr std::array<std::string_view, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 24> kSmall = {"the", "of",   "a",    "to",  "in",   "and",  "that", "for",
                                                     "on",  "with", "from", "by",  "this", "over", "no",   "its",
                                                     "our", "all",  "new",  "not", "any",  "two",  "more", "after"};

std::string capital(std::string word) {
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

// The word of this number: the larger, the longer.
std::string word_of(std::size_t number) {
  std::string word;
  for (std::size_t rest = number + 21; rest > 0; rest /= kSyllables.size())
    word += kSyllables[rest % kSyllables.size()];
  return word;
}

class Writer {
 public:
  Writer(std::uint64_t seed, std::uint64_t index) : dice_(seed * 0x9E3779B97F4A7C15u + index) {
    for (std::string& person : people_) person = name(400);
  }

  std::string write(std::size_t bytes) {
    std::string text = capital(words(7)) + "\n\n";
    const std::string month(kMonths[dice_.below(12)]);
    text += fmt::format("{}, {} {}. /NAA/. {}\n\n", "PORT " + upper(word_of(dice_.below(60))), month,
                        1 + dice_.below(28), sentence());
    while (text.size() < bytes) text += paragraph() + "\n\n";
    if (dice_.below(3) == 0) {
      text += "Read also\n";
      for (int i = 0; i < 8; ++i) text += capital(words(6)) + "\n";
    }
    return text;
  }

 private:
  static std::string upper(std::string word) {
    for (char& c : word) c = static_cast<char>(c - 'a' + 'A');
    return word;
  }

  std::string name(std::size_t of) {
    return capital(word_of(dice_.skewed(of))) + " " + capital(word_of(dice_.skewed(of) + 400));
  }

  std::string words(std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) all += ' ';
      if (dice_.below(5) < 2)
        all += kSmall[dice_.skewed(kSmall.size())];
      else
        all += word_of(dice_.skewed(8000));
    }
    return all;
  }

  std::string sentence() { return capital(words(8 + dice_.below(16))) + "."; }

  std::string quotation() { return words(5 + dice_.below(18)); }

  const std::string& person() { return people_[dice_.skewed(people_.size())]; }

  std::string surname() {
    const std::string& whole = person();
    return whole.substr(whole.find(' ') + 1);
  }

  std::string paragraph() {
    const std::string_view cue = kCues[dice_.below(kCues.size())];
    switch (dice_.below(8)) {
      case 0:
        return fmt::format("“{},” {} {} said on {}. {}", capital(quotation()), kTitles[dice_.below(10)], person(),
                           kDays[dice_.below(7)], sentence());
      case 1:
        return fmt::format("{} {} that {}. “{}. {}”", surname(), cue, quotation(), capital(quotation()), sentence());
      case 2:
        return fmt::format("According to {}, {}. {}", person(), quotation(), sentence());
      case 3:
        return fmt::format("{} {} {} the plan was “{}” and would {}.", kTitles[dice_.below(10)], person(), cue,
                           words(4), words(6));
      case 4:
        return fmt::format("\"{},\" he {}, \"{}.\"", capital(quotation()), cue, quotation());
      case 5:
        return fmt::format("The ministry denied that {}. {}", quotation(), sentence());
      default:
        return sentence() + " " + sentence() + " " + sentence();
    }
  }

  Dice dice_;
  std::array<std::string, 5> people_;
};

}  // namespace

std::string invent_document(std::uint64_t seed, std::uint64_t index, std::size_t bytes) {
  return Writer(seed, index).write(bytes);
}

std::uint64_t invent_pile(const std::string& folder, std::uint64_t seed, std::size_t count) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string below = fmt::format("{}/{:03}", folder, i / 1000);
    if (i % 1000 == 0) std::filesystem::create_directories(below);
    const std::string text = invent_document(seed, i);
    std::ofstream(fmt::format("{}/{:06}.txt", below, i), std::ios::binary) << text;
    bytes += text.size();
  }
  return bytes;
}

}  // namespace readout::bench
