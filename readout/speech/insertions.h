// Words inside a speech's content that are not the speaker's: editor's brackets, [sic], marked cuts, the same words in
// the original language, interpreter's and stage notes.
#pragma once

#include <string_view>
#include <vector>

#include "readout/speech/speech.h"

namespace readout {

std::vector<Insertion> find_insertions(std::string_view text, Span content);

// Stretches of an indirect content that dashes set off, to the second dash or the end.
std::vector<Insertion> find_asides(std::string_view text, Span content);

}  // namespace readout
