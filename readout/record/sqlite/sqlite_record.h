// SqliteRecord: the Record in one SQLite file. The verbs are spread over files by what they do: write.cpp, insert.cpp,
// names.cpp, remove.cpp, documents.cpp, speeches.cpp, select.cpp, persons.cpp, person_words.cpp, search.cpp,
// linking.cpp, links.cpp, members.cpp, discrepancies.cpp, counts.cpp; lists.cpp, timeline.cpp and discrepancy_list.cpp
// what pages show; check.cpp and check_*.cpp all of it again.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "readout/document/read.h"
#include "readout/record/record.h"
#include "readout/record/sqlite/database.h"
#include "readout/record/sqlite/postings.h"
#include "readout/record/sqlite/schema.h"
#include "readout/record/words.h"

namespace readout {

class SqliteRecord final : public Record {
 public:
  SqliteRecord(std::unique_ptr<Database> database, OpenOptions options)
      : database_(std::move(database)), options_(std::move(options)), engine_(options_.engine) {}

  Result<std::vector<Added>> add(std::span<const Account> accounts) override;
  Result<std::optional<std::string>> holds(std::string_view origin, const Digest& blob) override;
  Result<std::unique_ptr<Record>> open_reader() override;
  Result<std::string> remove(std::string_view name) override;
  Result<std::string> find_name(std::string_view name) override;
  Result<std::vector<std::string>> names_of(const Digest& blob) override;
  Result<std::vector<DocumentRow>> documents(std::string_view after, std::size_t limit) override;
  Result<DocumentRow> document(std::string_view name) override;
  Result<Account> account(std::string_view name) override;
  Result<std::vector<SpeechRow>> speeches(const SpeechFilter& filter) override;
  Result<SpeechRow> speech(std::string_view id) override;
  Result<std::vector<SpeechRow>> speeches_of(std::string_view document) override;
  Result<std::vector<PersonRow>> persons(const PersonFilter& filter) override;
  Result<PersonRow> person(std::string_view key) override;
  Result<std::vector<NameCount>> printed_names(std::string_view key) override;
  Result<std::vector<Passage>> search(const PassageFilter& filter) override;
  Result<RecordCounts> counts() override;
  Result<std::vector<DocumentBrief>> document_list(const DocumentFilter& filter) override;
  Result<std::vector<SpeechRow>> timeline(const TimelineFilter& filter) override;
  Result<std::vector<RecordTally>> tallies(TallyOf what, std::size_t limit) override;
  Result<std::vector<PersonOutlet>> outlets_of(std::string_view person, std::size_t limit) override;
  Result<std::vector<DiscrepancyRow>> discrepancies(const DiscrepancyFilter& filter) override;
  Result<DiscrepancyTotals> discrepancy_totals(std::string_view document) override;
  Result<DiscrepancyRow> discrepancy(std::string_view id) override;
  Result<std::uint64_t> state() override;

  Result<void> count_uncounted();  // after an upgrade
  Result<void> freeze() override;
  Result<void> thaw() override;
  Result<LinkingBook> linking_book() override;
  Result<void> read_postings(std::span<const std::uint32_t> keys,
                             const std::function<void(std::uint32_t, std::span<const std::uint64_t>)>& take) override;
  Result<SketchRow> sketch(std::uint64_t rank) override;
  Result<std::vector<std::uint64_t>> partners(std::uint64_t rank) override;
  Result<Account> account(DocumentNumber document) override;
  Result<void> put_sketches(std::span<const SketchRow> rows, std::span<const StoredLinks> repeats) override;
  Result<bool> begin_linking(const LinkingBook& book, std::span<const std::uint64_t> unsure) override;
  Result<bool> put_links(std::int64_t turn, std::span<const StoredLinks> links) override;
  Result<bool> end_linking(const LinkingBook& book) override;
  Result<std::vector<LinkRow>> links_of(std::string_view document) override;
  Result<CheckReport> check() override;

 private:
  using Id = std::int64_t;

  // What a row of the table says beside the Document.
  struct Shelf {
    Id id = -1;
    std::string kept;             // of its blob: "bytes", "text" or "none"
    std::string order;            // Account::order
    DocumentRow row;              // with the text
    std::vector<Person> persons;  // by their numbers
  };

  struct Placed {
    AddOutcome outcome = AddOutcome::added;
    Id id = -1;
    Id replaces = -1;
  };

  static std::string_view bytes_of(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
  }

  // write.cpp
  Placed place(const Account& account);
  Id insert(const Account& account, const std::string& asked, const std::string& suffix, std::int64_t revision);
  Id keep_blob(const Account& account);
  Id person_id(const std::string& key);

  // insert.cpp
  Id insert_document(const Account& account, Id blob, const std::string& asked, const std::string& suffix,
                     std::int64_t revision);
  void insert_blocks(Id id, const Document& document);
  void count_forms();
  std::vector<Id> insert_persons(Id id, const Account& account);
  void insert_speeches(Id id, const Account& account, const std::vector<Id>& persons);

