#include "readout/view/decision_view.h"

#include <algorithm>

#include "readout/view/statement_view.h"
#include "readout/view/visible.h"

namespace readout {

std::string decision_time_label(const Decision& decision) {
  std::string time = decision.time.substr(0, 16);
  std::ranges::replace(time, 'T', ' ');
  return time;
}

std::vector<DecidedThing> decided_things(const RuledDecision& ruled) {
  std::vector<DecidedThing> things;
  std::size_t place = 0;
  for (const DecisionTarget& target : ruled.decision.targets) {
    if (target.kind == TargetKind::person)
      things.push_back({target.id, target_label(target), false, true});
    else if (target.kind != TargetKind::passage && target.kind != TargetKind::document)
      things.push_back({target.id, "", false, false});
    for (const TextAnchor& at : target.places) {
      const std::string now = place < ruled.places.size() ? ruled.places[place] : std::string();
      ++place;
      const TargetKind kind = at.delivered.empty() ? TargetKind::document : TargetKind::passage;
      things.push_back({now.empty() ? target_label({kind, "", {}, {at}}) : now, at.exact, now.empty(), false});
    }
  }
  return things;
}

std::string decision_entry(const RuledDecision& ruled, const Look& look) {
  const Decision& decision = ruled.decision;
  std::string head = tinted(look, Tint::id, decision.id) + "  " + decision_time_label(decision) + " · " +
                     visible(decision.author) + " · " + tinted(look, Tint::strong, to_string(decision.verb));
  if (ruled.state != DecisionState::stands) head += " · " + tinted(look, Tint::doubt, to_string(ruled.state));
  if (ruled.carried) head += " · carried";
  std::string out = head + "\n";
  for (const DecidedThing& thing : decided_things(ruled)) {
    const std::string id = visible(thing.id);
    if (thing.words.empty())
      out += "  " + id + "\n";
    else if (thing.person)
      out += fact("person", visible(thing.words) + " (" + id + ")", look);
    else
      out += "  " + wrap(id + "  " + quoted(thing.words), look.width - 2, "    ") + "\n";
  }
  if (!decision.name.empty()) out += fact("name", visible(decision.name), look);
  if (!decision.reason.empty()) out += fact("why", visible(decision.reason), look);
  if (!ruled.why.empty()) out += fact(to_string(ruled.state), visible(ruled.why), look);
  out.pop_back();
  return out;
}

void write_decision(JsonWriter& json, const RuledDecision& ruled) {
  json.key("id").value(ruled.decision.id).key("state").value(to_string(ruled.state)).key("why").value(ruled.why);
  json.key("places").array();
  for (const std::string& place : ruled.places) json.value(place);
  json.end().key("carried").value(ruled.carried).key("decision").raw(ruled.decision.line);
}

}  // namespace readout
