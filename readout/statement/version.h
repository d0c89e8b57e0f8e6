// link_witnesses: which passages of two documents are versions of one act of speaking.
//
//   for (const VersionLink& link : link_witnesses(a, b))   // a and b may be one: its repetitions
//     link.a.span, link.b.span, link.kind, link.basis.rule
//
// A pure function of the two witnesses: no third document has a say, so links hang on what stands in the record and
// never on how it came. Who calls gives the two in an order of their content, so that ties fall alike.
//
// Rules of the Basis: run (a long run of equal words), words (telling words shared, synonyms among them), order (fewer
// words, but between neighbours that are linked), place (no words: the only sentence between two linked neighbours).
// Evidence: share:a and share:b (how much of each side's weight is met), run (words), speaker:equal | office | surname
// | unknown | other, when:meets | apart | unknown, polarity:other.
//
// Kinds: version; contained (a part of the longer side; its span is cut to that part); repeat (one document twice);
// also_said (the same position on another occasion: no version); not_same (alike in words, but kept apart: the rule
// says why: other-speaker, other-polarity). The last two join nothing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/base/basis.h"
#include "readout/statement/witness.h"

namespace readout {

enum class LinkKind : std::uint8_t { version, contained, repeat, also_said, not_same };

struct LinkEnd {
  Span span;
  std::uint32_t speech = 0;

  friend auto operator<=>(const LinkEnd&, const LinkEnd&) = default;
};

struct VersionLink {
  LinkEnd a;
  LinkEnd b;
  LinkKind kind = LinkKind::version;
  Basis basis;

  friend bool operator==(const VersionLink&, const VersionLink&) = default;
};

// Sorted by a, then b. With `a` and `b` one object: the repetitions inside it, a before b.
std::vector<VersionLink> link_witnesses(const Witness& a, const Witness& b);

// True for the kinds that make two passages one Statement.
constexpr bool joins(LinkKind kind) {
  return kind == LinkKind::version || kind == LinkKind::contained || kind == LinkKind::repeat;
}

std::string_view to_string(LinkKind kind);

}  // namespace readout
