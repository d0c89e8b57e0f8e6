// Change: what differs between two passages, by name and with its words; and how one passage comes from the other.
//
//   a  We will not sign the paper before Monday.     the words as they were said, or the fuller record
//   b  We will sign the paper after Monday …         the words as they are printed
//
//   const PassagePair pair = compare_passages(a, b);
//   pair.relation                  PassageRelation::altered
//   pair.changes[0]                {negation, a 8-11 "not", b 8-8 ""}
//   pair.changes[1]                {date, a 27-33 "before", b 23-28 "after"}
//
// Invariants: spans lie in their passage, on words' boundaries; an empty one stands where the words are missing.
// Changes come in the order of b, then a. A passage with itself is `verbatim` without changes. Letter case is no
// change. What it does not do: say which of the two is right; read meaning beyond the words of its lexicons. `term`
// covers every word in another's place that has no narrower name, synonyms too. Cost: that of collating two texts
// (collation.h). English lexicons; other languages get spelling, term, cuts, order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/base/span.h"

namespace readout {

enum class ChangeType : std::uint8_t {
  negation,           // not, never, n't, without: put in or left out
  number,             // a numeral or quantifier of another value
  date,               // a date, or before, after, until, next, last
  modal,              // will, can, may, must, should in another's place
  hedge,              // perhaps, about, reportedly: put in or left out
  intensifier,        // very, only, fully: put in or left out
  name,               // another name, or a name for another word
  title,              // minister, Mr.: put in, left out or replaced
  term,               // another word
  tense,              // another form of the verb, or its auxiliary
  person,             // I, you, they in another's place
  order,              // the same words elsewhere
  spelling,           // the same word, name or number written otherwise
  punctuation,        // marks
  bracket_insertion,  // words in brackets that the other has not, with the words that they stand for
  silent_insertion,   // words put in without brackets, inside
  marked_cut,         // words left out under an ellipsis
  unmarked_cut,       // words left out without one; `edge` where at the passage's beginning or end
  addition,           // words put in at the passage's beginning or end
};

struct Change {
  ChangeType type = ChangeType::term;
  Span a;
  Span b;
  bool edge = false;      // a cut at the passage's beginning or end
  bool sentence = false;  // a cut that takes a sentence's end with it, so that two sentences are joined
  bool opposite = false;  // term: antonyms
  bool slight = false;    // put in, left out or replaced: articles, prepositions and the like only

  friend bool operator==(const Change&, const Change&) = default;
};

enum class PassageRelation : std::uint8_t {
  verbatim,  // marks and case apart
  trimmed,   // one is cut out of the other; or cut inside, within a sentence or with a mark
  edited,    // brackets, spelling, tense, order, single words
  reworded,  // paraphrase or another translation
  altered,   // a change that bears meaning
  spliced,   // sentences joined without a mark, pieces from far apart, or pieces reversed
  indirect,  // direct words told in reported speech
  omitted,   // nothing of a in b
};

struct PassagePair {
  PassageRelation relation = PassageRelation::verbatim;
  std::vector<Change> changes;
  // Evidence: how many words each side has, and how many of them are the same word on both.
  std::uint32_t words_a = 0;
  std::uint32_t words_b = 0;
  std::uint32_t shared = 0;

  friend bool operator==(const PassagePair&, const PassagePair&) = default;
};

// `reported`: b is known to be indirect speech.
PassagePair compare_passages(std::string_view a, std::string_view b, bool reported = false);

// "negation", "bracket-insertion"; "verbatim".
std::string_view to_string(ChangeType type);
std::string_view to_string(PassageRelation relation);

// Whether a change of this kind can turn what a sentence says.
bool bears_meaning(const Change& change);

}  // namespace readout
