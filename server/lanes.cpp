#include "server/lanes.h"

#include <algorithm>

namespace readout {

Lanes::Lanes(std::size_t threads, std::size_t most_waiting)
    : most_waiting_(most_waiting), most_long_(std::max<std::size_t>(1, threads / 2)) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this, i] { run(i); });
}

Lanes::~Lanes() {
  close(std::chrono::milliseconds(0));
  threads_.clear();
}

bool Lanes::put(Job job, bool long_one) {
  {
    const std::lock_guard lock(mutex_);
    if (!open_ || short_.size() + long_.size() >= most_waiting_) return false;
    (long_one ? long_ : short_).push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

bool Lanes::has_work() const {
  return !short_.empty() || (!long_.empty() && (!open_ || running_long_ < most_long_));
}

void Lanes::run(std::size_t thread) {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return has_work() || !open_; });
    if (!has_work()) return;
    const bool long_one = short_.empty();
    std::deque<Job>& queue = long_one ? long_ : short_;
    const Job job = std::move(queue.front());
    queue.pop_front();
    const bool open = open_;
    ++running_;
    running_long_ += long_one ? 1 : 0;
    lock.unlock();
    job(thread, open);
    lock.lock();
    --running_;
    running_long_ -= long_one ? 1 : 0;
    if (long_one) wake_.notify_one();
    if (running_ == 0) idle_.notify_all();
  }
}

bool Lanes::close(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  open_ = false;
  wake_.notify_all();
  return idle_.wait_for(lock, patience, [this] { return running_ == 0 && short_.empty() && long_.empty(); });
}

}  // namespace readout
