#include "readout/view/passage_view.h"

#include <algorithm>

#include "readout/view/annotate.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::uint32_t kAround = 60;

}  // namespace

std::string passage_entry(const Passage& passage, const Look& look) {
  std::string head = passage.document + "  " + std::string(to_string(passage.block.kind));
  if (!passage.outlet.empty()) head += " · " + visible(passage.outlet);
  std::string out = wrap_with_tail(look, head, {}, passage.id);
  std::vector<Underline> marks;
  for (const Span match : passage.matches) marks.push_back({match, '^', Tint::good});
  // The first match, and with it those that stand near enough to share its context.
  Span shown = passage.matches.empty() ? Span{0, 0} : passage.matches.front();
  for (const Span match : passage.matches)
    if (match.begin < shown.end + 2 * kAround) shown.end = std::max(shown.end, match.end);
  const std::string words = annotate(passage.text, context_of(passage.text, shown, kAround), marks, look, "  ");
  return words.empty() ? out : out + "\n" + words;
}

void write_passage(JsonWriter& json, const Passage& passage) {
  json.key("id").value(passage.id).key("document").value(passage.document).key("outlet").value(passage.outlet);
  json.key("block").value(to_string(passage.block.kind)).key("reason").value(passage.block.reason);
  json.key("text").value(passage.text).key("matches").array();
  for (const Span match : passage.matches) json.array().value(match.begin).value(match.end).end();
  json.end();
}

}  // namespace readout
