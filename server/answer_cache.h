// AnswerCache: answers that were made once, for as long as the record and the journal stay as they are. Bounded in
// bytes; who was asked for longest ago goes first. Threads: any.
//
//   AnswerCache cache(32 << 20);
//   if (auto kept = cache.find(key, stamp)) ...
//   cache.keep(key, stamp, answer);      // dropped where the stamp is not settled, or is another than the newest
//
// The first question with a new stamp forgets all that was made of the old one.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/record_stamp.h"
#include "server/web_answer.h"

namespace readout {

// The key of a request's answer.
std::string cache_key(const WebRequest& request);

class AnswerCache {
 public:
  explicit AnswerCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  std::shared_ptr<const WebAnswer> find(const std::string& key, const RecordStamp& stamp);
  void keep(const std::string& key, const RecordStamp& stamp, std::shared_ptr<const WebAnswer> answer);
  std::size_t bytes() const;

 private:
  struct Kept {
    std::string key;
    std::shared_ptr<const WebAnswer> answer;
    std::size_t bytes = 0;
  };
  void renew(const RecordStamp& stamp);

  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  RecordStamp stamp_;
  std::size_t bytes_ = 0;
  std::list<Kept> order_;  // asked for last first
  std::unordered_map<std::string_view, std::list<Kept>::iterator> places_;
};

}  // namespace readout
