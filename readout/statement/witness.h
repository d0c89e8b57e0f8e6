// Witness: one document as the linker sees it: its speech cut into passages, each with what it tells.
//
//   const Witness witness = make_witness(document, speeches, persons, speakers);
//   for (const Utterance& one : witness.passages) document.text[passage.span];   // a sentence of a speech
//
// A passage is a sentence of one speech's content; what the outlet put in is not among its words. Passages are sorted
// by speech, then place. Those of a speech that is reported inside another stand on their own as well (`inner`).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "readout/align/units.h"
#include "readout/document/document.h"
#include "readout/people/person.h"
#include "readout/speech/speech.h"

namespace readout {

// Words of an utterance that count; what nobody says in one breath is cut there.
inline constexpr std::size_t kMaxUtterance = 250;

struct Telling {
  std::uint64_t key = 0;  // meeting_key
  int weight = 0;
  bool capital = false;  // a name or title: of whom, not what

  friend auto operator<=>(const Telling&, const Telling&) = default;
};

// When something can have been said: local civil seconds, half-open; widened by what nobody can tell.
struct TimeReach {
  std::int64_t from_s = INT64_MIN;
  std::int64_t until_s = INT64_MAX;
  bool said = false;  // from a date of the speech itself, not from when the report came out
};

struct Utterance {
  Span span;
  std::uint32_t speech = 0;
  bool inner = false;          // lies in the content of the speech that its own is reported in
  std::vector<Unit> words;     // marks left out
  std::vector<Telling> tells;  // sorted by key
  int weight = 0;              // the sum of `tells`
};

// What the linker asks about a speech.
struct Voice {
  std::string person;  // key; "" where unknown
  std::vector<std::string> offices;
  PersonKind kind = PersonKind::person;
  SpeechKind speech_kind = SpeechKind::indirect;
  Polarity polarity = Polarity::said;
  TimeReach reach;
};

struct Witness {
  std::vector<Utterance> passages;
  std::vector<Voice> voices;  // one for each speech
};

// `read`: the units of the whole text, where they are wanted too (for sketch_of); left empty for a text that is past
// kReadWhole bytes, whose passages are read one by one.
inline constexpr std::size_t kReadWhole = 1u << 18;
Witness make_witness(const Document& document, std::span<const Speech> speeches, std::span<const Person> persons,
                     std::span<const Speaker> speakers, std::vector<Unit>* read = nullptr);

// The document's keys (sketch.h): runs of the body, runs and pairs of the passages. `read` as make_witness left it.
std::vector<std::uint32_t> sketch_of(const Document& document, const Witness& witness, std::span<const Unit> read);

}  // namespace readout