  // names.cpp
  static constexpr std::size_t kLongSuffix = 24;  // digits
  static std::string asked_name(const Document& document);
  static std::string suffix_of(const Document& document);
  static std::string whole_name(const std::string& asked, const std::string& suffix);
  void settle_names(const std::string& asked, const std::string& suffix);
  std::string name_of(Id id);
  std::string neighbour(const std::string& origin, std::int64_t revision, bool older);

  // remove.cpp
  void erase_document(Id id);

  // linking.cpp
  void insert_sketch(Id id, std::uint64_t rank, std::span<const std::uint32_t> keys);
  void insert_links(const StoredLinks& links);
  std::int64_t linking_turn();
  Result<void> close(Transaction& transaction);
  void unlink(Id id);       // from others
  void erase_links(Id id);  // and the sketch, kept among the gone

  // members.cpp
  static std::string statement_id(std::int64_t statement);
  static std::int64_t statement_number(std::string_view id);  // -1: no such number
  std::int64_t speech_key(std::int64_t speech);
  std::int64_t statement_of(std::int64_t speech);
  void put_member(std::int64_t speech, std::int64_t statement);
  void rename_statement(std::int64_t from, std::int64_t to);
  void forget_members();
  void join(const StoredLinks& links);
  void part(Id a, Id b);  // before their links go
  void part(Id id);       // before the document goes
  void settle_statements();

  // discrepancies.cpp
  enum class Stand : std::uint8_t { told, witness, twice };
  struct Standing {
    Stand stands = Stand::told;
    std::int64_t told_by = -1;  // code

    friend bool operator==(const Standing&, const Standing&) = default;
  };
  struct Foldable {
    std::int64_t id = 0;
    std::int64_t code = 0;  // the digits of the id
    std::string kind;
    std::int64_t weight = 0;
    std::array<std::int64_t, 2> folds = {0, 0};
    Standing before;
    Standing after;
    Id a = -1;
    Id b = -1;
  };
  static std::int64_t discrepancy_code(std::string_view id);  // -1: no such id
  static std::string discrepancy_id_of(std::int64_t code);
  void count_discrepancy(const std::string& kind, std::int64_t weight, int told, int all);
  void insert_discrepancies(const StoredLinks& links);
  void erase_discrepancies(Id a, Id b);
  void flush_discrepancies();
  void drop_discrepancies();              // what was not flushed
  static std::string foldable_columns();  // a SELECT of discrepancies, for read_foldables
  static std::vector<Foldable> read_foldables(Query& query);
  std::string order_of(Id id);
  void fold(std::vector<Foldable>& rows);  // sets `after`, sorts by weight
  void fold_discrepancies();

  // discrepancy_list.cpp
  struct Sheet {
    std::string name;
    std::string origin;
    std::string outlet;
    bool has_lines = false;
    Text text;
  };
  using Sheets = std::map<Id, Sheet>;
  const Sheet& sheet_of(Id id, Sheets& sheets);
  PlaceRow place_row(Id id, const StoredPlace& place, Sheets& sheets);
  DiscrepancyRow discrepancy_row(std::int64_t row, Sheets& sheets);
  void add_witnesses(const Foldable& told, std::span<const Foldable> witnesses, DiscrepancyRow& row, Sheets& sheets);
  std::vector<Foldable> foldables_of(Id id);

  // counts.cpp
  struct Counted {
    std::map<std::pair<std::string, std::string>, std::int64_t> tallies;                  // of what, and of which
    std::map<Id, std::int64_t> speeches;                                                  // of persons
    std::map<std::pair<Id, std::string>, std::pair<std::int64_t, std::int64_t>> outlets;  // documents, speeches
  };
  // What one document has to say of one begin of a time; bits of `kinds`: SpeechKind, Polarity, depth.
  struct TimeRow {
    bool undated = false;
    std::int64_t begin_s = 0;
    std::string name;
    Id document = -1;
    std::int64_t until_s = INT64_MIN;
    std::int64_t kinds = 0;
    std::int64_t channels = 0;
    std::string language;
  };
  static constexpr int kPolarityBit = 8;
  static constexpr int kDepthBit = 16;
  static constexpr std::uint32_t kMostDepth = 8;
  static std::string_view tally_name(TallyOf what);
  static void tally(Counted& counted, const Account& account, std::span<const Id> persons, std::int64_t sign);
  static std::vector<TimeRow> time_rows(const Account& account);
  void tally_document(Counted& counted, Id id, const Account& account, std::int64_t sign);
  std::vector<Id> cast_of(Id id);
  void count_in(Id id, const Account& account);
  void count_out(Id id);
  void flush_counts();
  bool take_damage();  // true, and taken, where the last error says that a document cannot be read
  void count_each(const std::vector<Id>& ids);
  void count_all_but(Id id);
  void rename_times(Id id, const std::string& name);
  std::int64_t counted(std::string_view what, std::string_view of);

