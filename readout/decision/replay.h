// RulingsReplay: one run over a journal that fills Rulings. Only this room uses it.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "readout/decision/grounding.h"
#include "readout/decision/rulings.h"

namespace readout {

class RulingsReplay {
 public:
  RulingsReplay(Rulings& out, Record& record) : out_(out), ground_(record) {}

  Result<void> run();

 private:
  using Place = Rulings::Place;

  struct PersonPair {
    bool same = false;
    std::size_t by = 0;
  };
  struct NamedBy {
    std::string name;
    std::size_t by = 0;
  };

  void settle_undoing();
  Result<void> find_places();
  Result<bool> stands_somewhere(std::size_t which);
  void orphan(std::size_t which, std::string why);
  void hold(std::size_t which, const std::string& thing);

  void apply(std::size_t which);
  void judge(std::size_t which);
  void pair_passages(std::size_t which);
  void pair_persons(std::size_t which);
  void give(std::size_t which);
  void name_person(std::size_t which, const std::string& key);

  void group_persons();
  void settle_given();
  void settle_pairs();
  void settle_overruled();

  const Decision& decision(std::size_t which) const { return out_.all_[which].decision; }
  std::string key_of(const DecisionTarget& target) const;
  std::vector<TextAnchor> places_of(const DecisionTarget& target) const;

  Rulings& out_;
  Grounding ground_;
  std::map<std::string, std::size_t> known_;       // ids
  std::map<std::string, std::string> person_key_;  // of a target: under which the record knows it
  std::map<std::pair<std::string, std::string>, PersonPair> person_pairs_;
  std::map<std::string, NamedBy> names_;        // decided, by key
  std::map<std::string, std::string> called_;   // what a person was called when first decided about
  std::map<std::string, std::size_t> holders_;  // which decision holds for a thing
  std::vector<std::size_t> held_;               // how many things a decision holds for
  std::vector<std::size_t> claimed_;            // how many it was about
  std::vector<std::string> lost_to_;            // the last decision that took one from it
};

}  // namespace readout
