#include "readout/collation/change_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "readout/base/lexicon.h"

namespace readout {
namespace {

constexpr std::array<std::pair<std::string_view, MeaningClass>, 13> kClasses = {{
    {"negation", MeaningClass::negation},
    {"modal", MeaningClass::modal},
    {"hedge", MeaningClass::hedge},
    {"intensifier", MeaningClass::intensifier},
    {"quantifier", MeaningClass::quantifier},
    {"time", MeaningClass::time},
    {"first", MeaningClass::first},
    {"second", MeaningClass::second},
    {"third", MeaningClass::third},
    {"title", MeaningClass::title},
    {"be", MeaningClass::be},
    {"have", MeaningClass::have},
    {"do", MeaningClass::do_form},
}};

}  // namespace

ChangeWords::ChangeWords(std::string_view tsv) {
  for (const auto& row : rows(tsv)) {
    if (row.size() < 2) continue;
    for (const std::string_view entry : split(row[1], ' ')) {
      const std::size_t equals = entry.find('=');
      const std::string_view word = entry.substr(0, equals);
      const std::string_view other = equals == std::string_view::npos ? "" : entry.substr(equals + 1);
      if (row[0] == "backshift") {
        backshifts_.add(join_keys(form_key(word), form_key(other)), 1);
      } else if (row[0] == "same") {
        const std::uint32_t classes = at(other).classes;
        at(word).same = form_key(other);
        at(word).classes |= classes;
      } else if (row[0] == "phrase") {
        add_phrase(split(word, '+'), other);
      } else if (row[0] == "expand") {
        for (const std::string_view part : split(other, '+')) at(word).expansion.push_back(form_key(part));
      } else {
        for (const auto& [name, word_class] : kClasses)
          if (name == row[0]) at(word).classes |= class_bit(word_class);
        if (!other.empty()) at(word).modal = form_key(other);
      }
    }
  }
}

void ChangeWords::add_phrase(std::span<const std::string_view> parts, std::string_view stands_for) {
  WordPhrase& phrase = phrases_.emplace_back();
  phrase.spelling = form_key(stands_for);
  for (const std::string_view part : parts) {
    phrase.words.push_back(form_key(part));
    phrase.folded = join_keys(phrase.folded, phrase.words.back());
  }
  Word word = at(stands_for);
  if (word.expansion.empty()) word.expansion = {phrase.spelling};
  if (table_.add(phrase.folded, static_cast<std::uint32_t>(words_.size())) == words_.size())
    words_.push_back(std::move(word));
}

ChangeWords::Word& ChangeWords::at(std::string_view word) {
  const std::uint32_t number = table_.add(form_key(word), static_cast<std::uint32_t>(words_.size()));
  if (number == words_.size()) words_.emplace_back();
  return words_[number];
}

const ChangeWords::Word* ChangeWords::find(std::uint64_t folded) const {
  const std::uint32_t number = table_.find(folded);
  return number == KeyTable::kAbsent ? nullptr : &words_[number];
}

std::uint32_t ChangeWords::classes(std::uint64_t folded) const {
  const Word* word = find(folded);
  return word == nullptr ? 0 : word->classes;
}

std::uint64_t ChangeWords::modal(std::uint64_t folded) const {
  const Word* word = find(folded);
  return word == nullptr ? 0 : word->modal;
}

std::uint64_t ChangeWords::canonical(std::uint64_t folded) const {
  const Word* word = find(folded);
  return word == nullptr || word->same == 0 ? folded : word->same;
}

const WordPhrase* ChangeWords::phrase_at(std::span<const Unit> units) const {
  const WordPhrase* longest = nullptr;
  for (const WordPhrase& phrase : phrases_) {
    const std::size_t size = phrase.words.size();
    if (size > units.size() || units[0].folded != phrase.words[0]) continue;
    if (longest != nullptr && size <= longest->words.size()) continue;
    const auto rest = units.subspan(1, size - 1);
    if (std::ranges::equal(rest, std::span(phrase.words).subspan(1), {}, &Unit::folded)) longest = &phrase;
  }
  return longest;
}

bool ChangeWords::is_backshift(std::uint64_t direct, std::uint64_t reported) const {
  return backshifts_.find(join_keys(direct, reported)) != KeyTable::kAbsent;
}

std::vector<std::uint64_t> ChangeWords::expand(std::uint64_t folded) const {
  const Word* word = find(folded);
  return word == nullptr || word->expansion.empty() ? std::vector<std::uint64_t>{folded} : word->expansion;
}

const ChangeWords& english_change_words() {
  static const ChangeWords kWords(embedded("en/change_words.tsv"));
  return kWords;
}

}  // namespace readout
