#include "readout/page/discrepancy_values.h"

#include <algorithm>

#include "readout/decision/rulings.h"
#include "readout/discrepancy/weight.h"
#include "readout/page/decide_part.h"
#include "readout/page/labels.h"
#include "readout/page/speech_list.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::size_t kListedWords = 700;
constexpr std::size_t kListedChanges = 6;

// As weight_label has them.
constexpr WeightClass kClasses[] = {{"meaning", kMeaning, 1 << 20},
                                    {"quoted", kQuotation, kMeaning},
                                    {"wording", kWording, kQuotation},
                                    {"style", 0, kWording}};

std::string where_of(const ShownPlace& place) {
  std::string out;
  for (const std::string& part : {place.when, place.outlet, place.id})
    out += (out.empty() || part.empty() ? "" : " · ") + part;
  return out;
}

void show_place(PageValues& values, const ShownDiscrepancy& one, std::size_t at, const Visit& visit, bool whole) {
  const ShownPlace& place = one.places[at];
  values.text("id", place.id).text("speaker", place.speaker).text("form", place.form);
  values.text("origin", place.origin).text("line", place.line == 0 ? "" : std::to_string(place.line));
  values.text("where", where_of(place)).flag("withheld", !visit.frame.with_text);
  values.address("place_href", Address::bytes(visit.frame.ground, place.document, delivered_of(place.id)));
  if (!visit.frame.with_text) return;
  if (whole || place.words.size() <= kListedWords || at > 1) {
    values.markup("words_html", at < 2 ? mark_changes(one, at) : Markup().text(place.words)).flag("cut", false);
    return;
  }
  // A long place is cut around its first change.
  ShownDiscrepancy part = one;
  ShownPlace& shown = part.places[at];
  std::uint32_t first = 0;
  for (const ShownChange& change : one.changes) {
    const Span span = at == 0 ? change.a_span : change.b_span;
    if (!span.empty() && span.begin >= place.span.begin && (first == 0 || span.begin < first)) first = span.begin;
  }
  std::size_t skip = first > place.span.begin + 160 ? first - place.span.begin - 160 : 0;
  if (skip > 0) skip = std::min(place.words.find(' ', skip), place.words.size() - 1) + 1;
  bool cut = false;
  shown.words = shortened(std::string_view(place.words).substr(skip), kListedWords, cut);
  shown.span.begin += static_cast<std::uint32_t>(skip);
  shown.span.end = shown.span.begin + static_cast<std::uint32_t>(shown.words.size());
  values.markup("words_html", mark_changes(part, at)).flag("cut", cut).flag("cut_before", skip > 0);
}

void show_changes(PageValues& values, const ShownDiscrepancy& one, const Visit& visit, bool whole) {
  std::vector<const ShownChange*> list;
  for (const ShownChange& change : one.changes)
    if (whole || change.weight >= kWording) list.push_back(&change);
  if (!whole && list.size() > kListedChanges) {
    std::vector<const ShownChange*> heavy = list;
    std::ranges::stable_sort(heavy, std::greater<>(), &ShownChange::weight);
    heavy.resize(kListedChanges);
    std::erase_if(list, [&](const ShownChange* change) { return std::ranges::find(heavy, change) == heavy.end(); });
  }
  for (const ShownChange* change : list) {
    PageValues& row = values.each("changes");
    row.text("type", std::string(to_string(change->type))).flag("heavy", change->weight >= kMeaning);
    row.text("a", visit.frame.with_text ? visible(change->a) : change->a_id);
    row.text("b", visit.frame.with_text ? visible(change->b) : change->b_id);
  }
  const std::size_t rest = one.changes.size() - list.size();
  values.text("more_changes", rest == 0 ? "" : std::to_string(rest)).flag("some_changes", !list.empty());
}

void show_stand(PageValues& values, const ShownDiscrepancy& one, const PageAsk& ask, const Visit& visit) {
  const Standing standing = visit.rulings == nullptr ? Standing() : visit.rulings->on_discrepancy(one.id);
  values.text("stand", standing.stand == Stand::open ? "" : std::string(to_string(standing.stand)));
  values.text("by", standing.by == nullptr ? "" : credit(*standing.by));
  for (const Decision* note : standing.notes)
    values.each("notes").text("credit", credit(*note)).text("note_id", note->id);
  values.markup("decide_html", decide_part(DecidedKind::discrepancy, one.id, ask, visit));
  values.markup("undo_html",
                standing.by == nullptr ? Markup() : decide_part(DecidedKind::decision, standing.by->id, ask, visit));
}

}  // namespace

