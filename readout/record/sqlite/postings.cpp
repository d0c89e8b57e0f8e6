#include "readout/record/sqlite/postings.h"

#include <algorithm>
#include <memory>
#include <string>

namespace readout {
namespace {

constexpr std::size_t kPageBytes = 8000;  // two to a page of the file
constexpr std::int64_t kRunsTogether = 8;
constexpr int kRunShift = 44;
constexpr int kKeyShift = 12;
constexpr std::int64_t kMostPagesOfKey = (1 << kKeyShift) - 1;

std::int64_t page_number(std::int64_t run, std::uint32_t key) {
  return (run << kRunShift) | (static_cast<std::int64_t>(key) << kKeyShift);
}

std::uint64_t rank_of(std::uint64_t mark) {
  return mark >> 1;
}

// Writes the pages of one run. Postings come in order.
class RunWriter {
 public:
  RunWriter(Database& database, std::int64_t run) : database_(database), run_(run) {}
  RunWriter(const RunWriter&) = delete;
  RunWriter& operator=(const RunWriter&) = delete;

  void add(const Posting& posting) {
    if (bytes_.size() + 13 > kPageBytes) write();
    std::uint32_t distance = posting.key;
    if (bytes_.empty())
      first_ = posting.key;
    else
      distance -= last_;
    for (; distance >= 0x80; distance >>= 7) bytes_ += static_cast<char>((distance & 0x7F) | 0x80);
    bytes_ += static_cast<char>(distance);
    for (int shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(posting.mark >> shift & 0xFF);
    last_ = posting.key;
  }

  void write() {
    if (bytes_.empty()) return;
    const std::int64_t number = page_number(run_, first_);
    same_ = pages_ > 0 && before_ == first_ ? std::min(same_ + 1, kMostPagesOfKey) : 0;
    before_ = first_;
    ++pages_;
    database_.query("INSERT INTO postings (id, bytes) VALUES (?, ?)")
        .bind(1, number + same_)
        .bind_blob(2, bytes_)
        .run();
    bytes_.clear();
  }

 private:
  Database& database_;
  std::int64_t run_;
  std::string bytes_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  std::uint32_t before_ = 0;
  std::int64_t same_ = 0;
  std::int64_t pages_ = 0;
};

// Reads one run forward.
class RunReader {
 public:
  RunReader(Database& database, std::int64_t run) : database_(database), run_(run) {}

  // To the first posting whose key is `key` or greater.
  void seek(std::uint32_t key) {
    if (at_ < page_.size() && page_.back().key >= key) {
      at_ = static_cast<std::size_t>(
          std::lower_bound(page_.begin() + static_cast<std::ptrdiff_t>(at_), page_.end(), Posting{key, 0}) -
          page_.begin());
      return;
    }
    if (ended_ || (at_ < page_.size() && page_[at_].key >= key)) return;
    // The last page that begins with a lesser key may hold it at its end.
    Query& query = database_.query("SELECT id, bytes FROM postings WHERE id < ? AND id >= ? ORDER BY id DESC LIMIT 1");
    query.bind(1, page_number(run_, key)).bind(2, page_number(run_, 0));
    if (query.step() && query.integer(0) > number_) unpack(query.integer(0), query.text(1));
    query.reset();
    at_ = static_cast<std::size_t>(std::ranges::lower_bound(page_, Posting{key, 0}) - page_.begin());
    if (at_ == page_.size()) turn();
  }

  const Posting* here() const { return at_ < page_.size() ? &page_[at_] : nullptr; }

  void next() {
    if (++at_ >= page_.size()) turn();
  }

 private:
  void turn() {
    if (ended_) return;
    Query& query = database_.query("SELECT id, bytes FROM postings WHERE id > ? AND id < ? ORDER BY id LIMIT 1");
    query.bind(1, std::max(number_, page_number(run_, 0) - 1)).bind(2, page_number(run_ + 1, 0));
    if (query.step())
      unpack(query.integer(0), query.text(1));
    else
      ended_ = true;
    query.reset();
    if (ended_) page_.clear();
    at_ = 0;
  }

  void unpack(std::int64_t number, std::string_view bytes) {
    number_ = number;
    page_.clear();
    std::uint32_t key = 0;
    for (std::size_t i = 0; i < bytes.size();) {
      std::uint32_t distance = 0;
      int shift = 0;
      for (; i < bytes.size() && shift < 35; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[i++]);
        distance |= static_cast<std::uint32_t>(byte & 0x7F) << (shift & 31);
        if (byte < 0x80) break;
      }
      if (i + 8 > bytes.size()) return database_.damaged("a page of postings is cut off");
      std::uint64_t mark = 0;
      for (std::size_t k = 0; k < 8; ++k)
        mark |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i + k])) << (8 * k);
      i += 8;
      key += distance;
      page_.push_back({key, mark});
    }
    if (!std::ranges::is_sorted(page_, {}, &Posting::key)) database_.damaged("a page of postings is out of order");
  }

  Database& database_;
  std::int64_t run_;
  std::int64_t number_ = -1;
  std::vector<Posting> page_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

// All runs as one, the youngest entry of a key and a document being the one that holds.
class Merged {
 public:
  // `runs`: the youngest first.
  Merged(Database& database, std::span<const std::int64_t> runs) {
    for (const std::int64_t run : runs) readers_.push_back(std::make_unique<RunReader>(database, run));
  }

