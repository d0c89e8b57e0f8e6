#include "readout/record/each_account.h"

namespace readout {

Result<void> for_each_account(Record& record,
                              const std::function<Result<bool>(const Account&, const DocumentRow&)>& visit) {
  constexpr std::size_t kPage = 100;
  std::string after;
  for (;;) {
    const Result<std::vector<DocumentRow>> rows = record.documents(after, kPage);
    if (!rows) return tl::unexpected(rows.error());
    if (rows->empty()) return {};
    for (const DocumentRow& row : *rows) {
      const Result<Account> account = record.account(row.document.name);
      if (!account) return tl::unexpected(account.error());
      const Result<bool> more = visit(*account, row);
      if (!more) return tl::unexpected(more.error());
      if (!*more) return {};
    }
    after = rows->back().document.name;
  }
}

}  // namespace readout
