// Offices of a person, each with its dates as far as the office file tells them.
//
//   held_offices("Sergey Lavrov", {"russia/foreign-minister", "veteran diplomat"})
//     {"foreign minister", "Russia", "2004-03-09", "", "public record"}, {"veteran diplomat"}   // the second as
//     printed
#pragma once

#include <string>
#include <vector>

namespace readout {

struct HeldOffice {
  std::string office;   // of the office file, or words as documents print them
  std::string country;  // "" where it is words
  std::string from;     // ISO 8601, to the day; "" where it is not known
  std::string to;       // the last day; "" where it still ran when the file was written, or is not known
  std::string source;   // of the dates; "" where no file tells them
};

// `offices`: ids of the office file and words, as a PersonRow has them. Every term of an id, by its beginning.
std::vector<HeldOffice> held_offices(const std::string& name, const std::vector<std::string>& offices);

}  // namespace readout
