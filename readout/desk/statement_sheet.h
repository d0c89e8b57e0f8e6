// StatementSheet: a statement with everything that its page shows: where it stands, its versions, what was said on
// other occasions, and what is alike and kept apart.
//
//   Result<StatementSheet> sheet = load_statement_sheet(*record, "104:22-66");
//   VersionTable table(std::move(sheet->versions), 0);
//
// Each document is read once.
#pragma once

#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/record/record.h"
#include "readout/view/statement_view.h"
#include "readout/view/version_table.h"

namespace readout {

inline constexpr std::size_t kMostVersions = 40;  // that are compared

struct StatementSheet {
  StatementPage page;
  // The statement itself first, then by document and place. A document has one row of all its passages that are
  // versions of parts of the statement, and a further one for each time that it prints a part again.
  std::vector<VersionWitness> versions;
  std::size_t more_versions = 0;     // rows past kMostVersions, in that order: neither read nor compared
  std::vector<SpeechRow> elsewhere;  // of the same statement, but of none of these words
  std::vector<LinkRow> also_said;    // `a` is the statement
  std::vector<LinkRow> not_same;
};

// By the id of a statement, or a beginning of one. Of a RuledRecord: with what people decided.
Result<StatementSheet> load_statement_sheet(Record& record, const std::string& id);

}  // namespace readout
