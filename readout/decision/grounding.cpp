#include "readout/decision/grounding.h"

#include <algorithm>
#include <set>

#include "readout/text/fold.h"

namespace readout {

std::vector<Span> find_anchor(std::string_view text, const TextAnchor& place) {
  std::vector<Span> found;
  if (place.exact.empty()) return found;
  for (std::size_t at = text.find(place.exact); at != std::string_view::npos; at = text.find(place.exact, at + 1)) {
    const std::size_t end = at + place.exact.size();
    if (text.substr(0, at).ends_with(place.prefix) && text.substr(end).starts_with(place.suffix))
      found.push_back(make_span(at, end));
  }
  return found;
}

Grounding::Key Grounding::key_of(const TextAnchor& place) {
  return {place.origin, place.blob, place.delivered, place.exact, place.prefix, place.suffix};
}

const Footing& Grounding::footing(const TextAnchor& place) const {
  static const Footing kNone;
  const auto found = footings_.find(key_of(place));
  return found == footings_.end() ? kNone : found->second;
}

Result<void> Grounding::survey(std::vector<TextAnchor> places) {
  std::ranges::sort(places, {}, key_of);
  const auto again = std::ranges::unique(places, {}, key_of);
  places.erase(again.begin(), again.end());
  for (std::size_t begin = 0; begin < places.size();) {
    std::size_t end = begin + 1;
    while (end < places.size() && places[end].origin == places[begin].origin && places[end].blob == places[begin].blob)
      ++end;
    const std::span<const TextAnchor> all(places);
    if (const Result<void> done = survey_document(all.subspan(begin, end - begin)); !done) return done;
    begin = end;
  }
  return {};
}

// All of one document.
Result<void> Grounding::survey_document(std::span<const TextAnchor> places) {
  const TextAnchor& first = places.front();
  const Result<std::vector<std::string>> names = record_.names_of(first.blob);
  if (!names) return tl::unexpected(names.error());
  std::string name = names->empty() ? std::string() : names->front();
  std::optional<Account> newer;
  if (!first.origin.empty()) {
    const Result<std::string> current = record_.find_name(first.origin);
    if (!current && current.error().code != ErrorCode::not_found && current.error().code != ErrorCode::bad_argument)
      return tl::unexpected(current.error());
    if (current && std::ranges::binary_search(*names, *current)) {
      name = *current;
    } else if (current) {
      Result<Account> account = record_.account(*current);
      if (!account) return tl::unexpected(account.error());
      if (account->document.origin == first.origin) newer = std::move(*account);
    }
  }
  for (const TextAnchor& place : places) {
    Footing footing;
    footing.names = *names;
    if (!names->empty()) {
      footing.at.push_back(place);
      footing.at.back().document = name;
    }
    std::string why = "no document with these bytes";
    if (newer && !place.delivered.empty()) {
      const Text& text = newer->document.text;
      const std::vector<Span> spans = find_anchor(text.view(), place);
      if (spans.size() == 1) {
        footing.at.push_back(place);
        footing.at.back().blob = newer->document.blob;
        footing.at.back().document = newer->document.name;
        footing.at.back().delivered = text.to_blob(spans.front());
        footing.carried = true;
      }
      why = "the bytes of the document are others now, and the words stand there " +
            (spans.empty() ? std::string("no longer with the same words around them")
                           : "at " + std::to_string(spans.size()) + " places");
    }
    if (footing.at.empty())
      footing.gone =
          target_label({place.delivered.empty() ? TargetKind::document : TargetKind::passage, "", {}, {place}}) + ": " +
          why;
    footings_[key_of(place)] = std::move(footing);
  }
  return {};
}

Result<bool> Grounding::has_person(const std::string& key) {
  if (const auto known = persons_.find(key); known != persons_.end()) return known->second;
  const Result<PersonRow> row = record_.person(key);
  if (!row && row.error().code != ErrorCode::not_found) return tl::unexpected(row.error());
  persons_[key] = row.has_value();
  return row.has_value();
}

Result<std::optional<std::string>> Grounding::find_person(const DecisionTarget& target) {
  const Result<bool> same = has_person(target.id);
  if (!same) return tl::unexpected(same.error());
  if (*same) return target.id;
  // Another engine may have made the key of a shorter or longer form of the name.
  const std::size_t colon = target.id.find(':');
  const std::string sort = colon == std::string::npos ? std::string() : target.id.substr(0, colon + 1);
  std::set<std::string> found;
  for (const std::string& name : target.names) {
    std::string key = sort + fold_name(name);
    const Result<bool> has = has_person(key);
    if (!has) return tl::unexpected(has.error());
    if (*has) found.insert(std::move(key));
  }
  if (found.size() != 1) return std::nullopt;
  return *found.begin();
}

}  // namespace readout
