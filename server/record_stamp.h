// RecordStamp: what the file system tells of a record and its journal, to know without reading them whether they are
// still what an answer was made of. A few microseconds each.
//
//   RecordStamp stamp = stamp_of("readout.db", "readout.decisions.jsonl");
//   stamp.record.there     false: removed
//   stamp.record.inode     another: replaced under us, the connection must be opened anew
//   stamp == older         nothing was written since
//
// Another stamp does not prove other content: a checkpoint writes the file and says nothing new (Record::state).
//
// Only stat() is used: to open a file of SQLite's beside SQLite and close it would drop the locks that this process
// holds on it (POSIX). A file system's clock is coarse: what was written within kUnsettled_ms before now may be written
// again without another time, so an answer made of it is not kept (as git does with its index).
#pragma once

#include <cstdint>
#include <string>

namespace readout {

inline constexpr std::int64_t kUnsettled_ms = 50;

struct FileStamp {
  bool there = false;
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t bytes = 0;
  std::int64_t written_ns = 0;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct RecordStamp {
  FileStamp record;
  FileStamp log;  // SQLite's write-ahead log
  FileStamp journal;
  bool settled = false;  // not of the content: left out of comparisons

  bool same_file(const RecordStamp& other) const {
    return record.there == other.record.there && record.device == other.record.device &&
           record.inode == other.record.inode;
  }
  friend bool operator==(const RecordStamp& a, const RecordStamp& b) {
    return a.record == b.record && a.log == b.log && a.journal == b.journal;
  }
};

FileStamp stamp_file(const std::string& path);
RecordStamp stamp_of(const std::string& record, const std::string& journal);

}  // namespace readout
