#include "readout/discrepancy/counterpart.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "readout/align/units.h"
#include "readout/statement/rarity.h"
#include "readout/text/sentences.h"

namespace readout {
namespace {

// The sentences of one edition's speeches, in order of speech and place.
struct Sentences {
  std::string_view text;
  std::vector<LinkEnd> all;

  explicit Sentences(const Edition& edition) : text(edition.document.text.view()) {
    for (std::size_t s = 0; s < edition.speeches.size(); ++s)
      for (const Span content : edition.speeches[s].content)
        for (const Span sentence : split_sentences(text, content))
          all.push_back({sentence, static_cast<std::uint32_t>(s)});
  }

  // The sentence of the link's speech that holds most of it.
  std::optional<std::size_t> find(const LinkEnd& end) const {
    const auto first = std::ranges::partition_point(all, [&](const LinkEnd& sentence) {
      return sentence.speech < end.speech || (sentence.speech == end.speech && sentence.span.end <= end.span.begin);
    });
    std::optional<std::size_t> best;
    std::uint32_t most = 0;
    for (auto at = first; at != all.end() && at->speech == end.speech && at->span.begin < end.span.end; ++at) {
      const std::uint32_t shared = std::min(at->span.end, end.span.end) - std::max(at->span.begin, end.span.begin);
      if (shared <= most) continue;
      most = shared;
      best = static_cast<std::size_t>(at - all.begin());
    }
    return best;
  }
};

// Sentences [first, last] of one speech.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;

  friend auto operator<=>(const Stretch&, const Stretch&) = default;
};

LinkEnd end_of(const Sentences& sentences, Stretch stretch) {
  return {{sentences.all[stretch.first].span.begin, sentences.all[stretch.last].span.end},
          sentences.all[stretch.first].speech};
}

// How near to the words a speech stands; less is nearer.
int distance(SpeechKind kind) {
  switch (kind) {
    case SpeechKind::transcript:
      return 0;
    case SpeechKind::direct:
      return 1;
    case SpeechKind::mixed:
      return 2;
    case SpeechKind::indirect:
      return 3;
  }
  return 3;
}

class Pairing {
 public:
  Pairing(const Edition& a, const Edition& b) : a_(a), b_(b), left_(a), right_(b), self_(&a == &b) {}

