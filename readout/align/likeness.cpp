#include "readout/align/likeness.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

#include "readout/align/keys.h"
#include "readout/align/thesaurus.h"

namespace readout {
namespace {

// Letters to change, leave out, put in, or swap with the next; more than `most` counts as most + 1.
int distance(std::string_view a, std::string_view b, int most) {
  if (a.size() > b.size()) std::swap(a, b);
  const auto n = static_cast<int>(a.size());
  const auto m = static_cast<int>(b.size());
  if (m - n > most) return most + 1;
  std::array<std::uint8_t, 25> before{}, last{}, now{};
  for (int j = 0; j <= m; ++j) last[static_cast<std::size_t>(j)] = static_cast<std::uint8_t>(j);
  for (int i = 1; i <= n; ++i) {
    const auto row = static_cast<std::size_t>(i);
    now[0] = static_cast<std::uint8_t>(i);
    int least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int value = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[row - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[row - 1] == b[j - 2] && a[row - 2] == b[j - 1])
        value = std::min(value, before[j - 2] + 1);
      now[j] = static_cast<std::uint8_t>(value);
      least = std::min(least, value);
    }
    if (least > most) return most + 1;
    before = last;
    last = now;
  }
  return last[b.size()];
}

// One is a part of the other at a hyphen: "bashir" of "al-bashir".
bool is_part(std::string_view part, std::string_view whole) {
  if (part.size() < 3 || part.size() + 2 > whole.size()) return false;
  if (whole.ends_with(part)) return whole[whole.size() - part.size() - 1] == '-';
  return whole.starts_with(part) && whole[part.size()] == '-';
}

std::size_t common_front(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  std::size_t i = 0;
  while (i < size && a[i] == b[i]) ++i;
  return i;
}

// How near in letters, 0 to 80. `known`: both are common words, of which few letters apart says little.
int nearness(const Unit& a, const Unit& b, bool known, int company) {
  const std::string_view x = a.folded_letters();
  const std::string_view y = b.folded_letters();
  const std::size_t shorter = std::min(x.size(), y.size());
  const std::size_t longer = std::max(x.size(), y.size());
  if (shorter < 3) return 0;
  if (is_part(x, y) || is_part(y, x)) return 66;
  if (shorter < 4) return 0;
  const std::size_t front = common_front(x, y);
  int grade = 0;
  const int most = longer >= 9 ? 3 : longer >= 6 ? 2 : 1;
  if (std::popcount(a.signature ^ b.signature) <= 2 * most) {
    const int changes = distance(x, y, most);
    if (changes <= most) grade = 80 - 30 * changes / most;
  }
  if (front >= 4 && front * 10 >= longer * 6) grade = std::max(grade, 58);
  if (known) grade = company < 15 && front < 5 ? 0 : grade * std::clamp(60 + company, 0, 100) / 100;
  return grade;
}

Likeness compare_marks(const Unit& a, const Unit& b) {
  if (a.kind != b.kind) {
    const bool either = a.kind == UnitKind::ellipsis || b.kind == UnitKind::ellipsis;
    const bool word = is_word(a.kind) || is_word(b.kind);
    return either || word || a.kind == UnitKind::bracket || b.kind == UnitKind::bracket ? Likeness{}
                                                                                        : Likeness{Alike::mark, 30};
  }
  switch (a.kind) {
    case UnitKind::quotation_mark:
      return {Alike::mark, 90};
    case UnitKind::bracket:
      return {Alike::mark, 60};
    default:
      return {Alike::mark, 50};
  }
}

Likeness compare_words(const Unit& a, const Unit& b) {
  if (a.spelling == b.spelling) return {Alike::spelling, 97};
  if (a.name != 0 && a.name == b.name) return {Alike::name, 92};
  if (a.stem == b.stem && a.kind != UnitKind::number) return {Alike::stem, 90};
  const bool a_number = a.kind == UnitKind::number;
  if (a_number != (b.kind == UnitKind::number)) return {};
  if (a_number) return {Alike::related, 30};

  const Thesaurus& thesaurus = english_thesaurus();
  const bool known = a.entry != 0 && b.entry != 0;
  const int company = known ? thesaurus.company(a.entry, b.entry) : 0;
  const bool a_function = a.kind == UnitKind::function_word;
  const bool mixed = a_function != (b.kind == UnitKind::function_word);
  switch (known ? thesaurus.relation(a.entry, b.entry) : Relation::none) {
    case Relation::synonym:
      return {Alike::synonym, static_cast<std::uint8_t>(std::clamp(62 + company / 4, 50, 86) - (mixed ? 30 : 0))};
    case Relation::derived:
      return {Alike::derived, static_cast<std::uint8_t>(std::clamp(45 + company / 3, 35, 75) - (mixed ? 25 : 0))};
    case Relation::opposite:
      return {Alike::opposite, 40};
    case Relation::none:
      break;
  }
  if (mixed) return company >= 45 ? Likeness{Alike::related, static_cast<std::uint8_t>(company / 2)} : Likeness{};
  if (!a_function) {
    const int grade = nearness(a, b, known, company);
    if (grade > 0 && grade >= company) return {Alike::near, static_cast<std::uint8_t>(grade)};
  }
  if (company >= 25) return {Alike::related, static_cast<std::uint8_t>(std::min(company, 75))};
  return {};
}

// Of a unit in hundredths of a content word.
int weight(const Unit& unit) {
  switch (unit.kind) {
    case UnitKind::word:
      return unit.size <= 3 ? 80 : 100;
    case UnitKind::name:
    case UnitKind::number:
    case UnitKind::date_part:
      return 110;
    case UnitKind::function_word:
      return 50;
    default:
      return 25;
  }
}

}  // namespace

Likeness likeness(const Unit& a, const Unit& b) {
  if (a.exact == b.exact) return {Alike::same, 100};
  if (a.folded == b.folded) return {Alike::letter_case, 99};
  if (a.value != 0 && a.value == b.value) return {Alike::value, 95};
  const bool words = is_word(a.kind) && is_word(b.kind);
  return words ? compare_words(a, b) : compare_marks(a, b);
}

int gain(const Unit& a, const Unit& b, Likeness alike) {
  if (alike.kind == Alike::none) {
    const bool a_word = is_word(a.kind);
    if (a_word != is_word(b.kind)) return -160;
    if (!a_word) return -50;
    const bool mixed = (a.kind == UnitKind::function_word) != (b.kind == UnitKind::function_word);
    return mixed ? -70 : -25;
  }
  const int whole = std::min(weight(a), weight(b));
  // Halfway alike is worth little more than standing in the other's place.
  return whole * (static_cast<int>(alike.grade) * 5 / 4 - 25) / 100;
}

std::string_view to_string(Alike kind) {
  switch (kind) {
    case Alike::none:
      return "none";
    case Alike::same:
      return "same";
    case Alike::letter_case:
      return "letter-case";
    case Alike::mark:
      return "mark";
    case Alike::spelling:
      return "spelling";
    case Alike::value:
      return "value";
    case Alike::name:
      return "name";
    case Alike::stem:
      return "stem";
    case Alike::synonym:
      return "synonym";
    case Alike::derived:
      return "derived";
    case Alike::near:
      return "near";
    case Alike::opposite:
      return "opposite";
    case Alike::related:
      return "related";
  }
  return "none";
}

}  // namespace readout
