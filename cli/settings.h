// How files are read, as the command line asks: the offices built in, and those of --offices.
#pragma once

#include <string>

#include "cli/command.h"
#include "readout/engine/account.h"

namespace readout::cli {

Option offices_option();

// Error: the office file cannot be read or has a bad row.
Result<Settings> settings_of(const Arguments& arguments);

// The version, and the digest of what a user adds to the lexicons: two engines that may read a text otherwise have two
// names.
Result<std::string> engine_of(const Arguments& arguments);

}  // namespace readout::cli
