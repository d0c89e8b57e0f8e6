#include "readout/record/export.h"

#include "readout/record/each_account.h"
#include "readout/record/export_rows.h"

namespace readout {

Result<void> write_export(Record& record, ExportFormat format, const std::function<bool(std::string_view)>& take) {
  if (format == ExportFormat::csv && !take(csv_head())) return {};
  return for_each_account(record, [&](const Account& account, const DocumentRow& row) -> Result<bool> {
    if (format == ExportFormat::jsonl && !take(document_line(account, row))) return false;
    for (std::size_t i = 0; i < account.speeches.size(); ++i)
      if (!take(format == ExportFormat::jsonl ? speech_line(account, i) : csv_line(account, i))) return false;
    if (format == ExportFormat::csv) return true;
    const Result<std::vector<LinkRow>> links = record.links_of(row.document.name);
    if (!links) return tl::unexpected(links.error());
    for (const LinkRow& link : *links)
      if (link.a_document <= link.b_document && !take(link_line(link))) return false;
    return true;
  });
}

}  // namespace readout
