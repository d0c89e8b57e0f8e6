#include "readout/desk/by_time.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "readout/desk/query.h"
#include "readout/view/speech_view.h"

namespace readout {
namespace {

enum class TimeClass : std::uint8_t { said, bounded, none };

// `document` counts them as they come: in order of document and number.
struct TimedPlace {
  TimeClass of = TimeClass::none;
  std::int64_t first_s = 0;
  std::int64_t second_s = 0;
  std::uint32_t document = 0;
  std::uint32_t number = 0;
};

TimedPlace place_of(const SpeechRow& row) {
  TimedPlace place;
  place.number = row.number;
  if (!is_known(row.when)) return place;
  const bool said = is_time_said(row.when_of);
  place.of = said ? TimeClass::said : TimeClass::bounded;
  place.first_s = said ? row.when.begin_s : row.when.end_s;
  place.second_s = said ? row.when.end_s : row.when.begin_s;
  return place;
}

}  // namespace

Result<std::size_t> for_each_by_time(Record& record, const SpeechFilter& filter,
                                     const std::function<bool(const SpeechRow&)>& take) {
  std::vector<std::string> documents;
  std::vector<TimedPlace> places;
  const Result<std::size_t> read = for_each_speech(record, filter, [&](const SpeechRow& row) {
    if (documents.empty() || documents.back() != row.document) documents.push_back(row.document);
    TimedPlace place = place_of(row);
    place.document = static_cast<std::uint32_t>(documents.size() - 1);
    places.push_back(place);
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  std::ranges::sort(places, [](const TimedPlace& a, const TimedPlace& b) {
    return std::tie(a.of, a.first_s, a.second_s, a.document, a.number) <
           std::tie(b.of, b.first_s, b.second_s, b.document, b.number);
  });
  std::size_t count = 0;
  std::vector<SpeechRow> rows;
  std::uint32_t loaded = 0;
  for (const TimedPlace& place : places) {
    if (rows.empty() || loaded != place.document) {
      Result<std::vector<SpeechRow>> speeches = record.speeches_of(documents[place.document]);
      if (!speeches) return tl::unexpected(speeches.error());
      rows = std::move(*speeches);
      loaded = place.document;
    }
    if (place.number >= rows.size()) continue;  // the document was read anew in between
    ++count;
    if (!take(rows[place.number])) break;
  }
  return count;
}

}  // namespace readout
