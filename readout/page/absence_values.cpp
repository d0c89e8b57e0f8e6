#include "readout/page/absence_values.h"

namespace readout {

void show_absence(PageValues& values, const Absence& absence, const std::optional<Address>& without_speaker) {
  PageValues& group = values.group("absence");
  group.text("kind", std::string(to_string(absence.kind))).text("of", absence.of).text("asked", absence.asked);
  group.flag("unknown", absence.kind == AbsenceKind::unknown).number("unnamed", absence.unnamed);
  group.flag("more_unnamed", absence.more_unnamed).flag("nothing_here", absence.of == "documents");
  if (without_speaker) group.address("without_speaker_href", *without_speaker);
}

void write_absence(JsonWriter& json, const Absence& absence) {
  json.key("absence").object().key("kind").value(to_string(absence.kind)).key("of").value(absence.of);
  json.key("asked").value(absence.asked).key("unnamed").value(static_cast<std::uint64_t>(absence.unnamed)).end();
}

}  // namespace readout
