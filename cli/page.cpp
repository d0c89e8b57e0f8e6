#include "cli/page.h"

namespace readout::cli {

Result<StatementPage> load_page(Record& record, const std::string& id) {
  StatementPage page;
  Result<SpeechRow> row = record.speech(id);
  if (!row) return tl::unexpected(row.error());
  page.row = std::move(*row);
  Result<Account> account = record.account(page.row.document);
  if (!account) return tl::unexpected(account.error());
  page.account = std::move(*account);
  if (page.row.statement.empty()) return page;
  SpeechFilter filter;
  filter.statement = page.row.statement;
  Result<std::vector<SpeechRow>> witnesses = record.speeches(filter);
  if (!witnesses) return tl::unexpected(witnesses.error());
  page.witnesses = std::move(*witnesses);
  std::erase_if(page.witnesses, [&](const SpeechRow& other) { return other.id == page.row.id; });
  return page;
}

}  // namespace readout::cli
