#include "readout/desk/statement_page.h"

#include <algorithm>

namespace readout {
namespace {

constexpr std::size_t kMostListed = 5;

// By its id, or by a beginning of one that fits a single statement: "004:268-413", "004:268", "004:2", "4:268".
Result<SpeechRow> find_speech(Record& record, const std::string& id) {
  Result<SpeechRow> row = record.speech(id);
  if (row || (row.error().code != ErrorCode::not_found && row.error().code != ErrorCode::bad_argument)) return row;
  const std::size_t colon = id.rfind(':');
  if (colon == std::string::npos) return row;
  const Result<std::string> name = record.find_name(id.substr(0, colon));
  if (!name) return tl::unexpected(name.error());
  const Result<std::vector<SpeechRow>> rows = record.speeches_of(*name);
  if (!rows) return tl::unexpected(rows.error());
  const std::string wanted = *name + id.substr(colon);
  std::vector<const SpeechRow*> fitting;
  for (const SpeechRow& each : *rows)
    if (each.id.starts_with(wanted)) fitting.push_back(&each);
  if (fitting.size() == 1) return *fitting.front();
  if (fitting.empty())
    return fail(ErrorCode::not_found, "no statement begins there; 'readout show " + *name + "' lists them", id);
  std::string list;
  for (std::size_t i = 0; i < std::min(fitting.size(), kMostListed); ++i) list += (i == 0 ? "" : ", ") + fitting[i]->id;
  if (fitting.size() > kMostListed) list += ", ...";
  return fail(ErrorCode::bad_argument, "fits " + std::to_string(fitting.size()) + " statements: " + list, id);
}

}  // namespace

Result<StatementPage> load_statement_page(Record& record, const std::string& id) {
  StatementPage page;
  Result<SpeechRow> row = find_speech(record, id);
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

}  // namespace readout
