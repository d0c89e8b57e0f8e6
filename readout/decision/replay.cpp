#include "readout/decision/replay.h"

#include <algorithm>

#include "readout/record/rows.h"

namespace readout {
namespace {

std::string thing(std::string_view what, const TextAnchor& at) {
  return std::string(what) + " " + to_hex(at.blob) + ":" + std::to_string(at.delivered.begin) + "-" +
         std::to_string(at.delivered.end);
}

std::pair<std::string, std::string> in_order(std::string a, std::string b) {
  if (b < a) std::swap(a, b);
  return {std::move(a), std::move(b)};
}

bool all_are(const Decision& decision, TargetKind kind) {
  return std::ranges::all_of(decision.targets, [&](const DecisionTarget& each) { return each.kind == kind; });
}

bool is_judgement(DecisionVerb verb) {
  return verb == DecisionVerb::accept || verb == DecisionVerb::reject || verb == DecisionVerb::note;
}

}  // namespace

Result<void> RulingsReplay::run() {
  held_.resize(out_.all_.size());
  claimed_.resize(out_.all_.size());
  lost_to_.resize(out_.all_.size());
  for (std::size_t i = 0; i < out_.all_.size(); ++i) known_[decision(i).id] = i;
  settle_undoing();
  if (const Result<void> found = find_places(); !found) return found;
  for (std::size_t i = 0; i < out_.all_.size(); ++i) {
    const Result<bool> stands = stands_somewhere(i);
    if (!stands) return tl::unexpected(stands.error());
    if (*stands) apply(i);
  }
  group_persons();
  settle_given();
  settle_pairs();
  settle_overruled();
  return {};
}

// A decision is undone where a decision that takes it back is not itself undone. Ids are digests of what they name, so
// that no two take back each other; a journal made to look so (a broken digest) leaves them standing.
void RulingsReplay::settle_undoing() {
  const std::size_t count = out_.all_.size();
  std::vector<std::vector<std::size_t>> undoers(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (decision(i).verb != DecisionVerb::undo) continue;
    for (const DecisionTarget& target : decision(i).targets) {
      const auto found = known_.find(target.id);
      if (found != known_.end() && found->second != i) undoers[found->second].push_back(i);
    }
  }
  enum class Mark : std::uint8_t { fresh, open, settled };
  std::vector<Mark> marks(count, Mark::fresh);
  std::vector<std::size_t> stack;
  for (std::size_t first = 0; first < count; ++first) {
    stack.assign(1, first);
    while (!stack.empty()) {
      const std::size_t at = stack.back();
      if (marks[at] == Mark::fresh) {
        marks[at] = Mark::open;
        for (const std::size_t undoer : undoers[at])
          if (marks[undoer] == Mark::fresh) stack.push_back(undoer);
        continue;
      }
      stack.pop_back();
      if (marks[at] == Mark::settled) continue;
      marks[at] = Mark::settled;
      for (const std::size_t undoer : undoers[at]) {
        if (marks[undoer] != Mark::settled || out_.all_[undoer].state == DecisionState::undone) continue;
        out_.all_[at].state = DecisionState::undone;
        out_.all_[at].why = "by " + decision(undoer).id + " (" + credit(decision(undoer)) + ")";
      }
    }
  }
}

Result<void> RulingsReplay::find_places() {
  std::vector<TextAnchor> places;
  for (const RuledDecision& each : out_.all_)
    for (const DecisionTarget& target : each.decision.targets)
      places.insert(places.end(), target.places.begin(), target.places.end());
  if (const Result<void> done = ground_.survey(std::move(places)); !done) return done;
  for (RuledDecision& each : out_.all_) {
    for (const DecisionTarget& target : each.decision.targets) {
      for (const TextAnchor& place : target.places) {
        const Footing& footing = ground_.footing(place);
        each.carried = each.carried || footing.carried;
        const TextAnchor* now = footing.at.empty() ? nullptr : &footing.at.back();
        each.places.push_back(now == nullptr           ? ""
                              : now->delivered.empty() ? now->document
                                                       : span_id(now->document, now->delivered));
      }
    }
  }
  return {};
}

void RulingsReplay::orphan(std::size_t which, std::string why) {
  out_.all_[which].state = DecisionState::orphan;
  out_.all_[which].why = std::move(why);
}

// Whether it holds for anything here.
Result<bool> RulingsReplay::stands_somewhere(std::size_t which) {
  if (out_.all_[which].state == DecisionState::undone) return false;
  const Decision& one = decision(which);
  for (std::size_t i = 0; i < one.targets.size(); ++i) {
    const DecisionTarget& target = one.targets[i];
    if (target.kind == TargetKind::decision && !known_.contains(target.id)) {
      orphan(which, target.id + " is not in this journal");
      return false;
    }
    for (const TextAnchor& place : target.places) {
      const Footing& footing = ground_.footing(place);
      const bool other_bytes =
          target.kind == TargetKind::discrepancy && !footing.at.empty() && footing.at.front().blob != place.blob;
      if (!footing.gone.empty() || other_bytes) {
        orphan(which, other_bytes ? target_label({TargetKind::passage, "", {}, {place}}) +
                                        ": the bytes of the document are others now, and so is the discrepancy"
                                  : footing.gone);
        return false;
      }
    }
    if (target.kind != TargetKind::person || person_key_.contains(target.id)) continue;
    const Result<std::optional<std::string>> key = ground_.find_person(target);
    if (!key) return tl::unexpected(key.error());
    // To whom a speech is given need not be in the record otherwise.
    const bool needed = i == 0 || one.targets.front().kind == TargetKind::person;
    if (!*key && needed) {
      orphan(which, "nobody in the record is called " + target_label(target));
      return false;
    }
    if (*key) person_key_[target.id] = **key;
  }
  return true;
}

std::string RulingsReplay::key_of(const DecisionTarget& target) const {
  const auto found = person_key_.find(target.id);
  return found == person_key_.end() ? target.id : found->second;
}

std::vector<TextAnchor> RulingsReplay::places_of(const DecisionTarget& target) const {
  return ground_.footing(target.places.front()).at;
}

// The latest that is applied holds.
void RulingsReplay::hold(std::size_t which, const std::string& what) {
  ++claimed_[which];
  ++held_[which];
  const auto [at, fresh] = holders_.try_emplace(what, which);
  if (fresh) return;
  --held_[at->second];
  lost_to_[at->second] = decision(which).id;
  at->second = which;
}

void RulingsReplay::apply(std::size_t which) {
  const Decision& one = decision(which);
  for (const DecisionTarget& target : one.targets)
    if (target.kind == TargetKind::person && !target.names.empty())
      called_.try_emplace(key_of(target), target.names.front());
  const bool two = one.targets.size() >= 2;
  const bool of_persons = all_are(one, TargetKind::person);
  if (is_judgement(one.verb)) return judge(which);
  if (one.verb == DecisionVerb::undo && all_are(one, TargetKind::decision)) return;
  if (one.verb == DecisionVerb::rename && of_persons && !one.name.empty())
    return name_person(which, key_of(one.targets.front()));
  if (one.verb == DecisionVerb::merge || one.verb == DecisionVerb::split) {
    if (two && all_are(one, TargetKind::passage)) return pair_passages(which);
    if (two && of_persons) return pair_persons(which);
  }
  const bool given =
      one.verb == DecisionVerb::unknown ||
      (one.verb == DecisionVerb::split && (two ? one.targets[1].kind == TargetKind::person : !one.name.empty()));
  if (given && one.targets.front().kind == TargetKind::passage) return give(which);
  orphan(which, "what it is about does not go with its verb");
}

void RulingsReplay::judge(std::size_t which) {
  const Decision& one = decision(which);
  const auto put = [&](Standing& standing, const std::string& what) {
    if (one.verb == DecisionVerb::note) {
      standing.notes.push_back(&one);
      return;
    }
    hold(which, what);
    standing.stand = one.verb == DecisionVerb::accept ? Stand::accepted : Stand::rejected;
    standing.by = &one;
  };
  for (const DecisionTarget& target : one.targets) {
    if (target.kind == TargetKind::discrepancy)
      put(out_.on_discrepancies_[target.id], "stand " + target.id);
    else if (target.kind == TargetKind::person)
      put(out_.on_persons_[key_of(target)], "stand person " + key_of(target));
    else if (target.kind != TargetKind::decision)
      for (const TextAnchor& at : places_of(target))
        put(out_.on_passages_[{at.blob, at.delivered}], thing("stand", at));
  }
}

void RulingsReplay::pair_passages(std::size_t which) {
  const Decision& one = decision(which);
  const bool same = one.verb == DecisionVerb::merge;
  const auto put = [&](const TextAnchor& here, const TextAnchor& there) {
    std::vector<Rulings::Pair>& pairs = out_.pairs_[here.blob];
    const Place other{there.blob, there.delivered};
    std::erase_if(pairs, [&](const Rulings::Pair& pair) { return pair.here == here.delivered && pair.other == other; });
    pairs.push_back({here.delivered, other, {there, span_id(there.document, there.delivered), &one}, same});
  };
  for (const TextAnchor& a : places_of(one.targets.front())) {
    for (std::size_t i = 1; i < one.targets.size(); ++i) {
      for (const TextAnchor& b : places_of(one.targets[i])) {
        if (a.blob == b.blob && a.delivered == b.delivered) continue;
        const auto [first, second] = in_order(thing("", a), thing("", b));
        hold(which, "pair " + first + second);
        put(a, b);
        put(b, a);
      }
    }
  }
}

void RulingsReplay::pair_persons(std::size_t which) {
  const Decision& one = decision(which);
  const std::string first = key_of(one.targets.front());
  for (std::size_t i = 1; i < one.targets.size(); ++i) {
    const auto pair = in_order(first, key_of(one.targets[i]));
    if (pair.first == pair.second) continue;
    hold(which, "persons " + pair.first + "\n" + pair.second);
    person_pairs_[pair] = {one.verb == DecisionVerb::merge, which};
  }
  if (one.verb == DecisionVerb::merge && !one.name.empty()) name_person(which, first);
}

void RulingsReplay::name_person(std::size_t which, const std::string& key) {
  hold(which, "name " + key);
  names_[key] = {decision(which).name, which};
}

void RulingsReplay::give(std::size_t which) {
  const Decision& one = decision(which);
  Rulings::Given given;
  given.words = one.targets.front().places.front().exact;
  given.speaker.by = &one;
  if (one.verb != DecisionVerb::unknown) {
    given.speaker.name = one.name;
    if (one.targets.size() > 1) {
      given.speaker.key = key_of(one.targets[1]);
      if (given.speaker.name.empty()) given.speaker.name = target_label(one.targets[1]);
    }
  }
  for (const TextAnchor& at : places_of(one.targets.front())) {
    hold(which, thing("speaker", at));
    out_.speakers_[{at.blob, at.delivered}] = given;
  }
}

}  // namespace readout
