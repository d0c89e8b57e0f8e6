// Discrepancies as people read them: what kind, the words, the places with who speaks there, why, and where to look.
//
//   d-2c159b850a  meaning · modal, negation · in marks
//     “should” → “must”   “never” → nothing
//     104:22-66    pile/104.txt:7 · Ada Marlow · transcript · 2031-03-02
//       The ferry should never be closed.
//     107:80-121   pile/107.txt:3 · Ada Marlow · direct · NAA · 2031-03-03
//       The ferry must be closed.
//     why          a run of 12 equal words; one speaker; the dates meet
//     look         readout collate -w 104:22-66,107:80-121
//
// Words are the documents' own; labels are fixed words. Never a number that stands for weight or likeness.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "readout/base/json.h"
#include "readout/discrepancy/discrepancy.h"
#include "readout/record/discrepancy_rows.h"
#include "readout/view/decided_remark.h"
#include "readout/view/look.h"

namespace readout {

struct ShownPlace {
  std::string id;  // span id, in delivered bytes
  std::string document;
  std::string origin;
  std::uint32_t line = 0;  // of the file, from 1; 0 where the text has no lines of its own (HTML, JSON Lines)
  std::string words;
  std::string speaker;  // "" where nobody speaks, or nobody knows who
  std::string form;     // "direct"
  std::string outlet;
  std::string when;
  Span span = {};  // in the document's text: text[span] is `words`
};

struct ShownChange {
  ChangeType type = ChangeType::term;
  int weight = 0;
  std::string a;  // words; "" where there are none
  std::string b;
  std::string a_id;
  std::string b_id;
  Span a_span = {};  // in the texts of places[0] and places[1]
  Span b_span = {};
};

// A further document's place that stands as one of the places does.
struct ShownWitness {
  std::size_t as = 0;  // index of that place
  ShownPlace place;
};

struct ShownDiscrepancy {
  std::string id;
  DiscrepancyKind kind = DiscrepancyKind::wording;
  int weight = 0;
  PassageRelation relation = PassageRelation::verbatim;
  bool in_marks = false;
  bool inside_one = false;  // a document with itself
  std::vector<ShownPlace> places;
  std::vector<ShownChange> changes;
  Basis basis;
  std::vector<ShownWitness> witnesses;  // by place, then id
  std::vector<DecidedRemark> decided;
};

// As the record keeps it. A name that this program does not know reads as the least of its kind.
ShownDiscrepancy show_discrepancy(DiscrepancyRow row);

// What a weight says, from meaning to wording: the headings of the inbox.
std::string_view weight_label(int weight);

// What the kind says, and why the places are thought to speak of one statement: fixed words.
std::string_view kind_says(DiscrepancyKind kind);
std::string discrepancy_reason(const ShownDiscrepancy& one);

// Why two passages are thought to speak of one statement: "a run of 12 equal words; one speaker; the dates meet".
std::string link_reason(const Basis& basis);

std::string discrepancy_entry(const ShownDiscrepancy& one, const Look& look);

// The entry with every change and all the evidence: `explain`.
std::string discrepancy_explanation(const ShownDiscrepancy& one, const Look& look);

void write_discrepancy(JsonWriter& json, const ShownDiscrepancy& one);

}  // namespace readout
