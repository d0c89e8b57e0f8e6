// Two passages as one text with what was dropped and added, and the names of the changes.
#include "readout/view/collated_table.h"
#include "readout/view/collation_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

// "label              text", wrapped; wide enough for the names of changes.
std::string labelled(std::string_view label, std::string_view text, const Look& look) {
  constexpr int kLabel = 19;
  std::string body = wrap(text, look.width - kLabel);
  for (std::size_t at = body.find('\n'); at != std::string::npos; at = body.find('\n', at + 1))
    body.insert(at + 1, std::string(kLabel, ' '));
  return tinted(look, Tint::faint, pad(label, kLabel)) + body + "\n";
}

// The marks of what was dropped and added in colour as well.
std::string coloured(const std::string& text, const Look& look) {
  if (!look.colour) return text;
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool dropped = text.compare(i, 2, "[-") == 0;
    const bool added = text.compare(i, 2, "{+") == 0;
    const std::size_t stop = dropped ? text.find("-]", i) : added ? text.find("+}", i) : std::string::npos;
    if (stop == std::string::npos) {
      out += text[i++];
      continue;
    }
    out += tinted(look, dropped ? Tint::bad : Tint::good, text.substr(i, stop + 2 - i));
    i = stop + 2;
  }
  return out;
}

// "104:32-36 → 105:20-25"; "" where words have no places of their own.
std::string places(const CollatedPassage& a, const CollatedPassage& b, const Change& change) {
  if (a.source == nullptr || b.source == nullptr) return {};
  return id_within(a, change.a) + " → " + id_within(b, change.b);
}

}  // namespace

std::string two_way_flow(const CollatedPassage& a, const CollatedPassage& b, const Look& look) {
  const std::vector<CollatedPassage> both = {a, b};
  const CollatedTable table = make_collated_table(both);
  std::string flow;
  for (const Segment& segment : table.segments) {
    const std::string left = visible(words_in(table, both, 0, segment.begin, segment.end));
    const std::string right = visible(words_in(table, both, 1, segment.begin, segment.end));
    const std::size_t which = segment.absent == std::vector<std::uint32_t>{1} ? 0 : 1;
    const std::uint32_t unit = table.collation.at(segment.begin, which);
    if (!flow.empty() && (unit == kNoUnit || table.units[which][unit].space_before)) flow += ' ';
    const bool agree = segment.readings.size() == 1 && segment.absent.empty();
    if (agree) {
      flow += right;
      continue;
    }
    if (!left.empty()) flow += "[-" + left + "-]";
    if (!left.empty() && !right.empty()) flow += ' ';
    if (!right.empty()) flow += "{+" + right + "+}";
  }
  return coloured(wrap(flow, look.width), look);
}

std::string change_list(const CollatedPassage& a, const CollatedPassage& b, std::span<const Change> changes,
                        const Look& look) {
  std::string out;
  for (const Change& change : changes) {
    std::string text =
        quoted_or_nothing(slice(a.words, change.a)) + " → " + quoted_or_nothing(slice(b.words, change.b));
    if (const std::string where = places(a, b, change); !where.empty()) text += "   " + where;
    out += labelled(to_string(change.type), text, look);
  }
  return out;
}

std::string two_way_page(const CollatedPassage& a, const CollatedPassage& b, const Look& look) {
  const PassagePair pair = compare_passages(a.words, b.words, b.reported);
  std::string out =
      tinted(look, Tint::id, a.id) + "  [-only here-]\n" + tinted(look, Tint::id, b.id) + "  {+only here+}\n\n";
  out += two_way_flow(a, b, look) + "\n\n" + labelled("relation", to_string(pair.relation), look);
  out += labelled("words",
                  std::to_string(pair.words_a) + " and " + std::to_string(pair.words_b) + ", " +
                      std::to_string(pair.shared) + " the same",
                  look);
  return out + change_list(a, b, pair.changes, look);
}

void write_changes(JsonWriter& json, const CollatedPassage& a, const CollatedPassage& b,
                   std::span<const Change> changes) {
  json.key("changes").array();
  for (const Change& change : changes) {
    json.object().key("type").value(to_string(change.type));
    json.key("a").value(slice(a.words, change.a)).key("b").value(slice(b.words, change.b));
    if (a.source != nullptr) json.key("a_id").value(id_within(a, change.a));
    if (b.source != nullptr) json.key("b_id").value(id_within(b, change.b));
    json.end();
  }
  json.end();
}

void write_two_way(JsonWriter& json, const CollatedPassage& a, const CollatedPassage& b) {
  const PassagePair pair = compare_passages(a.words, b.words, b.reported);
  json.key("a").value(a.id).key("b").value(b.id).key("relation").value(to_string(pair.relation));
  json.key("words_a").value(pair.words_a).key("words_b").value(pair.words_b).key("shared").value(pair.shared);
  write_changes(json, a, b, pair.changes);
}

}  // namespace readout
