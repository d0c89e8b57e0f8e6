// Form: report, communiqué or transcript; and the words that name whom a communiqué speaks for.
//
//   "Statement by the Foreign Ministry of Norland on the Marlow talks"   communique, issuer "the Foreign Ministry of
//   Norland" "The Ministry of Transport announces that the pier ..."             communique, issuer "The Ministry of
//   Transport" "Question: ..." / "Ana Vale: ..." from beginning to end             transcript
//
// A text with an agency's dateline is a report, whatever it quotes. An outlet or host of a government makes a
// communiqué only of what does not look like a report or a transcript.
#pragma once

#include <string_view>

#include "readout/document/document.h"
#include "readout/document/line.h"

namespace readout {

struct FormFound {
  Form form = Form::unknown;
  Span issuer;
};

// Marks the turns of a transcript; true where the text is one. Before the rules for headings, since a short turn under
// a label looks like a headline ("MR. REED: No Deal Today").
bool mark_turns(std::string_view text, Stretches& stretches);

// `stretches` as settled by the rules; `agency` of the dateline, outlet and url as known.
FormFound find_form(std::string_view text, const Stretches& stretches, bool transcript, std::string_view agency,
                    std::string_view outlet, std::string_view url);

}  // namespace readout
