// Small steps over characters that the readers of dates share. Private to this room.
#pragma once

#include <cstddef>
#include <string_view>

#include "readout/document/dates.h"

namespace readout {

struct DateScan {
  std::string_view text;
  std::size_t end = 0;

  char at(std::size_t i) const { return i < end ? text[i] : '\0'; }
  static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  static bool digit(char c) { return c >= '0' && c <= '9'; }
  static bool alnum(char c) { return letter(c) || digit(c); }

  std::string_view word(std::size_t i) const;         // ASCII letters from i
  std::string_view word_before(std::size_t i) const;  // the word that ends before i, blanks and a hyphen skipped
  std::size_t blank(std::size_t i) const;             // past blanks, no-break spaces and at most one line break
  // Up to `most` digits; -1 where there is none, or more.
  int number(std::size_t i, std::size_t most, std::size_t& next) const;
  bool takes(std::size_t& i, std::string_view lower_word) const;  // past a word and the blank after it

  bool year(std::size_t i, int& year, std::size_t& next) const;
  // "July 10, 2025", "10 July", "2025-07-10", "10.07.2025", "July 2025"; `bare` admits a month alone.
  bool date(std::size_t i, bool bare, TimeExpression& out) const;
  bool weekday(std::size_t i, TimeExpression& out) const;
  bool clock(std::size_t i, bool expected, TimeExpression& out) const;
  // A clock after a date ("July 10 at 14:37"), a date after a clock ("14:37 on July 10").
  void join(TimeExpression& out) const;

 private:
  bool month_first(std::size_t i, bool bare, TimeExpression& out) const;
  bool number_first(std::size_t i, TimeExpression& out) const;
  std::size_t year_after(std::size_t i, TimeExpression& out) const;
  std::size_t zone_after(std::size_t i, TimeExpression& out) const;
};

}  // namespace readout
