// What a Record answers with: plain rows that own their words, so that they outlive the record.
//
// Span ids are "NAME:BEGIN-END" with BEGIN and END in bytes of the file *as delivered* (half-open), so that
// `dd bs=1 skip=BEGIN count=END-BEGIN` on the original file shows the words. All other Spans count in the document's
// text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/document/document.h"
#include "readout/people/person.h"
#include "readout/record/stored_discrepancy.h"
#include "readout/speech/speech.h"

namespace readout {

// A document without its text (document.text is empty; see Record::account for the whole).
struct DocumentRow {
  Document document;
  std::uint32_t text_bytes = 0;
  std::uint32_t speeches = 0;
  std::string replaces;     // the name of the older document at the same origin; "" where none is
  std::string replaced_by;  // the name of the newer one; "" where this is what stands there now
};

// Which of the dates `when` of a speech is. In this order: the first that is known.
enum class WhenOf : std::uint8_t { speech, said, published, copied, crawled, unknown };

// When a speech was made, as far as its document tells: the speech's own moment, else the document's.
struct When {
  Moment moment;
  WhenOf of = WhenOf::unknown;
};

When when_said(const Speech& speech, const Dates& dates);

// One step of the way up: in whose speech this one is reported.
struct Reporter {
  std::string id;      // span id of the speech
  std::string name;    // the person, where known
  std::string source;  // the words that name who spoke
};

// Where people decided who spoke (room decision). The record never has one: rooms that lay decisions over it set it.
struct DecidedSpeaker {
  std::string decision;  // its id
  std::string credit;    // "Ada Marlow: the deputy answered"
  std::string recorded;  // whom the record names; "" where nobody
};

struct SpeechRow {
  std::string id;            // "004:268-413": the extent of the content, in delivered bytes
  std::string document;      // short name
  std::uint32_t number = 0;  // index among the document's speeches
  Digest blob;
  std::string outlet;
  std::string agency;
  std::string url;
  std::string language;
  Speech speech;
  Span delivered;                          // extent(speech) in delivered bytes
  std::vector<std::string> words;          // text[span] for each span of the content
  std::vector<std::string> cue_words;      // likewise for the cue
  std::vector<std::string> channel_words;  // likewise for the channels
  std::string source_words;
  std::optional<Person> person;    // as this document knows it; empty where unknown
  std::vector<Person> candidates;  // where unknown, best first
  Basis speaker_basis;
  std::optional<DecidedSpeaker> decided;
  std::vector<Reporter> chain;  // nearest first; empty at depth 0
  std::string statement;        // key; "" where it meets no other version
  std::uint32_t versions = 1;   // speeches in the record that share the key, this one included
  Moment when;
  WhenOf when_of = WhenOf::unknown;
};

// Where a list goes on: after this speech (or, with number kWholeDocument, after this document).
inline constexpr std::uint32_t kWholeDocument = 0xFFFFFFFF;

struct Cursor {
  std::string document;
  std::uint32_t number = 0;
};

// Every field that is set must hold. Words are matched after folding (fold_name for people, the index's own folding for
// words: case and accents do not count).
struct SpeechFilter {
  std::string speaker = {};  // words of a name, a person key, or an office: "lavrov", "foreign ministry"
  // Keys of persons, and ids of speeches, that count as the speaker's too; alone, where `speaker` is empty.
  std::vector<std::string> also_persons = {};
  std::vector<std::string> also_speeches = {};
  std::string words = {};      // of the content; all must occur; "quoted words" together; a final * is any ending
  std::string channel = {};    // a ChannelKind as printed, or words of a channel or of the outlet or agency
  std::string document = {};   // name or unique prefix
  std::string language = {};   // of the document, as stored: "en"
  std::string statement = {};  // key
  std::optional<SpeechKind> kind = {};
  std::optional<Polarity> polarity = {};
  std::optional<std::uint32_t> depth = {};
  std::optional<std::int64_t> since_s = {};  // local civil seconds (see Moment): `when` ends after it
  std::optional<std::int64_t> until_s = {};  // `when` begins before it
  std::optional<Cursor> after = {};
  std::size_t limit = 1000;
};

struct PersonRow {
  std::string key;
  std::string name;  // the form most documents use; ties: the longest, then the least in bytes
  PersonKind kind = PersonKind::person;
  std::vector<std::string> names;    // every form, sorted
  std::vector<std::string> offices;  // sorted
  std::uint32_t documents = 0;
  std::uint32_t speeches = 0;
};

struct PersonFilter {
  std::string words = {};  // as SpeechFilter::speaker
  std::string after = {};  // a key
  std::size_t limit = 1000;
  bool most_first = false;                           // by number of speeches, then key; else by key
  std::optional<std::uint32_t> after_speeches = {};  // of the person `after`; asked for with most_first
};

// A passage (block) with words that were searched for.
struct Passage {
  std::string id;  // span id of the block, in delivered bytes
  std::string document;
  std::string outlet;
  Block block;
  std::uint32_t number = 0;   // index among the document's blocks
  std::string text;           // of the block
  std::vector<Span> matches;  // in `text`
};

struct PassageFilter {
  std::string words = {};     // as SpeechFilter::words
  std::string document = {};  // name or unique prefix
  std::optional<Cursor> after = {};
  std::size_t limit = 1000;
};

// How the store calls a document; good as long as the record is open.
using DocumentNumber = std::int64_t;

// A document as linking knows it (statement/candidates.h).
struct SketchRow {
  DocumentNumber document = -1;  // -1: it stands there no longer
  std::uint64_t rank = 0;
  std::vector<std::uint32_t> keys;  // sorted
};

// What changed since the last linking.
struct LinkingBook {
  std::int64_t turn = 0;         // grows with every begin_linking
  std::vector<SketchRow> fresh;  // by rank; without their keys
  std::vector<SketchRow> gone;
  std::int64_t gone_until = 0;             // the last entry about who went
  std::vector<SketchRow> unsure;           // old ones that a run which was cut off began to link otherwise
  bool stale = false;                      // statements are to be settled anew
  std::vector<DocumentNumber> unsketched;  // current documents whose keys nobody has told yet
};

// Two passages that meet (statement/version.h), as stored. Spans count in the documents' texts.
struct StoredLink {
  Span a_span;
  Span b_span;
  std::uint32_t a_speech = 0;  // index among the document's speeches
  std::uint32_t b_speech = 0;
  std::string kind;
  Basis basis;

