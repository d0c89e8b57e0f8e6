#include "readout/view/attested_view.h"

#include "readout/view/visible.h"

namespace readout {
namespace {

std::string name_or(const std::string& name, std::string_view otherwise) {
  return name.empty() ? std::string(otherwise) : visible(name);
}

}  // namespace

std::vector<std::string> attested_notes(const VerifyPage& page, const Place& place) {
  std::vector<std::string> notes;
  const Attestation& attested = place.attested;
  const std::string claimed = visible(page.claim.speaker);
  if (attested.whose == Whose::another) {
    notes.push_back("said by " + name_or(attested.speaker, "somebody else") + ", not by " + claimed);
  } else if (attested.whose == Whose::indirect || place.verdict == Verdict::indirect) {
    const std::string who = claimed.empty() ? name_or(attested.speaker, "a speaker") : claimed;
    notes.push_back(attested.form == VoiceForm::narration
                        ? "the document's own words, not " + who + "'s"
                        : "reported, not quoted: " + who + " in the document's words");
  } else if (attested.whose == Whose::unsure) {
    notes.push_back("the document does not tell surely whether " + claimed + " said it" +
                    (attested.speaker.empty() ? "" : " (" + visible(attested.speaker) + "?)"));
  }
  if (attested.elsewhere)
    notes.push_back("in " + visible((*page.texts)[place.text].name) + ", not in " + visible(page.claim.source));
  return notes;
}

std::vector<std::string> caution_notes(const VerifyPage& page) {
  std::vector<std::string> notes;
  for (const Caution caution : page.verification.cautions) switch (caution) {
      case Caution::speaker_unknown:
        break;  // the place says it
      case Caution::source_unknown:
        notes.push_back("no text of that name: " + visible(page.claim.source));
        break;
      case Caution::short_and_common:
        notes.push_back("few words that stand in " + std::to_string(page.verification.places.size()) + " places");
        break;
    }
  return notes;
}

void write_attested(JsonWriter& json, const Attestation& attested) {
  json.key("speaker").value(attested.speaker).key("form").value(to_string(attested.form));
  json.key("whose").value(to_string(attested.whose)).key("nearness").value(to_string(attested.nearness));
  json.key("elsewhere").value(attested.elsewhere);
}

void write_claim(JsonWriter& json, const VerifyPage& page) {
  json.key("claim").object().key("speaker").value(page.claim.speaker).key("source").value(page.claim.source).end();
  json.key("cautions").array();
  for (const Caution caution : page.verification.cautions) json.value(to_string(caution));
  json.end();
}

}  // namespace readout
