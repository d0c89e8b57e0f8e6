// Attestation: who speaks where a quotation stands, whether that is who the quotation names, and how near the document
// is to the words as they were spoken.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace readout {

enum class VoiceForm : std::uint8_t {
  narration,  // the document's own voice: its author's, its issuer's
  reported,   // indirect speech
  quoted,     // in quotation marks
  turn,       // under a label, a heading, a question
};

enum class Whose : std::uint8_t {
  unasked,   // no speaker is named
  theirs,    // the one who is named
  unsure,    // the source does not tell whose, or not surely
  indirect,  // the one who is named, as somebody else reports it; or nobody's but the author's
  another,
};

// Nearer first.
enum class Nearness : std::uint8_t {
  transcript,  // the words as they were taken down
  official,    // a communiqué, ruling, contract, minutes, release: a document that speaks for its issuer
  wire,        // an agency's dispatch
  press,       // everything else
};

struct Attestation {
  Whose whose = Whose::unasked;
  VoiceForm form = VoiceForm::narration;
  std::string speaker;  // as best known; empty where the source does not tell
  Nearness nearness = Nearness::press;
  bool elsewhere = false;  // in another text than the one named

  friend bool operator==(const Attestation&, const Attestation&) = default;
};

// "turn"; "another speaker"; "official record".
std::string_view to_string(VoiceForm form);
std::string_view to_string(Whose whose);
std::string_view to_string(Nearness nearness);

}  // namespace readout
