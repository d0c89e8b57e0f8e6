#include "server/answer_cache.h"

namespace readout {
namespace {

constexpr std::size_t kEach = 1200;  // headers, places in list and map

}  // namespace

std::string cache_key(const WebRequest& request) {
  return request.target + static_cast<char>('0' + static_cast<int>(request.form));
}

void AnswerCache::renew(const RecordStamp& stamp) {
  if (stamp == stamp_) return;
  stamp_ = stamp;
  places_.clear();
  order_.clear();
  bytes_ = 0;
}

std::shared_ptr<const WebAnswer> AnswerCache::find(const std::string& key, const RecordStamp& stamp) {
  const std::lock_guard lock(mutex_);
  renew(stamp);
  const auto found = places_.find(key);
  if (found == places_.end()) return nullptr;
  order_.splice(order_.begin(), order_, found->second);
  return found->second->answer;
}

void AnswerCache::keep(const std::string& key, const RecordStamp& stamp, std::shared_ptr<const WebAnswer> answer) {
  const std::size_t bytes = answer->body.size() + 2 * key.size() + kEach;
  const std::lock_guard lock(mutex_);
  if (!stamp.settled || !(stamp == stamp_) || bytes > most_bytes_ / 4 || places_.contains(key)) return;
  order_.push_front({key, std::move(answer), bytes});
  places_.emplace(order_.front().key, order_.begin());
  bytes_ += bytes;
  while (bytes_ > most_bytes_) {
    bytes_ -= order_.back().bytes;
    places_.erase(order_.back().key);
    order_.pop_back();
  }
}

std::size_t AnswerCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace readout
