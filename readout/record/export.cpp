#include "readout/record/export.h"

#include "readout/record/export_rows.h"

namespace readout {

Result<void> write_export(Record& record, ExportFormat format, const std::function<bool(std::string_view)>& take) {
  constexpr std::size_t kPage = 100;
  if (format == ExportFormat::csv && !take(csv_head())) return {};
  std::string after;
  for (;;) {
    const Result<std::vector<DocumentRow>> rows = record.documents(after, kPage);
    if (!rows) return tl::unexpected(rows.error());
    if (rows->empty()) return {};
    for (const DocumentRow& row : *rows) {
      const Result<Account> account = record.account(row.document.name);
      if (!account) return tl::unexpected(account.error());
      if (format == ExportFormat::jsonl && !take(document_line(*account, row))) return {};
      for (std::size_t i = 0; i < account->speeches.size(); ++i)
        if (!take(format == ExportFormat::jsonl ? speech_line(*account, i) : csv_line(*account, i))) return {};
      if (format == ExportFormat::csv) continue;
      const Result<std::vector<LinkRow>> links = record.links_of(row.document.name);
      if (!links) return tl::unexpected(links.error());
      for (const LinkRow& link : *links)
        if (link.a_document <= link.b_document && !take(link_line(link))) return {};
    }
    after = rows->back().document.name;
  }
}

}  // namespace readout
