// meet: what two passages have in common, and whether their voices can be one.
#pragma once

#include <cstdint>

#include "readout/statement/witness.h"

namespace readout {

struct Meeting {
  int shared = 0;      // weight of the words met
  int plain = 0;       // of those that are no names or titles
  double share_a = 0;  // of a's weight
  double share_b = 0;
  int run = 0;         // words of the longest common run
  bool whole = false;  // all words are equal
  double score = 0;    // 0 to 1
};

// Symmetric but for share_a and share_b. `thoroughly` looks for synonyms too.
Meeting meet(const Utterance& a, const Utterance& b, bool thoroughly);

// The part of `longer` that meets `shorter`: from the first word met to the last; the whole where that is most of it.
Span met_part(const Utterance& longer, const Utterance& shorter);

enum class SameVoice : std::uint8_t { equal, office, surname, unknown, other };
enum class SameTime : std::uint8_t { meets, apart, unknown };

SameVoice same_voice(const Voice& a, const Voice& b);
SameTime same_time(const TimeReach& a, const TimeReach& b);

}  // namespace readout
