// parse: the command line -> which verb, and what was given. The only place that knows CLI11.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace readout::cli {

struct Parsed {
  const Command* command = nullptr;  // null for the program's own --help and --version
  Arguments arguments;
  bool wants_help = false;
  bool wants_version = false;
};

// Error: bad_argument, with the next step.
Result<Parsed> parse(const std::vector<std::string>& words);

}  // namespace readout::cli
