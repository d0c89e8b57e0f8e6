// ordered_map: per-document work on several threads, results handed over in the order of the input.
//
//   ordered_map(4, count, [&](std::size_t i) { return analyse(files[i]); },
//               [&](std::size_t i, Account account) { record.add(account); return true; });
//
// `work` runs on the worker threads, at most `threads` at once; `take` runs on the calling thread, strictly in order of
// index, and ends the run early by returning false. At most 4 * threads results wait at a time, so memory is bounded.
// Exceptions of `work` are not caught: work must not throw.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace readout {

template <class Work, class Take>
void ordered_map(std::size_t threads, std::size_t count, Work work, Take take) {
  if (threads <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i)
      if (!take(i, work(i))) return;
    return;
  }
  using Value = decltype(work(std::size_t{0}));
  const std::size_t window = 4 * threads;
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Value> ready;
  std::size_t next = 0;
  std::size_t taken = 0;
  bool stopped = false;

  auto worker = [&] {
    for (;;) {
      std::size_t mine = 0;
      {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return stopped || next >= count || next < taken + window; });
        if (stopped || next >= count) return;
        mine = next++;
      }
      Value value = work(mine);
      {
        std::lock_guard lock(mutex);
        ready.emplace(mine, std::move(value));
      }
      changed.notify_all();
    }
  };

  std::vector<std::jthread> pool;
  pool.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) pool.emplace_back(worker);
  for (std::size_t i = 0; i < count; ++i) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return ready.contains(i); });
    auto node = ready.extract(i);
    lock.unlock();
    const bool go_on = take(i, std::move(node.mapped()));
    lock.lock();
    taken = i + 1;
    stopped = stopped || !go_on;
    lock.unlock();
    changed.notify_all();
    if (!go_on) return;
  }
}

}  // namespace readout
