#include "readout/engine/link.h"

#include <algorithm>
#include <map>
#include <string>

#include "readout/engine/disagree.h"
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

void sketch_account(Account& account) {
  std::vector<Unit> read;
  const Witness witness = make_witness(account.document, account.speeches, account.persons, account.speakers, &read);
  account.keys = sketch_of(account.document, witness, read);
  account.rank = rank_of(account.document);
  std::vector<VersionLink> repeats = link_witnesses(witness, witness);
  account.repeats = stored_links(repeats);
  account.discrepancies = stored_discrepancies(account, account, std::move(repeats));
}

std::vector<StoredLink> stored_links(std::vector<VersionLink> links) {
  std::vector<StoredLink> stored;
  stored.reserve(links.size());
  for (VersionLink& link : links)
    stored.push_back({link.a.span, link.b.span, link.a.speech, link.b.speech, std::string(to_string(link.kind)),
                      std::move(link.basis)});
  return stored;
}

std::vector<AccountLink> link_accounts(std::span<const Account> accounts) {
  std::map<std::uint64_t, std::uint32_t> by_rank;
  for (std::uint32_t i = 0; i < accounts.size(); ++i) by_rank.emplace(rank_of(accounts[i].document), i);
  std::map<std::uint64_t, Witness> witnesses;
  std::vector<Sketched> all;
  for (const auto& [rank, i] : by_rank) {
    const Account& account = accounts[i];
    std::vector<Unit> read;
    const Witness& witness =
        witnesses
            .emplace(rank, make_witness(account.document, account.speeches, account.persons, account.speakers, &read))
            .first->second;
    all.push_back({rank, sketch_of(account.document, witness, read)});
  }
  std::vector<AccountLink> links;
  const auto take = [&](std::uint64_t a, std::uint64_t b) {
    for (VersionLink& link : link_witnesses(witnesses.at(a), witnesses.at(b)))
      links.push_back({by_rank.at(a), by_rank.at(b), std::move(link)});
  };
  for (const Sketched& one : all) take(one.rank, one.rank);
  const PostingTable postings(all);
  const auto nobody = [](std::uint64_t) { return std::vector<std::uint64_t>(); };
  std::vector<std::uint64_t> ranks;
  for (const Sketched& one : all) ranks.push_back(one.rank);
  const auto keys_of = [&](std::uint64_t rank) {
    return std::ranges::lower_bound(all, rank, {}, &Sketched::rank)->keys;
  };
  for (const CandidatePair pair : find_candidates({ranks, {}}, {postings.reader(), keys_of, nobody}).pairs)
    take(pair.a, pair.b);
  return links;
}

}  // namespace readout
