// The style sheet, the script and the icon, as they are built into the program.
#pragma once

#include <optional>
#include <string_view>

#include "server/web_answer.h"

namespace readout {

// Sealed, with an ETag; nothing where the target names none. Targets are compared as sent.
std::optional<WebAnswer> find_asset(std::string_view target);

}  // namespace readout
