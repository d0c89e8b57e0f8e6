// The calendar's words: months, weekdays, small numbers and zones as English prints them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace readout {

// 1 to 12 for "July", "JULY", "Jul", "Sept"; 0 for anything else ("july" too: small letters are a slip or a verb).
int month_of(std::string_view word);

// 0 (Sunday) to 6 for a weekday in full with a capital; -1 otherwise. `short_form` admits "Thu" and "Thurs".
int weekday_of(std::string_view word, bool short_form = false);

// "a", "one" to "twelve"; 0 for anything else.
int small_number(std::string_view word);

// Minutes east of Greenwich for zones that never shift: "GMT", "UTC", "MSK", "EST", "EDT", ..., and for cities that
// keep one time ("Moscow", since October 2014).
std::optional<std::int16_t> zone_of(std::string_view name);

}  // namespace readout
