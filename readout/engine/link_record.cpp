#include <algorithm>
#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <tuple>
#include <unordered_map>

#include "readout/base/parallel.h"
#include "readout/discrepancy/counterpart.h"
#include "readout/engine/disagree.h"
#include "readout/engine/link.h"
#include "readout/statement/candidates.h"

namespace readout {
namespace {

constexpr std::size_t kKeptWitnesses = 600;
constexpr std::size_t kSketchedTogether = 500;

// The record's documents as witnesses, by rank; the last ones asked for are kept.
class Witnesses {
 public:
  explicit Witnesses(Record& record) : record_(record) {}

  struct Kept {
    DocumentNumber document = -1;
    std::uint64_t rank = 0;
    Witness witness;
    Account account;
  };

  // Null where the document went, or after an error of the record.
  std::shared_ptr<const Kept> at(std::uint64_t rank) {
    Kept kept;
    {
      const std::lock_guard lock(mutex_);
      if (const auto found = kept_.find(rank); found != kept_.end()) return found->second;
      const Result<SketchRow> row = record_.sketch(rank);
      if (!row) return note(row.error());
      Result<Account> account = record_.account(row->document);
      if (!account) return note(account.error());
      kept.document = row->document;
      kept.rank = rank;
      kept.account = std::move(*account);
      kept.account.bytes.reset();
    }
    kept.witness = witness_of(kept.account);
    auto shared = std::make_shared<const Kept>(std::move(kept));
    const std::lock_guard lock(mutex_);
    if (kept_.emplace(rank, shared).second) order_.push_back(rank);
    if (order_.size() > kKeptWitnesses) {
      kept_.erase(order_.front());
      order_.pop_front();
    }
    return shared;
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  std::shared_ptr<const Kept> note(const Error& error) {
    if (!error_ && error.code != ErrorCode::not_found) error_ = error;
    return nullptr;
  }

  Record& record_;
  std::mutex mutex_;
  std::unordered_map<std::uint64_t, std::shared_ptr<const Kept>> kept_;
  std::deque<std::uint64_t> order_;
  std::optional<Error> error_;
};

StoredLinks compare(Witnesses& witnesses, CandidatePair pair) {
  StoredLinks stored;
  const auto a = witnesses.at(pair.a);
  const auto b = witnesses.at(pair.b);
  if (a == nullptr || b == nullptr) return stored;
  stored.a = a->document;
  stored.b = b->document;
  std::vector<VersionLink> links = link_witnesses(a->witness, b->witness);
  stored.links = stored_links(links);
  // Told in the order of their names, as people read them.
  stored.turned = std::tie(b->account.order, b->rank) < std::tie(a->account.order, a->rank);
  if (stored.turned)
    for (VersionLink& link : links) link = turned(std::move(link));
  const Account& first = stored.turned ? b->account : a->account;
  stored.discrepancies = stored_discrepancies(first, stored.turned ? a->account : b->account, std::move(links));
  return stored;
}

// Keys of documents that another engine or an older schema left without.
Result<void> sketch_missing(Record& record, std::span<const DocumentNumber> documents) {
  for (std::size_t from = 0; from < documents.size(); from += kSketchedTogether) {
    std::vector<SketchRow> rows;
    std::vector<StoredLinks> repeats;
    for (const DocumentNumber document :
         documents.subspan(from, std::min(kSketchedTogether, documents.size() - from))) {
      Result<Account> account = record.account(document);
      if (!account) return tl::unexpected(account.error());
      sketch_account(*account);
      rows.push_back({document, account->rank, std::move(account->keys)});
      repeats.push_back({document, document, std::move(account->repeats), false, std::move(account->discrepancies)});
    }
    if (const Result<void> put = record.put_sketches(rows, repeats); !put) return put;
  }
  return {};
}

// Errors of the record inside functions that cannot tell them.
class Asking {
 public:
  explicit Asking(Record& record) : record_(record) {}

