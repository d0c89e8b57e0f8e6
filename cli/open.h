// The record that a verb works on, and ids as people type them.
#pragma once

#include <memory>
#include <string>

#include "cli/command.h"
#include "readout/record/record.h"

namespace readout::cli {

// --record, else READOUT_RECORD, else ./readout.db.
std::string record_path(const Arguments& arguments);

// The record for reading. The error of a record that is not there says how to make one.
Result<std::unique_ptr<Record>> open_for_reading(const Arguments& arguments);

// The same as people decided it (desk/ruled_record.h). Error: also of a journal that cannot be read.
Result<std::unique_ptr<Record>> open_as_decided(const Arguments& arguments);

// Complains where the result is an error; true where it holds a value.
template <class T>
bool succeeded(const Result<T>& result, Screen& screen) {
  if (result) return true;
  screen.complain(result.error());
  return false;
}

// The exit code that an error of the record means: 1 where the thing asked for is not there, else 2.
Exit exit_of(const Error& error);

// A number of the command line. Error: bad_argument.
Result<std::uint32_t> parse_number(const std::string& option, const std::string& text, std::uint32_t most);

}  // namespace readout::cli
