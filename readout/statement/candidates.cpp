#include "readout/statement/candidates.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "readout/statement/sketch.h"

namespace readout {
namespace {

constexpr std::size_t kTogether = 8000;           // fresh documents sought in one reading
constexpr std::size_t kWeightsHeld = 4u << 20;    // before equal ones are added up
constexpr std::size_t kDoubtfulTogether = 20000;  // pairs weighed in one reading

// How many of the `count` documents that have a key keep it.
std::size_t keepers(std::uint32_t key, std::size_t count) {
  return count <= kFew ? count : is_run(key) ? kRunKeepers : kPairKeepers;
}

std::uint32_t weight(std::uint32_t key) {
  return is_run(key) ? kRunWeight : 1;
}

bool holds(std::span<const std::uint64_t> ranks, std::uint64_t rank) {
  return std::ranges::binary_search(ranks, rank);
}

template <class Value>
void sort_once(std::vector<Value>& values) {
  std::ranges::sort(values);
  const auto last = std::ranges::unique(values);
  values.erase(last.begin(), last.end());
}

// On what a fresh document meets others, added up.
class Meetings {
 public:
  void add(std::uint64_t a, std::uint64_t b, std::uint32_t weight) {
    meetings_.push_back({{std::min(a, b), std::max(a, b)}, weight});
    if (meetings_.size() >= limit_) {
      add_up();
      limit_ = std::max(kWeightsHeld, 2 * meetings_.size());
    }
  }

  void take_pairs(std::vector<CandidatePair>& pairs) {
    add_up();
    for (const Meeting& meeting : meetings_)
      if (meeting.weight >= kEnough) pairs.push_back(meeting.pair);
    meetings_.clear();
  }

 private:
  struct Meeting {
    CandidatePair pair;
    std::uint32_t weight = 0;
  };

  void add_up() {
    std::ranges::sort(meetings_, {}, &Meeting::pair);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < meetings_.size(); ++i) {
      if (kept > 0 && meetings_[kept - 1].pair == meetings_[i].pair)
        meetings_[kept - 1].weight = std::min(kEnough, meetings_[kept - 1].weight + meetings_[i].weight);
      else
        meetings_[kept++] = meetings_[i];
    }
    meetings_.resize(kept);
  }

  std::vector<Meeting> meetings_;
  std::size_t limit_ = kWeightsHeld;
};

// One key: who has it now, who of them is fresh, and who had it before.
class KeyChange {
 public:
  KeyChange(std::uint32_t key, std::span<const std::uint64_t> now, std::span<const std::uint64_t> fresh,
            std::span<const std::uint64_t> gone)
      : key_(key), now_(now), fresh_(fresh), kept_(keepers(key, now.size())) {
    // `now` without the fresh, and `gone`, merged as far as they kept the key.
    const std::size_t room = keepers(key, now.size() - fresh.size() + gone.size());
    auto lost = gone.begin();
    for (const std::uint64_t rank : now) {
      if (before_.size() >= room) break;
      if (holds(fresh, rank)) continue;
      for (; lost != gone.end() && *lost < rank && before_.size() < room; ++lost) before_.push_back(*lost);
      if (before_.size() < room) before_.push_back(rank);
    }
    for (; lost != gone.end() && before_.size() < room; ++lost) before_.push_back(*lost);
  }

  // Of the documents in `sought` with whoever they meet; those that both are fresh once, by the younger.
  void meet(std::span<const std::uint64_t> sought, Meetings& meetings) const {
    for (const std::uint64_t one : sought) {
      for (std::size_t k = 0; k < kept_ && now_[k] < one; ++k) meetings.add(now_[k], one, weight(key_));
      if (kept_ == 0 || now_[kept_ - 1] < one) continue;
      for (auto at = std::ranges::upper_bound(now_, one); at != now_.end(); ++at)
        if (!holds(fresh_, *at)) meetings.add(one, *at, weight(key_));
    }
  }

  // Old keepers that lost their place, with the partners that have the key; and those that won one, with all that come
  // after.
  template <class Partners>
  void doubt(const Partners& partners_of, std::vector<CandidatePair>& doubtful) const {
    const std::span<const std::uint64_t> kept = now_.first(kept_);
    for (const std::uint64_t one : before_)
      if (!holds(kept, one) && holds(now_, one) && !holds(fresh_, one))
        for (const std::uint64_t other : partners_of(one))
          if (holds(now_, other) && !holds(fresh_, other)) doubtful.push_back({one, other});
    for (std::size_t i = 0; i < kept_; ++i)
      if (!holds(before_, kept[i]) && !holds(fresh_, kept[i]))
        for (std::size_t k = i + 1; k < now_.size(); ++k)
          if (!holds(fresh_, now_[k])) doubtful.push_back({kept[i], now_[k]});
  }

 private:
  std::uint32_t key_;
  std::span<const std::uint64_t> now_;
  std::span<const std::uint64_t> fresh_;
  std::size_t kept_;
  std::vector<std::uint64_t> before_;  // who kept it
};

using Owned = std::pair<std::uint32_t, std::uint64_t>;  // a key and who has it

void own(std::uint64_t rank, std::span<const std::uint32_t> keys, std::vector<Owned>& owned) {
  for (const std::uint32_t key : keys) owned.emplace_back(key, rank);
}

// The ranks of `key` in `owned`, searched from `at` on.
void owners(const std::vector<Owned>& owned, std::size_t& at, std::uint32_t key, std::vector<std::uint64_t>& ranks) {
  ranks.clear();
  while (at < owned.size() && owned[at].first < key) ++at;
  for (std::size_t i = at; i < owned.size() && owned[i].first == key; ++i) ranks.push_back(owned[i].second);
}

}  // namespace

