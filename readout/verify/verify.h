// verify: does this quotation stand in these texts, and how?
//
//   source:  The minister said: “We will not sign the paper before spring. We have time.”
//   quote "We will not sign the paper"           EXACT
//   quote "we will not sign the paper"           FOLDED     case
//   quote "We will not sign ... before spring"   TRIMMED    left out, marked: “the paper”
//   quote "We will not [ever] sign the paper"    EDITED     bracket
//   quote "sign the paper before spring"         ALTERED    just outside, negation: “not”
//   quote "We will sign the paper"               ALTERED    negation: “not” left out
//   quote "not sign the paper and have time"     SPLICED    two pieces, joined by “and”
//   quote "There is no hurry"                    NOT FOUND
//
// Verdicts on words alone; where two could be given, the more careful one is:
//   EXACT          the bytes as they stand
//   FOLDED         only case, marks, dashes, white space, ligatures, broken words, invisible or look-alike characters,
//   a
//                  page break differ, and `folded` says which
//   TRIMMED        a fair cut inside one passage, marked or not; a reporter's tag between two halves
//   EDITED         brackets, [sic], tense, spelling, a synonym, words in another order: nothing that turns the sense
//   REWORDED       the same in other words, or another translation
//   SPLICED        sentences joined without a mark, pieces reversed, or more than kFarApart bytes apart (500 where a
//                  paragraph ends between)
//   ALTERED        a change that bears meaning, named in `differences` (a `grave` one); a negation, condition or speech
//   act
//                  just outside (`outside`) or swallowed by a cut; a true beginning with an invented end
//   NOT FOUND      some of the nearest passages, if any is near
//   NOT CHECKABLE  fewer than kLeastWords words, or no text to compare with
// INDIRECT, OTHER SPEAKER and ELSEWHERE say whose words they are: attest.h.
//
// Pure: no record, no clock. This verify folds and indexes the texts for one quotation; who has many makes Sources
// (sources.h) once. All places where the quotation stands whole are told, with its words in pieces those in at most
// kMostAligned texts; what comes near is told where it stands nowhere as quoted. Not done here: who said it (attest.h),
// truth (never).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "readout/base/span.h"
#include "readout/document/block.h"
#include "readout/verify/attestation.h"

namespace readout {

class OffsetMap;

inline constexpr std::size_t kLeastWords = 3;
inline constexpr std::uint32_t kFarApart = 700;
inline constexpr std::size_t kMostAligned = 24;

enum class Verdict : std::uint8_t {
  exact,
  folded,
  trimmed,
  edited,
  reworded,
  spliced,
  altered,
  indirect,
  other_speaker,
  elsewhere,
  not_found,
  not_checkable,
};

enum class Folding : std::uint8_t {
  letter_case,
  quotation_marks,  // apostrophes too
  dashes,
  white_space,
  characters,  // ligatures, widths, composed letters
  broken_words,
  invisible,
  look_alikes,
  brackets,
  punctuation,
  page_break,  // a running head, caption or the like stands between
  markup,      // tags, entities or emphasis stand between the words as delivered
};

// Where two pieces of a quotation meet.
enum class SeamKind : std::uint8_t {
  marked_cut,  // an ellipsis stands in the quotation
  unmarked_cut,
  reporter_tag,    // the source has a closing mark, the reporter's words, an opening mark
  source_bracket,  // the source's own insertion was left out
  quoter_bracket,  // the quotation inserts or replaces in brackets
  joined_sentences,
  far_apart,
  reversed,
  reordered,    // reversed within one sentence
  page_break,   // a running head or a page number stands between
  other_words,  // words of the quotation stand in the place of words of the text
};

struct Seam {
  SeamKind kind = SeamKind::unmarked_cut;
  Span left_out;       // of the text: what lies between; empty where nothing does, or where the pieces are reversed
  Span added;          // of the quotation: words that join ("and") or stand in brackets
  bool turns = false;  // what was left out turns the meaning

  friend bool operator==(const Seam&, const Seam&) = default;
};

enum class DifferenceType : std::uint8_t {
  negation,
  condition,   // if, unless, until, provided
  speech_act,  // denied, asked, claimed: who stands in for the words, or that nobody does
  hedge,       // perhaps, almost, about
  scope,       // only, all, at least: how far it reaches
  quantifier,
  modal,
  number,
  unit,
  date,
  name,
  place,
  comparative,
  antonym,
  subject,    // who does it
  person,     // I, you, they
  order,      // the same words, so that they say another thing
  insertion,  // words put in
  omission,   // words left out
  noun,       // another thing
  term,       // another word
  tense,
  synonym,
  spelling,
  bracket,
  sentence,  // a question made a statement, or the reverse
};

// A difference between the quotation and the passage; either side may be empty.
struct Difference {
  DifferenceType type = DifferenceType::term;
  Span quote;
  Span text;
  bool grave = false;  // it turns what was said: the verdict is ALTERED for its sake, or TRIMMED with a warning

  friend bool operator==(const Difference&, const Difference&) = default;
};

struct Place {
  std::size_t text = 0;  // index into the texts
  Verdict verdict = Verdict::not_found;
  std::vector<Span> pieces;  // of the text, in the order of the quotation
  std::vector<Folding> folded;
  std::vector<Seam> seams;              // one fewer than pieces
  std::vector<Difference> outside;      // words of the text just outside, or left out, that turn the meaning
  std::vector<Difference> differences;  // words that are not the same on both sides
  std::vector<Span> put_in;             // of the quotation: brackets before or after all that stands there
  std::uint32_t matched = 0;            // words of the quotation that stand there
  Attestation attested;                 // who speaks there: attest.h

  friend bool operator==(const Place&, const Place&) = default;
};

// What a reader must know besides the verdict: attest.h.
enum class Caution : std::uint8_t {
  speaker_unknown,   // the source does not tell whose words they are
  source_unknown,    // the source that is named is none of the texts
  short_and_common,  // few words that stand in several places
};

struct Verification {
  Verdict verdict = Verdict::not_checkable;
  std::vector<Place> places;  // best first; for NOT FOUND the nearest passages, if any is near
  std::uint32_t words = 0;    // of the quotation
  std::vector<Caution> cautions;

  friend bool operator==(const Verification&, const Verification&) = default;
};

// Keeps views.
struct SourceText {
  std::string_view text;
  std::span<const Block> blocks;         // sorted; may be empty
  const OffsetMap* delivered = nullptr;  // where given, markup between the words is told as folded
};

Verification verify(std::string_view quote, std::span<const SourceText> texts);

// From the first byte of a place to its last.
Span extent(const Place& place);

// "EXACT", "NOT FOUND"; "letter case"; "unmarked cut"; "speech act".
std::string_view to_string(Verdict verdict);
std::string_view to_string(Folding folding);
std::string_view to_string(SeamKind kind);
std::string_view to_string(DifferenceType type);
std::string_view to_string(Caution caution);

}  // namespace readout
