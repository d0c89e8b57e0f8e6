// JournalDisk: what the journal asks of the system when it writes. A test of this room hands in one whose n-th call
// fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/result.h"

namespace readout {

// As write(2), fsync(2) and ftruncate(2): errno where they fail.
struct JournalDisk {
  std::function<std::int64_t(int file, const char* bytes, std::size_t size)> write;
  std::function<int(int file)> sync;
  std::function<int(int file, std::uint64_t size)> truncate;
};

JournalDisk system_disk();

// Appends the lines that `wanted` gives, which is handed the journal as it stands under the lock; all of them or none.
// How many they were.
Result<std::size_t> append_lines(const std::string& path, const JournalDisk& disk,
                                 const std::function<std::vector<std::string>(std::string_view journal)>& wanted);

}  // namespace readout
