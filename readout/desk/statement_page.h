// A statement with what `show` and `explain` need around it.
#pragma once

#include "readout/base/result.h"
#include "readout/record/record.h"
#include "readout/view/statement_view.h"

namespace readout {

Result<StatementPage> load_statement_page(Record& record, const std::string& id);

}  // namespace readout
