// People: a list by number of statements; and one person: names, offices, who reports them, what they said first-hand
// and what is reported, apart.
#include <algorithm>

#include "readout/decision/rulings.h"
#include "readout/desk/held_offices.h"
#include "readout/page/absence_values.h"
#include "readout/page/csv.h"
#include "readout/page/decide_part.h"
#include "readout/page/facets.h"
#include "readout/page/pages.h"
#include "readout/page/speech_list.h"
#include "readout/page/time_list.h"

namespace readout {
namespace {

constexpr std::size_t kNames = 40;
constexpr std::size_t kOutlets = 40;

const PersonRuling* ruling_of(const Visit& visit, std::string_view key) {
  return visit.rulings == nullptr ? nullptr : visit.rulings->person(key);
}

std::string name_of(const Visit& visit, const PersonRow& row) {
  const PersonRuling* ruling = ruling_of(visit, row.key);
  return ruling == nullptr || ruling->name.empty() ? row.name : ruling->name;
}

std::string joined(const std::vector<std::string>& parts, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < parts.size() && i < most; ++i) out += (i == 0 ? "" : " · ") + parts[i];
  return parts.size() > most ? out + " · …" : out;
}

std::string cursor_of(const PersonRow& row) {
  return make_cursor({std::to_string(row.speeches), row.key});
}

Result<PersonFilter> people_filter(const PageAsk& ask, std::size_t limit) {
  PersonFilter filter;
  filter.words = param_of(ask.params, "q");
  filter.most_first = true;
  filter.limit = limit + 1;
  const std::string_view after = param_of(ask.params, "after");
  if (after.empty()) return filter;
  const Result<std::vector<std::string>> parts = read_cursor(after, 2);
  if (!parts) return tl::unexpected(parts.error());
  const Result<std::int64_t> speeches = read_cursor_number(parts->front());
  if (!speeches) return tl::unexpected(speeches.error());
  filter.after_speeches = static_cast<std::uint32_t>(*speeches);
  filter.after = parts->back();
  return filter;
}

void write_person(JsonWriter& json, const PersonRow& row, const Visit& visit) {
  json.key("key").value(row.key).key("name").value(name_of(visit, row)).key("kind").value(to_string(row.kind));
  json.key("names").array();
  for (const std::string& name : row.names) json.value(name);
  json.end().key("offices").array();
  for (const std::string& office : row.offices) json.value(office);
  json.end().key("documents").value(row.documents).key("statements").value(row.speeches);
}

Result<PageParts> answer_people(const PageAsk& ask, Visit& visit) {
  const Result<std::size_t> limit = page_limit(ask);
  if (!limit) return tl::unexpected(limit.error());
  const Result<PersonFilter> filter = people_filter(ask, *limit);
  if (!filter) return tl::unexpected(filter.error());
  Result<std::vector<PersonRow>> rows = visit.record.persons(*filter);
  if (!rows) return tl::unexpected(rows.error());
  const std::string next = cut_page(*rows, *limit, cursor_of);
  PageParts parts;
  parts.here = "person";
  parts.title = "People";
  parts.csv = "";
  if (ask.form == PageForm::json) {
    JsonWriter json;
    json.object().key("people").array();
    for (const PersonRow& row : *rows) {
      json.object();
      write_person(json, row, visit);
      json.end();
    }
    json.end();
    write_next(json, "next", ask, "after", next);
    json.end();
    parts.json = json.take();
    return parts;
  }
  if (ask.form == PageForm::csv) {
    Csv csv({"key", "name", "kind", "names", "offices", "documents", "statements", "cursor"});
    for (const PersonRow& row : *rows)
      csv.row({row.key, name_of(visit, row), std::string(to_string(row.kind)), joined(row.names, SIZE_MAX),
               joined(row.offices, SIZE_MAX), std::to_string(row.documents), std::to_string(row.speeches),
               cursor_of(row)});
    parts.csv = csv.take();
    return parts;
  }
  PageValues values;
  values.text("q", filter->words).address("people_href", Address::page(Ground::site, "person"));
  values.flag("any", !rows->empty());
  if (rows->empty() && filter->after.empty()) {
    SpeechFilter nobody;
    nobody.speaker = filter->words;
    show_absence(values, find_absence(visit.record, nobody), {});
  }
  for (const PersonRow& row : *rows) {
    PageValues& entry = values.each("people");
    const std::string name = name_of(visit, row);
    entry.text("name", name).text("key", row.key).text("kind", std::string(to_string(row.kind)));
    entry.address("person_href", Address::person(visit.frame.ground, row.key));
    entry.number("speeches", row.speeches).number("documents", row.documents);
    entry.flag("decided", ruling_of(visit, row.key) != nullptr);
    std::vector<std::string> others;
    for (const std::string& other : row.names)
      if (other != name) others.push_back(other);
    entry.text("names", joined(others, 4)).text("offices", joined(row.offices, 3));
    // A link's name tells it apart from another's: of two persons of one name the key is shown.
    const auto alike = [&](const PersonRow& other) { return &other != &row && name_of(visit, other) == name; };
    bool same = false;
    for (const PersonRow& other : *rows) same = same || alike(other);
    entry.flag("alike", same);
  }
  show_next(values, ask, next);
  parts.main = render("people", values);
  return parts;
}

struct Whole {
  PersonRow row;
  std::vector<NameCount> names;
  std::vector<PersonOutlet> outlets;
};

Result<Whole> load_person(const std::string& key, Record& record) {
  Result<PersonRow> row = record.person(key);
  if (!row && row.error().code == ErrorCode::not_found)
    return fail(ErrorCode::not_found, "not in the pile: nobody has this key; /person lists all", key);
  if (!row) return tl::unexpected(row.error());
  Result<std::vector<NameCount>> names = record.printed_names(key);
  if (!names) return tl::unexpected(names.error());
  Result<std::vector<PersonOutlet>> outlets = record.outlets_of(key, kOutlets);
  if (!outlets) return tl::unexpected(outlets.error());
  return Whole{std::move(*row), std::move(*names), std::move(*outlets)};
}

bool is_first_hand(const SpeechRow& row) {
  const SpeechKind kind = row.speech.kind;
  return row.speech.depth == 0 && (kind == SpeechKind::direct || kind == SpeechKind::transcript);
}

std::string person_json(const PageAsk& ask, const Whole& whole, const std::vector<HeldOffice>& offices,
                        const TimePage& page, const Visit& visit) {
  JsonWriter json;
  json.object();
  write_person(json, whole.row, visit);
  json.key("printed").array();
  for (const NameCount& name : whole.names)
    json.object().key("name").value(name.name).key("documents").value(name.documents).end();
  json.end().key("held").array();
  for (const HeldOffice& held : offices)
    json.object()
        .key("office")
        .value(held.office)
        .key("of")
        .value(held.country)
        .key("from")
        .value(held.from)
        .key("to")
        .value(held.to)
        .key("source")
        .value(held.source)
        .end();
  json.end().key("outlets").array();
  for (const PersonOutlet& outlet : whole.outlets)
    json.object()
        .key("outlet")
        .value(outlet.outlet)
        .key("statements")
        .value(outlet.speeches)
        .key("documents")
        .value(outlet.documents)
        .end();
  json.end();
  for (const bool first : {true, false}) {
    json.key(first ? "first_hand" : "reported").array();
    for (const SpeechRow& speech : page.rows)
      if (is_first_hand(speech) == first) write_speech_entry(json, speech, visit.frame);
    json.end();
  }
  write_next(json, "next", ask, "after", page.next);
  json.end();
  return json.take();
}

Markup person_html(const PageAsk& ask, const Whole& whole, const std::vector<HeldOffice>& offices, const TimePage& page,
                   const Visit& visit) {
  PageValues values;
  values.text("name", name_of(visit, whole.row)).text("key", whole.row.key);
  values.text("kind", std::string(to_string(whole.row.kind)));
  values.number("speeches", whole.row.speeches).number("documents", whole.row.documents);
  values.markup("decide_html", decide_part(DecidedKind::person, "person:" + whole.row.key, ask, visit));
  if (const PersonRuling* ruling = ruling_of(visit, whole.row.key)) {
    for (const Decision* decision : ruling->decisions)
      values.each("decisions")
          .text("verb", std::string(to_string(decision->verb)))
          .text("credit", credit(*decision))
          .text("id", decision->id)
          .address("decision_href", Address::page(Ground::site, "decisions").with("id", decision->id));
  }
  for (std::size_t i = 0; i < whole.names.size() && i < kNames; ++i)
    values.each("names").text("name", whole.names[i].name).number("documents", whole.names[i].documents);
  values.flag("no_offices", offices.empty());
  for (const HeldOffice& held : offices)
    values.each("offices")
        .text("office", held.office)
        .text("country", held.country)
        .text("from", held.from)
        .text("to", held.to)
        .text("source", held.source);
  bool reported = false;
  for (const PersonOutlet& outlet : whole.outlets) {
    if (outlet.speeches == 0) continue;
    reported = true;
    values.each("outlets")
        .text("outlet", outlet.outlet.empty() ? "no outlet named" : outlet.outlet)
        .number("speeches", outlet.speeches)
        .number("documents", outlet.documents);
  }
  values.flag("no_outlets", !reported);
  bool any_first = false;
  bool any_reported = false;
  for (const SpeechRow& row : page.rows) {
    const bool first = is_first_hand(row);
    (first ? any_first : any_reported) = true;
    show_speech(values.each(first ? "first" : "second"), row, visit.frame);
  }
  values.flag("no_first", !any_first).flag("no_reported", !any_reported);
  values.address("timeline_href", Address::page(Ground::site, "timeline").with("person", whole.row.key));
  show_next(values, ask, page.next);
  return render("person", values);
}

}  // namespace

