// What a list of statements is narrowed by, as options.
#pragma once

#include <vector>

#include "cli/open.h"
#include "readout/desk/query.h"

namespace readout::cli {

std::vector<Option> filter_options();

// The options of `statements`. Error: bad_argument.
Result<SpeechFilter> filter_of(const Arguments& arguments);

}  // namespace readout::cli
