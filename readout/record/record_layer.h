// RecordLayer: a Record over another one, which answers whatever the layer does not answer itself.
//
//   class Counted final : public RecordLayer { Result<RecordCounts> counts() override { ++asked_; return
//   below_.counts(); } };
//
// The one below must outlive the layer.
#pragma once

#include "readout/record/record.h"

namespace readout {

class RecordLayer : public Record {
 public:
  explicit RecordLayer(Record& below) : below_(below) {}

  Result<std::vector<Added>> add(std::span<const Account> accounts) override { return below_.add(accounts); }
  Result<std::optional<std::string>> holds(std::string_view origin, const Digest& blob) override {
    return below_.holds(origin, blob);
  }
  Result<std::unique_ptr<Record>> open_reader() override { return below_.open_reader(); }
  Result<std::string> remove(std::string_view name) override { return below_.remove(name); }
  Result<std::string> find_name(std::string_view name) override { return below_.find_name(name); }
  Result<std::vector<std::string>> names_of(const Digest& blob) override { return below_.names_of(blob); }
  Result<std::vector<DocumentRow>> documents(std::string_view after, std::size_t limit) override {
    return below_.documents(after, limit);
  }
  Result<DocumentRow> document(std::string_view name) override { return below_.document(name); }
  Result<Account> account(std::string_view name) override { return below_.account(name); }
  Result<std::vector<SpeechRow>> speeches(const SpeechFilter& filter) override { return below_.speeches(filter); }
  Result<SpeechRow> speech(std::string_view id) override { return below_.speech(id); }
  Result<std::vector<SpeechRow>> speeches_of(std::string_view document) override {
    return below_.speeches_of(document);
  }
  Result<std::vector<PersonRow>> persons(const PersonFilter& filter) override { return below_.persons(filter); }
  Result<PersonRow> person(std::string_view key) override { return below_.person(key); }
  Result<std::vector<NameCount>> printed_names(std::string_view key) override { return below_.printed_names(key); }
  Result<std::vector<Passage>> search(const PassageFilter& filter) override { return below_.search(filter); }
  Result<RecordCounts> counts() override { return below_.counts(); }
  Result<std::vector<DocumentBrief>> document_list(const DocumentFilter& filter) override {
    return below_.document_list(filter);
  }
  Result<std::vector<SpeechRow>> timeline(const TimelineFilter& filter) override { return below_.timeline(filter); }
  Result<std::vector<RecordTally>> tallies(TallyOf what, std::size_t limit) override {
    return below_.tallies(what, limit);
  }
  Result<std::vector<PersonOutlet>> outlets_of(std::string_view person, std::size_t limit) override {
    return below_.outlets_of(person, limit);
  }
  Result<std::vector<DiscrepancyRow>> discrepancies(const DiscrepancyFilter& filter) override {
    return below_.discrepancies(filter);
  }
  Result<DiscrepancyTotals> discrepancy_totals(std::string_view document) override {
    return below_.discrepancy_totals(document);
  }
  Result<DiscrepancyRow> discrepancy(std::string_view id) override { return below_.discrepancy(id); }
  Result<std::uint64_t> state() override { return below_.state(); }
  Result<void> freeze() override { return below_.freeze(); }
  Result<void> thaw() override { return below_.thaw(); }
  Result<LinkingBook> linking_book() override { return below_.linking_book(); }
  Result<void> read_postings(std::span<const std::uint32_t> keys,
                             const std::function<void(std::uint32_t, std::span<const std::uint64_t>)>& take) override {
    return below_.read_postings(keys, take);
  }
  Result<SketchRow> sketch(std::uint64_t rank) override { return below_.sketch(rank); }
  Result<std::vector<std::uint64_t>> partners(std::uint64_t rank) override { return below_.partners(rank); }
  Result<Account> account(DocumentNumber document) override { return below_.account(document); }
  Result<void> put_sketches(std::span<const SketchRow> rows, std::span<const StoredLinks> repeats) override {
    return below_.put_sketches(rows, repeats);
  }
  Result<bool> begin_linking(const LinkingBook& book, std::span<const std::uint64_t> unsure) override {
    return below_.begin_linking(book, unsure);
  }
  Result<bool> put_links(std::int64_t turn, std::span<const StoredLinks> links) override {
    return below_.put_links(turn, links);
  }
  Result<bool> end_linking(const LinkingBook& book) override { return below_.end_linking(book); }
  Result<std::vector<LinkRow>> links_of(std::string_view document) override { return below_.links_of(document); }
  Result<CheckReport> check() override { return below_.check(); }

 protected:
  Record& below_;
};

}  // namespace readout
