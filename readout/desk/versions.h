// The versions of one statement, as the record holds them.
#pragma once

#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/record/record.h"
#include "readout/view/version_table.h"

namespace readout {

// The statements of these ids, in this order. Of a single one, after it, also the versions that the record knows, in
// order of name and place: the same words by the same person, and what its links lead to. Of a speech that is far
// longer than the passages that are linked (a turn of a transcript) only these passages are taken.
Result<std::vector<VersionWitness>> load_versions(Record& record, const std::vector<std::string>& ids);

}  // namespace readout
