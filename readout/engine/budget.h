// Budget: how many bytes may be in work at once, given out in order of index, so that the first never waits for the
// last.
//
//   if (!budget.take(i, size)) return;   // closed: the run ends
//   ...
//   budget.give_back(size);
//
// One that is larger than the whole budget is let in alone.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>

namespace readout {

class Budget {
 public:
  explicit Budget(std::uint64_t bytes) : bytes_(bytes) {}

  // Every index must be taken once, from 0 on without gaps, in any order of the threads. False after close().
  bool take(std::size_t index, std::uint64_t size) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || (index == next_ && (in_work_ == 0 || in_work_ + size <= bytes_)); });
    if (closed_) return false;
    ++next_;
    in_work_ += size;
    changed_.notify_all();
    return true;
  }

  void give_back(std::uint64_t size) {
    const std::lock_guard lock(mutex_);
    in_work_ -= size;
    changed_.notify_all();
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

 private:
  const std::uint64_t bytes_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;
  std::uint64_t in_work_ = 0;
  bool closed_ = false;
};

}  // namespace readout