Result<PageParts> answer_person(const PageAsk& ask, std::string_view rest, Visit& visit) {
  if (rest.empty()) return answer_people(ask, visit);
  const std::string key(rest);
  const Result<Whole> whole = load_person(key, visit.record);
  if (!whole) return tl::unexpected(whole.error());
  const Result<std::size_t> limit = page_limit(ask);
  if (!limit) return tl::unexpected(limit.error());
  SpeechFilter filter;
  filter.also_persons = {whole->row.key};
  Result<TimePage> page = load_time_page(visit.record, filter, param_of(ask.params, "after"), *limit, TimeWhich::both);
  if (!page) return tl::unexpected(page.error());
  const std::vector<HeldOffice> offices = held_offices(whole->row.name, whole->row.offices);
  PageParts parts;
  parts.here = "person";
  parts.title = name_of(visit, whole->row);
  parts.csv = "";
  if (ask.form == PageForm::json) {
    parts.json = person_json(ask, *whole, offices, *page, visit);
  } else if (ask.form == PageForm::csv) {
    const auto hand = [](const SpeechRow& row) { return is_first_hand(row) ? "first" : "reported"; };
    parts.csv = speech_csv(page->rows, visit.frame, {{"hand", hand}, {"cursor", time_cursor_of}});
  } else {
    parts.main = person_html(ask, *whole, offices, *page, visit);
  }
  return parts;
}

}  // namespace readout
