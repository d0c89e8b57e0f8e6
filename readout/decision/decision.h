// Decision: what a person decided about a record: accepted, rejected, noted, merged, split, renamed, or took back.
//
//   {"id":"j-5b0c21f3a97e4d18","time":"2026-11-25T20:14:03.250Z","author":"Ada Marlow","verb":"split",
//    "reason":"two calls, on two days","targets":[
//      {"kind":"passage","blob":"9f2c…","document":"104","origin":"pile/104.txt","begin":22,"end":66,
//       "exact":"The ferry should never be closed.","prefix":"Marlow: ","suffix":" We have"}, …]}
//
// What the verbs mean, by what they are about:
//
//   accept, reject, note   a discrepancy, a passage, a person, a document. A rejected discrepancy is none for its
//   reader merge, split           two passages: they are, are not, the same statement
//                          two persons: they are, are not, one; the first one's name stays
//   split, unknown         one passage: it is said by somebody else (`name`, or a person as second target), by nobody
//                          known
//   rename                 a person: called `name` from now on
//   undo                   a decision: holds no longer; an undo can be undone
//
// A Decision hangs on content, not on a record: a document on the digest of its bytes (and, should that be gone, on its
// origin and name), words on their bytes in the file as delivered, on themselves and on what stands around them (the
// selectors of the W3C's Web Annotation, record/selectors.h), a person on its key and names, a discrepancy on its id
// and both its places. So it can be carried to a rebuilt record and to another pile.
//
// Invariants: `id` is "j-" and 16 digits of the SHA-256 of all the rest, so that equal decisions are one; `time` is
// UTC, "2026-11-25T20:14:03.250Z", which sorts as text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/digest.h"
#include "readout/base/result.h"
#include "readout/base/span.h"

namespace readout {

enum class DecisionVerb : std::uint8_t { accept, reject, note, merge, split, rename, unknown, undo };

enum class TargetKind : std::uint8_t { passage, document, person, discrepancy, decision };

// Where words stand. Units: bytes of the file as delivered.
struct TextAnchor {
  Digest blob;
  std::string document;  // its name when this was decided
  std::string origin;
  Span delivered;      // empty for a whole document
  std::string exact;   // the words, as the document's text has them
  std::string prefix;  // of that text, at most kSelectorContext code points
  std::string suffix;

  friend bool operator==(const TextAnchor&, const TextAnchor&) = default;
};

struct DecisionTarget {
  TargetKind kind = TargetKind::passage;
  std::string id;                  // of a person (its key), a discrepancy, a decision
  std::vector<std::string> names;  // of a person: first what it was called, then all forms
  std::vector<TextAnchor> places;  // of a passage or document one, of a discrepancy its places

  friend bool operator==(const DecisionTarget&, const DecisionTarget&) = default;
};

struct Decision {
  std::string id;
  std::string time;
  std::string author;
  DecisionVerb verb = DecisionVerb::note;
  std::string name;  // that a person is given
  std::string reason;
  std::vector<DecisionTarget> targets;
  std::string line;  // of the journal, without its end: kept as it is, with what this program does not know
};

// Fills in id and line. Units: milliseconds since 1970, UTC.
Decision seal(Decision decision, std::int64_t time_ms);

// The inverse of a sealed decision's line. Error: bad_argument for what is no JSON, lacks a member, or bears an id that
// its content does not have (somebody changed it by hand).
Result<Decision> parse_decision(std::string_view line);

// "Ada Marlow: two calls, on two days"; the author alone where no reason was given.
std::string credit(const Decision& decision);

// The name of a person in `targets` as it was then; of words, their place: "104:22-66"; else the id.
std::string target_label(const DecisionTarget& target);

std::string_view to_string(DecisionVerb verb);
std::string_view to_string(TargetKind kind);
std::optional<DecisionVerb> parse_decision_verb(std::string_view text);
std::optional<TargetKind> parse_target_kind(std::string_view text);

}  // namespace readout
