#include "readout/align/values.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "readout/align/forms.h"

namespace readout {
namespace {

constexpr std::int64_t kMost = 1'000'000'000'000'000;  // past this a number is compared by its digits alone

struct Digits {
  std::int64_t thousandths = 0;
  bool ordinal = false;  // 10th
  bool decade = false;   // 1990s
};

bool is_digit_char(char c) {
  return c >= '0' && c <= '9';
}

// "1,000.5", "10th", "1990s", "1.5bn"; nullopt for anything else ("5:30", "747-400", "1,00").
std::optional<Digits> read_digits(std::string_view text) {
  Digits out;
  std::size_t i = 0;
  std::int64_t whole = 0;
  std::size_t group = 0;  // digits since the last comma; 0 before the first digit
  bool commas = false;
  for (; i < text.size(); ++i) {
    if (is_digit_char(text[i])) {
      whole = whole * 10 + (text[i] - '0');
      ++group;
      if (whole > kMost) return std::nullopt;
    } else if (text[i] == ',' && i + 1 < text.size() && is_digit_char(text[i + 1])) {
      if (commas ? group != 3 : group > 3) return std::nullopt;
      commas = true;
      group = 0;
    } else {
      break;
    }
  }
  if (i == 0 || (commas && group != 3)) return std::nullopt;
  std::int64_t value = whole * 1000;
  if (i < text.size() && text[i] == '.') {
    std::int64_t weight = 100;
    for (++i; i < text.size() && is_digit_char(text[i]); ++i) {
      if (weight == 0 && text[i] != '0') return std::nullopt;
      value += (text[i] - '0') * weight;
      weight /= 10;
    }
  }
  const std::string_view tail = text.substr(i);
  if (tail == "st" || tail == "nd" || tail == "rd" || tail == "th")
    out.ordinal = true;
  else if (tail == "s")
    out.decade = true;
  else if (tail == "k")
    value *= 1'000;
  else if (tail == "m" || tail == "mn")
    value *= 1'000'000;
  else if (tail == "bn" || tail == "b")
    value = value > kMost / 1'000'000 ? kMost : value * 1'000'000'000;
  else if (!tail.empty())
    return std::nullopt;
  out.thousandths = value;
  return out;
}

bool is_magnitude(const WordForm* form) {
  return form != nullptr && form->number >= 100;
}
bool is_count(const WordForm* form) {
  return form != nullptr && form->number >= 0 && form->number < 100 && !form->ordinal;
}

class Reader {
 public:
  explicit Reader(std::vector<Unit>& units) : units_(units) {}

  void run() {
    for (std::size_t i = 0; i < units_.size();) {
      std::size_t end = take_phrase(i);
      if (end == i) end = take_number(i);
      if (end == i) end = take_date(i);
      i = std::max(end, i + 1);
    }
  }

 private:
  const WordForm* form_of(std::size_t i) const {
    return i < units_.size() ? english_forms().find(units_[i].folded) : nullptr;
  }

  void set(std::size_t begin, std::size_t end, std::uint64_t value) {
    for (std::size_t i = begin; i < end; ++i) units_[i].value = value;
  }

  std::size_t take_phrase(std::size_t i) {
    const std::vector<FixedPhrase>* phrases = english_forms().phrases(units_[i].folded);
    if (phrases == nullptr) return i;
    for (const FixedPhrase& phrase : *phrases) {
      if (i + phrase.words.size() > units_.size()) continue;
      std::size_t k = 0;
      while (k < phrase.words.size() &&
             phrase.words[k] == (phrase.with_case ? units_[i + k].exact : units_[i + k].folded))
        ++k;
      if (k < phrase.words.size()) continue;
      set(i, i + k, phrase.value);
      return i + k;
    }
    return i;
  }

  // Digits or number words with the magnitudes that follow: "two hundred and five", "1.5 million".
  std::size_t take_number(std::size_t i) {
    if (units_[i].kind != UnitKind::number) return i;
    const WordForm* form = form_of(i);
    if (form != nullptr && form->ordinal) {
      units_[i].value = ordinal_value(form->number);
      return i + 1;
    }
    std::int64_t total = 0;    // thousandths
    std::int64_t current = 0;  // thousandths, below the next magnitude
    std::size_t at = i;
    if (form == nullptr) {
      const std::optional<Digits> digits = read_digits(units_[i].folded_letters());
      if (!digits) return i;
      if (digits->ordinal || digits->decade) {
        const std::int64_t number = digits->thousandths / 1000;
        units_[i].value = digits->decade ? decade_value(number) : by_date(i, number);
        return i + 1;
      }
      current = digits->thousandths;
      ++at;
    } else if (is_magnitude(form)) {
      current = 1000;
    }
    for (; at < units_.size() && total < kMost && current < kMost; ++at) {
      const WordForm* next = form_of(at);
      if (is_count(next) && form != nullptr) {
        if (at > i && current % 100'000 != 0 && !(current % 10'000 == 0 && next->number < 10)) break;
        current += next->number * std::int64_t{1000};
      } else if (is_magnitude(next)) {
        if (next->number == 100) {
          current *= 100;
        } else {
          if (current > kMost / next->number) return i;
          total += current * next->number;
          current = 0;
        }
      } else if (!(at > i && form != nullptr && units_[at].folded == form_key("and") && is_magnitude(form_of(at - 1)) &&
                   is_count(form_of(at + 1)))) {
        break;
      }
    }
    set(i, at, number_value(total + current));
    return at;
  }

  // "July 10th" is "July 10"; elsewhere "10th" is "tenth".
  std::uint64_t by_date(std::size_t i, std::int64_t number) const {
    const auto is_month = [&](std::size_t k) { return form_of(k) != nullptr && form_of(k)->month != 0; };
    const bool of_month = i + 2 < units_.size() && units_[i + 1].folded == form_key("of") && is_month(i + 2);
    if ((i > 0 && is_month(i - 1)) || is_month(i + 1) || of_month) return number_value(number * 1000);
    return ordinal_value(number);
  }

  std::size_t take_date(std::size_t i) {
    if (units_[i].kind != UnitKind::date_part) return i;
    const WordForm* form = form_of(i);
    if (form == nullptr) return i;
    units_[i].value = form->month != 0 ? month_value(form->month) : weekday_value(form->weekday);
    return i + 1;
  }

  std::vector<Unit>& units_;
};

}  // namespace

void set_values(std::vector<Unit>& units) {
  Reader(units).run();
}

}  // namespace readout
