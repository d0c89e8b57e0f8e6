// Voices: who speaks at each place of a source, and in what form.
//
//   Stern said the ramp would hold. “I signed it,” he said. “My brother told me, ‘Sign.’”
//              [reported, Stern   ]  [quoted, Stern]         [quoted, Stern    [quoted, the brother]
//   [narration: the document's own voice everywhere else]
//
//   JUDGE STERN (dissenting):     [turn, Judge Stern: everything up to the next heading of its kind]
//
// From the engine's own Speeches of the source (rooms speech, people) and from what layout tells besides (frames.h).
// Keeps views: the testimony must outlive it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "readout/base/span.h"
#include "readout/document/document.h"
#include "readout/people/person.h"
#include "readout/people/printed_name.h"
#include "readout/speech/quotes.h"
#include "readout/speech/speech.h"
#include "readout/verify/attestation.h"
#include "readout/verify/frames.h"

namespace readout {

// One source as the engine reads it. Speakers: one for each speech.
struct Testimony {
  const Document* document = nullptr;
  std::span<const Speech> speeches;
  std::span<const Person> persons;
  std::span<const Speaker> speakers;
};

struct PlaceVoice {
  VoiceForm form = VoiceForm::narration;
  Span span;                 // where it speaks
  std::string name;          // as best known; empty where nobody can tell
  std::int32_t person = -1;  // of the testimony
  std::string also;          // another name, from an apposition
  char gender = '-';         // of a pronoun
  bool collective = false;   // an institution, a group, a side
  bool asks = false;         // somebody who asks, known by no name
  bool apart = false;        // a third person: not who speaks around these words
  bool indefinite = false;   // "another", "one of them"
  bool sure = true;          // false where the engine guesses
};

class Voices {
 public:
  explicit Voices(const Testimony& testimony);

  // Who speaks in text[span], innermost first; the last is the narration.
  std::vector<PlaceVoice> at(Span span) const;

  // Whether `claimed` is that voice. `unsure` where the source does not tell.
  NameMatch match(const PrintedName& claimed, const PlaceVoice& voice) const;

 private:
  struct Known {
    std::vector<PrintedName> names;    // different prints of the name
    std::vector<PrintedName> offices;  // what the source says the person is
  };

  void find_marks();
  Known describe(const Person& person) const;
  std::int32_t find_quotation(Span span) const;
  std::vector<std::size_t> find_speeches_at(Span span) const;
  bool is_framed(const Speech& speech) const;
  bool is_heading(const Speech& speech) const;
  PlaceVoice voice_of(std::size_t speech, VoiceForm form) const;
  PlaceVoice voice_of(const TurnFrame& frame) const;
  PlaceVoice voice_of_quotation(Span marks, const std::vector<std::size_t>& holding) const;
  std::int32_t find_person(const PrintedName& name) const;

  Known described(const PlaceVoice& voice) const;
  bool is_author(const PrintedName& claimed) const;
  bool is_named(const PrintedName& claimed) const;
  bool holds_office(const PrintedName& claimed) const;
  bool heads(const std::vector<std::string>& words) const;
  char gender_of(const PrintedName& claimed) const;
  NameMatch match_narrator(const PrintedName& claimed) const;
  NameMatch match_role(const PrintedName& claimed, const PlaceVoice& voice, const Known& known) const;
  NameMatch match_nameless(const PrintedName& claimed, const PlaceVoice& voice, const Known& known) const;

  Testimony testimony_;
  std::vector<Quotation> quotations_;
  std::vector<TurnFrame> frames_;
  std::vector<PrintedName> framed_;   // the names of the frames
  std::vector<Known> known_;          // of each person
  std::vector<PrintedName> authors_;  // who narrate, and who sign
  std::vector<std::string> signers_;
  std::vector<std::string> head_;  // words of the first lines, folded: who issues it
};

}  // namespace readout
