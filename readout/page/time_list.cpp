#include "readout/page/time_list.h"

#include "readout/page/facets.h"
#include "readout/page/speech_list.h"

namespace readout {
namespace {

constexpr std::size_t kVersionsRead = 50;
constexpr std::string_view kUndated = "u";

Result<std::optional<TimeCursor>> cursor_of(std::string_view after) {
  if (after.empty()) return std::optional<TimeCursor>();
  const Result<std::vector<std::string>> parts = read_cursor(after, 3);
  if (!parts) return tl::unexpected(parts.error());
  const Result<std::int64_t> begin = (*parts)[0] == kUndated ? 0 : read_cursor_number((*parts)[0]);
  if (!begin) return tl::unexpected(begin.error());
  const Result<std::int64_t> number = read_cursor_number((*parts)[1]);
  if (!number) return tl::unexpected(number.error());
  return std::optional(TimeCursor{*begin, (*parts)[2], static_cast<std::uint32_t>(*number)});
}

}  // namespace

std::string time_cursor_of(const SpeechRow& row) {
  const std::string begin = row.when_of == WhenOf::unknown ? std::string(kUndated) : std::to_string(row.when.begin_s);
  return make_cursor({begin, std::to_string(row.number), row.document});
}

Result<TimePage> load_time_page(Record& record, const SpeechFilter& filter, std::string_view after, std::size_t limit,
                                TimeWhich which, bool newest) {
  Result<std::optional<TimeCursor>> cursor = cursor_of(after);
  if (!cursor) return tl::unexpected(cursor.error());
  const bool among_undated = after.starts_with(std::string(kUndated) + ".") || which == TimeWhich::undated;
  TimePage page;
  TimelineFilter asked;
  asked.speeches = filter;
  asked.newest = newest;
  for (const bool undated : {false, true}) {
    if (undated ? which == TimeWhich::dated : among_undated) continue;
    if (page.rows.size() > limit) break;
    asked.undated = undated;
    asked.after = undated == among_undated ? *cursor : std::nullopt;
    asked.speeches.limit = limit + 1 - page.rows.size();
    Result<std::vector<SpeechRow>> rows = record.timeline(asked);
    if (!rows) return tl::unexpected(rows.error());
    for (SpeechRow& row : *rows) page.rows.push_back(std::move(row));
  }
  if (page.rows.size() > limit) {
    page.rows.resize(limit);
    page.next = time_cursor_of(page.rows.back());
  }
  return page;
}

std::optional<TimeBound> bound_of(Record& record, const SpeechRow& row) {
  if (row.statement.empty() || row.versions < 2) return std::nullopt;
  SpeechFilter versions;
  versions.statement = row.statement;
  versions.limit = kVersionsRead;
  const Result<std::vector<SpeechRow>> rows = record.speeches(versions);
  if (!rows) return std::nullopt;
  const SpeechRow* first = nullptr;
  for (const SpeechRow& one : *rows)
    if (one.when_of != WhenOf::unknown && (first == nullptr || one.when.end_s < first->when.end_s)) first = &one;
  if (first == nullptr) return std::nullopt;
  return TimeBound{readable_time(first->when), first->id};
}

}  // namespace readout
