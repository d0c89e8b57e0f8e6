#include "readout/align/forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "readout/base/lexicon.h"

namespace readout {
namespace {

constexpr auto kUnits = std::to_array<std::string_view>(
    {"zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
     "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"});
constexpr auto kTens =
    std::to_array<std::string_view>({"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"});
constexpr auto kOrdinals = std::to_array<std::string_view>(
    {"first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
     "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
     "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"});
constexpr auto kMonths =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july", "august",
                                     "september", "october", "november", "december"});
constexpr auto kShortMonths = std::to_array<std::string_view>(
    {"jan.", "feb.", "mar.", "apr.", "", "jun.", "jul.", "aug.", "sept.", "oct.", "nov.", "dec."});
constexpr auto kWeekdays =
    std::to_array<std::string_view>({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
constexpr auto kShortWeekdays =
    std::to_array<std::string_view>({"mon.", "tues.", "wed.", "thurs.", "fri.", "sat.", "sun."});

enum Sort : std::uint64_t { kNumber = 1, kOrdinal, kDecade, kMonth, kWeekday, kPhrase };

std::uint64_t value_key(Sort sort, std::uint64_t value) {
  return join_keys(0x5eed0000u + sort, value + 1);
}

bool has_capital(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Forms::Forms() : table_(4096), firsts_(256) {
  read_words();
  read_numbers();
  read_phrases();
}

WordForm& Forms::at(std::string_view form) {
  const std::uint32_t number = table_.add(form_key(form), static_cast<std::uint32_t>(forms_.size()));
  if (number == forms_.size()) forms_.emplace_back();
  return forms_[number];
}

void Forms::read_words() {
  for (const auto& row : rows(embedded("en/synonyms_function.tsv"))) at(row[0]).function_word = true;
  for (const auto& row : rows(embedded("en/synonyms_irregular.tsv")))
    if (row.size() >= 2) at(row[0]).base = row[1];
  for (const char* file : {"en/synonyms_spelling.tsv", "en/synonyms_aliases.tsv"})
    for (const auto& row : rows(embedded(file)))
      if (row.size() >= 2) at(row[0]).spelling = form_key(row[1]);
  for (const auto& row : rows(embedded("en/synonyms_old.tsv"))) {
    if (row.size() < 2) continue;
    const WordForm today = at(row[1]);
    WordForm& old = at(row[0]);
    old.spelling = form_key(row[1]);
    old.base = today.base.empty() ? row[1] : today.base;
    old.function_word = today.function_word;
  }
}

void Forms::read_numbers() {
  for (std::size_t i = 0; i < kUnits.size(); ++i) at(kUnits[i]).number = static_cast<std::int32_t>(i);
  for (std::size_t i = 0; i < kTens.size(); ++i) {
    const auto ten = static_cast<std::int32_t>(20 + 10 * i);
    at(kTens[i]).number = ten;
    for (std::int32_t unit = 1; unit <= 9; ++unit)
      at(std::string(kTens[i]) + "-" + std::string(kUnits[static_cast<std::size_t>(unit)])).number = ten + unit;
  }
  for (std::size_t i = 0; i < kOrdinals.size(); ++i) {
    WordForm& form = at(kOrdinals[i]);
    form.number = static_cast<std::int32_t>(i + 1);
    form.ordinal = true;
  }
  at("dozen").number = 12;
  at("hundred").number = 100;
  at("thousand").number = 1'000;
  at("million").number = 1'000'000;
  at("billion").number = 1'000'000'000;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    at(kMonths[i]).month = static_cast<std::uint8_t>(i + 1);
    if (!kShortMonths[i].empty()) at(kShortMonths[i]).month = static_cast<std::uint8_t>(i + 1);
  }
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    at(kWeekdays[i]).weekday = static_cast<std::uint8_t>(i + 1);
    at(kShortWeekdays[i]).weekday = static_cast<std::uint8_t>(i + 1);
  }
}

void Forms::read_phrases() {
  for (const auto& row : rows(embedded("en/synonyms_phrases.tsv"))) {
    const std::uint64_t value = value_key(kPhrase, form_key(row[0]));
    for (const std::string_view text : row) {
      FixedPhrase phrase;
      phrase.with_case = has_capital(text);
      phrase.value = value;
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        phrase.words.push_back(form_key(text.substr(begin, end - begin)));
        begin = end + 1;
      }
      std::string first(text.substr(0, text.find(' ')));
      for (char& c : first) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      const std::uint32_t number = firsts_.add(form_key(first), static_cast<std::uint32_t>(phrases_.size()));
      if (number == phrases_.size()) phrases_.emplace_back();
      phrases_[number].push_back(std::move(phrase));
    }
  }
  for (auto& list : phrases_)
    std::stable_sort(list.begin(), list.end(),
                     [](const FixedPhrase& a, const FixedPhrase& b) { return a.words.size() > b.words.size(); });
}

const WordForm* Forms::find(std::uint64_t folded) const {
  const std::uint32_t number = table_.find(folded);
  return number == KeyTable::kAbsent ? nullptr : &forms_[number];
}

const std::vector<FixedPhrase>* Forms::phrases(std::uint64_t folded) const {
  const std::uint32_t number = firsts_.find(folded);
  return number == KeyTable::kAbsent ? nullptr : &phrases_[number];
}

const Forms& english_forms() {
  static const Forms forms;
  return forms;
}

std::uint64_t number_value(std::int64_t thousandths) {
  return value_key(kNumber, static_cast<std::uint64_t>(thousandths));
}
std::uint64_t ordinal_value(std::int64_t number) {
  return value_key(kOrdinal, static_cast<std::uint64_t>(number));
}
std::uint64_t decade_value(std::int64_t year) {
  return value_key(kDecade, static_cast<std::uint64_t>(year));
}
std::uint64_t month_value(std::uint8_t month) {
  return value_key(kMonth, month);
}
std::uint64_t weekday_value(std::uint8_t weekday) {
  return value_key(kWeekday, weekday);
}

}  // namespace readout
