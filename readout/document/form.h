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

// `stretches` as settled by the rules; `agency` of the dateline, outlet and url as known.
FormFound find_form(std::string_view text, const Stretches& stretches, std::string_view agency, std::string_view outlet,
                    std::string_view url);

}  // namespace readout