  PileView view() {
    return {[this](std::span<const std::uint32_t> keys, const TakePosting& take) {
              if (const Result<void> read = record_.read_postings(keys, take); !read) note(read.error());
            },
            [this](std::uint64_t rank) {
              Result<SketchRow> row = record_.sketch(rank);
              if (!row) note(row.error());
              return row ? std::move(row->keys) : std::vector<std::uint32_t>();
            },
            [this](std::uint64_t rank) {
              Result<std::vector<std::uint64_t>> ranks = record_.partners(rank);
              if (!ranks) note(ranks.error());
              return ranks ? std::move(*ranks) : std::vector<std::uint64_t>();
            }};
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  void note(const Error& error) {
    if (!error_) error_ = error;
  }

  Record& record_;
  std::optional<Error> error_;
};

// What is to be done: pairs to compare, and those that are candidates no longer.
struct Plan {
  LinkingBook book;
  std::vector<CandidatePair> compare;
  std::vector<CandidatePair> drop;
  std::vector<std::uint64_t> unsure;  // old documents whose links that may change
};

Result<Plan> make_plan(Record& reader) {
  Plan plan;
  Result<LinkingBook> book = reader.linking_book();
  if (!book) return tl::unexpected(book.error());
  plan.book = std::move(*book);
  std::vector<std::uint64_t> fresh;
  for (const SketchRow& row : plan.book.fresh) fresh.push_back(row.rank);
  std::vector<Sketched> gone;
  for (SketchRow& row : plan.book.gone) gone.push_back({row.rank, std::move(row.keys)});
  std::vector<std::uint64_t> unsure;
  for (const SketchRow& row : plan.book.unsure) unsure.push_back(row.rank);
  if (fresh.empty() && gone.empty() && unsure.empty()) return plan;
  Asking asking(reader);
  const PileView view = asking.view();
  Candidates found = find_candidates({fresh, gone, unsure}, view);
  const std::vector<bool> are = are_candidates(found.doubtful, view);
  for (const std::uint64_t a : unsure)
    for (const std::uint64_t b : view.partners_of(a))
      if (!std::ranges::binary_search(found.pairs, CandidatePair{a, b})) plan.drop.push_back({a, b});
  if (asking.error()) return tl::unexpected(*asking.error());
  plan.unsure = std::move(unsure);
  for (const CandidatePair& pair : found.doubtful) plan.unsure.push_back(pair.a);
  plan.compare = std::move(found.pairs);
  for (std::size_t i = 0; i < are.size(); ++i) (are[i] ? plan.compare : plan.drop).push_back(found.doubtful[i]);
  return plan;
}

// So that copies of one story are compared one after the other, and each is read once.
void sort_by_story(std::vector<CandidatePair>& pairs) {
  std::unordered_map<std::uint64_t, std::uint64_t> first;  // the least that a document is compared with
  for (const CandidatePair& pair : pairs) {
    const auto [at, fresh] = first.emplace(pair.b, pair.a);
    if (!fresh) at->second = std::min(at->second, pair.a);
  }
  std::ranges::sort(pairs, {}, [&](const CandidatePair& pair) { return std::tuple(first.at(pair.b), pair.b, pair.a); });
}

// Nothing where the book was out of date.
Result<std::optional<LinkTotals>> link_once(Record& record, std::size_t threads, const std::function<bool()>& go_on,
                                            std::size_t links_in_batch) {
  Result<LinkingBook> missing = record.linking_book();
  if (!missing) return tl::unexpected(missing.error());
  if (const Result<void> done = sketch_missing(record, missing->unsketched); !done) return tl::unexpected(done.error());
  Result<std::unique_ptr<Record>> reader = record.open_reader();
  if (!reader) return tl::unexpected(reader.error());
  if (const Result<void> frozen = (*reader)->freeze(); !frozen) return tl::unexpected(frozen.error());
  Result<Plan> plan = make_plan(**reader);
  if (const Result<void> thawed = (*reader)->thaw(); !thawed) return tl::unexpected(thawed.error());
  if (!plan) return tl::unexpected(plan.error());
  const LinkingBook& book = plan->book;
  LinkTotals totals;
  if (book.fresh.empty() && book.gone.empty() && book.unsure.empty() && !book.stale) return totals;
  const Result<bool> begun = record.begin_linking(book, plan->unsure);
  if (!begun) return tl::unexpected(begun.error());
  if (!*begun) return std::optional<LinkTotals>();

  Witnesses witnesses(**reader);
  std::vector<StoredLinks> batch;
  for (const CandidatePair& pair : plan->drop) {
    const Result<SketchRow> a = record.sketch(pair.a);
    const Result<SketchRow> b = record.sketch(pair.b);
    if (a && b) batch.push_back({a->document, b->document, {}});
  }
  sort_by_story(plan->compare);
  std::size_t waiting = 0;
  std::optional<Error> error;
  bool current = true;
  bool whole = true;
  const auto flush = [&] {
    const Result<bool> put = record.put_links(book.turn, batch);
    if (!put) error = put.error();
    current = put && *put;
    batch.clear();
    waiting = 0;
  };
  ordered_map(
      std::max<std::size_t>(threads, 1), plan->compare.size(),
      [&](std::size_t i) { return compare(witnesses, plan->compare[i]); },
      [&](std::size_t, StoredLinks links) {
        totals.links += links.links.size();
        waiting += 1 + links.links.size();
        if (links.a >= 0) batch.push_back(std::move(links));
        if (waiting < links_in_batch) return true;
        flush();
        whole = current && go_on();
        return whole && !error;
      });
  if (!error && current && whole) flush();
  if (!error) error = witnesses.error();
  if (error) return tl::unexpected(std::move(*error));
  if (!current) return std::optional<LinkTotals>();
  totals.documents = book.fresh.size();
  totals.pairs = plan->compare.size();
  if (!whole) return totals;
  const Result<bool> ended = record.end_linking(book);
  if (!ended) return tl::unexpected(ended.error());
  if (!*ended) return std::optional<LinkTotals>();
  return totals;
}

// Another program links this record too, and whoever begins makes the other begin anew: the one that lost waits, twice
// as long each time, so that the other comes to its end. False where it is to stop.
bool wait_for_other(std::size_t attempt, const std::function<bool()>& go_on) {
  constexpr std::chrono::milliseconds kSlice(50);
  for (std::size_t slice = 0; slice < std::size_t{1} << std::min<std::size_t>(attempt, 20); ++slice) {
    if (!go_on()) return false;
    std::this_thread::sleep_for(kSlice);
  }
  return true;
}

}  // namespace

Result<LinkTotals> link_record(Record& record, std::size_t threads, const std::function<bool()>& go_on,
                               std::size_t links_in_batch) {
  for (std::size_t attempt = 0;; ++attempt) {
    Result<std::optional<LinkTotals>> linked = link_once(record, threads, go_on, links_in_batch);
    if (!linked) return tl::unexpected(linked.error());
    if (*linked) return **linked;
    if (!wait_for_other(attempt, go_on)) return LinkTotals{};
  }
}

}  // namespace readout
