#include "readout/view/diff_view.h"

#include <algorithm>
#include <map>

#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr int kIndent = 2;
constexpr int kLabel = 10;

std::string moved_in(std::string text) {
  const std::string indent(kIndent, ' ');
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
    if (at + 1 < text.size()) text.insert(at + 1, indent);
  return indent + text;
}

// The words in marks, wrapped.
std::string told(const CollatedPassage& passage, const Look& look) {
  return moved_in(wrap("“" + visible(passage.words) + "”", look.width - kIndent)) + "\n";
}

Tint tint_of(const std::string& relation) {
  if (relation == "verbatim" || relation == "trimmed") return Tint::good;
  if (relation == "altered" || relation == "spliced" || relation == "omitted") return Tint::bad;
  return Tint::doubt;
}

}  // namespace

std::string diff_entry(const DiffPassage& passage, const Look& look) {
  std::string out = tinted(look, tint_of(passage.relation), pad(passage.relation, kLabel));
  std::string ids = passage.a ? passage.a->id : std::string();
  if (passage.b) ids += (ids.empty() ? "" : " → ") + passage.b->id;
  out += tinted(look, Tint::id, ids);
  std::string who = visible(passage.a ? passage.a_speaker : passage.b_speaker);
  if (passage.a && passage.b && passage.a_speaker != passage.b_speaker && !passage.b_speaker.empty())
    who += (who.empty() ? "" : " → ") + visible(passage.b_speaker);
  const int room = look.width - kLabel - columns(ids) - 2;
  if (!who.empty() && columns(who) <= room)
    out += "  " + who;
  else if (!who.empty())
    out += "\n" + moved_in(wrap(who, look.width - kIndent));
  out += "\n";
  if (!passage.a || !passage.b) return out + told(passage.a ? *passage.a : *passage.b, look);
  if (passage.relation == "verbatim") return out + told(*passage.b, look);
  Look narrow = look;
  narrow.width -= kIndent;
  out += moved_in(two_way_flow(*passage.a, *passage.b, narrow)) + "\n";
  // In a passage that was told anew single words stand for nothing.
  if (passage.relation == "reworded") return out;
  std::vector<Change> changes = compare_passages(passage.a->words, passage.b->words).changes;
  std::erase_if(changes, [](const Change& change) {
    return change.type == ChangeType::punctuation || (change.slight && !bears_meaning(change));
  });
  return changes.empty() ? out : out + moved_in(change_list(*passage.a, *passage.b, changes, narrow));
}

std::string diff_totals(std::span<const DiffPassage> passages) {
  static constexpr const char* kOrder[] = {"verbatim", "trimmed",  "edited",  "reworded", "altered",
                                           "spliced",  "indirect", "omitted", "added"};
  std::map<std::string, std::size_t> counts;
  for (const DiffPassage& passage : passages) ++counts[passage.relation];
  std::string out = std::to_string(passages.size()) + (passages.size() == 1 ? " passage" : " passages");
  for (const char* name : kOrder)
    if (const auto found = counts.find(name); found != counts.end())
      out += " · " + std::to_string(found->second) + " " + name;
  return out;
}

void write_diff(JsonWriter& json, const DiffPassage& passage) {
  json.key("relation").value(passage.relation);
  const auto side = [&](const char* name, const std::optional<CollatedPassage>& one, const std::string& speaker) {
    if (!one) return;
    json.key(name).object().key("id").value(one->id).key("words").value(one->words);
    json.key("speaker").value(speaker).end();
  };
  side("a", passage.a, passage.a_speaker);
  side("b", passage.b, passage.b_speaker);
  if (passage.a && passage.b)
    write_changes(json, *passage.a, *passage.b, compare_passages(passage.a->words, passage.b->words).changes);
}

}  // namespace readout
