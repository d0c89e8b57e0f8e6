// A discrepancy as pages show it: both places side by side, the words that differ marked, why they are held for one
// statement, and how people decided (ui/discrepancy_item.html).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "readout/base/json.h"
#include "readout/page/page.h"
#include "readout/page/template.h"
#include "readout/record/discrepancy_rows.h"
#include "readout/view/discrepancy_view.h"

namespace readout {

// A class of weights: what ?weight= calls it. Its heading is weight_label(least).
struct WeightClass {
  std::string_view name;
  int least = 0;
  int below = 0;  // no longer of it
};

// From "meaning" to "style", the heaviest first.
std::span<const WeightClass> weight_classes();

// How many of a class are told.
std::uint64_t told_of(const WeightClass& weights, const DiscrepancyTotals& totals);

// "key":[{"kind":"meaning","weight":100,"count":3},...]
void write_tallies(JsonWriter& json, std::string_view key, const DiscrepancyTotals& totals);

// `whole`: every word and change, as on its own page. A decision leads back to the page that is asked for.
void show_discrepancy_values(PageValues& values, const ShownDiscrepancy& one, const PageAsk& ask, const Visit& visit,
                             bool whole);

// The members of one object: those of the command line, and "stand".
void write_discrepancy_entry(JsonWriter& json, const ShownDiscrepancy& one, const Visit& visit);

// The words of a place, those that differ marked: <del> what only the first has, <ins> what only the second has.
Markup mark_changes(const ShownDiscrepancy& one, std::size_t place);

}  // namespace readout
