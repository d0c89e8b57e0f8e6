// Organisations and countries as actors of a cast: found again, or made.
#pragma once

#include <cstdint>
#include <string_view>

#include "readout/people/cast.h"

namespace readout {

// The actor for an organisation of the book and a country (0 = not told: the latest of that name).
std::int32_t find_institution(Cast& cast, std::uint16_t institution, std::uint16_t country);

// The actor for a country that acts: "Moscow", "the US".
std::int32_t find_country_actor(Cast& cast, std::uint16_t country);

// Whose Foreign Ministry it is where the words do not say: its own by name, the country whose minister the document
// names, the dateline's. 0 where nothing tells.
std::uint16_t likely_country(const Cast& cast, std::uint16_t institution);

// "MOSCOW" -> Russia; 0 for a place that is no capital.
std::uint16_t country_of_place(const Cast& cast, std::string_view place);

}  // namespace readout
