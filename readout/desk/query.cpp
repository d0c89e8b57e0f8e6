#include "readout/desk/query.h"

#include "readout/desk/absence.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::size_t kPage = 500;

// Blank-separated words; a stretch in double quotes stays whole, its marks with it.
std::vector<std::string> split_query(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  bool inside = false;
  for (const char c : text) {
    if (c == '"') inside = !inside;
    if ((c == ' ' || c == '\t' || c == '\n') && !inside) {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (inside) word += '"';
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string without_marks(std::string text) {
  std::erase(text, '"');
  return text;
}

}  // namespace

Result<Moment> parse_date(const std::string& option, const std::string& text) {
  const std::optional<Moment> moment = parse_iso(text, Known::stated);
  if (!moment || !is_known(*moment))
    return fail(ErrorCode::bad_argument, "'" + text + "' is no date; write 2025-08-01, 2025-08 or 2025", option);
  return *moment;
}

Result<void> set_dates(SpeechFilter& filter, const std::string& option, const std::string& text) {
  const std::size_t dots = text.find("..");
  const std::string from = text.substr(0, dots);
  const std::string to = dots == std::string::npos ? from : text.substr(dots + 2);
  if (from.empty() && to.empty())
    return fail(ErrorCode::bad_argument, "'" + text + "' is no date; write 2025-08-01, 2025-08 or 2025-07..2025-08",
                option);
  if (!from.empty()) {
    const Result<Moment> moment = parse_date(option, from);
    if (!moment) return tl::unexpected(moment.error());
    filter.since_s = moment->begin_s;
  }
  if (!to.empty()) {
    const Result<Moment> moment = parse_date(option, to);
    if (!moment) return tl::unexpected(moment.error());
    filter.until_s = moment->end_s;
  }
  return {};
}

Result<void> set_kind(SpeechFilter& filter, const std::string& option, const std::string& text) {
  if (const auto kind = parse_speech_kind(text)) {
    filter.kind = kind;
    return {};
  }
  if (const auto polarity = parse_polarity(text)) {
    filter.polarity = polarity;
    return {};
  }
  return fail(ErrorCode::bad_argument,
              "'" + text + "' is none of: direct, mixed, indirect, transcript, said, denied, asked", option);
}

Result<SpeechQuery> parse_query(const std::string& text) {
  SpeechQuery query;
  for (const std::string& word : split_query(text)) {
    const std::size_t colon = word.find(':');
    const std::string field = word.substr(0, colon);
    // "14:37" and "https://..." are words, not fields.
    const bool named = colon != std::string::npos && colon > 0 && word.substr(colon + 1, 1) != "/" &&
                       field.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
    if (!named) {
      query.filter.words += (query.filter.words.empty() ? "" : " ") + word;
      continue;
    }
    const std::string value = word.substr(colon + 1);
    Result<void> set;
    if (without_marks(value).empty())
      set = fail(ErrorCode::bad_argument, "needs a value right behind it, as in speaker:lavrov", field + ":");
    else if (field == "speaker")
      query.filter.speaker = without_marks(value);
    else if (field == "about")
      query.filter.words += (query.filter.words.empty() ? "" : " ") + value;
    else if (field == "date")
      set = set_dates(query.filter, "date:", without_marks(value));
    else if (field == "kind")
      set = set_kind(query.filter, "kind:", without_marks(value));
    else if (field == "channel")
      query.filter.channel = without_marks(value);
    else if (field == "document")
      query.filter.document = without_marks(value);
    else
      set = fail(ErrorCode::bad_argument,
                 "no such field; there are speaker: about: date: kind: channel: document:", field + ":");
    if (!set) return tl::unexpected(set.error());
    query.only_words = false;
  }
  return query;
}

Result<std::size_t> for_each_speech(Record& record, SpeechFilter filter,
                                    const std::function<bool(const SpeechRow&)>& take) {
  std::size_t count = 0;
  filter.limit = kPage;
  for (;;) {
    const Result<std::vector<SpeechRow>> page = record.speeches(filter);
    if (!page) return tl::unexpected(page.error());
    for (const SpeechRow& row : *page) {
      ++count;
      if (!take(row)) return count;
    }
    if (page->size() < kPage) return count;
    filter.after = Cursor{page->back().document, page->back().number};
  }
}

std::string empty_reason(Record& record, const SpeechFilter& filter) {
  const Absence absence = find_absence(record, filter);
  if (absence.of == "documents") return "the record holds no documents yet; 'readout add FOLDER' fills it";
  if (absence.of == "document") return "not in the pile: no document '" + visible(absence.asked) + "'";
  if (absence.of == "speaker") return "not in the pile: no person or office '" + visible(absence.asked) + "'";
  if (absence.kind == AbsenceKind::unknown)
    return "unknown: " + std::to_string(absence.unnamed) + (absence.more_unnamed ? " or more" : "") +
           " with these words, nobody knows whose; leave the speaker out to see them";
  return "not mentioned: no statement in the pile answers to this";
}

}  // namespace readout
