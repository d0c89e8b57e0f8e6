#include "readout/desk/statement_page.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "readout/desk/ruled_record.h"

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

// Whom the record knows as versions, without those that are decided not to be, and with those that are, and theirs.
Result<std::vector<SpeechRow>> find_witnesses(Record& record, const SpeechRow& row) {
  const Rulings& rulings = rulings_of(record);
  std::set<std::string> known = {row.id};
  const std::vector<StatementRuling> others = rulings.not_same_as(row.blob, row.delivered);
  std::set<std::string> statements;
  std::vector<SpeechRow> found = {row};
  for (std::size_t at = 0; at < found.size(); ++at) {
    std::vector<SpeechRow> more;
    if (!found[at].statement.empty() && statements.insert(found[at].statement).second) {
      SpeechFilter filter;
      filter.statement = found[at].statement;
      Result<std::vector<SpeechRow>> rows = record.speeches(filter);
      if (!rows) return rows;
      more = std::move(*rows);
    }
    for (const StatementRuling& other : rulings.same_as(found[at].blob, found[at].delivered))
      if (Result<SpeechRow> there = record.speech(other.id)) more.push_back(std::move(*there));
    for (SpeechRow& each : more) {
      const bool unlike = std::ranges::any_of(others, [&](const StatementRuling& other) {
        return other.other.blob == each.blob && is_about(other.other.delivered, each.delivered);
      });
      if (!unlike && known.insert(each.id).second) found.push_back(std::move(each));
    }
  }
  found.erase(found.begin());
  if (!rulings.pairs().empty())
    std::ranges::sort(found, {}, [](const SpeechRow& each) { return std::tie(each.document, each.number); });
  return found;
}

std::vector<DecidedRemark> remarks_on(const SpeechRow& row, const Rulings& rulings) {
  std::vector<DecidedRemark> remarks;
  const auto add = [&](std::string label, std::string id, const Decision& by) {
    remarks.push_back({std::move(label), std::move(id), credit(by), by.id});
  };
  for (const StatementRuling& other : rulings.not_same_as(row.blob, row.delivered))
    add("not the same as", other.id, *other.by);
  for (const StatementRuling& other : rulings.same_as(row.blob, row.delivered)) add("the same as", other.id, *other.by);
  for (DecidedRemark& remark : remarks_of(rulings.on_passage(row.blob, row.delivered)))
    remarks.push_back(std::move(remark));
  return remarks;
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
  Result<std::vector<SpeechRow>> witnesses = find_witnesses(record, page.row);
  if (!witnesses) return tl::unexpected(witnesses.error());
  page.witnesses = std::move(*witnesses);
  page.decided = remarks_on(page.row, rulings_of(record));
  return page;
}

}  // namespace readout
