// for_each_account: every document of a record with its account, in order of names, one at a time in memory.
#pragma once

#include <functional>

#include "readout/record/record.h"

namespace readout {

// `visit` says whether to go on; its error ends the walk, as the record's own does.
Result<void> for_each_account(Record& record,
                              const std::function<Result<bool>(const Account&, const DocumentRow&)>& visit);

}  // namespace readout
