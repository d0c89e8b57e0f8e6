// score_discrepancies: the places that a key finds in disagreement, held against those that the machine lists.
//
// - One of the key's is found when one of ours stands on two of its places (on its only one, where it has one), and
//   words that ours names as different lie in one of them. A place of ours stands on one of the key's when they share
//   half of the smaller.
// - One of ours is false when it finds none of the key's, and its places are no version pair that the key itself calls
//   altered, reworded, edited or spliced, and no claim of an author's that the key lists.
//
// Figures: "discrepancies found" (of the key's), "false discrepancies" (of ours).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "readout/score/key_score.h"

namespace readout {

struct FoundDiscrepancy {
  struct Words {
    std::string file;
    Span span;  // in bytes of the file as delivered
  };

  std::string id;
  std::string kind;
  std::vector<Words> places;
  std::vector<Words> changes;  // the words that differ; places themselves where nothing narrower is told
};

// Appends to `score`.
void score_discrepancies(const AnswerKey& key, std::span<const FoundDiscrepancy> found, KeyScore& score);

}  // namespace readout
