// For the tests of this room: a whole record as its export says it.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "readout/record/export.h"

namespace readout {

inline std::string export_of(Record& record) {
  std::string all;
  EXPECT_TRUE(write_export(record, ExportFormat::jsonl, [&](std::string_view line) {
    all += line;
    return true;
  }));
  return all;
}

}  // namespace readout
