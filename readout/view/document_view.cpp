#include "readout/view/document_view.h"

#include <algorithm>
#include <map>
#include <vector>

#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

struct NamedDate {
  std::string_view name;
  const Moment* moment;
};

std::vector<NamedDate> dates_of(const Document& document) {
  const Dates& dates = document.dates;
  return {
      {"said", &dates.said}, {"published", &dates.published}, {"copied", &dates.copied}, {"crawled", &dates.crawled}};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += " · ";
    out += part;
  }
  return out;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string whole_id(const Document& document, std::string_view name) {
  return std::string(name) + ":0-" + std::to_string(document.blob_bytes);
}

std::string origin_label(const Document& document) {
  std::vector<std::string> parts{visible(document.outlet.empty() ? document.agency : document.outlet)};
  if (!document.place.empty()) parts.push_back(visible(document.place));
  return joined(parts);
}

std::string form_label(const Document& document) {
  return document.form == Form::unknown ? "form unknown" : std::string(to_string(document.form));
}

std::string doubt_label(const Document& document, const Doubt& doubt) {
  std::string out(to_string(doubt.kind));
  if (!doubt.detail.empty()) out += " (" + visible(doubt.detail) + ")";
  if (!doubt.span.empty()) out += " “" + fit(visible(document.text[doubt.span]), 40) + "”";
  return out;
}

// "3 navigation, sidebar (run-of-headlines:17)": the blocks that are not body, by kind and reason, in order of the
// text.
std::vector<std::string> cut_blocks(const Document& document) {
  std::vector<std::pair<std::string, std::size_t>> kinds;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::body) continue;
    std::string label(to_string(block.kind));
    if (!block.reason.empty()) label += " (" + visible(block.reason) + ")";
    const auto known = std::ranges::find(kinds, label, &std::pair<std::string, std::size_t>::first);
    if (known == kinds.end())
      kinds.emplace_back(std::move(label), 1);
    else
      ++known->second;
  }
  std::vector<std::string> out;
  for (const auto& [label, count] : kinds) out.push_back(count == 1 ? label : std::to_string(count) + " × " + label);
  return out;
}

void add_row(std::string& out, std::string_view label, const std::string& text, const Look& look) {
  constexpr int kLabel = 13;
  std::string body = wrap(text, look.width - kLabel);
  const std::string indent(kLabel, ' ');
  for (std::size_t at = body.find('\n'); at != std::string::npos; at = body.find('\n', at + 1))
    body.insert(at + 1, indent);
  out += "\n  " + tinted(look, Tint::faint, pad(label, kLabel - 2)) + body;
}

}  // namespace

std::string dates_label(const Document& document) {
  std::vector<std::string> parts;
  for (const auto& [name, moment] : dates_of(document)) {
    if (!is_known(*moment)) continue;
    parts.push_back(std::string(name) + " " + to_iso(*moment) + " (" + std::string(to_string(moment->known)) + ")");
  }
  return parts.empty() ? "no date" : joined(parts);
}

std::string refusal_label(const Document& document) {
  for (const Doubt& doubt : document.doubts) {
    if (!is_refusal(doubt.kind)) continue;
    const std::string detail = visible(doubt.detail);
    return std::string(to_string(doubt.kind)) + (detail.empty() ? "" : ": " + detail);
  }
  return {};
}

std::string document_heading(const Document& document, std::string_view name, std::size_t speeches, const Look& look) {
  const std::string refused = refusal_label(document);
  const std::string id = whole_id(document, name);
  if (!refused.empty()) {
    const std::string text = std::string(name) + "  not read: " + refused;
    return wrap_with_tail(look, text, {}, id);
  }
  std::string text = joined({form_label(document), document.language.code, origin_label(document),
                             dates_label(document), counted(speeches, "statement", "statements")});
  if (std::ranges::find(document.doubts, DoubtKind::unsupported_language, &Doubt::kind) != document.doubts.end())
    text += " · unsupported-language";
  return wrap_with_tail(look, std::string(name) + "  " + text, {}, id);
}