  void seek(std::uint32_t key) {
    for (const auto& reader : readers_) reader->seek(key);
  }

  // The next in order of key and rank, and past it; false at the end.
  bool take(Posting& posting) {
    const Posting* least = nullptr;
    for (const auto& reader : readers_) {
      const Posting* here = reader->here();
      if (here != nullptr && (least == nullptr || precedes(*here, *least))) least = here;
    }
    if (least == nullptr) return false;
    posting = *least;
    for (const auto& reader : readers_)
      while (reader->here() != nullptr && reader->here()->key == posting.key &&
             rank_of(reader->here()->mark) == rank_of(posting.mark))
        reader->next();
    return true;
  }

  // As far as the key goes, without what is forgotten.
  void take_key(std::uint32_t key, std::vector<std::uint64_t>& ranks) {
    ranks.clear();
    seek(key);
    for (;;) {
      bool any = false;
      for (const auto& reader : readers_) any = any || (reader->here() != nullptr && reader->here()->key == key);
      Posting posting;
      if (!any || !take(posting)) return;
      if ((posting.mark & 1) == 0) ranks.push_back(rank_of(posting.mark));
    }
  }

 private:
  static bool precedes(const Posting& x, const Posting& y) {
    return x.key != y.key ? x.key < y.key : rank_of(x.mark) < rank_of(y.mark);
  }

  std::vector<std::unique_ptr<RunReader>> readers_;
};

std::vector<std::int64_t> all_runs(Database& database) {
  std::vector<std::int64_t> runs;
  Query& query = database.query("SELECT number FROM posting_runs ORDER BY made DESC");
  while (query.step()) runs.push_back(query.integer(0));
  return runs;
}

std::int64_t one_number(Database& database, std::string_view sql) {
  Query& query = database.query(sql);
  const std::int64_t number = query.step() ? query.integer(0) : 0;
  query.reset();
  return number;
}

std::int64_t begin_run(Database& database, std::int64_t level, std::int64_t made) {
  std::int64_t number = 1;
  Query& query = database.query("SELECT number FROM posting_runs ORDER BY number");
  while (query.step())
    if (query.integer(0) == number) ++number;
  database.query("INSERT INTO posting_runs (number, level, made) VALUES (?, ?, ?)")
      .bind(1, number)
      .bind(2, level)
      .bind(3, made)
      .run();
  return number;
}

// Runs of a full level become one of the next.
void merge_runs(Database& database) {
  for (std::int64_t level = 0; !database.failed(); ++level) {
    std::vector<std::int64_t> runs;
    std::int64_t made = 0;
    Query& query = database.query("SELECT number, made FROM posting_runs WHERE level = ? ORDER BY made DESC");
    query.bind(1, level);
    while (query.step()) {
      if (runs.empty()) made = query.integer(1);
      runs.push_back(query.integer(0));
    }
    if (static_cast<std::int64_t>(runs.size()) < kRunsTogether) return;
    Query& older = database.query("SELECT count(*) FROM posting_runs WHERE level > ?");
    older.bind(1, level);
    const bool oldest = older.step() && older.integer(0) == 0;
    older.reset();
    const std::int64_t number = begin_run(database, level + 1, made);
    Merged merged(database, runs);
    merged.seek(0);
    RunWriter writer(database, number);
    for (Posting posting; merged.take(posting);)
      if (!oldest || (posting.mark & 1) == 0) writer.add(posting);
    writer.write();
    for (const std::int64_t run : runs) {
      database.query("DELETE FROM postings WHERE id >= ? AND id < ?")
          .bind(1, page_number(run, 0))
          .bind(2, page_number(run + 1, 0))
          .run();
      database.query("DELETE FROM posting_runs WHERE number = ?").bind(1, run).run();
    }
  }
}

}  // namespace

void PostingWriter::flush(Database& database) {
  if (waiting_.empty()) return;
  std::ranges::stable_sort(waiting_, [](const Posting& x, const Posting& y) {
    return x.key != y.key ? x.key < y.key : rank_of(x.mark) < rank_of(y.mark);
  });
  const std::int64_t made = one_number(database, "SELECT ifnull(max(made), 0) + 1 FROM posting_runs");
  RunWriter writer(database, begin_run(database, 0, made));
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const bool last = i + 1 == waiting_.size() || waiting_[i + 1].key != waiting_[i].key ||
                      rank_of(waiting_[i + 1].mark) != rank_of(waiting_[i].mark);
    if (last) writer.add(waiting_[i]);
  }
  writer.write();
  waiting_.clear();
  merge_runs(database);
}

void read_postings(Database& database, std::span<const std::uint32_t> keys,
                   const std::function<void(std::uint32_t, std::span<const std::uint64_t>)>& take) {
  Merged merged(database, all_runs(database));
  std::vector<std::uint64_t> ranks;
  for (const std::uint32_t key : keys) {
    if (database.failed()) return;
    merged.take_key(key, ranks);
    if (!ranks.empty()) take(key, ranks);
  }
}

void read_all_postings(Database& database, const std::function<void(std::uint32_t, std::uint64_t)>& take) {
  Merged merged(database, all_runs(database));
  merged.seek(0);
  for (Posting posting; !database.failed() && merged.take(posting);)
    if ((posting.mark & 1) == 0) take(posting.key, rank_of(posting.mark));
}

}  // namespace readout
