#include "readout/decision/journal_disk.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "readout/decision/journal.h"

namespace readout {
namespace {

constexpr std::uint64_t kLargest = 1 << 28;  // bytes of a journal
constexpr int kTurns = 250;                  // that are waited for another program
constexpr std::chrono::milliseconds kTurn{20};

class OpenFile {
 public:
  OpenFile(const std::string& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
  ~OpenFile() {
    if (number_ >= 0) ::close(number_);  // its lock goes with it
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

tl::unexpected<Error> refuse(std::string_view what, int cause, const std::string& path) {
  const bool full = cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
  if (full)
    return fail(ErrorCode::disk_full, "no room left for the decision; nothing was decided, make room and try again",
                path);
  return fail(ErrorCode::store, "the journal of decisions cannot be " + std::string(what) + ": " + std::strerror(cause),
              path);
}

Result<void> lock(const OpenFile& file, int how, const std::string& path) {
  for (int turn = 0; turn < kTurns; ++turn) {
    if (::flock(file.number(), how | LOCK_NB) == 0) return {};
    if (errno != EWOULDBLOCK && errno != EINTR) return refuse("locked", errno, path);
    std::this_thread::sleep_for(kTurn);
  }
  return fail(ErrorCode::store, "another program holds the journal of decisions; try again", path);
}

Result<std::string> read_all(const OpenFile& file, const std::string& path) {
  struct stat state{};
  if (::fstat(file.number(), &state) != 0) return refuse("read", errno, path);
  if (!S_ISREG(state.st_mode)) return fail(ErrorCode::store, "the journal of decisions is no regular file", path);
  if (static_cast<std::uint64_t>(state.st_size) > kLargest)
    return fail(ErrorCode::store, "the journal of decisions is larger than 256 MiB", path);
  std::string bytes(static_cast<std::size_t>(state.st_size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = ::pread(file.number(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return refuse("read", errno, path);
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

// A new file is there after a crash only when its folder was written too.
void sync_folder(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const OpenFile folder(slash == std::string::npos ? "." : path.substr(0, slash + 1), O_RDONLY | O_DIRECTORY);
  if (folder.is_open()) ::fsync(folder.number());
}

}  // namespace

JournalDisk system_disk() {
  return {[](int file, const char* bytes, std::size_t size) { return std::int64_t{::write(file, bytes, size)}; },
          [](int file) { return ::fsync(file); },
          [](int file, std::uint64_t size) { return ::ftruncate(file, static_cast<off_t>(size)); }};
}

Result<std::size_t> append_lines(const std::string& path, const JournalDisk& disk,
                                 const std::function<std::vector<std::string>(std::string_view)>& wanted) {
  const OpenFile file(path, O_RDWR | O_CREAT | O_APPEND | O_NONBLOCK);
  if (!file.is_open()) return refuse("opened for writing", errno, path);
  if (const Result<void> locked = lock(file, LOCK_EX, path); !locked) return tl::unexpected(locked.error());
  const Result<std::string> before = read_all(file, path);
  if (!before) return tl::unexpected(before.error());
  const std::vector<std::string> lines = wanted(*before);
  if (lines.empty()) return 0;
  // Should taking back fail too, the next reader passes over the torn line and tells of it.
  const auto take_back = [&](int cause) {
    disk.truncate(file.number(), before->size());
    return refuse("written", cause, path);
  };
  // What was cut off stays as it is, on a line of its own.
  bool torn = !before->empty() && before->back() != '\n';
  for (const std::string& line : lines) {
    const std::string bytes = (torn ? "\n" : "") + line + "\n";
    torn = false;
    std::int64_t put = 0;
    do put = disk.write(file.number(), bytes.data(), bytes.size());
    while (put < 0 && errno == EINTR);
    if (put < 0) return take_back(errno);
    // A part that went in is a disk that is full.
    if (put != static_cast<std::int64_t>(bytes.size())) return take_back(ENOSPC);
  }
  if (disk.sync(file.number()) != 0) return take_back(errno);
  if (before->empty()) sync_folder(path);
  return lines.size();
}

Result<Journal> read_journal(const std::string& path) {
  const OpenFile file(path, O_RDONLY | O_NONBLOCK);
  if (!file.is_open()) {
    if (errno == ENOENT) return Journal();
    return refuse("opened", errno, path);
  }
  if (const Result<void> locked = lock(file, LOCK_SH, path); !locked) return tl::unexpected(locked.error());
  const Result<std::string> bytes = read_all(file, path);
  if (!bytes) return tl::unexpected(bytes.error());
  return parse_journal(*bytes);
}

}  // namespace readout