  friend bool operator==(const StoredLink&, const StoredLink&) = default;
};

// True for the kinds that make two passages one statement.
constexpr bool joins_statement(std::string_view kind) {
  return kind == "version" || kind == "contained" || kind == "repeat";
}

// All links between two documents; those inside one where a == b.
struct StoredLinks {
  DocumentNumber a = -1;
  DocumentNumber b = -1;
  std::vector<StoredLink> links;
  bool turned = false;  // side 0 of the discrepancies is b
  std::vector<StoredDiscrepancy> discrepancies = {};
};

// The same as it is shown: `a` is the document that was asked for, or the one whose name comes first.
struct LinkRow {
  std::string a;  // span id, in delivered bytes
  std::string b;
  std::string a_document;
  std::string b_document;
  std::uint32_t a_speech = 0;
  std::uint32_t b_speech = 0;
  Span a_span;  // in the text of a
  Span b_span;
  std::string a_words;
  std::string b_words;
  std::string kind;  // version, contained, repeat, also_said, not_same
  Basis basis;       // evidence of a and b is turned with them
};

// What became of one document that was handed to `add`.
enum class AddOutcome : std::uint8_t {
  added,      // new
  known,      // these bytes stand in the record under this origin already, read by the same engine
  read_anew,  // known, but read by another engine: its speeches are replaced
  changed,    // other bytes at a known origin: a new document, linked to the old
};

struct Added {
  AddOutcome outcome = AddOutcome::added;
  std::string name;      // may get a suffix later, when another document asks for the same name
  std::string replaces;  // where changed: the name of the older document
};

// A finding of `check`: something in the record contradicts itself.
struct Fault {
  std::string where;  // a document's name, a span id, or a table
  std::string code;   // "digest", "offset", "invariant", "index", "database", "link"
  std::string message;
};

struct CheckReport {
  std::uint64_t documents = 0;
  std::uint64_t speeches = 0;
  std::uint64_t digests = 0;   // recomputed and compared
  bool index_checked = false;  // not where the record cannot be written to
  std::vector<Fault> findings;
};

struct RecordCounts {
  std::uint64_t documents = 0;
  std::uint64_t refused = 0;
  std::uint64_t speeches = 0;
  std::uint64_t persons = 0;
  std::uint64_t blobs = 0;
};

std::string_view to_string(WhenOf when_of);
std::string_view to_string(AddOutcome outcome);

// "004:268-413". `delivered` counts in delivered bytes.
std::string span_id(std::string_view document, Span delivered);

}  // namespace readout
