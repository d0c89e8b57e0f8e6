#include "readout/statement/candidates.h"

#include <algorithm>

#include "readout/statement/sketch.h"

namespace readout {
namespace {

constexpr std::uint32_t kPasses = 16;

// Which keys are sought, by their upper 24 bits: rough, and never wrong about a key that is.
class Sought {
 public:
  void add(std::span<const std::uint32_t> keys) {
    if (bits_.empty()) bits_.resize(1u << 24);
    for (const std::uint32_t key : keys) bits_[key >> 8] = true;
  }
  bool has(std::uint32_t key) const { return !bits_.empty() && bits_[key >> 8]; }

 private:
  std::vector<bool> bits_;
};

std::size_t keepers(std::uint32_t key) {
  return is_run(key) ? kRunKeepers : kPairKeepers;
}

// Calls take(key, documents ascending) for every key sought that stands in `all`.
template <class Take>
void for_each_key(std::span<const Sketched> all, const Sought& sought, Take take) {
  std::vector<std::uint64_t> entries;
  std::vector<std::uint32_t> documents;
  for (std::uint32_t pass = 0; pass < kPasses; ++pass) {
    entries.clear();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::vector<std::uint32_t>& keys = all[i].keys;
      for (auto at = std::ranges::lower_bound(keys, pass << 28); at != keys.end() && *at >> 28 == pass; ++at)
        if (sought.has(*at)) entries.push_back(static_cast<std::uint64_t>(*at) << 32 | i);
    }
    std::ranges::sort(entries);
    for (std::size_t from = 0; from < entries.size();) {
      const auto key = static_cast<std::uint32_t>(entries[from] >> 32);
      documents.clear();
      for (; from < entries.size() && entries[from] >> 32 == key; ++from)
        documents.push_back(static_cast<std::uint32_t>(entries[from]));
      take(key, std::span<const std::uint32_t>(documents));
    }
  }
}

}  // namespace

std::vector<CandidatePair> find_candidates(std::span<const Sketched> all, std::span<const std::uint32_t> again) {
  std::vector<bool> is_again(all.size());
  Sought sought;
  for (const std::uint32_t i : again) {
    is_again[i] = true;
    sought.add(all[i].keys);
  }
  std::vector<std::uint64_t> pairs;  // once for each unit of weight
  for_each_key(all, sought, [&](std::uint32_t key, std::span<const std::uint32_t> documents) {
    const std::size_t kept = std::min(documents.size(), keepers(key));
    const std::uint32_t weight = is_run(key) ? kRunWeight : 1;
    for (std::size_t i = 0; i < kept; ++i) {
      for (std::size_t k = i + 1; k < kept; ++k) {
        if (!is_again[documents[i]] && !is_again[documents[k]]) continue;
        for (std::uint32_t w = 0; w < weight; ++w)
          pairs.push_back(static_cast<std::uint64_t>(documents[i]) << 32 | documents[k]);
      }
    }
  });
  std::ranges::sort(pairs);
  std::vector<CandidatePair> candidates;
  for (std::size_t from = 0; from < pairs.size();) {
    std::size_t to = from;
    while (to < pairs.size() && pairs[to] == pairs[from]) ++to;
    if (to - from >= kEnough)
      candidates.push_back({static_cast<std::uint32_t>(pairs[from] >> 32), static_cast<std::uint32_t>(pairs[from])});
    from = to;
  }
  return candidates;
}

std::vector<std::uint32_t> find_moved(std::span<const Sketched> all, std::span<const std::uint32_t> fresh,
                                      std::span<const Sketched> gone) {
  std::vector<bool> is_fresh(all.size());
  std::vector<bool> moved(all.size());
  Sought sought;
  for (const std::uint32_t i : fresh) {
    is_fresh[i] = moved[i] = true;
    sought.add(all[i].keys);
  }
  std::vector<std::pair<std::uint32_t, std::uint64_t>> went;  // key, rank
  for (const Sketched& one : gone) {
    sought.add(one.keys);
    for (const std::uint32_t key : one.keys) went.emplace_back(key, one.rank);
  }
  std::ranges::sort(went);
  std::vector<std::uint64_t> ranks;
  for_each_key(all, sought, [&](std::uint32_t key, std::span<const std::uint32_t> documents) {
    const std::size_t room = keepers(key);
    ranks.clear();
    for (auto at = std::ranges::lower_bound(went, std::pair(key, std::uint64_t{0}));
         at != went.end() && at->first == key; ++at)
      ranks.push_back(at->second);
    std::size_t before = 0;  // place among those that stood there before
    std::size_t lost = 0;
    for (std::size_t now = 0; now < documents.size(); ++now) {
      const std::uint32_t i = documents[now];
      if (is_fresh[i]) continue;
      while (lost < ranks.size() && ranks[lost] < all[i].rank) ++lost;
      if ((before + lost < room) != (now < room)) moved[i] = true;
      ++before;
    }
  });
  std::vector<std::uint32_t> answer;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (moved[i]) answer.push_back(i);
  return answer;
}

}  // namespace readout