  // lists.cpp
  std::vector<Id> list_documents(const DocumentFilter& filter, bool undated, std::size_t limit);

  // links.cpp
  struct NamedText {
    std::string name;
    Text text;
  };
  std::vector<StoredLinks> stored_links(Id id);  // as `a`, then as `b`
  NamedText load_text(Id id);

  // documents.cpp
  Result<Id> find_document(std::string_view name);
  Shelf load(Id id);
  Account load_account(Id id);
  const Shelf& shelf(Id id);  // the last one loaded is kept
  std::vector<Block> load_blocks(Id id);
  std::vector<Person> load_persons(Id id);

  // speeches.cpp
  static std::string speech_columns();  // a SELECT of speeches AS s, for the readers below
  static Speech read_speech(Query& query, bool& bad);
  static Speaker read_speaker(Query& query, bool& bad);
  static std::string read_statement(Query& query);
  std::uint32_t count_versions(const std::string& statement);
  SpeechRow make_row(Query& query);
  Result<std::vector<Id>> find_speeches(std::string_view id);
  std::vector<Reporter> chain_of(const Shelf& shelf, std::int32_t parent);

  // select.cpp, persons.cpp
  struct Chosen {
    std::vector<std::string> conditions;  // over speeches AS s, documents AS d
    std::vector<std::string> texts;       // parameters from 1
    bool few = false;                     // begins with the speeches, not with the documents
    bool none = false;                    // nothing can fit
    Terms words;                          // what SQL cannot tell
    Terms channel;
    std::vector<std::string> plain;  // conditions on a speech's own row, without parameters
    std::vector<Id> persons;         // who may be the speaker
    std::vector<Id> speeches;        // rows that count as the speaker's
    Id document = -1;

    std::string bind_later(std::string text);
    void bind(Query& query) const;
    std::string select() const;
  };
  Result<Chosen> choose(const SpeechFilter& filter);
  static bool fits(const SpeechRow& row, const SpeechFilter& filter, const Chosen& chosen);
  Result<std::optional<std::vector<SpeechRow>>> common_speeches(const SpeechFilter& filter, const Terms& words);
  std::vector<SpeechRow> take_rows(Query& ids, const Chosen& chosen, std::size_t limit);
  std::optional<Id> find_person(std::string_view key);
  PersonRow read_person(Id id, std::string key);

  // timeline.cpp
  std::optional<std::vector<Id>> documents_for(const SpeechFilter& filter, const Chosen& chosen);
  void walk_times(const TimelineFilter& filter, const std::optional<std::vector<Id>>& among,
                  const std::function<bool(const TimeRow&)>& take);

  // search.cpp
  bool is_common(const std::string& match);
  // Documents from `after` on, by name, with their passages that match; `take` is false to end. False
  // where it gave up before it came to an end: common words that stand in few documents, far behind.
  bool walk(const std::string& match, const Cursor& after,
            const std::function<bool(Id, std::string_view, std::span<const Id>)>& take);

  // person_words.cpp
  std::vector<Id> find_persons(std::string_view words);
  void put_person_words(Id person);
  void put_all_person_words();  // after an upgrade
  // After a form went: its words, unless another form of the person has them.
  void drop_person_words(Id person, std::string_view key, std::string_view name, std::string_view offices);
  void check_person_words(CheckReport& report);

  // check.cpp
  void check_keys(CheckReport& report);
  void check_index(CheckReport& report);
  void check_links(CheckReport& report);
  void check_discrepancies(CheckReport& report);
  void check_folds(CheckReport& report);
  void check_times(Id id, const std::string& name, const Account& account, CheckReport& report);
  void check_counts(CheckReport& report);
  void check_members(CheckReport& report, const std::unordered_map<std::int64_t, std::int64_t>& above,
                     const std::function<std::int64_t(std::int64_t)>& root);
  void check_postings(CheckReport& report);
  void check_document(Id id, const std::string& name, CheckReport& report);

  template <class T>
  Result<T> answer(T value) {
    if (auto error = database_->take_error()) return tl::unexpected(std::move(*error));
    return value;
  }

  std::unique_ptr<Database> database_;
  OpenOptions options_;
  std::string engine_;
  std::unordered_map<std::string, Id> person_ids_;  // looked up already
  // Forms of the batch at hand, (person, name, kind, offices), and in how many of its documents.
  std::map<std::tuple<Id, std::string, std::string, std::string>, std::int64_t> forms_;
  std::map<std::pair<std::string, std::int64_t>, std::pair<std::int64_t, std::int64_t>> discrepancy_counts_;
  std::set<std::int64_t> unfolded_;  // codes of discrepancies, and folds with their sign turned
  Counted counted_;                  // since the last commit
  Counted recounted_;                // by check
  PostingWriter postings_;
  std::unordered_map<std::int64_t, std::int64_t> known_members_;  // looked up already, by names of that time
  std::unordered_map<std::int64_t, std::int64_t> renamed_;        // statements
  std::optional<Shelf> shelf_;
};

}  // namespace readout
