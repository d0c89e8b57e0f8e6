// Timeline: statements by the time they were said, grouped by day, and a tray of those without a date.
#include <algorithm>

#include "readout/desk/query.h"
#include "readout/page/absence_values.h"
#include "readout/page/facets.h"
#include "readout/page/pages.h"
#include "readout/page/speech_list.h"
#include "readout/page/time_list.h"
#include "readout/view/timeline_svg.h"

namespace readout {
namespace {

constexpr std::size_t kTray = 10;
constexpr std::size_t kChoices = 60;

Result<SpeechFilter> filter_of(const PageAsk& ask) {
  SpeechFilter filter;
  const auto param = [&](std::string_view name) { return std::string(param_of(ask.params, name)); };
  filter.speaker = param("speaker");
  if (!param("person").empty()) filter.also_persons = {param("person")};
  filter.words = param("about");
  filter.channel = param("channel");
  filter.document = param("document");
  filter.language = param("language");
  if (!param("kind").empty())
    if (const Result<void> set = set_kind(filter, "kind", param("kind")); !set) return tl::unexpected(set.error());
  if (!param("turn").empty())
    if (const Result<void> set = set_kind(filter, "turn", param("turn")); !set) return tl::unexpected(set.error());
  if (!param("date").empty())
    if (const Result<void> set = set_dates(filter, "date", param("date")); !set) return tl::unexpected(set.error());
  return filter;
}

Result<std::vector<FacetChoice>> counted(Record& record, TallyOf what) {
  const Result<std::vector<RecordTally>> tallies = record.tallies(what, kChoices);
  if (!tallies) return tl::unexpected(tallies.error());
  std::vector<FacetChoice> choices;
  for (const RecordTally& tally : *tallies)
    if (!tally.of.empty()) choices.push_back({tally.of, {}, tally.count});
  return choices;
}

Result<std::vector<Facet>> facets_of(Record& record, const PageAsk& ask) {
  std::vector<Facet> facets = {{"speaker", "Speaker", {}, "", "name or office"}};
  if (!param_of(ask.params, "person").empty()) facets.push_back({"person", "Person", {}, "", "key"});
  for (const auto& [name, label, what] :
       {std::tuple{"kind", "Kind", TallyOf::kind}, std::tuple{"turn", "Said, denied, asked", TallyOf::polarity},
        std::tuple{"channel", "Channel", TallyOf::channel}, std::tuple{"language", "Language", TallyOf::language}}) {
    Result<std::vector<FacetChoice>> choices = counted(record, what);
    if (!choices) return tl::unexpected(choices.error());
    facets.push_back({name, label, std::move(*choices)});
  }
  facets.push_back({"document", "Document", {}, "", "name"});
  facets.push_back({"date", "Date", {}, "", "2025-07..2025-08"});
  facets.push_back({"about", "Words", {}});
  facets.push_back({"order", "Order", {{"newest", "latest first", {}}}, "earliest first"});
  return facets;
}

// The day, month or year under which a statement stands.
std::string day_of(const SpeechRow& row) {
  const std::string iso = to_iso(row.when);
  return iso.find('/') == std::string::npos ? iso.substr(0, 10) : iso;
}

void show_tray(PageValues& values, const TimePage& tray, Visit& visit, const PageAsk& ask) {
  if (tray.rows.empty()) return;
  PageValues& group = values.group("tray");
  for (const SpeechRow& row : tray.rows) {
    PageValues& entry = group.each("undated");
    show_speech(entry, row, visit.frame);
    const std::optional<TimeBound> bound = bound_of(visit.record, row);
    entry.text("bound", bound ? bound->not_after : "").text("bound_by", bound ? bound->by : "");
    if (bound) entry.address("bound_href", Address::statement(visit.frame.ground, bound->by));
  }
  if (!tray.next.empty()) group.address("all_href", narrowed(ask, "undated", "1"));
}

Markup page_of(const PageAsk& ask, const std::vector<Facet>& facets, const TimePage& page, const TimePage& tray,
               const std::optional<Absence>& absence, Visit& visit) {
  PageValues values;
  show_facets(values, ask, facets);
  if (absence) show_absence(values, *absence, narrowed(ask, "speaker", ""));
  TimelinePlot plot({TimelineLanes::speaker, false, visit.frame.with_text,
                     [&](std::string_view id) { return Address::statement(visit.frame.ground, id).str(); }});
  std::string day;
  PageValues* group = nullptr;
  for (const SpeechRow& row : page.rows) {
    plot.add(row);
    if (group == nullptr || day_of(row) != day) {
      day = day_of(row);
      group = &values.each("days");
      group->text("day", day);
    }
    show_speech(group->each("statements"), row, visit.frame);
  }
  if (!page.rows.empty()) {
    Markup picture;
    values.markup("picture_html", std::move(picture.picture(plot)));
    values.text("from", day_of(page.rows.front())).text("to", day_of(page.rows.back()));
    values.number("shown", page.rows.size());
  }
  show_tray(values, tray, visit, ask);
  show_next(values, ask, page.next);
  return render("timeline", values);
}

std::string json_of(const PageAsk& ask, const std::vector<Facet>& facets, const TimePage& page, const TimePage& tray,
                    const std::optional<Absence>& absence, const PageFrame& frame) {
  JsonWriter json;
  json.object().key("facets").object();
  for (const Facet& facet : facets) {
    if (facet.choices.empty()) continue;
    json.key(facet.name).array();
    for (const FacetChoice& choice : facet.choices) {
      json.object().key("value").value(choice.value);
      if (choice.count) json.key("count").value(*choice.count);
      json.end();
    }
    json.end();
  }
  json.end().key("statements").array();
  for (const SpeechRow& row : page.rows) write_speech_entry(json, row, frame);
  json.end().key("undated").array();
  for (const SpeechRow& row : tray.rows) write_speech_entry(json, row, frame);
  json.end();
  if (absence) write_absence(json, *absence);
  write_next(json, "next", ask, "after", page.next);
  json.end();
  return json.take();
}

}  // namespace

Result<PageParts> answer_timeline(const PageAsk& ask, std::string_view rest, Visit& visit) {
  if (!rest.empty()) return fail(ErrorCode::not_found, "narrow the timeline with parameters", ask.path);
  const Result<SpeechFilter> filter = filter_of(ask);
  if (!filter) return tl::unexpected(filter.error());
  const Result<std::size_t> limit = page_limit(ask);
  if (!limit) return tl::unexpected(limit.error());
  const std::string_view after = param_of(ask.params, "after");
  const bool undated = !param_of(ask.params, "undated").empty();
  const bool newest = param_of(ask.params, "order") == "newest";
  Result<TimePage> page =
      load_time_page(visit.record, *filter, after, *limit, undated ? TimeWhich::undated : TimeWhich::dated, newest);
  if (!page && page.error().code != ErrorCode::not_found) return tl::unexpected(page.error());
  TimePage tray;
  // The tray stands on the first page, where it is not the page.
  if (page && after.empty() && !undated && ask.form != PageForm::csv) {
    Result<TimePage> found = load_time_page(visit.record, *filter, {}, kTray, TimeWhich::undated, newest);
    if (!found) return tl::unexpected(found.error());
    tray = std::move(*found);
  }
  if (!page) page = TimePage();
  std::optional<Absence> absence;
  if (page->rows.empty() && tray.rows.empty() && after.empty()) absence = find_absence(visit.record, *filter);
  PageParts parts;
  parts.here = "timeline";
  parts.title = undated ? "Timeline: without a date" : "Timeline";
  parts.csv = "";
  if (ask.form == PageForm::csv) {
    parts.csv = speech_csv(page->rows, visit.frame, {{"cursor", time_cursor_of}});
    return parts;
  }
  Result<std::vector<Facet>> facets = facets_of(visit.record, ask);
  if (!facets) return tl::unexpected(facets.error());
  if (ask.form == PageForm::json) {
    parts.json = json_of(ask, *facets, *page, tray, absence, visit.frame);
    return parts;
  }
  if (undated) {
    TimePage all = std::move(*page);
    page = TimePage();
    page->next = all.next;
    all.next.clear();
    tray = std::move(all);
  }
  parts.main = page_of(ask, *facets, *page, tray, absence, visit);
  return parts;
}

}  // namespace readout
