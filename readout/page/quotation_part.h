// What a quotation was found to be: the verdict in words first, then what differs, then each place in its context with
// who spoke there and a citation. For Verify, and for each quotation of Draft.
#pragma once

#include <string_view>

#include "readout/page/markup.h"
#include "readout/page/page.h"
#include "readout/verify/verify.h"
#include "readout/view/verify_view.h"

namespace readout {

// "found, with a change that bears on the meaning".
std::string_view verdict_words(Verdict verdict);

// "good", "doubt", "bad": a class of the style sheet.
std::string_view verdict_class(Verdict verdict);

// At most `most` places; how many more there are is said. `heading`: the verdict is one, where no other stands above
// it.
Markup quotation_part(const VerifyPage& page, const PageFrame& frame, std::size_t most, bool heading);

}  // namespace readout
