// export: the whole record as JSON Lines or CSV, a row for each document and each speech. docs/formats/export.md has
// the grammar. The same content gives the same bytes, whatever the order of arrival.
//
//   write_export(*record, ExportFormat::jsonl, [&](std::string_view line) { std::cout << line; return true; });
#pragma once

#include <functional>
#include <string_view>

#include "readout/base/result.h"
#include "readout/record/record.h"

namespace readout {

enum class ExportFormat { jsonl, csv };

// Every line comes with its '\n'. `take` ends the export early by returning false.
Result<void> write_export(Record& record, ExportFormat format, const std::function<bool(std::string_view)>& take);

}  // namespace readout
