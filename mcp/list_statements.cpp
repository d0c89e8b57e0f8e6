#include "mcp/list_statements.h"

namespace readout {

Result<void> list_statements(ItemPage& page, Record& record, SpeechFilter filter, const AnswerCursor& cursor,
                             KnownFiles& files) {
  AnswerCursor last = cursor;
  if (!cursor.document.empty()) filter.after = Cursor{cursor.document, cursor.number};
  filter.limit = 50;
  for (;;) {
    const Result<std::vector<SpeechRow>> rows = record.speeches(filter);
    if (!rows) return tl::unexpected(rows.error());
    for (const SpeechRow& row : *rows) {
      if (!page.add(statement_item(row, files), last)) return {};
      last = {'s', row.number, row.document};
    }
    if (rows->size() < filter.limit) return {};
    filter.after = Cursor{last.document, last.number};
  }
}

}  // namespace readout
