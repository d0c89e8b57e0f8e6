#include "readout/discrepancy/discrepancy.h"

#include <algorithm>
#include <tuple>

#include "readout/base/digest.h"
#include "readout/discrepancy/rules.h"

namespace readout {

std::vector<Discrepancy> find_discrepancies(const Edition& a, const Edition& b, std::span<const VersionLink> links) {
  std::vector<Discrepancy> out;
  const std::vector<Counterpart> counterparts = find_counterparts(a, b, links);
  compare_words(a, b, false, counterparts, out);
  compare_seams(a, b, false, counterparts, out);
  compare_sources(a, b, counterparts, links, out);
  if (!links.empty()) compare_acts(a, b, false, out);
  sort_by_weight(out);
  return out;
}

std::vector<Discrepancy> find_discrepancies(const Edition& one, std::span<const VersionLink> repeats) {
  std::vector<Discrepancy> out;
  const std::vector<Counterpart> counterparts = find_counterparts(one, one, repeats);
  compare_words(one, one, true, counterparts, out);
  compare_seams(one, one, true, counterparts, out);
  compare_acts(one, one, true, out);
  read_alone(one, out);
  read_headings(one, out);
  sort_by_weight(out);
  return out;
}

void sort_by_weight(std::vector<Discrepancy>& all) {
  std::ranges::stable_sort(all, [](const Discrepancy& x, const Discrepancy& y) {
    return std::tie(y.weight, x.kind, x.places) < std::tie(x.weight, y.kind, y.places);
  });
}

std::string discrepancy_id(const Discrepancy& one, const Edition& a, const Edition& b) {
  std::vector<std::string> places;
  for (const DiscrepancyPlace& place : one.places) {
    const Document& document = (place.side == 0 ? a : b).document;
    const Span span = document.text.to_blob(place.span);
    places.push_back(to_hex(document.blob) + ":" + std::to_string(span.begin) + "-" + std::to_string(span.end));
  }
  std::ranges::sort(places);
  std::string content(to_string(one.kind));
  for (const std::string& place : places) content += "\n" + place;
  return "d-" + to_hex(sha256(content)).substr(0, 10);
}

std::vector<std::string> voices_at(const Edition& edition, Span span) {
  std::vector<std::string> keys;
  const auto take = [&](std::size_t speech) {
    if (const Person* person = edition.speaker_of(speech)) keys.push_back(person->key);
  };
  for (std::size_t i = 0; i < edition.speeches.size(); ++i) {
    std::uint32_t shared = 0;
    for (const Span content : edition.speeches[i].content)
      if (content.overlaps(span)) shared += std::min(content.end, span.end) - std::max(content.begin, span.begin);
    if (2 * shared < span.size()) continue;
    take(i);
    for (std::int32_t up = edition.speeches[i].parent; up >= 0;
         up = edition.speeches[static_cast<std::size_t>(up)].parent)
      take(static_cast<std::size_t>(up));
  }
  std::ranges::sort(keys);
  const auto rest = std::ranges::unique(keys);
  keys.erase(rest.begin(), rest.end());
  return keys;
}

std::string_view to_string(DiscrepancyKind kind) {
  switch (kind) {
    case DiscrepancyKind::meaning:
      return "meaning";
    case DiscrepancyKind::splice:
      return "splice";
    case DiscrepancyKind::denial:
      return "denial";
    case DiscrepancyKind::cut:
      return "cut";
    case DiscrepancyKind::insertion:
      return "insertion";
    case DiscrepancyKind::wording:
      return "wording";
    case DiscrepancyKind::speaker:
      return "speaker";
    case DiscrepancyKind::channel:
      return "channel";
    case DiscrepancyKind::date:
      return "date";
    case DiscrepancyKind::name:
      return "name";
    case DiscrepancyKind::heading:
      return "heading";
    case DiscrepancyKind::refusal:
      return "refusal";
    case DiscrepancyKind::twice:
      return "twice";
    case DiscrepancyKind::question:
      return "question";
    case DiscrepancyKind::brackets:
      return "brackets";
    case DiscrepancyKind::claim:
      return "claim";
  }
  return "wording";
}

}  // namespace readout
