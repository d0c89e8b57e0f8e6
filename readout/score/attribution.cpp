#include "readout/score/attribution.h"

#include <algorithm>
#include <map>

#include "readout/score/matching.h"
#include "readout/score/quoted.h"

namespace readout {
namespace {

constexpr double kOverlap = 0.5;

// The distinct spans of one role, and the attributions that share each.
struct Items {
  std::vector<Spans> exact;
  std::vector<Spans> cut;  // trimmed
  std::vector<std::vector<std::size_t>> owners;
  std::vector<bool> speech_cue;
};

const Spans& spans_of(const Attribution& attribution, AttributionRole role) {
  return role == AttributionRole::source ? attribution.source
         : role == AttributionRole::cue  ? attribution.cue
                                         : attribution.content;
}

Items items_of(std::string_view text, const std::vector<Attribution>& attributions, AttributionRole role) {
  Items items;
  std::map<Spans, std::size_t> index;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    Spans spans = joined(spans_of(attributions[i], role));
    if (spans.empty()) continue;
    const auto [place, is_new] = index.try_emplace(spans, items.exact.size());
    if (is_new) {
      items.cut.push_back(trimmed(text, spans));
      items.exact.push_back(std::move(spans));
      items.owners.emplace_back();
      items.speech_cue.push_back(false);
    }
    items.owners[place->second].push_back(i);
    if (attributions[i].speech_cue) items.speech_cue[place->second] = true;
  }
  return items;
}

double weight(const Items& gold, std::size_t g, const Items& predicted, std::size_t p, Measure measure) {
  if (measure == Measure::exact) return gold.exact[g] == predicted.exact[p] ? 1 : 0;
  if (measure == Measure::trimmed) return gold.cut[g] == predicted.cut[p] ? 1 : 0;
  return intersection_over_union(gold.exact[g], predicted.exact[p]);
}

// Partners of the gold items for which `wanted` holds.
std::vector<std::int32_t> pair_up(const Items& gold, const Items& predicted, Measure measure, bool speech_only) {
  std::vector<std::vector<Edge>> edges(gold.exact.size());
  for (std::size_t g = 0; g < gold.exact.size(); ++g) {
    if (speech_only && !gold.speech_cue[g]) continue;
    for (std::size_t p = 0; p < predicted.exact.size(); ++p) {
      const double w = weight(gold, g, predicted, p, measure);
      if (w >= kOverlap) edges[g].push_back({static_cast<std::int32_t>(p), w});
    }
  }
  return match(std::move(edges), predicted.exact.size());
}

struct Pairing {
  std::vector<bool> counted_gold;
  std::vector<bool> counted;  // of the predictions
  std::vector<std::int32_t> partner;
};

Pairing pairing(const Items& gold, const Items& predicted, Measure measure, bool speech_only) {
  Pairing out{std::vector<bool>(gold.exact.size(), true), std::vector<bool>(predicted.exact.size(), true),
              pair_up(gold, predicted, measure, speech_only)};
  if (!speech_only) return out;
  out.counted_gold = gold.speech_cue;
  std::vector<bool> taken(predicted.exact.size(), false);
  for (const std::int32_t p : out.partner)
    if (p >= 0) taken[static_cast<std::size_t>(p)] = true;
  for (std::size_t p = 0; p < predicted.exact.size(); ++p)
    for (std::size_t g = 0; g < gold.exact.size() && !taken[p]; ++g)
      if (!gold.speech_cue[g] && intersection_over_union(gold.exact[g], predicted.exact[p]) >= kOverlap)
        out.counted[p] = false;
  return out;
}

using Kinds = std::vector<SpeechKind>;

Kinds kinds_of(std::string_view text, const Spans& quoted, const Items& items) {
  Kinds kinds;
  for (const Spans& spans : items.cut) kinds.push_back(place_kind(text, quoted, spans));
  return kinds;
}

// `of` picks the tally for an item's kind; a role as a whole has one tally only.
template <class Of>
void count(const Pairing& pairs, const Kinds& gold_kinds, const Kinds& predicted_kinds, Of of) {
  for (std::size_t g = 0; g < pairs.counted_gold.size(); ++g) {
    if (!pairs.counted_gold[g]) continue;
    ++of(gold_kinds[g]).gold;
    if (pairs.partner[g] < 0) continue;
    ++of(gold_kinds[g]).found;
    ++of(predicted_kinds[static_cast<std::size_t>(pairs.partner[g])]).right;
  }
  for (std::size_t p = 0; p < pairs.counted.size(); ++p)
    if (pairs.counted[p]) ++of(predicted_kinds[p]).predicted;
}

struct Sides {
  const std::vector<Attribution>& gold;
  const std::vector<Attribution>& predicted;
};

enum class Mention { unknown, wrong, right };

// Whether one of the predicted sources of a content overlaps one of its gold sources.
Mention judge_mention(const Sides& sides, const std::vector<std::size_t>& gold,
                      const std::vector<std::size_t>& predicted) {
  bool stated = false;
  for (const std::size_t g : gold) {
    stated = stated || !sides.gold[g].source.empty();
    for (const std::size_t p : predicted)
      if (common_size(joined(sides.gold[g].source), joined(sides.predicted[p].source)) > 0) return Mention::right;
  }
  return stated ? Mention::wrong : Mention::unknown;
}

void count_mentions(const Sides& sides, const Items& gold, const Items& predicted, const Pairing& pairs,
                    const Kinds& kinds, SliceScore& slice) {
  for (std::size_t g = 0; g < pairs.partner.size(); ++g) {
    if (pairs.partner[g] < 0) continue;
    const Mention mention =
        judge_mention(sides, gold.owners[g], predicted.owners[static_cast<std::size_t>(pairs.partner[g])]);
    if (mention == Mention::unknown) continue;
    Share& share = slice.mention[static_cast<std::size_t>(kinds[g])];
    ++share.of;
    share.right += mention == Mention::right;
  }
}

void find_errors(const Sides& sides, const Items& gold, const Items& predicted, const Kinds& gold_kinds,
                 const Kinds& predicted_kinds, std::vector<Finding>& findings) {
  const auto exact = pair_up(gold, predicted, Measure::trimmed, false);
  const auto loose = pair_up(gold, predicted, Measure::overlap, false);
  std::vector<bool> taken(predicted.exact.size(), false);
  for (std::size_t g = 0; g < gold.exact.size(); ++g) {
    const std::int32_t partner = exact[g] >= 0 ? exact[g] : loose[g];
    Finding finding{FindingKind::missed, gold_kinds[g], gold.speech_cue[g], sides.gold[gold.owners[g].front()], {}};
    if (partner < 0) {
      double best = 0;
      for (std::size_t p = 0; p < predicted.exact.size(); ++p) {
        const double w = intersection_over_union(gold.exact[g], predicted.exact[p]);
        if (w > best) finding.predicted = sides.predicted[predicted.owners[p].front()];
        best = std::max(best, w);
      }
      findings.push_back(finding);
      continue;
    }
    const auto p = static_cast<std::size_t>(partner);
    taken[p] = true;
    finding.predicted = sides.predicted[predicted.owners[p].front()];
    if (exact[g] < 0) {
      finding.kind = FindingKind::boundary;
      findings.push_back(finding);
    }
    if (judge_mention(sides, gold.owners[g], predicted.owners[p]) == Mention::wrong) {
      finding.kind = FindingKind::mention;
      findings.push_back(finding);
    }
  }
  for (std::size_t p = 0; p < predicted.exact.size(); ++p)
    if (!taken[p])
      findings.push_back(
          {FindingKind::extra, predicted_kinds[p], false, {}, sides.predicted[predicted.owners[p].front()]});
}

void count_bytes(const Items& gold, const Items& predicted, Tally& tally) {
  const auto all = [](const Items& items) {
    Spans spans;
    for (const Spans& item : items.exact) spans.insert(spans.end(), item.begin(), item.end());
    return joined(std::move(spans));
  };
  const Spans a = all(gold);
  const Spans b = all(predicted);
  const std::uint32_t common = common_size(a, b);
  tally += Tally{total_size(a), total_size(b), common, common};
}

}  // namespace

