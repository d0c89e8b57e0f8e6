// For the tests of this room: what a page may look like on a terminal.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "readout/view/look.h"

namespace readout {

inline std::string without_colour(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b')
      i = text.find('m', i);
    else
      out += text[i];
  }
  return out;
}

// Every line fits, and none ends in a blank.
inline void expect_narrow(const std::string& page, int width) {
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(columns(line), width) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
  }
}

}  // namespace readout
