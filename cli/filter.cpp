#include "cli/filter.h"

#include "readout/view/visible.h"

namespace readout::cli {
namespace {

constexpr std::size_t kPage = 500;

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

std::vector<Option> filter_options() {
  return {{"speaker", Value::text, "NAME", "said by: words of a name or an office", {}, 's'},
          {"about", Value::text, "WORDS", "words of the statement; \"in marks\" they stand together", {}, 'a'},
          {"on", Value::date, "DATE", "said on: 2025-08-01, 2025-08, or 2025-07..2025-08", {}, 0},
          {"since", Value::date, "DATE", "said on this date or later", {}, 0},
          {"until", Value::date, "DATE", "said on this date or earlier", {}, 0},
          {"kind",
           Value::choice,
           "KIND",
           "how it is reported",
           {"direct", "mixed", "indirect", "transcript", "said", "denied", "asked"},
           'k'},
          {"depth", Value::number, "N", "0: said to the writer; 1: reported inside another's words; and so on", {}, 0},
          {"channel", Value::text, "WORDS", "through which channel: briefing, website, or words of its name", {}, 'c'},
          {"document", Value::id, "NAME", "in this document", {}, 'd'}};
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

Result<SpeechFilter> filter_of(const Arguments& arguments) {
  SpeechFilter filter;
  filter.speaker = arguments.value("speaker");
  filter.words = arguments.value("about");
  filter.channel = arguments.value("channel");
  filter.document = arguments.value("document");
  if (arguments.has("on"))
    if (const auto set = set_dates(filter, "--on", arguments.value("on")); !set) return tl::unexpected(set.error());
  if (arguments.has("since")) {
    const Result<Moment> since = parse_date("--since", arguments.value("since"));
    if (!since) return tl::unexpected(since.error());
    filter.since_s = since->begin_s;
  }
  if (arguments.has("until")) {
    const Result<Moment> until = parse_date("--until", arguments.value("until"));
    if (!until) return tl::unexpected(until.error());
    filter.until_s = until->end_s;
  }
  if (arguments.has("kind"))
    if (const auto set = set_kind(filter, "--kind", arguments.value("kind")); !set) return tl::unexpected(set.error());
  if (arguments.has("depth")) {
    const Result<std::uint32_t> depth = parse_number("--depth", arguments.value("depth"), 100);
    if (!depth) return tl::unexpected(depth.error());
    filter.depth = *depth;
  }
  return filter;
}

Result<Query> parse_query(const std::string& text) {
  Query query;
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
  const Result<RecordCounts> counts = record.counts();
  if (counts && counts->documents == 0) return "the record holds no documents yet; 'readout add FOLDER' fills it";
  if (!filter.speaker.empty()) {
    PersonFilter person;
    person.words = filter.speaker;
    person.limit = 1;
    const Result<std::vector<PersonRow>> persons = record.persons(person);
    if (persons && persons->empty()) return "not in the pile: no person or office '" + visible(filter.speaker) + "'";
  }
  return "not mentioned: no statement in the pile answers to this";
}

}  // namespace readout::cli
