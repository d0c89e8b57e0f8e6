// LayoutUnit: a paragraph, heading or line of a source as layout sees it: its words without markup, and the label that
// opens it, if one does. For frames.h only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "readout/base/span.h"
#include "readout/document/document.h"

namespace readout {

// White space as files hold it; \f too parts pages, and is none here.
inline bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

struct UnitLabel {
  std::string name;      // "JUDGE STERN (dissenting)", "Question (Ida Roth, Evening Post)"
  Span span;             // of the text
  bool heading = false;  // the colon ends the unit: what it names speaks in the units below
  bool strong = false;   // in capitals, or a question's or an answer's: a label by itself
  bool asks = false;     // "Question", "Q", "Reporter"
  bool answers = false;  // "Answer", "A"
  bool letter = false;   // "Q." or "A."

  friend bool operator==(const UnitLabel&, const UnitLabel&) = default;
};

struct LayoutUnit {
  Span span;
  std::string words;  // markup off, white space to one blank
  std::optional<UnitLabel> label;

  friend bool operator==(const LayoutUnit&, const LayoutUnit&) = default;
};

std::vector<LayoutUnit> find_layout_units(const Document& document);

// Words between blanks.
std::size_t count_plain_words(std::string_view words);

// Whether `word` stands in the words by itself, case aside.
bool holds_plain_word(std::string_view words, std::string_view word);

}  // namespace readout
