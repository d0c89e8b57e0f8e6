#include "readout/engine/disagree.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "readout/base/digest.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

constexpr std::size_t kHeld = 256;  // accounts of partners that are kept at hand
constexpr std::size_t kPage = 1000;

LinkKind kind_of(std::string_view name) {
  static constexpr std::array<LinkKind, 5> kKinds = {LinkKind::version, LinkKind::contained, LinkKind::repeat,
                                                     LinkKind::also_said, LinkKind::not_same};
  const auto found = std::ranges::find_if(kKinds, [&](LinkKind kind) { return to_string(kind) == name; });
  return found == kKinds.end() ? LinkKind::not_same : *found;
}

// A whole number of the store; 0 where there is nothing to share.
std::uint64_t fold_digest(const std::string& key) {
  if (key.empty()) return 0;
  const Digest digest = sha256(key);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest.bytes[i];
  return number >> 1 | 1;
}

class Visit {
 public:
  Visit(Record& record, const std::function<bool(const RecordPair&)>& see) : record_(record), see_(see) {}

  // `all`: partners of any name; else those that come after it.
  Result<bool> visit(const std::string& name, bool all) {
    const Result<const Account*> account = load(name);
    if (!account) return tl::unexpected(account.error());
    if (is_refusal_of(**account)) return true;
    const Result<std::vector<LinkRow>> rows = record_.links_of(name);
    if (!rows) return tl::unexpected(rows.error());
    std::map<std::string, std::vector<VersionLink>> by_partner;
    by_partner[name];
    for (const LinkRow& row : *rows) {
      if (!all && row.b_document < name) continue;
      by_partner[row.b_document].push_back(
          {{row.a_span, row.a_speech}, {row.b_span, row.b_speech}, kind_of(row.kind), row.basis});
    }
    const std::shared_ptr<const Account> held = held_.at(name);  // partners may push it out
    if (!see_({*held, *held, true, std::move(by_partner[name])})) return false;
    by_partner.erase(name);
    for (auto& [partner, links] : by_partner) {
      const Result<const Account*> other = load(partner);
      if (!other) return tl::unexpected(other.error());
      const std::shared_ptr<const Account> kept = held_.at(partner);
      if (!see_({*held, *kept, false, std::move(links)})) return false;
    }
    return true;
  }

 private:
  static bool is_refusal_of(const Account& account) { return is_refused(account.document); }

  Result<const Account*> load(const std::string& name) {
    const auto found = held_.find(name);
    if (found != held_.end()) return found->second.get();
    Result<Account> account = record_.account(name);
    if (!account) return tl::unexpected(account.error());
    account->document.name = name;
    if (held_.size() >= kHeld) held_.clear();
    return (held_[name] = std::make_shared<const Account>(std::move(*account))).get();
  }

  Record& record_;
  const std::function<bool(const RecordPair&)>& see_;
  std::map<std::string, std::shared_ptr<const Account>> held_;
};

}  // namespace

Result<void> visit_pairs(Record& record, std::string_view document, const std::function<bool(const RecordPair&)>& see) {
  Visit visit(record, see);
  if (!document.empty()) {
    const Result<bool> done = visit.visit(std::string(document), true);
    return done ? Result<void>() : tl::unexpected(done.error());
  }
  for (std::string after;;) {
    const Result<std::vector<DocumentRow>> page = record.documents(after, kPage);
    if (!page) return tl::unexpected(page.error());
    if (page->empty()) return {};
    for (const DocumentRow& row : *page) {
      if (!row.replaced_by.empty()) continue;
      const Result<bool> more = visit.visit(row.document.name, false);
      if (!more) return tl::unexpected(more.error());
      if (!*more) return {};
    }
    after = page->back().document.name;
  }
}

std::vector<Discrepancy> find_discrepancies(const RecordPair& pair) {
  return pair.self ? find_discrepancies(edition_of(pair.a), pair.links)
                   : find_discrepancies(edition_of(pair.a), edition_of(pair.b), pair.links);
}

