// Help for people: the list of verbs, and one verb in full.
#pragma once

#include <string>

#include "cli/command.h"
#include "readout/view/look.h"

namespace readout::cli {

std::string program_help(const Look& look);
std::string command_help(const Command& command, const Look& look);

// "readout verify [OPTIONS] QUOTE"
std::string usage(const Command& command);

// "-j, --json" or "--speaker NAME"
std::string option_names(const Option& option);

}  // namespace readout::cli
