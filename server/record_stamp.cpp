#include "server/record_stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>

#include "readout/base/digest.h"

namespace readout {

std::string state_of(const RecordStamp& stamp) {
  std::string words;
  for (const FileStamp* file : {&stamp.record, &stamp.log}) {
    // A log without a byte is as good as none: whoever reads first makes it.
    if (file->bytes == 0) continue;
    for (const std::uint64_t number :
         {file->device, file->inode, file->bytes, static_cast<std::uint64_t>(file->written_ns)})
      words += std::to_string(number) + " ";
  }
  return to_hex(sha256(words)).substr(0, 12);
}

FileStamp stamp_file(const std::string& path) {
  struct stat status{};
  if (path.empty() || stat(path.c_str(), &status) != 0) return {};
  FileStamp stamp;
  stamp.there = true;
  stamp.device = status.st_dev;
  stamp.inode = status.st_ino;
  stamp.bytes = static_cast<std::uint64_t>(status.st_size);
  stamp.written_ns = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  return stamp;
}

RecordStamp stamp_of(const std::string& record, const std::string& journal) {
  RecordStamp stamp{stamp_file(record), stamp_file(record + "-wal"), stamp_file(journal), false};
  const std::int64_t now =
      std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  const std::int64_t newest = std::max({stamp.record.written_ns, stamp.log.written_ns, stamp.journal.written_ns});
  stamp.settled = stamp.record.there && now - newest > kUnsettled_ms * 1'000'000;
  return stamp;
}

}  // namespace readout
