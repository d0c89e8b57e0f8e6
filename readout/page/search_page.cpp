// Search: statements and passages in which words stand, by the query language of the command line.
#include "readout/desk/query.h"
#include "readout/page/absence_values.h"
#include "readout/page/facets.h"
#include "readout/page/labels.h"
#include "readout/page/pages.h"
#include "readout/page/speech_list.h"
#include "readout/view/passage_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::size_t kPassages = 20;
constexpr std::size_t kBefore = 120;  // bytes before the first word that was found

struct Found {
  SpeechQuery query;
  std::vector<SpeechRow> statements;
  std::vector<Passage> passages;
  std::string next_statement;  // cursors; "" where nothing follows
  std::string next_passage;
};

// "7.name": after the seventh of that document.
Result<std::optional<Cursor>> cursor_of(const PageAsk& ask, std::string_view name) {
  const std::string_view asked = param_of(ask.params, name);
  if (asked.empty()) return std::optional<Cursor>();
  const Result<std::vector<std::string>> parts = read_cursor(asked, 2);
  if (!parts) return tl::unexpected(parts.error());
  const Result<std::int64_t> number = read_cursor_number(parts->front());
  if (!number) return tl::unexpected(number.error());
  return std::optional(Cursor{parts->back(), static_cast<std::uint32_t>(*number)});
}

template <class Row>
std::string number_cursor(const Row& row) {
  return make_cursor({std::to_string(row.number), row.document});
}

Result<Found> find(const PageAsk& ask, const std::string& text, Record& record) {
  Found found;
  Result<SpeechQuery> query = parse_query(text);
  if (!query) return tl::unexpected(query.error());
  found.query = std::move(*query);
  const Result<std::size_t> limit = page_limit(ask);
  if (!limit) return tl::unexpected(limit.error());
  Result<std::optional<Cursor>> after = cursor_of(ask, "after");
  if (!after) return tl::unexpected(after.error());
  SpeechFilter filter = found.query.filter;
  filter.after = *after;
  filter.limit = *limit + 1;
  Result<std::vector<SpeechRow>> statements = record.speeches(filter);
  // A document or speaker that is not there is no error here: the page says which of the three answers it is.
  if (!statements && statements.error().code != ErrorCode::not_found) return tl::unexpected(statements.error());
  if (statements) found.statements = std::move(*statements);
  found.next_statement = cut_page(found.statements, *limit, number_cursor<SpeechRow>);
  if (!found.query.only_words) return found;
  Result<std::optional<Cursor>> further = cursor_of(ask, "passages_after");
  if (!further) return tl::unexpected(further.error());
  PassageFilter passages;
  passages.words = filter.words;
  passages.after = *further;
  passages.limit = kPassages + 1;
  Result<std::vector<Passage>> rows = record.search(passages);
  if (!rows) return tl::unexpected(rows.error());
  found.passages = std::move(*rows);
  found.next_passage = cut_page(found.passages, kPassages, number_cursor<Passage>);
  return found;
}

// Words from a little before the first match on.
void show_passage(PageValues& values, const Passage& passage, const PageFrame& frame) {
  values.text("id", passage.id).text("outlet", outlet_label(passage.outlet, {}));
  values.text("kind", std::string(to_string(passage.block.kind))).flag("withheld", !frame.with_text);
  values.address("passage_href", Address::bytes(frame.ground, passage.document, delivered_of(passage.id)));
  if (!frame.with_text) return;
  std::string_view text = passage.text;
  std::uint32_t begin = 0;
  if (!passage.matches.empty() && passage.matches.front().begin > kBefore) {
    const std::size_t blank = text.find(' ', passage.matches.front().begin - kBefore);
    if (blank < passage.matches.front().begin) begin = static_cast<std::uint32_t>(blank + 1);
  }
  bool cut = false;
  const std::string shown = shortened(text.substr(begin), kMostListedWords, cut);
  std::vector<Span> marks;
  for (const Span match : passage.matches)
    if (match.begin >= begin && match.end - begin <= shown.size())
      marks.push_back({match.begin - begin, match.end - begin});
  values.markup("words_html", mark_spans(shown, marks)).flag("cut", cut).flag("cut_before", begin > 0);
}

std::string json_of(const std::string& text, const Found& found, const std::optional<Absence>& absence,
                    const PageAsk& ask, const PageFrame& frame) {
  JsonWriter json;
  json.object().key("query").value(text).key("statements").array();
  for (const SpeechRow& row : found.statements) write_speech_entry(json, row, frame);
  json.end().key("passages").array();
  for (const Passage& passage : found.passages) {
    json.object();
    if (frame.with_text)
      write_passage(json, passage);
    else
      json.key("id").value(passage.id);
    json.end();
  }
  json.end();
  if (absence) write_absence(json, *absence);
  write_next(json, "next", ask, "after", found.next_statement);
  write_next(json, "next_passages", ask, "passages_after", found.next_passage);
  json.end();
  return json.take();
}

}  // namespace

Result<PageParts> answer_search(const PageAsk& ask, std::string_view rest, Visit& visit) {
  if (!rest.empty()) return fail(ErrorCode::not_found, "what is sought goes behind ?q=", ask.path);
  const std::string text(param_of(ask.params, "q"));
  PageParts parts;
  parts.here = "search";
  parts.title = text.empty() ? "Search" : "Search: " + text;
  parts.csv = "";
  PageValues values;
  values.text("q", text).address("search_href", Address::page(Ground::site, "search"));
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    if (ask.form != PageForm::html) return fail(ErrorCode::bad_argument, "what is sought goes behind ?q=", "q");
    parts.main = render("search", values);
    return parts;
  }
  Result<Found> found = find(ask, text, visit.record);
  if (!found) return tl::unexpected(found.error());
  std::optional<Absence> absence;
  if (found->statements.empty() && found->passages.empty() && param_of(ask.params, "after").empty() &&
      param_of(ask.params, "passages_after").empty())
    absence = find_absence(visit.record, found->query.filter);
  if (ask.form == PageForm::json) {
    parts.json = json_of(text, *found, absence, ask, visit.frame);
    return parts;
  }
  if (ask.form == PageForm::csv) {
    parts.csv = speech_csv(found->statements, visit.frame, {{"cursor", number_cursor<SpeechRow>}});
    return parts;
  }
  values.flag("asked");
  if (absence) {
    std::string unnamed = found->query.filter.words;
    if (!found->query.filter.document.empty()) unnamed += " document:" + found->query.filter.document;
    show_absence(values, *absence, Address::search(visit.frame.ground, unnamed));
  }
  const SoughtWords sought = sought_words(found->query.filter.words);
  values.flag("statements_shown", !absence).flag("none_spoken", found->statements.empty() && !found->passages.empty());
  for (const SpeechRow& row : found->statements) show_speech(values.each("statements"), row, visit.frame, sought);
  values.flag("passages_shown", !found->passages.empty());
  for (const Passage& passage : found->passages) show_passage(values.each("passages"), passage, visit.frame);
  show_next(values.group("statements_pager"), ask, found->next_statement);
  show_next(values.group("passages_pager"), ask, found->next_passage, "passages_after");
  parts.main = render("search", values);
  return parts;
}

}  // namespace readout
