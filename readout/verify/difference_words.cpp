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

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace

DifferenceWords::DifferenceWords(std::string_view tsv) {
  std::map<std::string_view, std::uint32_t> classes;
  for (const auto& row : rows(tsv)) {
    if (row.size() < 2) continue;
    for (const std::string_view entry : split(row[1], ' ')) {
      if (row[0] == "opposite" || row[0] == "synonym") {
        const std::size_t equals = std::min(entry.find('='), entry.size() - 1);
        const std::uint64_t a = form_key(entry.substr(0, equals));
        const std::uint64_t b = form_key(entry.substr(equals + 1));
        KeyTable& table = row[0] == "opposite" ? opposites_ : synonyms_;
        table.add(join_keys(a, b), 1);
        table.add(join_keys(b, a), 1);
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

bool DifferenceWords::are_opposite(std::uint64_t a, std::uint64_t b) const {
  return opposites_.find(join_keys(a, b)) != KeyTable::kAbsent;
}

bool DifferenceWords::are_synonyms(std::uint64_t a, std::uint64_t b) const {
  return synonyms_.find(join_keys(a, b)) != KeyTable::kAbsent;
}

const DifferenceWords& english_difference_words() {
  static const DifferenceWords kWords(embedded("en/difference_words.tsv"));
  return kWords;
}

}  // namespace readout
