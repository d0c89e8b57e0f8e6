// Rulings: what a journal of decisions means for the record at hand.
//
//   Result<Rulings> rulings = load_rulings(*record, journal_path("readout.db"));
//   rulings->on_discrepancy("d-3fa2c19b7c").stand          // Stand::rejected
//   rulings->speaker(row)                                  // who said it, where somebody decided that
//   rulings->person("lavrow")->name                        // under whom a person stands now
//
// A layer of its own: the record is only read, and never changed. Rooms desk and page lay it over what the record
// answers (desk/overlay.h), with the decision's author.
//
// Of decisions about one thing the latest holds (by time, then id), the others are `overruled`; a decision that was
// undone holds nothing, and an undo can itself be undone. So any two journals with the same lines give the same
// rulings, in whatever order they came together.
//
// Carrying. A decision holds wherever the bytes it was taken on stand, under any name. Where they do not, or where the
// document has a newer version, its words are sought in the document that now stands at the same origin: they are
// carried over where they stand at exactly one place with the same words around them (as Hypothesis anchors a
// quotation), and shown as carried; they are never shifted to the next best place. What cannot be carried is an orphan:
// kept, shown with its reason, without effect. A discrepancy is not carried: other bytes are another discrepancy.
//
// Costs: for each document that a decision is about, one look into the record's index, and one reading of its newer
// version where there is one; never a walk through the record. 10,000 decisions: docs/performance.md.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/base/result.h"
#include "readout/decision/decision.h"
#include "readout/decision/journal.h"
#include "readout/record/record.h"

namespace readout {

enum class DecisionState : std::uint8_t {
  stands,
  overruled,  // a later decision about the same says otherwise
  undone,
  orphan,
};

struct RuledDecision {
  Decision decision;
  DecisionState state = DecisionState::stands;
  std::string why;                  // of any other state: the decision that undid or overruled it, or what is gone
  std::vector<std::string> places;  // for each place of its targets where it stands now: "104:22-66"; "" where gone
  bool carried = false;             // to a newer version of a document
};

enum class Stand : std::uint8_t { open, accepted, rejected };

// What was decided about one thing. Pointers into the Rulings.
struct Standing {
  Stand stand = Stand::open;
  const Decision* by = nullptr;        // of `stand`; null while it is open
  std::vector<const Decision*> notes;  // by time

  bool empty() const { return by == nullptr && notes.empty(); }
};

// Under whom a person stands. `key` is the one first named in the earliest merge.
struct PersonRuling {
  std::string key;
  std::string name;
  std::vector<std::string> keys;           // all that are one, sorted; `key` among them
  std::vector<const Decision*> decisions;  // merges and renames, by time
};

struct SpeakerRuling {
  std::string key;   // "" where it is nobody of the record, or unknown
  std::string name;  // "" where it is unknown
  const Decision* by = nullptr;
};

// A speech that was given to somebody, or to nobody known.
struct GivenSpeech {
  std::string id;  // its span id now
  SpeakerRuling speaker;
};

// Another passage that is, or is not, the same statement.
struct StatementRuling {
  TextAnchor other;  // where it stands now
  std::string id;    // of the other: its span id now
  const Decision* by = nullptr;
};

// Two passages of which somebody decided whether they are the same statement, where they stand now.
struct DecidedPair {
  TextAnchor a;
  TextAnchor b;
  bool same = false;
  const Decision* by = nullptr;
};

// Whether a decision about `here` is about this passage.
bool is_about(Span here, Span delivered);

class Rulings {
 public:
  Rulings() = default;  // nothing was decided
  Rulings(Rulings&&) = default;
  Rulings& operator=(Rulings&&) = default;

  // Replays a journal. Error: of the record.
  static Result<Rulings> replay(Journal journal, Record& record);

  bool empty() const { return all_.empty(); }
  // Every decision, by time, then id: also those that hold no longer, and orphans.
  const std::vector<RuledDecision>& all() const { return all_; }
  const std::vector<JournalFault>& faults() const { return faults_; }

  // By id or by a beginning of at least four digits ("j-5b0c"). Error: not_found, bad_argument.
  Result<const RuledDecision*> find(std::string_view id) const;

  Standing on_discrepancy(std::string_view id) const;
  // Those that were accepted or rejected, sorted.
  std::vector<std::string> judged_discrepancies() const;
  Standing on_passage(const Digest& blob, Span delivered) const;
  Standing on_document(const Digest& blob) const;
  Standing on_person(std::string_view key) const;

  // Null where nothing was decided about it.
  const PersonRuling* person(std::string_view key) const;
  const std::vector<PersonRuling>& persons() const { return persons_; }

  // Of this very speech; a merge or a new name of its person is in person(). None where the words of the row are not
  // those that were decided about.
  std::optional<SpeakerRuling> speaker(const SpeechRow& row) const;
  const std::vector<GivenSpeech>& given() const { return given_; }  // by id

  // Of a passage that is one of the two, or shares half of the shorter: a sentence of a long turn.
  std::vector<StatementRuling> same_as(const Digest& blob, Span delivered) const;
  std::vector<StatementRuling> not_same_as(const Digest& blob, Span delivered) const;
  const std::vector<DecidedPair>& pairs() const { return decided_pairs_; }  // each once, by place

 private:
  friend class RulingsReplay;
  using Place = std::pair<Digest, Span>;

  struct Given {
    SpeakerRuling speaker;
    std::string words;  // that it was decided about
  };
  struct Pair {
    Span here;
    Place other;
    StatementRuling ruling;
    bool same = false;
  };

  std::vector<StatementRuling> paired(const Digest& blob, Span delivered, bool same) const;

  std::vector<RuledDecision> all_;
  std::vector<JournalFault> faults_;
  std::map<std::string, Standing, std::less<>> on_discrepancies_;
  std::map<std::string, Standing, std::less<>> on_persons_;
  std::map<Place, Standing> on_passages_;  // a document: an empty span
  std::vector<PersonRuling> persons_;      // by key
  std::map<std::string, std::size_t, std::less<>> person_of_;
  std::map<Place, Given> speakers_;
  std::vector<GivenSpeech> given_;
  std::map<Digest, std::vector<Pair>> pairs_;
  std::vector<DecidedPair> decided_pairs_;
};

// read_journal and replay.
Result<Rulings> load_rulings(Record& record, const std::string& journal_path);

std::string_view to_string(DecisionState state);
std::string_view to_string(Stand stand);

}  // namespace readout
