// Files as the command line names them.
#pragma once

#include <string>
#include <string_view>

#include "readout/base/result.h"
#include "readout/document/read.h"

namespace readout::cli {

// The bytes of a file, or of standard input for "-"; at most `most` + 1 of them, so that a longer one shows as too
// large.
Result<Source> load(const std::string& path, std::uint64_t most);

// Writes a file whole: beside it first, then in its place, so that nobody sees a part of it.
Result<void> save_text(const std::string& path, std::string_view text);

// The whole of a small file that the run needs (a key, a draft, a list). Errors name the next step.
Result<std::string> load_text(const std::string& path);

}  // namespace readout::cli
