// is_direct_again: whether a quotation turns reported speech back into direct speech.
//
//   source     Stern said his company would pay by May.
//   quotation  “My company will pay by May.”             true: his -> My, would -> will
//   quotation  “My company will pay by June.”            false: the month is another
//
// Every difference must be one that reporting makes: tense one step back, the person, "here" and "there", "today" and
// "that day", a noun phrase for "I" or "we".
#pragma once

#include <string_view>

#include "readout/verify/verify.h"

namespace readout {

// True only where something differs.
bool is_direct_again(std::string_view quote, std::string_view text, const Place& place);

}  // namespace readout
