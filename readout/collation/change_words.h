// ChangeWords: what a word does to a sentence when it is put in, left out or replaced (data/en/change_words.tsv).
//
//   const ChangeWords& words = english_change_words();
//   words.classes(form_key("never")) & class_bit(WordClass::negation)     // not 0
//   words.modal(form_key("can't")) == form_key("can")
//   words.is_backshift(form_key("will"), form_key("would"))               // direct speech turned into reported
//
// Keys are of folded forms (align/units.h). Built once, on first use; read-only from then on.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "readout/align/keys.h"
#include "readout/align/units.h"

namespace readout {

enum class MeaningClass : std::uint8_t {
  negation,
  modal,
  hedge,
  intensifier,
  quantifier,
  time,
  first,
  second,
  third,
  title,
  be,
  have,
  do_form,
};

constexpr std::uint32_t class_bit(MeaningClass word_class) {
  return 1u << static_cast<unsigned>(word_class);
}

// Words that together do what one word does: "is going to" is "will", spelled otherwise.
struct WordPhrase {
  std::vector<std::uint64_t> words;  // folded
  std::uint64_t folded = 0;          // of the whole: ChangeWords knows its classes
  std::uint64_t spelling = 0;        // of the word that it stands for
};

class ChangeWords {
 public:
  explicit ChangeWords(std::string_view tsv);

  std::uint32_t classes(std::uint64_t folded) const;  // bits; 0 for a word without a class
  std::uint64_t modal(std::uint64_t folded) const;    // key of its base; 0 where it is none
  bool is_backshift(std::uint64_t direct, std::uint64_t reported) const;
  // "maybe" does what "perhaps" does: one key for both; the key itself where it has no such other.
  std::uint64_t canonical(std::uint64_t folded) const;
  // The longest phrase with which the units begin; null where none does. `units` must not be empty.
  const WordPhrase* phrase_at(std::span<const Unit> units) const;
  // "won't" is {will, not}; the key itself where it is no contraction.
  std::vector<std::uint64_t> expand(std::uint64_t folded) const;

 private:
  struct Word {
    std::uint32_t classes = 0;
    std::uint64_t modal = 0;
    std::uint64_t same = 0;
    std::vector<std::uint64_t> expansion;
  };

  Word& at(std::string_view word);
  void add_phrase(std::span<const std::string_view> parts, std::string_view stands_for);
  const Word* find(std::uint64_t folded) const;

  KeyTable table_;
  KeyTable backshifts_;
  std::vector<Word> words_;
  std::vector<WordPhrase> phrases_;
};

const ChangeWords& english_change_words();

}  // namespace readout
