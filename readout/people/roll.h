// call_roll: the actors of a cast as Persons, with canonical names and keys; speakers are renumbered to match.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/people/cast.h"
#include "readout/people/person.h"

namespace readout {

// In order of the first mention. Actors who neither speak nor have a sure name are left out.
std::vector<Person> call_roll(const Cast& cast, std::vector<Speaker>& speakers);

// A printed description without its determiner, folded: "a senior official" -> "senior official".
std::string fold_label(std::string_view label);

}  // namespace readout
