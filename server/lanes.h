// Lanes: the threads that make answers, each with a reader of its own. What may take long (a draft, a search) never has
// all of them, so that a short page need not wait behind it.
//
//   Lanes lanes(4, 512);                          // a job is told which thread runs it, and so whose reader it has
//   if (!lanes.put(job, takes_long)) ...          // more than 512 wait: refuse politely
//   lanes.close(700ms)                            // false: a job is still running
//
// Jobs of one kind are begun in the order in which they came.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace readout {

class Lanes {
 public:
  // A job, and whether there is still time to do it properly: false once the lanes are closing.
  using Job = std::function<void(std::size_t thread, bool open)>;

  Lanes(std::size_t threads, std::size_t most_waiting);
  // Waits for what is running.
  ~Lanes();
  Lanes(const Lanes&) = delete;
  Lanes& operator=(const Lanes&) = delete;

  bool put(Job job, bool long_one);
  // Jobs that wait are called with open = false; true where none is left running within the time given.
  bool close(std::chrono::milliseconds patience);

 private:
  void run(std::size_t thread);
  bool has_work() const;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable idle_;
  std::deque<Job> short_;
  std::deque<Job> long_;
  const std::size_t most_waiting_;
  std::size_t most_long_ = 1;
  std::size_t running_ = 0;
  std::size_t running_long_ = 0;
  bool open_ = true;
  std::vector<std::jthread> threads_;
};

}  // namespace readout