void add_document(std::string_view text, const std::vector<Attribution>& gold,
                  const std::vector<Attribution>& predicted, AttributionScore& score, std::vector<Finding>* findings) {
  const Sides sides{gold, predicted};
  for (const AttributionRole role : {AttributionRole::source, AttributionRole::cue, AttributionRole::content}) {
    const Items gold_items = items_of(text, gold, role);
    const Items predicted_items = items_of(text, predicted, role);
    const Kinds no_gold_kinds(gold_items.exact.size());
    const Kinds no_predicted_kinds(predicted_items.exact.size());
    count_bytes(gold_items, predicted_items, score.bytes[static_cast<std::size_t>(role)]);
    const Spans quoted = role == AttributionRole::content ? quoted_spans(text) : Spans();
    const Kinds gold_kinds = kinds_of(text, quoted, gold_items);
    const Kinds predicted_kinds = kinds_of(text, quoted, predicted_items);
    for (const bool speech_only : {false, true}) {
      SliceScore& slice = speech_only ? score.speech : score.all;
      for (const Measure measure : {Measure::exact, Measure::trimmed, Measure::overlap}) {
        const auto m = static_cast<std::size_t>(measure);
        const Pairing pairs = pairing(gold_items, predicted_items, measure, speech_only);
        count(pairs, no_gold_kinds, no_predicted_kinds,
              [&](SpeechKind) -> Tally& { return slice.roles[static_cast<std::size_t>(role)][m]; });
        if (role != AttributionRole::content) continue;
        count(pairs, gold_kinds, predicted_kinds,
              [&](SpeechKind kind) -> Tally& { return slice.kinds[static_cast<std::size_t>(kind)][m]; });
        if (measure == Measure::overlap) count_mentions(sides, gold_items, predicted_items, pairs, gold_kinds, slice);
      }
    }
    if (role == AttributionRole::content && findings != nullptr)
      find_errors(sides, gold_items, predicted_items, gold_kinds, predicted_kinds, *findings);
  }
}

}  // namespace readout
