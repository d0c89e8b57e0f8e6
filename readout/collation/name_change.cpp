// Which name a change has, by the classes of its words.
#include <algorithm>

#include "readout/collation/change_words.h"
#include "readout/collation/differences.h"

namespace readout {
namespace {

// What words say beside their sense; sorted keys, so that two sides can be compared.
struct Features {
  std::size_t words = 0;
  std::size_t plain = 0;  // content words of no class
  std::size_t negations = 0;
  std::vector<std::uint64_t> numbers, dates, modals, hedges, intensifiers, names, titles, persons, auxiliaries, forms;
};

bool has(std::uint32_t classes, MeaningClass word_class) {
  return (classes & class_bit(word_class)) != 0;
}

std::uint64_t person_of(std::uint32_t classes) {
  for (const MeaningClass person : {MeaningClass::first, MeaningClass::second, MeaningClass::third})
    if (has(classes, person)) return static_cast<std::uint64_t>(person) + 1;
  return 0;
}

bool is_auxiliary(std::uint32_t classes) {
  return has(classes, MeaningClass::be) || has(classes, MeaningClass::have) || has(classes, MeaningClass::do_form);
}

void add(Features& out, const Unit& unit) {
  const ChangeWords& words = english_change_words();
  const std::uint32_t classes = words.classes(unit.folded);
  for (const std::uint64_t form : words.expand(unit.folded)) out.forms.push_back(form);
  if (!is_word(unit.kind)) return;
  ++out.words;
  if (has(classes, MeaningClass::negation)) ++out.negations;
  if (unit.kind == UnitKind::date_part || has(classes, MeaningClass::time))
    out.dates.push_back(unit.value != 0 ? unit.value : unit.stem);
  else if (unit.kind == UnitKind::number)
    out.numbers.push_back(unit.value != 0 ? unit.value : unit.folded);
  else if (has(classes, MeaningClass::quantifier))
    out.numbers.push_back(unit.folded);
  else if (words.modal(unit.folded) != 0)
    out.modals.push_back(words.modal(unit.folded));
  else if (has(classes, MeaningClass::title))
    out.titles.push_back(unit.stem);
  else if (unit.kind == UnitKind::name)
    out.names.push_back(unit.name != 0 ? unit.name : unit.folded);
  else if (has(classes, MeaningClass::hedge))
    out.hedges.push_back(words.canonical(unit.folded));
  else if (has(classes, MeaningClass::intensifier))
    out.intensifiers.push_back(words.canonical(unit.folded));
  else if (person_of(classes) != 0)
    out.persons.push_back(person_of(classes));
  else if (is_auxiliary(classes))
    out.auxiliaries.push_back(unit.folded);
  else if (unit.kind != UnitKind::function_word && !has(classes, MeaningClass::negation))
    ++out.plain;
}

Features read(std::span<const Unit> units) {
  Features out;
  for (const Unit& unit : units) add(out, unit);
  for (auto* list : {&out.numbers, &out.dates, &out.modals, &out.hedges, &out.intensifiers, &out.names, &out.titles,
                     &out.persons, &out.auxiliaries})
    std::ranges::sort(*list);
  return out;
}

bool is_backshift(const Features& a, const Features& b) {
  const ChangeWords& words = english_change_words();
  if (a.modals.size() != 1 || b.modals.size() != 1) return false;
  return words.is_backshift(a.modals[0], b.modals[0]);
}

// Words of one side only: put in, or left out.
ChangeType name_stretch(const Features& words, ChangeType otherwise) {
  if (words.words > 3 || words.plain > 0) return otherwise;
  if (words.negations > 0) return ChangeType::negation;
  if (!words.hedges.empty()) return ChangeType::hedge;
  if (!words.intensifiers.empty()) return ChangeType::intensifier;
  if (!words.modals.empty()) return ChangeType::modal;
  if (!words.titles.empty() && words.names.empty()) return ChangeType::title;
  if (!words.numbers.empty() && words.words == 1) return ChangeType::number;
  if (!words.persons.empty() && words.words == 1) return ChangeType::person;
  if (!words.auxiliaries.empty() && words.names.empty() && words.dates.empty() && words.persons.empty())
    return ChangeType::tense;
  return otherwise;
}

// The number with which a compound begins: "three" of "three-year"; 0 where none does.
std::uint64_t leading_number(const Unit& unit) {
  const std::string_view letters = unit.folded_letters();
  const std::size_t hyphen = letters.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0) return 0;
  const std::vector<Unit> parts = make_units(letters, make_span(0, hyphen));
  return parts.size() == 1 && parts[0].kind == UnitKind::number ? parts[0].value : 0;
}

}  // namespace

ChangeType name_change(std::span<const Unit> a, std::span<const Unit> b, ChangeType otherwise) {
  const Features x = read(a);
  const Features y = read(b);
  if (x.words == 0 && y.words == 0) return ChangeType::punctuation;
  if (x.words == 0) return name_stretch(y, otherwise);
  if (y.words == 0) return name_stretch(x, otherwise);
  if (x.forms == y.forms) return ChangeType::spelling;
  if ((x.negations % 2) != (y.negations % 2) && x.words <= 5 && y.words <= 5) return ChangeType::negation;
  if (x.numbers != y.numbers && (!x.numbers.empty() || !y.numbers.empty()) && (x.dates.empty() || y.dates.empty()))
    return ChangeType::number;
  if (x.dates != y.dates) return ChangeType::date;
  if (x.names != y.names) return ChangeType::name;
  if (x.titles != y.titles) return ChangeType::title;
  if (x.modals != y.modals) return is_backshift(x, y) ? ChangeType::tense : ChangeType::modal;
  if (x.hedges != y.hedges) return ChangeType::hedge;
  if (x.intensifiers != y.intensifiers) return ChangeType::intensifier;
  if (x.persons != y.persons) return ChangeType::person;
  if (x.auxiliaries != y.auxiliaries && x.plain == 0 && y.plain == 0) return ChangeType::tense;
  if (!x.numbers.empty() && x.numbers == y.numbers && x.plain == y.plain) return ChangeType::spelling;
  return ChangeType::term;
}

ChangeType name_pair(const Unit& a, const Unit& b, Likeness alike) {
  if (const std::uint64_t number = leading_number(a); number != 0 && is_word(b.kind))
    if (const std::uint64_t other = leading_number(b); other != 0 && other != number) return ChangeType::number;
  const std::span<const Unit> one(&a, 1), other(&b, 1);
  const ChangeWords& words = english_change_words();
  switch (alike.kind) {
    case Alike::same:
    case Alike::letter_case:
    case Alike::spelling:
    case Alike::name:
    case Alike::value:
      return ChangeType::spelling;
    case Alike::mark:
      return ChangeType::punctuation;
    case Alike::stem: {
      const ChangeType type = name_change(one, other, ChangeType::term);
      if (type != ChangeType::term && type != ChangeType::title) return type;
      return a.kind == UnitKind::name && b.kind == UnitKind::name ? ChangeType::name : ChangeType::tense;
    }
    case Alike::near:
      if (a.kind != UnitKind::name && b.kind != UnitKind::name && alike.grade >= 50 && (a.entry == 0 || b.entry == 0) &&
          words.classes(a.folded) == 0 && words.classes(b.folded) == 0)
        return ChangeType::spelling;
      return name_change(one, other, ChangeType::term);
    default:
      return name_change(one, other, ChangeType::term);
  }
}

}  // namespace readout
