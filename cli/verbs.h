// Every verb of the program: its file defines what it takes and what it does.
#pragma once

#include "cli/command.h"

namespace readout::cli {

Command quotes_command();
Command score_command();
Command manual_command();
Command completions_command();

}  // namespace readout::cli
