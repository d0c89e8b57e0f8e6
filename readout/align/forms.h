// Forms: what the lexicons say of a word's form: its house spelling, its base, whether it is a function word, the
// number or date that it names, and which phrases begin with it.
//
//   const Forms& forms = english_forms();
//   forms.find(form_key("colour"))->spelling == form_key("color");
//   forms.find(form_key("ten"))->number == 10;
//
// Keys are of folded forms. Built once, on first use; read-only from then on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/align/keys.h"

namespace readout {

struct WordForm {
  std::uint64_t spelling = 0;  // of the house spelling; 0 where the form has no other
  std::string_view base;       // "say" of "said"; empty for regular forms
  bool function_word = false;
  bool ordinal = false;      // "third"
  std::int32_t number = -1;  // 0 to 99 and 100, 1,000, ... of number words
  std::uint8_t month = 0;    // 1 to 12
  std::uint8_t weekday = 0;  // 1 to 7, Monday first
};

// Words in order, all of which must follow; keys of folded forms, or of the bytes where `with_case`.
struct FixedPhrase {
  std::vector<std::uint64_t> words;
  bool with_case = false;
  std::uint64_t value = 0;
};

class Forms {
 public:
  Forms();

  const WordForm* find(std::uint64_t folded) const;
  // The phrases that begin with a word, longest first.
  const std::vector<FixedPhrase>* phrases(std::uint64_t folded) const;

 private:
  WordForm& at(std::string_view form);
  void read_words();
  void read_numbers();
  void read_phrases();

  KeyTable table_;
  std::vector<WordForm> forms_;
  KeyTable firsts_;
  std::vector<std::vector<FixedPhrase>> phrases_;
};

const Forms& english_forms();

// Keys of the values that units share. Thousandths, so that 1.5 has one; ordinals and cardinals differ.
std::uint64_t number_value(std::int64_t thousandths);
std::uint64_t ordinal_value(std::int64_t number);
std::uint64_t decade_value(std::int64_t year);
std::uint64_t month_value(std::uint8_t month);
std::uint64_t weekday_value(std::uint8_t weekday);

}  // namespace readout