std::vector<StoredDiscrepancy> stored_discrepancies(const Account& a, const Account& b,
                                                    std::vector<VersionLink> links) {
  std::vector<StoredDiscrepancy> out;
  const bool self = &a == &b;
  if (is_refused(a.document) || (links.empty() && !self)) return out;
  std::ranges::sort(links, {}, [](const VersionLink& link) {
    return std::tuple(link.a.span, link.b.span, link.a.speech, link.b.speech, to_string(link.kind));
  });
  std::set<std::string> seen;
  for (Discrepancy& one : find_discrepancies(RecordPair{a, b, self, std::move(links)})) {
    StoredDiscrepancy stored;
    stored.id = discrepancy_id(one, edition_of(a), edition_of(b));
    if (!seen.insert(stored.id).second) continue;
    const std::array<std::string, 2> keys = fold_keys(one, a, b);
    for (const std::size_t which : {std::size_t{0}, std::size_t{1}}) stored.folds[which] = fold_digest(keys[which]);
    stored.kind = to_string(one.kind);
    stored.weight = one.weight;
    for (const DiscrepancyPlace& place : one.places) stored.places.push_back({place.side, place.span, place.speech});
    for (const TellingChange& change : one.changes)
      stored.changes.push_back({std::string(to_string(change.type)), change.a, change.b, change.weight});
    stored.relation = to_string(one.relation);
    stored.in_marks = one.in_marks;
    stored.basis = std::move(one.basis);
    out.push_back(std::move(stored));
  }
  return out;
}

std::vector<AccountDiscrepancy> find_discrepancies(std::span<const Account> accounts,
                                                   std::span<const AccountLink> links) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<VersionLink>> grouped = group_links(links);
  for (std::uint32_t i = 0; i < accounts.size(); ++i) grouped.try_emplace({i, i});
  std::vector<AccountDiscrepancy> out;
  for (const auto& [pair, among] : grouped) {
    const Edition a = edition_of(accounts[pair.first]);
    const Edition b = edition_of(accounts[pair.second]);
    for (Discrepancy& one :
         pair.first == pair.second ? find_discrepancies(a, among) : find_discrepancies(a, b, among)) {
      std::string id = discrepancy_id(one, a, b);
      out.push_back({pair.first, pair.second, std::move(id), std::move(one), {}});
    }
  }
  std::ranges::stable_sort(out, [](const AccountDiscrepancy& x, const AccountDiscrepancy& y) {
    return std::tie(y.discrepancy.weight, x.id) < std::tie(x.discrepancy.weight, y.id);
  });
  const auto rest = std::ranges::unique(out, {}, &AccountDiscrepancy::id);
  out.erase(rest.begin(), rest.end());
  std::vector<AccountDiscrepancy> folded;
  std::map<std::string, std::pair<std::size_t, std::size_t>> known;  // a key: which, and which of its places has it
  for (AccountDiscrepancy& one : out) {
    const std::array<std::string, 2> keys = fold_keys(one.discrepancy, accounts[one.a], accounts[one.b]);
    bool taken = false;
    for (const std::size_t which : {std::size_t{0}, std::size_t{1}}) {
      const auto found = known.find(keys[which]);
      if (taken || keys[which].empty() || found == known.end()) continue;
      const DiscrepancyPlace& place = one.discrepancy.places[1 - which];
      folded[found->second.first].witnesses.push_back(
          {1 - found->second.second, place.side == 0 ? one.a : one.b, place});
      taken = true;
    }
    if (taken) continue;
    for (const std::size_t which : {std::size_t{0}, std::size_t{1}})
      if (!keys[which].empty()) known.try_emplace(keys[which], folded.size(), which);
    folded.push_back(std::move(one));
  }
  return folded;
}

std::array<std::string, 2> fold_keys(const Discrepancy& one, const Account& a, const Account& b) {
  std::array<std::string, 2> keys;
  if (one.places.size() < 2 || one.changes.empty()) return keys;
  const auto of = [&](std::size_t place) -> const Account& { return one.places[place].side == 0 ? a : b; };
  for (const std::size_t which : {std::size_t{0}, std::size_t{1}}) {
    std::vector<std::string> words;
    for (const TellingChange& change : one.changes) {
      const std::string here = fold_words(of(which).document.text[which == 0 ? change.a : change.b]);
      const std::string there = fold_words(of(1 - which).document.text[which == 0 ? change.b : change.a]);
      words.push_back(here + "|" + there);
    }
    std::ranges::sort(words);
    const Span place = one.places[which].span;
    // A document with itself is another matter than two outlets.
    keys[which] = (one.places[0].side == one.places[1].side ? "one " : "") + std::string(to_string(one.kind)) + "\n" +
                  to_hex(of(which).document.blob) + "\n" + std::to_string(place.begin) + "-" +
                  std::to_string(place.end);
    for (const std::string& each : words) keys[which] += "\n" + each;
  }
  return keys;
}

}  // namespace readout
