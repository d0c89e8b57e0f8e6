#include "readout/page/needs_values.h"

#include "readout/discrepancy/weight.h"
#include "readout/page/discrepancy_values.h"
#include "readout/page/speech_list.h"
#include "readout/view/discrepancy_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::size_t kNeedsWords = 220;

}  // namespace

void show_needs(PageValues& values, const DiscrepancyTotals& totals, const std::vector<DiscrepancyRow>& heaviest,
                const PageFrame& frame) {
  bool told = false;
  for (const WeightClass& each : weight_classes()) {
    const std::uint64_t count = each.least < kWording ? 0 : told_of(each, totals);  // style needs no look
    if (count == 0) continue;
    told = true;
    values.each("needs")
        .text("label", std::string(weight_label(each.least)))
        .number("count", count)
        .address("needs_href", Address::page(Ground::site, "inbox").with("weight", each.name));
  }
  values.flag("some_told", told).flag("no_links", !totals.linked).flag("none_told", totals.linked && !told);
  for (const DiscrepancyRow& row : heaviest) {
    PageValues& entry = values.each("heaviest");
    std::string documents;
    for (const PlaceRow& place : row.places)
      if (documents.find(place.document) == std::string::npos)
        documents += (documents.empty() ? "" : " and ") + place.document;
    entry.text("id", row.id).text("kind", row.kind).text("documents", documents);
    entry.address("discrepancy_href", Address::discrepancy(frame.ground, row.id));
    for (std::size_t i = 0; i < row.places.size() && i < 2 && frame.with_text; ++i) {
      bool cut = false;
      std::string words = shortened(visible(row.places[i].words), kNeedsWords, cut);
      if (cut) words += " [cut here]";
      entry.each("places").text("words", std::move(words)).text("from", row.places[i].id).text("lang", "");
    }
  }
}

}  // namespace readout
