// RuledRecord: a record as people decided it. Whoever asks it (verbs, pages, the report, the assistant) gets the same:
//
//   RuledRecord ruled(*record, rulings);
//   ruled.speeches(filter)        // the speaker as decided, row.decided says by whom; filters follow merges and names
//   ruled.persons()               // those who are one are one row
//   ruled.links_of("104")         // what is not the same joins nothing: kind not_same, rule "decided"; and the other
//   way rulings_of(ruled)             // what else was decided; of any other Record: nothing
//
// The record below is never written to through its rulings and stays as the machine made it: `export`, `doctor` and
// account() give the machine's layer.
//
// What it does not do: leave out a discrepancy (rulings_of(...).on_discrepancy says how each stands), count anew what
// tallies() counts over the whole record, count a speech that was given away among a person's.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "readout/decision/rulings.h"
#include "readout/record/record_layer.h"

namespace readout {

class RuledRecord final : public RecordLayer {
 public:
  // Both must outlive it.
  RuledRecord(Record& machine, const Rulings& rulings) : RecordLayer(machine), rulings_(rulings) {}
  // Keeps both.
  RuledRecord(std::unique_ptr<Record> machine, std::unique_ptr<const Rulings> rulings)
      : RecordLayer(*machine),
        rulings_(*rulings),
        kept_record_(std::move(machine)),
        kept_rulings_(std::move(rulings)) {}

  const Rulings& rulings() const { return rulings_; }
  Record& machine() { return below_; }

  Result<std::vector<SpeechRow>> speeches(const SpeechFilter& filter) override;
  Result<SpeechRow> speech(std::string_view id) override;
  Result<std::vector<SpeechRow>> speeches_of(std::string_view document) override;
  Result<std::vector<SpeechRow>> timeline(const TimelineFilter& filter) override;
  Result<std::vector<PersonRow>> persons(const PersonFilter& filter) override;
  Result<PersonRow> person(std::string_view key) override;
  Result<std::vector<NameCount>> printed_names(std::string_view key) override;
  Result<std::vector<PersonOutlet>> outlets_of(std::string_view person, std::size_t limit) override;
  Result<std::vector<LinkRow>> links_of(std::string_view document) override;
  Result<std::vector<DiscrepancyRow>> discrepancies(const DiscrepancyFilter& filter) override;
  Result<DiscrepancyRow> discrepancy(std::string_view id) override;

 private:
  // A filter that lets through all whom decisions made the speaker, and which of the speeches that were given it means.
  struct Widened {
    SpeechFilter filter;
    bool by_speaker = false;
    std::set<std::string> given;
  };

  Result<Widened> widen(const SpeechFilter& filter);
  Result<bool> is_meant(const PersonRuling& person, const SpeechFilter& filter);
  bool is_kept(const SpeechRow& row, const Widened& widened) const;
  Result<void> lay_over(SpeechRow& row);
  Result<void> lay_over(std::vector<SpeechRow>& rows);
  Result<void> lay_over(DiscrepancyRow& row);
  Result<void> name_place(PlaceRow& place);
  Result<PersonRow> merged(const PersonRuling& ruling);
  Result<std::vector<PersonRow>> ruled_persons(const PersonFilter& filter);
  Result<std::vector<LinkRow>> decided_links(const std::string& name, std::vector<LinkRow> rows);

  const Rulings& rulings_;
  std::unique_ptr<Record> kept_record_;
  std::unique_ptr<const Rulings> kept_rulings_;
};

// Of a RuledRecord its rulings; of any other, none.
const Rulings& rulings_of(Record& record);

// Of a RuledRecord the one below; of any other, itself.
Record& machine_of(Record& record);

// A record that brings its rulings with it; the record itself where nothing was decided.
std::unique_ptr<Record> lay_over(std::unique_ptr<Record> record, Rulings rulings);

}  // namespace readout
