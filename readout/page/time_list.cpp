#include "readout/page/time_list.h"

#include <algorithm>

#include "readout/page/facets.h"
#include "readout/page/speech_list.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

constexpr std::size_t kVersionsRead = 8;
constexpr std::ptrdiff_t kTellingWords = 6;
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
  page.next = cut_page(page.rows, limit, time_cursor_of);
  return page;
}

std::optional<TimeBound> bound_of(Record& record, const SpeechRow& row) {
  if (row.statement.empty()) return std::nullopt;
  const Result<std::vector<LinkRow>> links = record.links_of(row.document);
  if (!links) return std::nullopt;
  std::optional<TimeBound> bound;
  std::int64_t least = 0;
  std::size_t read = 0;
  for (const LinkRow& link : *links) {
    // Statements that links join over many steps need not be one act: only the same words prove anything.
    if (link.a_speech != row.number || link.b_document == row.document || !joins_statement(link.kind)) continue;
    const std::string words = fold_words(link.a_words);
    if (std::ranges::count(words, ' ') + 1 < kTellingWords || words != fold_words(link.b_words)) continue;
    if (++read > kVersionsRead) break;
    const Result<DocumentRow> document = record.document(link.b_document);
    if (!document) continue;
    const Dates& dates = document->document.dates;
    for (const Moment* moment : {&dates.said, &dates.published, &dates.copied, &dates.crawled}) {
      if (!is_known(*moment) || (bound && moment->end_s >= least)) continue;
      least = moment->end_s;
      bound = TimeBound{readable_time(*moment), link.b};
    }
  }
  return bound;
}

}  // namespace readout
