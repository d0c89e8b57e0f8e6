// Whom merges join, what everybody is called, whose the given speeches are; and which decisions hold for nothing.
#include <algorithm>
#include <set>

#include "readout/decision/replay.h"

namespace readout {
namespace {

// Union-find over keys; the least key stands for a group until its head is known.
class Groups {
 public:
  std::string find(const std::string& key) {
    std::string at = key;
    while (up_.contains(at) && up_[at] != at) at = up_[at];
    for (std::string step = key; step != at;) {
      std::string next = up_[step];
      up_[step] = at;
      step = std::move(next);
    }
    return at;
  }
  void join(const std::string& a, const std::string& b) {
    const std::string x = find(a);
    const std::string y = find(b);
    up_[std::max(x, y)] = std::min(x, y);
    up_.try_emplace(std::min(x, y), std::min(x, y));
  }

 private:
  std::map<std::string, std::string> up_;
};

}  // namespace

void RulingsReplay::group_persons() {
  Groups groups;
  for (const auto& [pair, ruling] : person_pairs_)
    if (ruling.same) groups.join(pair.first, pair.second);
  for (const auto& [pair, ruling] : person_pairs_) {
    if (ruling.same || groups.find(pair.first) != groups.find(pair.second)) continue;
    out_.all_[ruling.by].state = DecisionState::overruled;
    out_.all_[ruling.by].why = "both are one with a third: take back one of those merges";
  }

  struct Group {
    std::set<std::string> keys;
    std::set<std::size_t> by;
    std::size_t first_merge = SIZE_MAX;
    std::size_t last_merge = 0;
    std::string head;
  };
  std::map<std::string, Group> all;
  for (const auto& [pair, ruling] : person_pairs_) {
    if (!ruling.same) continue;
    Group& group = all[groups.find(pair.first)];
    group.keys.insert({pair.first, pair.second});
    group.by.insert(ruling.by);
    group.last_merge = std::max(group.last_merge, ruling.by);
    if (ruling.by < group.first_merge) {
      group.first_merge = ruling.by;
      group.head = key_of(decision(ruling.by).targets.front());
    }
  }
  for (const auto& [key, named] : names_) {
    Group& group = all[groups.find(key)];
    group.keys.insert(key);
    if (group.head.empty()) group.head = key;
  }
  for (auto& [root, group] : all) {
    PersonRuling person;
    person.key = group.head;
    person.name = called_.contains(group.head) ? called_[group.head] : group.head;
    // The head keeps its name; one that was given to any of them when they were one already is everybody's.
    const NamedBy* latest = nullptr;
    for (const std::string& key : group.keys) {
      const auto named = names_.find(key);
      if (named == names_.end()) continue;
      if (key != group.head && named->second.by < group.last_merge) continue;
      if (latest == nullptr || latest->by < named->second.by) latest = &named->second;
    }
    if (latest != nullptr) {
      person.name = latest->name;
      group.by.insert(latest->by);
    }
    person.keys.assign(group.keys.begin(), group.keys.end());
    for (const std::size_t by : group.by) person.decisions.push_back(&decision(by));
    out_.persons_.push_back(std::move(person));
  }
  std::ranges::sort(out_.persons_, {}, &PersonRuling::key);
  for (std::size_t i = 0; i < out_.persons_.size(); ++i)
    for (const std::string& key : out_.persons_[i].keys) out_.person_of_[key] = i;
}

// A speech that was given to somebody follows what became of that person.
void RulingsReplay::settle_given() {
  std::map<Place, std::set<std::string>> ids;
  for (const RuledDecision& each : out_.all_) {
    if (each.state != DecisionState::stands) continue;
    for (const DecisionTarget& target : each.decision.targets) {
      for (const TextAnchor& place : target.places) {
        const Footing& footing = ground_.footing(place);
        for (const TextAnchor& at : footing.at) {
          std::set<std::string>& here = ids[{at.blob, at.delivered}];
          here.insert(span_id(at.document, at.delivered));
          if (at.blob != place.blob) continue;
          for (const std::string& name : footing.names) here.insert(span_id(name, at.delivered));
        }
      }
    }
  }
  for (auto& [place, given] : out_.speakers_) {
    if (const PersonRuling* person = out_.person(given.speaker.key)) {
      given.speaker.key = person->key;
      given.speaker.name = person->name;
    }
    for (const std::string& id : ids[place]) out_.given_.push_back({id, given.speaker});
  }
  std::ranges::sort(out_.given_, {}, &GivenSpeech::id);
}

void RulingsReplay::settle_pairs() {
  for (const auto& [blob, pairs] : out_.pairs_) {
    for (const Rulings::Pair& pair : pairs) {
      const Place place{blob, pair.here};
      if (pair.other < place) continue;
      // The other's own pair tells where this one stands.
      const std::vector<Rulings::Pair>& back = out_.pairs_.at(pair.other.first);
      const auto here = std::ranges::find_if(
          back, [&](const Rulings::Pair& each) { return each.here == pair.other.second && each.other == place; });
      out_.decided_pairs_.push_back({here->ruling.other, pair.ruling.other, pair.same, pair.ruling.by});
    }
  }
}

void RulingsReplay::settle_overruled() {
  for (std::size_t i = 0; i < out_.all_.size(); ++i) {
    if (claimed_[i] == 0 || held_[i] > 0 || out_.all_[i].state != DecisionState::stands) continue;
    out_.all_[i].state = DecisionState::overruled;
    out_.all_[i].why = "by " + lost_to_[i];
  }
}

}  // namespace readout
