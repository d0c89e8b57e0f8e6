#include "readout/engine/link.h"

#include <algorithm>
#include <numeric>

#include "readout/statement/candidates.h"

namespace readout {

std::uint64_t rank_of(const Document& document) {
  const Digest digest = sha256(to_hex(document.blob) + document.origin);
  std::uint64_t rank = 0;
  for (std::size_t i = 0; i < 8; ++i) rank = rank << 8 | digest.bytes[i];
  return rank >> 1;  // a whole number of the store, which has a sign
}

Witness witness_of(const Account& account) {
  return make_witness(account.document, account.speeches, account.persons, account.speakers);
}

std::vector<AccountLink> link_accounts(std::span<const Account> accounts) {
  std::vector<std::uint64_t> ranks;
  for (const Account& account : accounts) ranks.push_back(rank_of(account.document));
  std::vector<std::uint32_t> order(accounts.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(order, [&](std::uint32_t x, std::uint32_t y) { return ranks[x] < ranks[y]; });
  std::vector<Sketched> all;
  std::vector<Witness> witnesses;
  for (const std::uint32_t i : order) {
    witnesses.push_back(witness_of(accounts[i]));
    all.push_back({ranks[i], sketch_of(accounts[i].document, witnesses.back())});
  }
  std::vector<std::uint32_t> whole(accounts.size());
  std::iota(whole.begin(), whole.end(), 0u);
  std::vector<AccountLink> links;
  const auto take = [&](std::uint32_t a, std::uint32_t b) {
    for (VersionLink& link : link_witnesses(witnesses[a], witnesses[b]))
      links.push_back({order[a], order[b], std::move(link)});
  };
  for (std::uint32_t i = 0; i < accounts.size(); ++i) take(i, i);
  for (const CandidatePair pair : find_candidates(all, whole)) take(pair.a, pair.b);
  return links;
}

}  // namespace readout
