// QuoteFinding: a quotation of a draft with the answer about it, as `check` shows it: for people, and as the one line
// that editors jump to.
//
//   draft.md:12:3: ALTERED: We will [-not-] sign the paper · talk.txt:144-201
//
// Line and column count from 1; a column is a character (LineIndex).
#pragma once

#include <string>
#include <string_view>

#include "readout/text/line_index.h"
#include "readout/view/verify_view.h"

namespace readout {

struct QuoteFinding {
  VerifyPage page;
  std::string draft;  // as named on the command line
  Span delivered;     // bytes of the draft, without the marks
  LinePosition begin;
  LinePosition end;       // after the last character
  bool accepted = false;  // by the baseline
  std::string item;       // the id that a list of quotations gives it; empty where it has none
};

// The nearest or best passage with what differs: "We will [-not-] sign the {+treaty+}"; long stretches that are the
// same are cut to "…". Empty where no word differs, or there is no place.
std::string word_changes(const VerifyPage& page, const Place& place);

// What else a reader must know: words just outside, what a cut left out that turns the meaning. In order of the text.
std::vector<std::string> warnings(const VerifyPage& page, const Place& place);

// The evidence in one line, without colour: "We will [-not-] sign · just outside: “not” · talk.txt:144-201".
std::string finding_message(const QuoteFinding& finding);

std::string finding_line(const QuoteFinding& finding);

// A paragraph of `check` for people.
std::string finding_text(const QuoteFinding& finding, const Look& look);

void write_finding(JsonWriter& json, const QuoteFinding& finding);

}  // namespace readout
