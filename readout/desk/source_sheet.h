// SourceSheet: a document as its page shows it: the account, what it replaced, and what it did to the words of the
// others that report the same, as notes for its margin.
//
//   Result<SourceSheet> sheet = load_source_sheet(*record, "104");
//   for (const MarginNote& note : sheet->notes)     // in the order of the text
//     note.kind, note.span, note.partner, note.changes
//
// A note says what this outlet did where the other is nearer to the words (a transcript before direct and indirect
// speech; then the fuller one), else what the other made of this one's words. Of many partners the first kMostPartners
// in order of name are compared; the rest are counted.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/collation/change.h"
#include "readout/record/record.h"

namespace readout {

inline constexpr std::size_t kMostPartners = 8;

enum class MarginKind : std::uint8_t {
  changed,     // this document has words of the partner otherwise
  changed_by,  // the partner has words of this document otherwise
  dropped,     // words that this document does not have, of a partner that reports the same
  only_here,   // words of a statement that no partner has
};

struct MarginChange {
  ChangeType type = ChangeType::term;
  bool heavy = false;  // bears on the meaning
  std::string from;    // words, "" where there are none
  std::string to;
};

struct MarginNote {
  MarginKind kind = MarginKind::changed;
  Span span;                // of this document's text; empty for `dropped`, at the place where it would stand
  std::size_t partner = 0;  // index into partners
  PassageRelation relation = PassageRelation::verbatim;
  std::vector<MarginChange> changes;  // those that bear on the meaning first
  std::size_t more_changes = 0;       // that are not told
  Span there;                         // delivered bytes in the partner; of `dropped` the first passage
  std::string words;                  // of `dropped`: the first passage
  std::size_t passages = 1;           // of `dropped`: how many stand there in a row
};

struct SourcePartner {
  std::string name;
  std::string outlet;
  Moment date;
  std::size_t kept = 0;  // passages of the two that are versions of each other
  std::size_t changed = 0;
  std::size_t dropped = 0;  // by this document
};

struct SourceSheet {
  Account account;
  std::string name;  // its document bears it too
  std::string replaces;
  std::string replaced_by;
  std::vector<SourcePartner> partners;
  std::size_t more_partners = 0;
  std::vector<MarginNote> notes;  // by place, then partner
};

// `name` as for Record::find_name.
Result<SourceSheet> load_source_sheet(Record& record, const std::string& name);

std::string_view to_string(MarginKind kind);

}  // namespace readout
