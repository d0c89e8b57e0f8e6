#include "readout/view/discrepancy_view.h"

#include <algorithm>
#include <set>

#include "readout/discrepancy/weight.h"
#include "readout/record/rows.h"
#include "readout/view/statement_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::size_t kMostWords = 320;  // bytes of a place that are shown in the inbox
constexpr std::size_t kMostChanges = 6;  // of an entry in the inbox
constexpr std::size_t kMostPlaces = 6;

template <class Enum>
Enum named(const std::string& name, Enum last, Enum otherwise) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (to_string(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  return otherwise;
}

ShownPlace show_place(PlaceRow row) {
  return {std::move(row.id),     std::move(row.document),
          std::move(row.origin), row.line,
          std::move(row.words),  std::move(row.speaker),
          std::move(row.form),   std::move(row.outlet),
          std::move(row.when),   row.span};
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

// The next command to give.
std::string look_at(const ShownDiscrepancy& one) {
  if (one.places.size() >= 2 && !one.changes.empty())
    return "readout collate -w " + one.places[0].id + "," + one.places[1].id;
  if (one.places.size() >= 2 && one.places[0].document != one.places.back().document)
    return "readout diff " + one.places[0].document + " " + one.places.back().document;
  return "readout show " + one.places[0].document;
}

std::string title(const ShownDiscrepancy& one, const Look& look) {
  std::vector<std::string> types;
  for (const ShownChange& change : one.changes) {
    const std::string type(to_string(change.type));
    if (change.weight >= kWording && std::ranges::find(types, type) == types.end()) types.push_back(type);
  }
  std::string out(to_string(one.kind));
  if (!types.empty() && (types.size() > 1 || one.kind == DiscrepancyKind::meaning)) out += " · " + join(types, ", ");
  if (one.inside_one) out += " · one document with itself";
  if (one.in_marks) out += " · in marks";
  return tinted(look, Tint::id, one.id) + "  " + tinted(look, Tint::strong, fit(out, look.width - columns(one.id) - 2));
}

// Wrapped, every line moved in by as many blanks; the first too, unless something stands there already.
std::string moved_in(const std::string& text, std::size_t blanks, const Look& look, bool first = true) {
  const std::string indent(blanks, ' ');
  std::string out = wrap(text, look.width - static_cast<int>(blanks));
  for (std::size_t at = out.find('\n'); at != std::string::npos; at = out.find('\n', at + 1))
    out.insert(at + 1, indent);
  return (first ? indent : std::string()) + out + "\n";
}

// "  label       text", wrapped below itself.
std::string labelled(std::string_view label, const std::string& text, const Look& look) {
  constexpr std::size_t kLabel = 7;
  return "  " + tinted(look, Tint::faint, pad(label, kLabel)) + moved_in(text, kLabel + 2, look, false);
}

std::string place_entry(const ShownPlace& place, std::size_t most, const Look& look) {
  std::vector<std::string> facts;
  for (const std::string& fact : {place.speaker, place.form, place.outlet, place.when})
    if (!fact.empty()) facts.push_back(visible(fact));
  std::string where = visible(place.origin);
  if (place.line > 0) where += ":" + std::to_string(place.line);
  std::string out = "  " + tinted(look, Tint::id, place.id);
  if (!facts.empty()) {
    const std::string told = join(facts, " · ");
    const bool beside = columns(place.id) + columns(told) + 4 <= look.width;
    out += beside ? "  " + told + "\n" : "\n" + moved_in(told, 4, look);
  } else {
    out += "\n";
  }
  out += "    " + tinted(look, Tint::faint, where) + "\n";
  std::string words = visible(place.words);
  if (words.size() > most) {
    std::size_t cut = words.rfind(' ', most);
    if (cut == std::string::npos) cut = most;
    words = words.substr(0, cut) + " …";
  }
  return out + moved_in("“" + words + "”", 4, look);
}

// In the order of the text: a reader follows it.
std::vector<const ShownChange*> in_order(const ShownDiscrepancy& one, std::size_t most, int least) {
  std::vector<const ShownChange*> list;
  for (const ShownChange& change : one.changes)
    if (change.weight >= least) list.push_back(&change);
  if (list.size() > most) {
    std::vector<const ShownChange*> heavy = list;
    std::ranges::stable_sort(heavy, std::greater<>(), &ShownChange::weight);
    heavy.resize(most);
    std::erase_if(list, [&](const ShownChange* change) { return std::ranges::find(heavy, change) == heavy.end(); });
  }
  return list;
}

// "also     205:314-372 as 201:298-356".
std::string witness_lines(const ShownDiscrepancy& one, const Look& look) {
  std::string out;
  for (std::size_t place = 0; place < one.places.size(); ++place) {
    std::string ids;
    for (const ShownWitness& witness : one.witnesses)
      if (witness.as == place) ids += (ids.empty() ? "" : ", ") + witness.place.id;
    if (!ids.empty()) out += labelled("also", ids + " as " + one.places[place].id, look);
  }
  return out;
}

std::string change_lines(const ShownDiscrepancy& one, std::size_t most, int least, const Look& look) {
  std::string out;
  const std::vector<const ShownChange*> list = in_order(one, most, least);
  for (const ShownChange* change : list)
    out += "    " + tinted(look, Tint::faint, pad(to_string(change->type), 17)) + " " +
           moved_in(quoted_or_nothing(change->a) + " → " + quoted_or_nothing(change->b), 22, look, false);
  if (const std::size_t rest = one.changes.size() - list.size(); rest > 0)
    out += tinted(look, Tint::faint, "    and " + std::to_string(rest) + " smaller") + "\n";
  return out;
}

}  // namespace

std::string_view kind_says(DiscrepancyKind kind) {
  switch (kind) {
    case DiscrepancyKind::meaning:
      return "words that bear on the meaning differ";
    case DiscrepancyKind::splice:
      return "sentences joined between one pair of marks";
    case DiscrepancyKind::denial:
      return "said in one place, denied in the other";
    case DiscrepancyKind::cut:
      return "words left out without a mark";
    case DiscrepancyKind::insertion:
      return "words put in without brackets";
    case DiscrepancyKind::wording:
      return "other words for one statement";
    case DiscrepancyKind::speaker:
      return "another speaker is named";
    case DiscrepancyKind::channel:
      return "another channel is named";
    case DiscrepancyKind::date:
      return "another date is given";
    case DiscrepancyKind::name:
      return "one person under two names";
    case DiscrepancyKind::heading:
      return "the heading says what the body does not";
    case DiscrepancyKind::refusal:
      return "reported as done with words; refused in the speaker's own";
    case DiscrepancyKind::twice:
      return "two remarks that may be one";
    case DiscrepancyKind::question:
      return "a question as told and as quoted share no telling word";
    case DiscrepancyKind::brackets:
      return "names in brackets that stand nowhere else in the document";
    case DiscrepancyKind::claim:
      return "the writer's claim about the record, neither shown nor refuted";
  }
  return "";
}

namespace {

std::vector<std::string> link_reasons(const Basis& basis) {
  std::vector<std::string> parts;
  const std::string& rule = basis.rule;
  if (rule == "run")
    parts.push_back("a run of " + std::to_string(static_cast<int>(evidence_of(basis, "run"))) + " equal words");
  else if (rule == "words")
    parts.push_back("telling words shared");
  else if (rule == "order")
    parts.push_back("between passages that are linked");
  else if (rule == "place")
    parts.push_back("the only sentence between two that are linked");
  else if (rule == "other-speaker")
    parts.push_back("alike in words, by speakers of two names");
  else if (rule == "other-polarity")
    parts.push_back("alike in words, said on one side and denied or asked on the other");
  if (has_evidence(basis, "speaker:equal")) parts.push_back("one speaker");
  if (has_evidence(basis, "speaker:office")) parts.push_back("an institution and who speaks for it");
  if (has_evidence(basis, "speaker:surname")) parts.push_back("one surname");
  if (has_evidence(basis, "speaker:unknown")) parts.push_back("a speaker nobody names");
  if (has_evidence(basis, "speaker:other") && rule != "other-speaker") parts.push_back("speakers of two names");
  if (has_evidence(basis, "when:meets")) parts.push_back("the dates meet");
  if (has_evidence(basis, "when:apart")) parts.push_back("dates apart");
  return parts;
}

}  // namespace

std::string link_reason(const Basis& basis) {
  return join(link_reasons(basis), "; ");
}

std::string discrepancy_reason(const ShownDiscrepancy& one) {
  std::vector<std::string> parts = link_reasons(one.basis);
  if (one.changes.empty() || parts.empty()) parts.insert(parts.begin(), std::string(kind_says(one.kind)));
  return join(parts, "; ");
}

ShownDiscrepancy show_discrepancy(DiscrepancyRow row) {
  ShownDiscrepancy out;
  out.id = std::move(row.id);
  out.kind = named(row.kind, DiscrepancyKind::claim, DiscrepancyKind::wording);
  out.weight = row.weight;
  out.relation = named(row.relation, PassageRelation::omitted, PassageRelation::verbatim);
  out.in_marks = row.in_marks;
  out.inside_one = row.inside_one;
  for (PlaceRow& place : row.places) out.places.push_back(show_place(std::move(place)));
  for (ChangeRow& change : row.changes)
    out.changes.push_back({named(change.type, ChangeType::addition, ChangeType::term), change.weight,
                           std::move(change.a), std::move(change.b), std::move(change.a_id), std::move(change.b_id),
                           change.a_span, change.b_span});
  out.basis = std::move(row.basis);
  for (WitnessRow& witness : row.witnesses) out.witnesses.push_back({witness.as, show_place(std::move(witness.place))});
  return out;
}

std::string_view weight_label(int weight) {
  if (weight >= kMeaning) return "bears on the meaning";
  if (weight >= kQuotation) return "changes what is quoted";
  if (weight >= kWording) return "sources and wording";
  return "style";
}

std::string discrepancy_entry(const ShownDiscrepancy& one, const Look& look) {
  std::string out = title(one, look) + "\n";
  out += change_lines(one, kMostChanges, kWording, look);
  for (std::size_t i = 0; i < std::min(one.places.size(), kMostPlaces); ++i)
    out += place_entry(one.places[i], kMostWords, look);
  if (one.places.size() > kMostPlaces)
    out += "  and " + std::to_string(one.places.size() - kMostPlaces) + " more places\n";
  out += witness_lines(one, look) + labelled("why", discrepancy_reason(one), look);
  for (const DecidedRemark& remark : one.decided) out += labelled("ruling", remark_label(remark), look);
  return out + labelled("look", look_at(one), look);
}

std::string discrepancy_explanation(const ShownDiscrepancy& one, const Look& look) {
  std::string out = title(one, look) + "\n";
  for (const ShownPlace& place : one.places) out += place_entry(place, std::string::npos - 8, look);
  out += fact("kind", std::string(to_string(one.kind)) + ": " + std::string(kind_says(one.kind)), look);
  out += fact("bears on", weight_label(one.weight), look);
  if (one.places.size() >= 2 && (!one.changes.empty() || one.relation != PassageRelation::verbatim))
    out += fact("relation", to_string(one.relation), look);
  if (!one.changes.empty()) out += "changes\n" + change_lines(one, one.changes.size(), 0, look);
  out += fact("linked by", discrepancy_reason(one), look);
  std::string list;
  for (const Evidence& each : one.basis.evidence) list += (list.empty() ? "" : ", ") + each.name;
  out += fact("rule", one.basis.rule + (list.empty() ? "" : " (" + list + ")"), look);
  for (const DecidedRemark& remark : one.decided) out += fact("decided", remark_label(remark), look);
  return out + fact("look", look_at(one), look);
}

void write_discrepancy(JsonWriter& json, const ShownDiscrepancy& one) {
  json.key("id").value(one.id).key("kind").value(to_string(one.kind)).key("weight").value(one.weight);
  json.key("bears_on").value(weight_label(one.weight)).key("relation").value(to_string(one.relation));
  json.key("in_marks").value(one.in_marks).key("inside_one").value(one.inside_one);
  json.key("places").array();
  for (const ShownPlace& place : one.places) {
    json.object().key("id").value(place.id).key("document").value(place.document).key("origin").value(place.origin);
    if (place.line > 0) json.key("line").value(place.line);
    json.key("words").value(place.words).key("speaker").value(place.speaker).key("form").value(place.form);
    json.key("outlet").value(place.outlet).key("when").value(place.when).end();
  }
  json.end().key("changes").array();
  for (const ShownChange& change : one.changes)
    json.object()
        .key("type")
        .value(to_string(change.type))
        .key("weight")
        .value(change.weight)
        .key("a")
        .value(change.a)
        .key("a_id")
        .value(change.a_id)
        .key("b")
        .value(change.b)
        .key("b_id")
        .value(change.b_id)
        .end();
  json.end().key("witnesses").array();
  for (const ShownWitness& witness : one.witnesses)
    json.object()
        .key("id")
        .value(witness.place.id)
        .key("document")
        .value(witness.place.document)
        .key("as")
        .value(one.places[witness.as].id)
        .end();
  json.end().key("basis").object().key("rule").value(one.basis.rule).key("score").value(one.basis.score);
  json.key("evidence").array();
  for (const Evidence& each : one.basis.evidence) json.array().value(each.name).value(each.weight).end();
  json.end().end().key("look").value(look_at(one));
  if (one.decided.empty()) return;
  json.key("decided").array();
  for (const DecidedRemark& remark : one.decided)
    json.object()
        .key("label")
        .value(remark.label)
        .key("credit")
        .value(remark.credit)
        .key("decision")
        .value(remark.decision)
        .end();
  json.end();
}

}  // namespace readout
