#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "readout/base/parallel.h"
#include "readout/engine/link.h"
#include "readout/statement/candidates.h"

namespace readout {
namespace {

constexpr std::size_t kKeptWitnesses = 1500;
constexpr std::size_t kLinksInBatch = 5000;

// Witnesses of the record's documents; the last ones asked for are kept.
class Witnesses {
 public:
  Witnesses(Record& record, std::vector<DocumentNumber> documents)
      : record_(record), documents_(std::move(documents)) {}

  // Null after an error of the record.
  std::shared_ptr<const Witness> at(std::uint32_t i) {
    const std::lock_guard lock(mutex_);
    if (const auto found = kept_.find(i); found != kept_.end()) return found->second;
    const Result<Account> account = record_.account(documents_[i]);
    if (!account) {
      if (!error_) error_ = account.error();
      return nullptr;
    }
    auto witness = std::make_shared<const Witness>(witness_of(*account));
    kept_.emplace(i, witness);
    order_.push_back(i);
    if (order_.size() > kKeptWitnesses) {
      kept_.erase(order_.front());
      order_.pop_front();
    }
    return witness;
  }

  const std::optional<Error>& error() const { return error_; }
  DocumentNumber document(std::uint32_t i) const { return documents_[i]; }

 private:
  Record& record_;
  std::vector<DocumentNumber> documents_;
  std::mutex mutex_;
  std::unordered_map<std::uint32_t, std::shared_ptr<const Witness>> kept_;
  std::deque<std::uint32_t> order_;
  std::optional<Error> error_;
};

std::vector<StoredLink> compare(Witnesses& witnesses, CandidatePair pair) {
  std::vector<StoredLink> stored;
  const std::shared_ptr<const Witness> a = witnesses.at(pair.a);
  const std::shared_ptr<const Witness> b = pair.a == pair.b ? a : witnesses.at(pair.b);
  if (a == nullptr || b == nullptr) return stored;
  for (VersionLink& link : link_witnesses(*a, *b))
    stored.push_back({witnesses.document(pair.a), witnesses.document(pair.b), link.a.span, link.b.span, link.a.speech,
                      link.b.speech, std::string(to_string(link.kind)), std::move(link.basis)});
  return stored;
}

// Keys of documents that another engine or an older schema left without.
Result<void> sketch_missing(Record& record, std::span<const DocumentNumber> documents) {
  for (const DocumentNumber document : documents) {
    const Result<Account> account = record.account(document);
    if (!account) return tl::unexpected(account.error());
    const std::vector<std::uint32_t> keys = sketch_of(account->document, witness_of(*account));
    if (Result<void> put = record.put_sketch(document, rank_of(account->document), keys); !put) return put;
  }
  return {};
}

// Nothing where another program began to link since the book was read.
Result<std::optional<LinkTotals>> link_once(Record& record, std::size_t threads, const std::function<bool()>& go_on) {
  Result<SketchBook> book = record.sketches();
  if (book && !book->unsketched.empty()) {
    if (const Result<void> done = sketch_missing(record, book->unsketched); !done) return tl::unexpected(done.error());
    book = record.sketches();
  }
  if (!book) return tl::unexpected(book.error());
  std::vector<Sketched> all;
  std::vector<std::uint32_t> fresh;
  std::vector<DocumentNumber> documents;
  for (SketchRow& row : book->rows) {
    if (!row.linked) fresh.push_back(static_cast<std::uint32_t>(all.size()));
    documents.push_back(row.document);
    all.push_back({row.rank, std::move(row.keys)});
  }
  std::vector<Sketched> gone;
  for (SketchRow& row : book->gone) gone.push_back({row.rank, std::move(row.keys)});
  LinkTotals totals;
  if (fresh.empty() && gone.empty()) return totals;

  const std::vector<std::uint32_t> again = find_moved(all, fresh, gone);
  std::vector<CandidatePair> pairs;
  for (const std::uint32_t i : again) pairs.push_back({i, i});
  for (const CandidatePair pair : find_candidates(all, again)) pairs.push_back(pair);
  std::ranges::sort(pairs);
  std::vector<DocumentNumber> numbers;
  for (const std::uint32_t i : again) numbers.push_back(documents[i]);
  const Result<bool> begun = record.begin_linking(book->turn, numbers);
  if (!begun) return tl::unexpected(begun.error());
  if (!*begun) return std::optional<LinkTotals>();

  Result<std::unique_ptr<Record>> reader = record.open_reader();
  if (!reader) return tl::unexpected(reader.error());
  Witnesses witnesses(**reader, documents);
  std::vector<StoredLink> batch;
  std::optional<Error> error;
  bool whole = true;
  ordered_map(
      std::max<std::size_t>(threads, 1), pairs.size(), [&](std::size_t i) { return compare(witnesses, pairs[i]); },
      [&](std::size_t, std::vector<StoredLink> links) {
        totals.links += links.size();
        std::ranges::move(links, std::back_inserter(batch));
        if (batch.size() < kLinksInBatch) return true;
        const Result<bool> put = record.put_links(book->turn, batch);
        if (!put) error = put.error();
        batch.clear();
        whole = put && *put && go_on();
        return whole && !error;
      });
  if (!error && whole && !batch.empty())
    if (const Result<bool> put = record.put_links(book->turn, batch); !put) error = put.error();
  if (!error) error = witnesses.error();
  if (error) return tl::unexpected(std::move(*error));
  totals.documents = again.size();
  totals.pairs = pairs.size();
  if (!whole) return totals;
  if (const Result<bool> ended = record.end_linking(book->turn, numbers); !ended) return tl::unexpected(ended.error());
  return totals;
}

}  // namespace

Result<LinkTotals> link_record(Record& record, std::size_t threads, const std::function<bool()>& go_on) {
  for (;;) {
    Result<std::optional<LinkTotals>> linked = link_once(record, threads, go_on);
    if (!linked) return tl::unexpected(linked.error());
    if (*linked) return **linked;
  }
}

}  // namespace readout
