// The softer facts of a key held against a speech: dates and channels, which a key writes as words for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/moment.h"
#include "readout/record/account.h"

namespace readout {

// `key` opens with an ISO date of any grain, or with a word ("unknown"). Right: our interval lies inside the key's, or
// neither knows. "2025-07-03 to 2025-07-14" and "2025-07 (after 07-03)" are held to their first date.
bool is_right_date(std::string_view key, const Moment& ours);

// The kinds that the key's words name ("ministry's website" -> website, "reporters" -> briefing, ...); right where one
// of ours is among them, or the key says "unstated" (or nothing) and we have none.
bool is_right_channel(std::string_view key, const std::vector<Channel>& ours);

// "agency (TASS) < website (on its site)", "none"
std::string printed_channels(const Account& account, const std::vector<Channel>& channels);

}  // namespace readout
