// A statement with what `show` and `explain` need around it.
#pragma once

#include "cli/open.h"
#include "readout/view/statement_view.h"

namespace readout::cli {

Result<StatementPage> load_page(Record& record, const std::string& id);

}  // namespace readout::cli