  std::vector<Counterpart> run(std::span<const VersionLink> links) {
    for (std::size_t i = 0; i < links.size(); ++i)
      if (joins(links[i].kind)) take(links[i], static_cast<std::uint32_t>(i));
    std::vector<Counterpart> out;
    for (auto& [key, found] : found_) {
      std::ranges::sort(found.link_numbers);
      to_documents(found);
      out.push_back(std::move(found));
    }
    out = outermost(std::move(out));
    std::ranges::stable_sort(
        out, [](const Counterpart& x, const Counterpart& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    return out;
  }

 private:
  using Key = std::pair<Stretch, Stretch>;

  void take(const VersionLink& link, std::uint32_t number) {
    const std::optional<std::size_t> i = left_.find(link.a);
    const std::optional<std::size_t> k = right_.find(link.b);
    if (!i || !k || (self_ && *i == *k)) return;
    if (left_.all[*i].span.size() > kMostBytes || right_.all[*k].span.size() > kMostBytes) return;
    Key key{{*i, *i}, {*k, *k}};
    Counterpart found = compare(key);
    grow(key, found);
    const auto [at, fresh] = found_.try_emplace(key, std::move(found));
    Counterpart& kept = at->second;
    kept.link_numbers.push_back(number);
    if (fresh || link.basis.score > kept.basis.score) {
      kept.basis = link.basis;
      kept.kind = link.kind;
    }
  }

  Counterpart compare(const Key& key) const {
    Counterpart found;
    found.a = end_of(left_, key.first);
    found.b = end_of(right_, key.second);
    const SpeechKind kind_a = a_.speeches[found.a.speech].kind;
    const SpeechKind kind_b = b_.speeches[found.b.speech].kind;
    found.base_is_b = distance(kind_a) != distance(kind_b) ? distance(kind_b) < distance(kind_a)
                                                           : found.b.span.size() > found.a.span.size();
    found.reported = (kind_a == SpeechKind::indirect) != (kind_b == SpeechKind::indirect);
    const std::string_view base = slice(found.base_is_b ? right_.text : left_.text, found.base().span);
    const std::string_view other = slice(found.base_is_b ? left_.text : right_.text, found.other().span);
    found.pair = compare_passages(base, other);
    found.relation = relation_of(found.pair, found.reported);
    return found;
  }

  // Takes in a neighbour that holds what the passage has no partner for: a sentence that was split, or two in one.
  void grow(Key& key, Counterpart& found) const {
    for (bool grew = true; grew;) {
      grew = false;
      for (const int side : {0, 1, 2, 3}) {
        for (const std::size_t step : {std::size_t{1}, std::size_t{2}}) {
          Key wider = key;
          if (!widen(wider, side, step) || !is_wanted(key, wider, side < 2)) continue;
          key = wider;
          found = compare(key);
          grew = true;
          break;
        }
      }
    }
  }

  // Whether the sentence that `wider` has more than `key` holds enough of what is unmet on the other side.
  bool is_wanted(const Key& key, const Key& wider, bool grows_left) const {
    const Sentences& growing = grows_left ? left_ : right_;
    const Sentences& still = grows_left ? right_ : left_;
    const Stretch old = grows_left ? key.first : key.second;
    const Stretch now = grows_left ? wider.first : wider.second;
    const std::size_t fresh = now.first < old.first ? now.first : now.last;
    std::vector<std::uint64_t> unmet = telling_keys(still, grows_left ? key.second : key.first);
    const std::vector<std::uint64_t> met = telling_keys(growing, old);
    std::erase_if(unmet, [&](std::uint64_t one) { return std::ranges::binary_search(met, one); });
    const std::vector<std::uint64_t> added = telling_keys(growing, {fresh, fresh});
    std::size_t gain = 0;
    for (const std::uint64_t one : added) gain += std::ranges::binary_search(unmet, one) ? 1 : 0;
    if (gain < kLeastGain) return false;
    return 5 * gain >= 2 * added.size() || 2 * gain >= unmet.size();
  }

  // Keys of the words that tell something, sorted, each once.
  static std::vector<std::uint64_t> telling_keys(const Sentences& sentences, Stretch stretch) {
    std::vector<std::uint64_t> keys;
    bool in_brackets = false;  // what an outlet put in has no partner
    for (const Unit& unit : make_units(sentences.text, end_of(sentences, stretch).span)) {
      if (unit.kind == UnitKind::bracket) in_brackets = sentences.text[unit.span.begin] == '[';
      if (!in_brackets && rarity_of(unit) > 0) keys.push_back(meeting_key(unit));
    }
    std::ranges::sort(keys);
    const auto rest = std::ranges::unique(keys);
    keys.erase(rest.begin(), rest.end());
    return keys;
  }

  static constexpr std::uint32_t kMostBytes = 6000;  // nobody says more in one breath
  static constexpr std::size_t kLeastGain = 3;       // telling words that a neighbour must add

  // Takes in the sentence `step` further on, and what lies between.
  bool widen(Key& key, int side, std::size_t step) const {
    const Sentences& sentences = side < 2 ? left_ : right_;
    Stretch& stretch = side < 2 ? key.first : key.second;
    // One side only: two stretches against two are two counterparts.
    const Stretch& still = side < 2 ? key.second : key.first;
    if (still.first != still.last || stretch.last - stretch.first + 1 + step > kMostSentences) return false;
    const bool forward = (side & 1) != 0;
    if (!forward && stretch.first < step) return false;
    const std::size_t next = forward ? stretch.last + step : stretch.first - step;
    if (next >= sentences.all.size() || sentences.all[next].speech != sentences.all[stretch.first].speech) return false;
    Stretch wider = stretch;
    (forward ? wider.last : wider.first) = next;
    if (end_of(sentences, wider).span.size() > kMostBytes) return false;
    const Sentences& others = side < 2 ? right_ : left_;
    if (self_ && end_of(sentences, wider).span.overlaps(others.all[still.first].span)) return false;
    stretch = wider;
    return true;
  }

  // What lies inside another counterpart on both sides says nothing of its own: a sentence of one that was put
  // together, or words that a nested speech has once more.
  static std::vector<Counterpart> outermost(std::vector<Counterpart> all) {
    std::ranges::stable_sort(all, [](const Counterpart& x, const Counterpart& y) {
      if (x.a.span.begin != y.a.span.begin) return x.a.span.begin < y.a.span.begin;
      if (x.a.span.end != y.a.span.end) return x.a.span.end > y.a.span.end;
      if (x.b.span.begin != y.b.span.begin) return x.b.span.begin < y.b.span.begin;
      if (x.b.span.end != y.b.span.end) return x.b.span.end > y.b.span.end;
      return std::pair(x.a.speech, x.b.speech) < std::pair(y.a.speech, y.b.speech);
    });
    std::vector<Counterpart> kept;
    std::vector<std::size_t> open;  // of `kept`: those that the next may lie in
    for (Counterpart& one : all) {
      std::erase_if(open, [&](std::size_t i) { return kept[i].a.span.end <= one.a.span.begin; });
      const bool inside = std::ranges::any_of(open, [&](std::size_t i) {
        return kept[i].a.span.contains(one.a.span) && kept[i].b.span.contains(one.b.span);
      });
      if (inside) continue;
      open.push_back(kept.size());
      kept.push_back(std::move(one));
    }
    return kept;
  }

  static void to_documents(Counterpart& found) {
    const std::uint32_t base = found.base().span.begin;
    const std::uint32_t other = found.other().span.begin;
    for (Change& change : found.pair.changes) {
      change.a = {change.a.begin + base, change.a.end + base};
      change.b = {change.b.begin + other, change.b.end + other};
    }
  }

  const Edition& a_;
  const Edition& b_;
  Sentences left_;
  Sentences right_;
  bool self_;
  std::map<Key, Counterpart> found_;
};

}  // namespace

VersionLink turned(VersionLink link) {
  std::swap(link.a, link.b);
  for (Evidence& one : link.basis.evidence) {
    if (one.name == "share:a")
      one.name = "share:b";
    else if (one.name == "share:b")
      one.name = "share:a";
  }
  return link;
}

PassageRelation relation_of(const PassagePair& pair, bool reported) {
  if (!reported) return pair.relation;
  switch (pair.relation) {
    case PassageRelation::edited:
    case PassageRelation::trimmed:
    case PassageRelation::indirect:
      return PassageRelation::indirect;
    case PassageRelation::altered: {
      // Reported speech has no brackets for what the reporter puts in.
      const bool turned = std::ranges::any_of(pair.changes, [](const Change& change) {
        return bears_meaning(change) && change.type != ChangeType::silent_insertion;
      });
      return turned ? PassageRelation::altered : PassageRelation::indirect;
    }
    default:
      return pair.relation;
  }
}

std::vector<Counterpart> find_counterparts(const Edition& a, const Edition& b, std::span<const VersionLink> links) {
  return Pairing(a, b).run(links);
}

}  // namespace readout
