// Discrepancies of a record as its lists give them: heaviest first, then by id; what several documents print alike is
// told once, with the other places as its witnesses.
//
//   DiscrepancyFilter filter;
//   filter.kinds = {"meaning", "cut"};
//   filter.least = kWording;                                  // discrepancy/weight.h
//   auto page = record->discrepancies(filter);
//   filter.after = DiscrepancyCursor{page->back().weight, page->back().id};   // the next page
//
// With `document`, what this document has to do with is told, folded among itself: a discrepancy may then stand as one
// of its own that is a witness in the whole list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "readout/base/basis.h"
#include "readout/base/span.h"

namespace readout {

struct DiscrepancyCursor {
  int weight = 0;
  std::string id;
};

struct DiscrepancyFilter {
  std::vector<std::string> kinds = {};  // empty: all
  std::string document = {};            // name or unique prefix
  int least = 0;                        // weight
  int below = 1 << 20;                  // weight: less than this
  std::vector<std::string> ids = {};    // empty: all
  std::optional<DiscrepancyCursor> after = {};
  std::size_t limit = 100;
};

// Words of a document, with who speaks there.
struct PlaceRow {
  std::string id;  // span id, in delivered bytes
  std::string document;
  std::string origin;
  Span span;               // in the document's text
  std::uint32_t line = 0;  // of the file, from 1; 0 where the text has no lines of its own (HTML, JSON Lines)
  std::string words;
  std::int32_t speech = -1;
  std::string speaker;  // "" where nobody speaks, or nobody knows who
  std::string form;     // "direct"
  std::string outlet;   // the agency where one is named
  std::string when;     // ISO 8601
};

struct ChangeRow {
  std::string type;
  int weight = 0;
  std::string a;  // words; "" where there are none
  std::string b;
  std::string a_id;
  std::string b_id;
  Span a_span;  // in the text of places[0]
  Span b_span;  // in the text of places[1]
};

// A further document's place that stands as one of the places does.
struct WitnessRow {
  std::size_t as = 0;  // index of that place
  PlaceRow place;
};

struct DiscrepancyRow {
  std::string id;
  std::string kind;
  int weight = 0;
  std::string relation;
  bool in_marks = false;
  bool inside_one = false;  // a document with itself
  std::vector<PlaceRow> places;
  std::vector<ChangeRow> changes;
  Basis basis;
  std::vector<WitnessRow> witnesses;  // by place, then id
};

// How many are told, and how many there are before they are folded.
struct DiscrepancyTally {
  std::string kind;
  int weight = 0;
  std::uint64_t told = 0;
  std::uint64_t all = 0;
};

struct DiscrepancyTotals {
  std::vector<DiscrepancyTally> tallies;  // heaviest first, then by kind
  bool linked = false;                    // there is a link at all
};

}  // namespace readout
