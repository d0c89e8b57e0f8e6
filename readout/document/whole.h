// What a text as a whole gives away: words that a server or an outlet puts in place of an article, or at its end.
#pragma once

#include <optional>
#include <string_view>

#include "readout/base/doubt.h"
#include "readout/document/document.h"

namespace readout {

// error_page ("404", "verify you are human") or script_rendered ("enable JavaScript to run this app"), where a short
// text is nothing else. `title` is the page's.
std::optional<Doubt> find_refusing_notice(std::string_view text, std::string_view title);

// paywall: the words that ask for a subscription.
std::optional<Doubt> find_paywall(std::string_view text);

// truncated: the body's last words, where they end in the middle of a sentence or a word.
std::optional<Doubt> find_truncation(const Document& document);

}  // namespace readout
