// What the verbs of decisions share: who decides and when, and how a decision is told.
#pragma once

#include <cstdint>
#include <string>

#include "cli/command.h"
#include "readout/decision/rulings.h"
#include "readout/desk/decide.h"

namespace readout::cli {

// --author, else READOUT_AUTHOR, else the name that the system knows the user by; "" where it knows none.
std::string decision_author(const Arguments& arguments);

// Milliseconds since 1970, UTC.
std::int64_t now_ms();

// --time, else now_ms(). Error: bad_argument.
Result<std::int64_t> decision_time(const Arguments& arguments);

// --reason, --author, --time, --json, --record.
std::vector<Option> decision_options();

// The journal beside the record that the arguments name.
std::string decision_journal(const Arguments& arguments);

}  // namespace readout::cli
