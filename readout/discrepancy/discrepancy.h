// Discrepancy: places that do not agree, and on what. Two outlets, or one document with itself.
//
//   104   “We will not sign before Monday,” the minister said.
//   107   “We will sign before Monday,” the minister said.
//
//   for (const Discrepancy& one : find_discrepancies(a, b, links))
//     one.kind     DiscrepancyKind::meaning
//     one.weight   100: what bears on the meaning comes first
//     one.places   {0, the sentence of 104}, {1, that of 107}
//     one.changes  {negation, "not", ""}
//
// Never a verdict on which place is right. Every one carries why it is thought that the places speak of one statement
// (the link's basis) and the words in which they differ. What is found hangs on the two documents and their links
// alone.
//
// Invariants: sorted by weight, heaviest first, then kind, then places; spans count in the documents' texts; `changes`
// stand in places[0] (a) and places[1] (b).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readout/discrepancy/counterpart.h"

namespace readout {

enum class DiscrepancyKind : std::uint8_t {
  meaning,    // a change that bears meaning: a negation, a number, a date, a name, a modal, ...
  splice,     // sentences joined in one pair of marks
  denial,     // said here, denied there
  cut,        // words left out of a quotation without a mark
  insertion,  // words put into a quotation without brackets, or a name into reported words
  wording,    // other words between marks
  speaker,    // the same words by another speaker
  channel,    // one occasion through two channels
  date,       // one statement on two dates
  name,       // one person under two names
  heading,    // a heading that says what the body does not
  refusal,    // a report that somebody did with words what his own words refuse to do
  twice,      // two remarks of one speaker that may be one, in two translations or cuts
  question,   // a question as it is told and as it is quoted
  brackets,   // names in brackets that stand nowhere else
  claim,      // the writer's own claim about the record: neither shown nor refuted here
};

struct DiscrepancyPlace {
  std::uint8_t side = 0;  // 0: a, 1: b
  Span span;
  std::int32_t speech = -1;  // index among the document's; -1: outside speech

  friend auto operator<=>(const DiscrepancyPlace&, const DiscrepancyPlace&) = default;
};

struct TellingChange {
  ChangeType type = ChangeType::term;
  Span a;
  Span b;
  int weight = 0;

  friend bool operator==(const TellingChange&, const TellingChange&) = default;
};

struct Discrepancy {
  DiscrepancyKind kind = DiscrepancyKind::wording;
  int weight = 0;  // weight.h
  std::vector<DiscrepancyPlace> places;
  std::vector<TellingChange> changes;
  PassageRelation relation = PassageRelation::verbatim;  // where two passages were compared
  bool in_marks = false;                                 // both sides claim to give the words as said
  Basis basis;

  friend bool operator==(const Discrepancy&, const Discrepancy&) = default;
};

// Between two documents: all their links, those that join nothing too.
std::vector<Discrepancy> find_discrepancies(const Edition& a, const Edition& b, std::span<const VersionLink> links);

// Of a document with itself: its repetitions, and what needs no link.
std::vector<Discrepancy> find_discrepancies(const Edition& one, std::span<const VersionLink> repeats);

// "d-3fa2c19b7c": digits of a digest of the kind and of the places in the bytes as delivered; the same whatever else
// stands in the record, whoever is asked first.
std::string discrepancy_id(const Discrepancy& one, const Edition& a, const Edition& b);

// What holds for a and b also holds with the sides changed; nothing else of it changes.
void sort_by_weight(std::vector<Discrepancy>& all);

std::string_view to_string(DiscrepancyKind kind);

}  // namespace readout