Candidates find_candidates(const PileChange& change, const PileView& view) {
  Candidates found;
  std::unordered_map<std::uint64_t, std::vector<std::uint64_t>> partners;
  const auto known_partners = [&](std::uint64_t rank) -> const std::vector<std::uint64_t>& {
    const auto [at, fresh] = partners.try_emplace(rank);
    if (fresh) at->second = view.partners_of(rank);
    return at->second;
  };
  const std::unordered_set<std::uint64_t> is_fresh(change.fresh.begin(), change.fresh.end());
  std::vector<Owned> gone;
  for (const Sketched& one : change.gone) own(one.rank, one.keys, gone);
  sort_once(gone);
  std::vector<std::uint64_t> again(change.fresh.begin(), change.fresh.end());
  again.insert(again.end(), change.unsure.begin(), change.unsure.end());
  std::vector<std::uint64_t> sought;
  std::vector<std::uint64_t> fresh;
  std::vector<std::uint64_t> went;
  Meetings meetings;
  for (std::size_t from = 0; from < again.size() || from == 0; from += kTogether) {
    std::vector<Owned> owned;
    for (std::size_t i = from; i < std::min(again.size(), from + kTogether); ++i)
      own(again[i], view.keys_of(again[i]), owned);
    sort_once(owned);
    std::vector<std::uint32_t> keys;
    for (const Owned& one : owned) keys.push_back(one.first);
    if (from == 0)
      for (const Owned& one : gone) keys.push_back(one.first);
    sort_once(keys);
    std::size_t at = 0;
    std::size_t at_gone = 0;
    view.read(keys, [&](std::uint32_t key, std::span<const std::uint64_t> now) {
      if (now.size() == 1 && gone.empty()) return;
      owners(owned, at, key, sought);
      owners(gone, at_gone, key, went);
      fresh.clear();
      for (const std::uint64_t rank : now)
        if (is_fresh.contains(rank)) fresh.push_back(rank);
      const KeyChange one(key, now, fresh, went);
      one.meet(sought, meetings);
      if (fresh.size() < now.size()) one.doubt(known_partners, found.doubtful);
    });
    meetings.take_pairs(found.pairs);
    sort_once(found.doubtful);
    partners.clear();
  }
  sort_once(found.pairs);
  return found;
}

std::vector<bool> are_candidates(std::span<const CandidatePair> pairs, const PileView& view) {
  std::vector<bool> answer(pairs.size());
  for (std::size_t from = 0; from < pairs.size(); from += kDoubtfulTogether) {
    const std::size_t until = std::min(pairs.size(), from + kDoubtfulTogether);
    std::vector<std::pair<std::uint32_t, std::size_t>> shared;  // a key that both have, and which pair
    std::uint64_t loaded = 0;
    std::vector<std::uint32_t> a_keys;
    for (std::size_t i = from; i < until; ++i) {
      if (a_keys.empty() || pairs[i].a != loaded) a_keys = view.keys_of(loaded = pairs[i].a);
      const std::vector<std::uint32_t> b_keys = view.keys_of(pairs[i].b);
      std::vector<std::uint32_t> both;
      std::ranges::set_intersection(a_keys, b_keys, std::back_inserter(both));
      for (const std::uint32_t key : both) shared.emplace_back(key, i);
    }
    std::ranges::sort(shared);
    std::vector<std::uint32_t> keys;
    for (const auto& one : shared)
      if (keys.empty() || keys.back() != one.first) keys.push_back(one.first);
    std::vector<std::uint32_t> weights(until - from);
    std::size_t at = 0;
    view.read(keys, [&](std::uint32_t key, std::span<const std::uint64_t> now) {
      const std::span<const std::uint64_t> kept = now.first(keepers(key, now.size()));
      while (at < shared.size() && shared[at].first < key) ++at;
      for (; at < shared.size() && shared[at].first == key; ++at)
        if (holds(kept, pairs[shared[at].second].a)) weights[shared[at].second - from] += weight(key);
    });
    for (std::size_t i = from; i < until; ++i) answer[i] = weights[i - from] >= kEnough;
  }
  return answer;
}

PostingTable::PostingTable(std::span<const Sketched> documents) {
  for (const Sketched& one : documents)
    for (const std::uint32_t key : one.keys) entries_.push_back({key, one.rank});
  sort_once(entries_);
}

PostingReader PostingTable::reader() const {
  return [this](std::span<const std::uint32_t> keys, const TakePosting& take) {
    std::vector<std::uint64_t> ranks;
    auto at = entries_.begin();
    for (const std::uint32_t key : keys) {
      at = std::lower_bound(at, entries_.end(), Entry{key, 0});
      ranks.clear();
      for (; at != entries_.end() && at->key == key; ++at) ranks.push_back(at->rank);
      if (!ranks.empty()) take(key, ranks);
    }
  };
}

}  // namespace readout
