#include "readout/engine/pile.h"

#include <mutex>
#include <utility>

#include "readout/base/parallel.h"
#include "readout/engine/budget.h"
#include "readout/engine/link.h"

namespace readout {
namespace {

struct Item {
  Account account;
  std::optional<std::string>
      known;  // the name, where the record holds it already: the account has origin and digest only
};

// What became of one index of the pile on a worker thread.
struct Work {
  std::vector<Item> items;
  std::uint64_t bytes = 0;  // of the budget
};

Account refused(std::string origin, DoubtKind kind, std::string detail) {
  Account account;
  account.document.origin = std::move(origin);
  account.document.blob = sha256({});
  account.document.doubts.push_back({kind, {}, std::move(detail)});
  return account;
}

class Adding {
 public:
  Adding(Record* record, const Pile& pile, const AddSettings& settings,
         const std::function<bool(const Account&, const Added&)>& seen)
      : record_(record), pile_(pile), settings_(settings), seen_(seen), budget_(kBytesInFlight) {}

  Result<AddTotals> run() {
    if (record_ != nullptr) {
      Result<std::unique_ptr<Record>> reader = record_->open_reader();
      if (!reader) return tl::unexpected(std::move(reader.error()));
      reader_ = std::move(*reader);
    }
    ordered_map(
        std::max<std::size_t>(settings_.threads, 1), pile_.size, [&](std::size_t i) { return work(i); },
        [&](std::size_t, Work work) {
          const bool more = take(std::move(work));
          if (!more) budget_.close();
          return more;
        });
    if (!error_ && !totals_.stopped) flush();
    if (error_) return tl::unexpected(std::move(*error_));
    if (record_ == nullptr || totals_.stopped || !settings_.settings.link) return totals_;
    const Result<LinkTotals> linked =
        link_record(*record_, settings_.threads, settings_.go_on, settings_.links_in_batch);
    if (!linked) return tl::unexpected(linked.error());
    totals_.links = linked->links;
    totals_.compared = linked->pairs;
    return totals_;
  }

 private:
  Work work(std::size_t i) {
    Work work;
    const std::uint64_t bytes = pile_.bytes(i);
    if (!budget_.take(i, bytes)) return work;
    work.bytes = bytes;
    Result<Loaded> loaded = pile_.load(i);
    if (!loaded) {
      work.items.push_back({refused(pile_.origin(i), DoubtKind::unreadable, loaded.error().message), {}});
      return work;
    }
    const Source& source = loaded->source;
    if (loaded->too_large) {
      Account account = refused(source.origin, DoubtKind::too_large, std::to_string(loaded->too_large->bytes));
      account.document.blob = loaded->too_large->digest;
      account.document.blob_bytes = loaded->too_large->bytes;
      work.items.push_back({std::move(account), {}});
    } else if (loaded->first_line > 0) {
      work_lines(source, loaded->first_line, work);
    } else if (!is_json_lines(source) && is_known(source.origin, source.bytes, work)) {
      return work;
    } else {
      for (Account& account : give_accounts(source, settings_.settings)) work.items.push_back({std::move(account), {}});
    }
    return work;
  }

  void work_lines(const Source& source, std::uint32_t first_line, Work& work) {
    for (RecordLine& line : split_records(source.bytes)) {
      line.number += first_line - 1;
      if (is_known(source.origin + ":" + std::to_string(line.number), line.bytes, work)) continue;
      Document document = read_record(line, source.origin, source.outlet, settings_.settings.limits);
      work.items.push_back({give_account(std::move(document), line.bytes, settings_.settings), {}});
    }
  }

  // True, and an item in `work`, where the record holds these bytes at this origin.
  bool is_known(const std::string& origin, std::string_view bytes, Work& work) {
    if (reader_ == nullptr || origin == "-") return false;
    const Digest blob = sha256(bytes);
    Result<std::optional<std::string>> name;
    {
      const std::lock_guard lock(reader_mutex_);
      name = reader_->holds(origin, blob);
    }
    // An error here is one of the record, and `add` will meet it too.
    if (!name || !*name) return false;
    Item item{{}, std::move(*name)};
    item.account.document.origin = origin;
    item.account.document.blob = blob;
    item.account.document.blob_bytes = bytes.size();
    work.items.push_back(std::move(item));
    return true;
  }

  bool take(Work work) {
    ++totals_.files;
    for (Item& item : work.items) {
      batch_bytes_ += item.account.document.text.size() + (item.account.bytes ? item.account.bytes->size() : 0);
      batch_.push_back(std::move(item.account));
      known_.push_back(std::move(item.known));
    }
    budget_.give_back(work.bytes);
    return batch_bytes_ < kBatchBytes && batch_.size() < kBatchDocuments ? true : flush();
  }

  // Writes the batch, then tells of it. False ends the run.
  bool flush() {
    std::vector<Added> outcomes(batch_.size());
    if (record_ != nullptr && !write(outcomes)) return false;
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      const Document& document = batch_[i].document;
      if (record_ == nullptr) outcomes[i].name = short_name(document.origin);
      if (known_[i]) outcomes[i] = {AddOutcome::known, *known_[i], ""};
      count(batch_[i], outcomes[i].outcome);
      if (!seen_(batch_[i], outcomes[i])) {
        totals_.stopped = true;
        return false;
      }
    }
    batch_.clear();
    known_.clear();
    batch_bytes_ = 0;
    return true;
  }

  bool write(std::vector<Added>& outcomes) {
    std::vector<Account> fresh;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      if (known_[i]) continue;
      fresh.push_back(std::move(batch_[i]));
      places.push_back(i);
    }
    Result<std::vector<Added>> added = record_->add(fresh);
    if (!added) {
      error_ = std::move(added.error());
      return false;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
      outcomes[places[i]] = std::move((*added)[i]);
      batch_[places[i]] = std::move(fresh[i]);
    }
    return true;
  }

  void count(const Account& account, AddOutcome outcome) {
    ++totals_.documents;
    totals_.speeches += account.speeches.size();
    if (is_refused(account.document)) ++totals_.refused;
    switch (outcome) {
      case AddOutcome::added:
        ++totals_.added;
        break;
      case AddOutcome::known:
        ++totals_.known;
        break;
      case AddOutcome::read_anew:
        ++totals_.read_anew;
        break;
      case AddOutcome::changed:
        ++totals_.changed;
        break;
    }
  }

  Record* record_;
  const Pile& pile_;
  const AddSettings& settings_;
  const std::function<bool(const Account&, const Added&)>& seen_;
  Budget budget_;
  std::unique_ptr<Record> reader_;
  std::mutex reader_mutex_;
  std::vector<Account> batch_;
  std::vector<std::optional<std::string>> known_;
  std::uint64_t batch_bytes_ = 0;
  AddTotals totals_;
  std::optional<Error> error_;
};

}  // namespace

Result<AddTotals> add_pile(Record* record, const Pile& pile, const AddSettings& settings,
                           const std::function<bool(const Account&, const Added&)>& seen) {
  return Adding(record, pile, settings, seen).run();
}

}  // namespace readout
