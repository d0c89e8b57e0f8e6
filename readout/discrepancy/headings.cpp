// A heading against the sentence of the body that it sums up.
#include <algorithm>

#include "readout/align/units.h"
#include "readout/discrepancy/rules.h"
#include "readout/discrepancy/weight.h"
#include "readout/statement/rarity.h"
#include "readout/text/sentences.h"

namespace readout {
namespace {

constexpr std::size_t kLeastWords = 4;    // telling words of a heading that can be judged
constexpr std::size_t kMostOfBody = 400;  // of a body that are looked through

struct BodySentence {
  Span span;
  std::vector<std::uint64_t> keys;
};

std::vector<std::uint64_t> keys_of(std::string_view text, Span span) {
  std::vector<std::uint64_t> keys;
  for (const Unit& unit : make_units(text, span))
    if (rarity_of(unit) > 0) keys.push_back(meeting_key(unit));
  std::ranges::sort(keys);
  const auto rest = std::ranges::unique(keys);
  keys.erase(rest.begin(), rest.end());
  return keys;
}

std::size_t count_shared(const std::vector<std::uint64_t>& x, const std::vector<std::uint64_t>& y) {
  std::size_t shared = 0;
  for (const std::uint64_t key : x) shared += std::ranges::binary_search(y, key) ? 1 : 0;
  return shared;
}

bool is_heading(BlockKind kind) {
  return kind == BlockKind::title || kind == BlockKind::subhead || kind == BlockKind::standfirst;
}

}  // namespace

void read_headings(const Edition& one, std::vector<Discrepancy>& out) {
  const Document& document = one.document;
  if (std::ranges::none_of(document.blocks, [](const Block& block) { return is_heading(block.kind); })) return;
  const std::string_view text = document.text.view();
  std::vector<BodySentence> body;
  std::vector<std::uint64_t> all;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::body || body.size() >= kMostOfBody) continue;
    for (const Span sentence : split_sentences(text, block.span)) {
      body.push_back({sentence, keys_of(text, sentence)});
      all.insert(all.end(), body.back().keys.begin(), body.back().keys.end());
    }
  }
  std::ranges::sort(all);
  for (const Block& block : document.blocks) {
    if (!is_heading(block.kind)) continue;
    const std::vector<std::uint64_t> keys = keys_of(text, block.span);
    if (keys.size() < kLeastWords) continue;
    const BodySentence* best = nullptr;
    std::size_t most = 0;
    for (const BodySentence& sentence : body) {
      const std::size_t shared = count_shared(keys, sentence.keys);
      if (shared <= most) continue;
      most = shared;
      best = &sentence;
    }
    if (best == nullptr || most < kLeastWords - 1 || 5 * most < 3 * keys.size()) continue;
    Counterpart pair;
    pair.a = {best->span, 0};
    pair.b = {block.span, 0};
    pair.reported = true;
    pair.pair = compare_passages(slice(text, best->span), slice(text, block.span));
    for (Change& change : pair.pair.changes) {
      change.a = {change.a.begin + best->span.begin, change.a.end + best->span.begin};
      change.b = {change.b.begin + block.span.begin, change.b.end + block.span.begin};
    }
    const Weighing weighing = weigh(pair, text, text, false);
    Discrepancy found;
    found.kind = DiscrepancyKind::heading;
    found.relation = relation_of(pair.pair, true);
    for (std::size_t i = 0; i < weighing.weights.size(); ++i) {
      const Change& change = pair.pair.changes[i];
      if (weighing.weights[i] < kMeaning) continue;
      // What the heading has stands elsewhere in the body: it sums up another sentence as well.
      const std::vector<std::uint64_t> words = keys_of(text, change.b);
      if (change.type != ChangeType::negation && !words.empty() && count_shared(words, all) == words.size()) continue;
      found.changes.push_back({change.type, change.a, change.b, weighing.weights[i]});
      found.weight = std::max(found.weight, weighing.weights[i]);
    }
    if (found.changes.empty()) continue;
    found.places = {{0, best->span, -1}, {0, block.span, -1}};
    found.basis = {"heading", static_cast<double>(most) / static_cast<double>(keys.size()), {}};
    out.push_back(std::move(found));
  }
}

}  // namespace readout
