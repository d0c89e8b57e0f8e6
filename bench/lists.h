// What a page of each list costs in a record that is already there.
#pragma once

#include <string>

namespace readout::bench {

// Prints a line for each question: CPU time of its first page, the median of several; 2 where the record cannot be
// read.
int time_lists(const std::string& path);

}  // namespace readout::bench
