#include "readout/document/calendar.h"

#include <array>

#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 13> kNumbers = {"a",     "one",   "two",  "three", "four",   "five",  "six",
                                                       "seven", "eight", "nine", "ten",   "eleven", "twelve"};

struct Zone {
  std::string_view name;
  std::int16_t minutes;
};
constexpr std::array<Zone, 20> kZones = {{{"gmt", 0},      {"utc", 0},        {"bst", 60},     {"cet", 60},
                                          {"cest", 120},   {"eet", 120},      {"eest", 180},   {"msk", 180},
                                          {"est", -300},   {"edt", -240},     {"pst", -480},   {"pdt", -420},
                                          {"moscow", 180}, {"beijing", 480},  {"tokyo", 540},  {"minsk", 180},
                                          {"dubai", 240},  {"istanbul", 180}, {"ankara", 180}, {"riyadh", 180}}};

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

}  // namespace

int month_of(std::string_view word) {
  if (word.size() < 3 || !is_capital(word[0])) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const std::string_view month = kMonths[i];
    if (same_ascii(word, month) || (word.size() == 3 && same_ascii(word, month.substr(0, 3))))
      return static_cast<int>(i + 1);
  }
  return same_ascii(word, "sept") ? 9 : 0;
}

int weekday_of(std::string_view word, bool short_form) {
  if (word.size() < 3 || !is_capital(word[0])) return -1;
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    const std::string_view day = kWeekdays[i];
    if (same_ascii(word, day)) return static_cast<int>(i);
    if (short_form && word.size() < 6 && same_ascii(word, day.substr(0, word.size()))) return static_cast<int>(i);
  }
  return -1;
}

int small_number(std::string_view word) {
  for (std::size_t i = 0; i < kNumbers.size(); ++i)
    if (same_ascii(word, kNumbers[i])) return i == 0 ? 1 : static_cast<int>(i);
  return 0;
}

std::optional<std::int16_t> zone_of(std::string_view name) {
  for (const Zone& zone : kZones)
    if (same_ascii(name, zone.name)) return zone.minutes;
  return std::nullopt;
}

}  // namespace readout