std::vector<std::string> document_lines(const std::vector<DocumentRow>& rows, const Look& look) {
  int id_width = 0;
  int count_width = 0;
  const auto count_of = [](const DocumentRow& row) {
    return is_refused(row.document) ? std::string() : counted(row.speeches, "statement", "statements");
  };
  for (const DocumentRow& row : rows) {
    id_width = std::max(id_width, columns(whole_id(row.document, row.document.name)));
    count_width = std::max(count_width, columns(count_of(row)));
  }
  std::vector<std::string> lines;
  for (const DocumentRow& row : rows) {
    const Document& document = row.document;
    std::string date = "unknown";
    for (const auto& [label, moment] : dates_of(document)) {
      if (!is_known(*moment)) continue;
      date = to_iso(*moment).substr(0, 10);
      break;
    }
    const std::string refused = refusal_label(document);
    std::string tells =
        refused.empty() ? joined({origin_label(document), visible(document.title)}) : "not read: " + refused;
    if (tells.empty()) tells = visible(document.origin.substr(document.origin.rfind('/') + 1));
    if (!row.replaced_by.empty()) tells = "replaced by " + row.replaced_by + " · " + tells;
    const std::string count = count_of(row);
    const std::string id = whole_id(document, document.name);
    const std::string head = pad(date, 10) + "  " + pad(document.language.code, 3) + "  ";
    const int room = look.width - columns(head) - count_width - id_width - 4;
    const auto blanks = [](int width) { return std::string(static_cast<std::size_t>(std::max(0, width)), ' '); };
    lines.push_back(head + pad(tells, std::max(8, room)) + "  " + blanks(count_width - columns(count)) + count + "  " +
                    blanks(id_width - columns(id)) + tinted(look, Tint::id, id));
  }
  return lines;
}

std::string add_report(const Account& account, const Added& added, const Look& look) {
  const Document& document = account.document;
  std::string out = added.name + " · " + std::string(to_string(added.outcome));
  if (!added.replaces.empty()) out += " (before: " + added.replaces + ")";
  out += " · " + visible(document.origin);
  // Of a document that is known only origin and digest are at hand.
  const bool known = added.outcome == AddOutcome::known;
  out = wrap_with_tail(look, out, {}, known ? std::string() : whole_id(document, added.name));
  if (out.starts_with(added.name)) out = tinted(look, Tint::strong, added.name) + out.substr(added.name.size());
  if (known) return out;
  add_row(out, "digest", to_hex(document.blob), look);
  if (const std::string refused = refusal_label(document); !refused.empty()) {
    add_row(out, "not read", refused, look);
    return out;
  }
  std::string language = document.language.code;
  for (const ForeignSpan& foreign : document.foreign) {
    language += " · " + foreign.script + " “" + fit(visible(document.text[foreign.span]), 30) + "”";
    if (&foreign - document.foreign.data() == 2) break;
  }
  add_row(out, "language", joined({language, form_label(document), visible(document.encoding)}), look);
  const bool place_only = document.outlet.empty() && document.agency.empty();
  if (const std::string from = origin_label(document); !from.empty())
    add_row(out, place_only ? "place" : "outlet", from, look);
  add_row(out, "dates", dates_label(document), look);
  std::string cuts;
  for (const std::string& cut : cut_blocks(document)) cuts += (cuts.empty() ? "" : ", ") + cut;
  add_row(out, "cut", cuts.empty() ? "nothing" : cuts, look);
  const auto body = std::ranges::count(document.blocks, BlockKind::body, &Block::kind);
  std::map<SpeechKind, std::size_t> kinds;
  for (const Speech& speech : account.speeches) ++kinds[speech.kind];
  std::string counts = counted(static_cast<std::size_t>(body), "passage", "passages") + ", " +
                       counted(account.speeches.size(), "statement", "statements");
  std::string each;
  for (const auto& [kind, count] : kinds)
    each += (each.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(to_string(kind));
  if (!each.empty()) counts += ": " + each;
  add_row(out, "found", counts + "; " + counted(account.persons.size(), "person", "persons"), look);
  for (const Doubt& doubt : document.doubts) add_row(out, "doubt", doubt_label(document, doubt), look);
  return out;
}

}  // namespace readout
