#include "server/record_stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>

namespace readout {

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
