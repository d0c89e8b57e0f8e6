// find_counterparts: the linked passages of two documents, whole, and what became of the words.
//
//   base   We will sign the paper, which took years. The work begins on Monday.      a transcript
//   other  “We will sign the paper and the work begins on Monday,” he said.          a report
//
//   const std::vector<Counterpart> found = find_counterparts(a, b, link_witnesses(...));
//   found[0].relation == PassageRelation::spliced     // both sentences of the base against the one of the other
//
// A passage is one sentence of a speech, or up to kMostSentences neighbours of one where the other side joined, split
// or spliced them. The base is the side nearer to the words: a transcript before direct, mixed and indirect speech;
// then the longer. Changes say what the other did to the base; their spans count in the two documents' texts.
//
// `indirect` names reported speech that keeps to the words; reported speech that does not is `reworded` or `altered`,
// and is `reported` all the same: the more careful name wins.
//
// Invariants: sorted by a, then b; no two have the same a and b; with one edition and its repetitions, a before b.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "readout/collation/change.h"
#include "readout/discrepancy/edition.h"
#include "readout/statement/version.h"

namespace readout {

inline constexpr std::size_t kMostSentences = 4;

struct Counterpart {
  LinkEnd a;
  LinkEnd b;
  bool base_is_b = false;
  bool reported = false;  // the other tells in reported speech what the base has as it was said
  PassageRelation relation = PassageRelation::verbatim;
  PassagePair pair;                         // `a` of a change is the base's, `b` the other's
  LinkKind kind = LinkKind::version;        // of the best link
  Basis basis;                              // of the best link
  std::vector<std::uint32_t> link_numbers;  // of the links that it rests on, sorted

  const LinkEnd& base() const { return base_is_b ? b : a; }
  const LinkEnd& other() const { return base_is_b ? a : b; }
};

// Links that join nothing are left out. For repetitions inside one document `a` and `b` are one object.
std::vector<Counterpart> find_counterparts(const Edition& a, const Edition& b, std::span<const VersionLink> links);

// The link with its sides changed; evidence goes with them.
VersionLink turned(VersionLink link);

// What became of `base` in `other`.
PassageRelation relation_of(const PassagePair& pair, bool reported);

}  // namespace readout
