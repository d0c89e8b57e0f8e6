// judge_speaker: whether the speaker that the machine names is the one that a key names.
//
//   key                                             ours                                   verdict
//   Anna Kovel                                      Kovel | Mayor Anna Kovel | A. Kovel     right
//   Anna Kovel                                      Maria Kovel                             wrong
//   Varneyan MFA                                    the Foreign Ministry of Varneya         right
//   Varneyan MFA (the writer says "Kovel has ...")  Anna Kovel                              right_by_note
//   a reporter (unnamed)                            nobody, source "QUESTION"               right
//   Anna Kovel                                      nobody                                  unknown
//
// The rules, applied in this order:
// 1. A parenthesis in the key is a note. What stands before it is the speaker. Marks and articles do not count.
// 2. Spelling is folded (fold_name), then data/en/speaker_folds.tsv: titles go; "MFA" and "Ministry of Foreign Affairs"
//    are the foreign ministry. "Varneyan" and "Varneya" agree.
// 3. A key that is all lower-case before the note and before "of", "in", "with" ("unnamed questioner", "leaders of the
//    Coup"), or whose note says "unnamed", names nobody. Right is whoever is no named person and whose words hold the
//    same head noun, or an unknown whose mention does (questioner, reporter, journalist, correspondent and question are
//    one).
// 4. Else the names as printed and the canonical name of our person are tried: the same words in any order; the surname
//    alone; the surname with the same given name or its initial; a part of an institution's words that holds the head.
// 5. Where the note says what "the writer" prints, a name inside the note is right too, and counted apart.
// It is lenient on how much of a name is given and never on whose it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/people/person.h"

namespace readout {

struct NamedSpeaker {
  bool known = false;  // false: the machine abstains
  PersonKind kind = PersonKind::unnamed;
  std::vector<std::string> names;  // canonical first, then as printed
  std::string source;              // the words of the mention
};

enum class SpeakerVerdict { right, right_by_note, unknown, wrong };

SpeakerVerdict judge_speaker(std::string_view key, const NamedSpeaker& ours);

inline bool is_right(SpeakerVerdict verdict) {
  return verdict == SpeakerVerdict::right || verdict == SpeakerVerdict::right_by_note;
}

}  // namespace readout
