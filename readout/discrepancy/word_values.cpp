#include "readout/discrepancy/word_values.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "readout/align/keys.h"
#include "readout/discrepancy/word_groups.h"

namespace readout {
namespace {

// "any", "some" and "a" count nothing.
std::uint32_t indefinite() {
  static const std::uint32_t kIndefinite = english_word_groups().same(form_key("any"));
  return kIndefinite;
}

// "before" and "prior" have one number, "during" and "when" another; 0 for words that place nothing in time.
std::uint32_t time_group(const Unit& unit) {
  static const std::array<std::uint32_t, 3> kTimes = {english_word_groups().same(form_key("before")),
                                                      english_word_groups().same(form_key("after")),
                                                      english_word_groups().same(form_key("during"))};
  const std::uint32_t group = english_word_groups().same(unit.folded);
  return std::ranges::find(kTimes, group) == kTimes.end() ? 0 : group;
}

// "everything" and "all" have one number, "nothing" and "none" another; 0 for other words.
std::uint32_t quantity_group(const Unit& unit) {
  static const std::uint32_t kAll = english_word_groups().same(form_key("all"));
  static const std::uint32_t kNone = english_word_groups().same(form_key("none"));
  const std::uint32_t group = english_word_groups().same(unit.folded);
  return group == kAll || group == kNone ? group : 0;
}

}  // namespace

bool has_class(const Unit& unit, MeaningClass word_class) {
  return (english_change_words().classes(unit.folded) & class_bit(word_class)) != 0;
}

bool is_content(const Unit& unit) {
  return is_word(unit.kind) && unit.kind != UnitKind::function_word;
}

bool is_name(const Unit& unit) {
  return unit.kind == UnitKind::name && !has_class(unit, MeaningClass::title);
}

std::size_t count_content(const std::vector<Unit>& words) {
  return static_cast<std::size_t>(std::ranges::count_if(words, is_content));
}

std::size_t count_negations(const std::vector<Unit>& units) {
  return static_cast<std::size_t>(
      std::ranges::count_if(units, [](const Unit& unit) { return has_class(unit, MeaningClass::negation); }));
}

bool says_more(const std::vector<Unit>& words) {
  return std::ranges::any_of(words,
                             [](const Unit& u) { return is_content(u) && !has_class(u, MeaningClass::negation); });
}

bool is_question(const std::vector<Unit>& units) {
  return !units.empty() &&
         std::ranges::any_of(units.end() - std::min<std::ptrdiff_t>(3, std::ssize(units)), units.end(),
                             [](const Unit& unit) { return unit.folded == form_key("?"); });
}

bool denies(const std::vector<Unit>& units) {
  return std::ranges::any_of(units, [](const Unit& unit) { return english_word_groups().denies(unit.folded); });
}

bool has_figure(const std::vector<Unit>& units) {
  return std::ranges::any_of(units, [](const Unit& unit) { return unit.kind == UnitKind::number && unit.value != 0; });
}

std::vector<std::uint64_t> number_values(const std::vector<Unit>& units) {
  std::vector<std::uint64_t> out;
  for (const Unit& unit : units) {
    if (english_word_groups().same(unit.folded) == indefinite())
      continue;
    else if (unit.kind == UnitKind::number)
      out.push_back(unit.value != 0 ? unit.value : unit.folded);
    else if (const std::uint32_t group = quantity_group(unit); group != 0 || has_class(unit, MeaningClass::quantifier))
      out.push_back(group != 0 ? group : unit.folded);
  }
  std::ranges::sort(out);
  const auto rest = std::ranges::unique(out);
  out.erase(rest.begin(), rest.end());
  return out;
}

bool is_vague(const Unit& unit) {
  static const std::array<std::uint64_t, 10> kVague = {
      form_key("much"), form_key("many"), form_key("more"),  form_key("less"),  form_key("several"),
      form_key("both"), form_key("each"), form_key("least"), form_key("fewer"), form_key("few")};
  if (!has_class(unit, MeaningClass::quantifier)) return unit.kind != UnitKind::number && quantity_group(unit) == 0;
  return std::ranges::find(kVague, unit.folded) != kVague.end();
}

std::vector<std::uint64_t> time_values(const std::vector<Unit>& units) {
  std::vector<std::uint64_t> out;
  for (const Unit& unit : units) {
    if (unit.kind == UnitKind::date_part)
      out.push_back(unit.value != 0 ? unit.value : unit.stem);
    else if (const std::uint32_t group = time_group(unit); group != 0 || has_class(unit, MeaningClass::time))
      out.push_back(group != 0 ? group : unit.stem);
  }
  return out;
}

}  // namespace readout
