#include "readout/verify/difference_words.h"

#include <algorithm>
#include <map>
#include <utility>

#include "readout/base/lexicon.h"

namespace readout {
namespace {

constexpr std::pair<std::string_view, DifferenceClass> kClasses[] = {
    {"unit", DifferenceClass::unit},
    {"quantifier", DifferenceClass::quantifier},
    {"comparative", DifferenceClass::comparative},
    {"scope", DifferenceClass::scope},
    {"hedge", DifferenceClass::hedge},
    {"condition", DifferenceClass::condition},
    {"negation", DifferenceClass::negation},
    {"time", DifferenceClass::time},
};

std::uint64_t stem_of(const Unit& unit) {
  return unit.stem == 0 ? unit.folded : unit.stem;
}

}  // namespace

DifferenceWords::DifferenceWords(std::string_view tsv) {
  std::map<std::string_view, std::uint32_t> classes;
  for (const auto& row : rows(tsv)) {
    if (row.size() < 2) continue;
    for (const std::string_view entry : split(row[1], ' ')) {
      if (row[0] == "opposite" || row[0] == "synonym") {
        relate(entry, row[0] == "opposite" ? opposites_ : synonyms_);
        continue;
      }
      for (const auto& [name, word_class] : kClasses)
        if (name == row[0]) classes[entry] |= difference_bit(word_class);
    }
  }
  for (const auto& [phrase, bits] : classes) add_phrase(phrase, bits);
  for (auto& list : phrases_)
    std::ranges::stable_sort(list, [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
}

void DifferenceWords::relate(std::string_view group, KeyTable& table) {
  std::vector<std::uint64_t> stems;
  for (const std::string_view word : split(group, '=')) {
    const std::vector<Unit> units = make_units(word, make_span(0, word.size()));
    stems.push_back(units.empty() || units.front().stem == 0 ? form_key(word) : units.front().stem);
  }
  for (const std::uint64_t a : stems)
    for (const std::uint64_t b : stems)
      if (a != b) table.add(join_keys(a, b), 1);
}

void DifferenceWords::add_phrase(std::string_view phrase, std::uint32_t classes) {
  Phrase out;
  out.classes = classes;
  for (const std::string_view word : split(phrase, '_')) out.words.push_back(form_key(word));
  if (out.words.size() == 1) {
    words_.add(out.words.front(), classes);
    return;
  }
  const std::uint32_t list = firsts_.add(out.words.front(), static_cast<std::uint32_t>(phrases_.size()));
  if (list == phrases_.size()) phrases_.emplace_back();
  phrases_[list].push_back(std::move(out));
}

std::uint32_t DifferenceWords::classes(std::uint64_t folded) const {
  const std::uint32_t found = words_.find(folded);
  return found == KeyTable::kAbsent ? 0 : found;
}

ClassedPhrase DifferenceWords::at(std::span<const Unit> units, std::size_t index) const {
  if (const std::uint32_t list = firsts_.find(units[index].folded); list != KeyTable::kAbsent) {
    for (const Phrase& phrase : phrases_[list]) {
      if (index + phrase.words.size() > units.size()) continue;
      std::size_t same = 0;
      while (same < phrase.words.size() && units[index + same].folded == phrase.words[same]) ++same;
      if (same == phrase.words.size()) return {phrase.classes, same};
    }
  }
  return {classes(units[index].folded), 1};
}

bool DifferenceWords::are_opposite(const Unit& a, const Unit& b) const {
  return opposites_.find(join_keys(stem_of(a), stem_of(b))) != KeyTable::kAbsent;
}

bool DifferenceWords::are_synonyms(const Unit& a, const Unit& b) const {
  return synonyms_.find(join_keys(stem_of(a), stem_of(b))) != KeyTable::kAbsent;
}

const DifferenceWords& english_difference_words() {
  static const DifferenceWords kWords(embedded("en/difference_words.tsv"));
  return kWords;
}

}  // namespace readout
