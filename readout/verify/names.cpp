// The names of verdicts, foldings, seams and differences, as they are printed.
#include "readout/verify/verify.h"

namespace readout {

std::string_view to_string(Verdict verdict) {
  constexpr std::string_view kNames[] = {"EXACT",         "FOLDED",    "TRIMMED",   "EDITED",
                                         "REWORDED",      "SPLICED",   "ALTERED",   "INDIRECT",
                                         "OTHER SPEAKER", "ELSEWHERE", "NOT FOUND", "NOT CHECKABLE"};
  return kNames[static_cast<std::size_t>(verdict)];
}

std::string_view to_string(Folding folding) {
  constexpr std::string_view kNames[] = {
      "letter case",          "quotation marks", "dashes",   "white space", "characters", "broken words",
      "invisible characters", "look-alikes",     "brackets", "punctuation", "page break", "markup"};
  return kNames[static_cast<std::size_t>(folding)];
}

std::string_view to_string(SeamKind kind) {
  constexpr std::string_view kNames[] = {
      "marked cut", "unmarked cut", "reporter's words", "source's bracket", "quoter's bracket", "joined without a mark",
      "far apart",  "reversed",     "reordered",        "page break",       "other words"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(DifferenceType type) {
  constexpr std::string_view kNames[] = {
      "negation", "condition", "speech act", "hedge",       "scope",   "quantifier", "modal",   "number",  "unit",
      "date",     "name",      "place",      "comparative", "antonym", "subject",    "person",  "order",   "insertion",
      "omission", "noun",      "term",       "tense",       "synonym", "spelling",   "bracket", "sentence"};
  return kNames[static_cast<std::size_t>(type)];
}

}  // namespace readout