std::span<const WeightClass> weight_classes() {
  return kClasses;
}

std::uint64_t told_of(const WeightClass& weights, const DiscrepancyTotals& totals) {
  std::uint64_t count = 0;
  for (const DiscrepancyTally& tally : totals.tallies)
    if (tally.weight >= weights.least && tally.weight < weights.below) count += tally.told;
  return count;
}

void write_tallies(JsonWriter& json, std::string_view key, const DiscrepancyTotals& totals) {
  json.key(key).array();
  for (const DiscrepancyTally& tally : totals.tallies)
    json.object().key("kind").value(tally.kind).key("weight").value(tally.weight).key("count").value(tally.told).end();
  json.end();
}

Markup mark_changes(const ShownDiscrepancy& one, std::size_t place) {
  const ShownPlace& shown = one.places[place];
  std::vector<Span> spans;
  for (const ShownChange& change : one.changes) {
    const Span span = place == 0 ? change.a_span : change.b_span;
    if (!span.empty() && span.begin >= shown.span.begin && span.end <= shown.span.end)
      spans.push_back({span.begin - shown.span.begin, span.end - shown.span.begin});
  }
  std::ranges::sort(spans);
  Markup out;
  const std::string_view words = shown.words;
  std::uint32_t at = 0;
  for (const Span span : spans) {
    if (span.begin < at || span.end > words.size()) continue;
    out.text(slice(words, {at, span.begin}));
    if (place == 0)
      out.html("<del>").text(slice(words, span)).html("</del>");
    else
      out.html("<ins>").text(slice(words, span)).html("</ins>");
    at = span.end;
  }
  out.text(words.substr(at));
  return out;
}

void show_discrepancy_values(PageValues& values, const ShownDiscrepancy& one, const PageAsk& ask, const Visit& visit,
                             bool whole) {
  values.text("id", one.id)
      .text("kind", std::string(to_string(one.kind)))
      .text("says", std::string(kind_says(one.kind)));
  values.address("discrepancy_href", Address::discrepancy(visit.frame.ground, one.id));
  values.text("bears_on", std::string(weight_label(one.weight))).flag("heavy", one.weight >= kMeaning);
  values.flag("in_marks", one.in_marks).flag("inside_one", one.inside_one).text("why", discrepancy_reason(one));
  values.text("relation", one.changes.empty() ? "" : std::string(to_string(one.relation)));
  std::string documents;
  for (const ShownPlace& place : one.places)
    if (documents.find(place.document) == std::string::npos)
      documents += (documents.empty() ? "" : ", ") + place.document;
  values.text("documents", documents);
  for (std::size_t i = 0; i < one.places.size(); ++i) show_place(values.each("places"), one, i, visit, whole);
  show_changes(values, one, visit, whole);
  for (const ShownWitness& witness : one.witnesses)
    values.each("witnesses")
        .text("id", witness.place.id)
        .text("where", where_of(witness.place))
        .text("as", one.places[witness.as].id)
        .address("place_href",
                 Address::bytes(visit.frame.ground, witness.place.document, delivered_of(witness.place.id)));
  values.flag("some_witnesses", !one.witnesses.empty());
  if (whole) {
    std::string evidence;
    for (const Evidence& each : one.basis.evidence) evidence += (evidence.empty() ? "" : ", ") + each.name;
    values.text("rule", one.basis.rule).text("evidence", evidence);
  }
  show_stand(values, one, ask, visit);
}

void write_discrepancy_entry(JsonWriter& json, const ShownDiscrepancy& one, const Visit& visit) {
  if (visit.frame.with_text) {
    write_discrepancy(json, one);
  } else {
    ShownDiscrepancy bare = one;
    for (ShownPlace& place : bare.places) place.words.clear();
    for (ShownChange& change : bare.changes) change.a = change.b = {};
    write_discrepancy(json, bare);
  }
  const Standing standing = visit.rulings == nullptr ? Standing() : visit.rulings->on_discrepancy(one.id);
  json.key("stand").value(to_string(standing.stand)).key("by").value(standing.by == nullptr ? "" : standing.by->id);
}

}  // namespace readout
