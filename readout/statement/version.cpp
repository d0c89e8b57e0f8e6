#include "readout/statement/version.h"

#include <algorithm>
#include <optional>
#include <string>

#include "readout/align/keys.h"
#include "readout/statement/meet.h"
#include "readout/statement/rarity.h"

namespace readout {
namespace {

constexpr int kLongRun = 7;               // words that hardly two speakers say alike
constexpr int kCertainRun = 12;           // whoever it is said to be
constexpr int kLeastShared = 17;          // two telling words
constexpr int kLeastPlain = 9;            // of that, what are no names and titles
constexpr double kAlone = 0.44;           // score that needs no neighbour
constexpr double kMutual = 0.30;          // score of two that are each other's best
constexpr double kBetween = 0.14;         // score between linked neighbours
constexpr double kRepeated = 0.52;        // inside one document, where all is on one subject
constexpr std::size_t kCommonHere = 100;  // a word that stands in more passages of one document finds none of them
constexpr std::size_t kPartners = 24;     // with which a passage is compared, the likeliest
constexpr double kPart = 0.62;            // below this share a side holds more than the other

struct Edge {
  std::size_t a = 0;
  std::size_t b = 0;
  Meeting meeting;
  std::string_view rule;  // "" as long as it is not taken
};

class Linking {
 public:
  Linking(const Witness& a, const Witness& b) : a_(a), b_(b), self_(&a == &b) {}

  std::vector<VersionLink> run() {
    find_edges();
    take_by_words();
    if (!self_) take_by_order();
    std::vector<VersionLink> links;
    for (const Edge& edge : edges_)
      if (!edge.rule.empty())
        if (std::optional<VersionLink> link = decide(edge)) links.push_back(std::move(*link));
    std::ranges::stable_sort(
        links, [](const VersionLink& x, const VersionLink& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    return links;
  }

 private:
  // Pairs that share a telling word, thoroughly compared; a passage keeps its best.
  void find_edges() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> index;
    for (std::size_t k = 0; k < b_.passages.size(); ++k)
      for (const Telling& tells : b_.passages[k].tells)
        if (tells.weight >= 5) index.emplace_back(tells.key, static_cast<std::uint32_t>(k));
    std::ranges::sort(index);
    std::vector<int> shared(b_.passages.size());
    for (std::size_t i = 0; i < a_.passages.size(); ++i) {
      std::vector<std::uint32_t> touched;
      std::uint64_t before = 0;
      for (const Telling& tells : a_.passages[i].tells) {
        if (tells.key == before) continue;
        before = tells.key;
        const auto first = std::ranges::lower_bound(index, std::pair(tells.key, 0u));
        const auto past = first + std::min<std::ptrdiff_t>(kCommonHere, index.end() - first);
        if (past != index.end() && past->first == tells.key) continue;
        for (auto at = first; at != index.end() && at->first == tells.key; ++at) {
          if (shared[at->second] == 0) touched.push_back(at->second);
          shared[at->second] += tells.weight;
        }
      }
      std::ranges::sort(touched, [&](std::uint32_t x, std::uint32_t y) {
        return shared[x] != shared[y] ? shared[x] > shared[y] : x < y;
      });
      std::size_t partners = 0;
      for (const std::uint32_t k : touched) {
        const int weight = shared[k];
        shared[k] = 0;
        if (partners >= kPartners) continue;
        if (weight < 8 || (self_ && k <= i)) continue;
        if (self_ && a_.passages[i].span.overlaps(b_.passages[k].span)) continue;
        if (10 * weight < std::min(a_.passages[i].weight, b_.passages[k].weight)) continue;
        ++partners;
        edges_.push_back({i, k, meet(a_.passages[i], b_.passages[k], true), {}});
      }
    }
  }

  bool is_best(const Edge& edge) const {
    return edge.meeting.score >= best_a_[edge.a] - 1e-9 && edge.meeting.score >= best_b_[edge.b] - 1e-9;
  }

  void take_by_words() {
    best_a_.assign(a_.passages.size(), 0);
    best_b_.assign(b_.passages.size(), 0);
    for (const Edge& edge : edges_) {
      best_a_[edge.a] = std::max(best_a_[edge.a], edge.meeting.score);
      best_b_[edge.b] = std::max(best_b_[edge.b], edge.meeting.score);
    }
    for (Edge& edge : edges_) {
      const Meeting& met = edge.meeting;
      const bool rated = met.shared >= kLeastShared && met.plain >= kLeastPlain;
      const SameVoice voice = same_voice(voice_a(edge), voice_b(edge));
      const double alone = self_ ? kRepeated : voice == SameVoice::unknown ? kAlone + 0.08 : kAlone;
      if (met.run >= kLongRun && rated)
        edge.rule = "run";
      else if (met.whole && met.run >= 3 && met.shared >= 6)
        edge.rule = "run";
      else if (rated && met.score >= alone && (voice != SameVoice::unknown || is_alike(met)))
        edge.rule = "words";
      else if (!self_ && rated && met.score >= kMutual && is_best(edge) && voice != SameVoice::unknown)
        edge.rule = "words";
    }
  }

  // Where nobody knows that one person speaks, a subject that both speak of ("tax returns") makes no version: as much
  // again in plain words, and most of either side.
  static bool is_alike(const Meeting& met) {
    return met.plain >= 2 * kLeastPlain && std::min(met.share_a, met.share_b) >= kPart;
  }

  // An anchor for others: the best of one side at least.
  bool is_strong(const Edge& edge) const {
    return edge.meeting.score >= best_a_[edge.a] - 1e-9 || edge.meeting.score >= best_b_[edge.b] - 1e-9;
  }

  // Passages in the order of the text, those inside others left out; and where each stands in it.
  static std::vector<std::size_t> reading(const Witness& witness) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < witness.passages.size(); ++i)
      if (!witness.passages[i].inner) order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return witness.passages[i].span; });
    return order;
  }

  static std::vector<std::size_t> ranks(const std::vector<std::size_t>& order, std::size_t size) {
    std::vector<std::size_t> ranks(size, SIZE_MAX);
    for (std::size_t r = 0; r < order.size(); ++r) ranks[order[r]] = r;
    return ranks;
  }

  static bool is_speech_like(const Voice& voice) {
    return voice.speech_kind == SpeechKind::direct || voice.speech_kind == SpeechKind::transcript ||
           voice.speech_kind == SpeechKind::mixed;
  }

  // Sentences between linked neighbours: a's i lies between i-1 and i+1, whose partners stand around b's k.
  void take_by_order() {
    const std::vector<std::size_t> reading_a = reading(a_);
    const std::vector<std::size_t> reading_b = reading(b_);
    const std::vector<std::size_t> rank_a = ranks(reading_a, a_.passages.size());
    const std::vector<std::size_t> rank_b = ranks(reading_b, b_.passages.size());
    KeyTable at(edges_.size() + 16);
    std::vector<std::pair<std::size_t, std::size_t>> anchors;
    taken_a_.assign(a_.passages.size(), false);
    taken_b_.assign(b_.passages.size(), false);
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      if (!edges_[e].rule.empty()) taken_a_[edges_[e].a] = taken_b_[edges_[e].b] = true;
      at.set(cell(edges_[e].a, edges_[e].b), static_cast<std::uint32_t>(e));
      const std::size_t i = rank_a[edges_[e].a];
      const std::size_t k = rank_b[edges_[e].b];
      if (i < reading_a.size() && k < reading_b.size() && !edges_[e].rule.empty() && is_strong(edges_[e]))
        anchors.emplace_back(i, k);
    }
    std::ranges::sort(anchors);
    for (std::size_t one = 0; one < anchors.size(); ++one) {
      const auto [i, k] = anchors[one];
      for (std::size_t two = one + 1; two < anchors.size() && anchors[two].first <= i + 4; ++two) {
        const auto [i2, k2] = anchors[two];
        if (i2 <= i + 1 || k2 <= k + 1 || k2 > k + 4) continue;
        const bool alone = i2 == i + 2 && k2 == k + 2;
        for (std::size_t x = i + 1; x < i2; ++x)
          for (std::size_t y = k + 1; y < k2; ++y) take_between(reading_a[x], reading_b[y], alone, at);
      }
    }
  }

  static std::uint64_t cell(std::size_t a, std::size_t b) { return (static_cast<std::uint64_t>(a) << 32 | b) + 1; }

  void take_between(std::size_t x, std::size_t y, bool alone, KeyTable& at) {
    const Utterance& p = a_.passages[x];
    const Utterance& q = b_.passages[y];
    if (p.inner || q.inner) return;
    if (same_voice(a_.voices[p.speech], b_.voices[q.speech]) == SameVoice::other) return;
    const std::uint32_t found = at.find(cell(x, y));
    if (found != KeyTable::kAbsent && !edges_[found].rule.empty()) return;
    if (!is_free(x, y)) return;
    if (found != KeyTable::kAbsent && edges_[found].meeting.score >= kBetween) {
      edges_[found].rule = "order";
      return;
    }
    const double longer = static_cast<double>(std::max(p.words.size(), q.words.size()));
    const double shorter = static_cast<double>(std::min(p.words.size(), q.words.size()));
    if (!alone || shorter < 0.4 * longer || longer > 25) return;
    if (!is_speech_like(a_.voices[p.speech]) || !is_speech_like(b_.voices[q.speech])) return;
    if (found != KeyTable::kAbsent) {
      edges_[found].rule = "place";
    } else {
      edges_.push_back({x, y, meet(p, q, true), "place"});
      at.set(cell(x, y), static_cast<std::uint32_t>(edges_.size() - 1));
    }
  }

  // Neither is linked yet.
  bool is_free(std::size_t x, std::size_t y) const { return !taken_a_[x] && !taken_b_[y]; }

  const Voice& voice_a(const Edge& edge) const { return a_.voices[a_.passages[edge.a].speech]; }
  const Voice& voice_b(const Edge& edge) const { return b_.voices[b_.passages[edge.b].speech]; }

  std::optional<VersionLink> decide(const Edge& edge) const {
    const Utterance& p = a_.passages[edge.a];
    const Utterance& q = b_.passages[edge.b];
    const Meeting& met = edge.meeting;
    const SameVoice voice = same_voice(voice_a(edge), voice_b(edge));
    const SameTime time = same_time(voice_a(edge).reach, voice_b(edge).reach);
    const bool polarity = voice_a(edge).polarity == voice_b(edge).polarity;
    const bool certain = met.run >= kCertainRun || (met.whole && met.run >= kLongRun);
    VersionLink link;
    link.a = {p.span, p.speech};
    link.b = {q.span, q.speech};
    link.kind = self_ ? LinkKind::repeat : LinkKind::version;
    link.basis = {std::string(edge.rule), std::clamp(met.score, 0.0, 1.0), {}};
    if (edge.rule != "place") {
      if (met.share_a < kPart && met.share_a < met.share_b) link.a.span = met_part(p, q);
      if (met.share_b < kPart && met.share_b < met.share_a) link.b.span = met_part(q, p);
    }
    if (!self_ && (link.a.span != p.span || link.b.span != q.span)) link.kind = LinkKind::contained;
    if ((voice == SameVoice::other || !polarity) && !certain && (met.shared < 24 || met.score < 0.5))
      return std::nullopt;
    if (voice == SameVoice::other && !certain) {
      link.kind = LinkKind::not_same;
      link.basis.rule = "other-speaker";
    } else if (!polarity && !certain) {
      link.kind = LinkKind::not_same;
      link.basis.rule = "other-polarity";
    } else if (time == SameTime::apart && !certain) {
      if (edge.rule == "place" || edge.rule == "order") return std::nullopt;
      link.kind = LinkKind::also_said;
    }
    add_evidence(link, met, voice, time, polarity);
    return link;
  }

  static void add_evidence(VersionLink& link, const Meeting& met, SameVoice voice, SameTime time, bool polarity) {
    static constexpr const char* kVoices[] = {"speaker:equal", "speaker:office", "speaker:surname", "speaker:unknown",
                                              "speaker:other"};
    static constexpr const char* kTimes[] = {"when:meets", "when:apart", "when:unknown"};
    std::vector<Evidence>& evidence = link.basis.evidence;
    const auto hundredths = [](double share) { return static_cast<double>(static_cast<int>(share * 100 + 0.5)) / 100; };
    link.basis.score = hundredths(link.basis.score);
    evidence.push_back({"share:a", hundredths(met.share_a)});
    evidence.push_back({"share:b", hundredths(met.share_b)});
    evidence.push_back({"run", static_cast<double>(met.run)});
    evidence.push_back({kVoices[static_cast<std::size_t>(voice)], voice == SameVoice::other ? -1.0 : 1.0});
    evidence.push_back({kTimes[static_cast<std::size_t>(time)], time == SameTime::apart ? -1.0 : 1.0});
    if (!polarity) evidence.push_back({"polarity:other", -1});
  }

  const Witness& a_;
  const Witness& b_;
  bool self_;
  std::vector<Edge> edges_;
  std::vector<double> best_a_;
  std::vector<double> best_b_;
  std::vector<bool> taken_a_;  // linked by words
  std::vector<bool> taken_b_;
};

}  // namespace

std::vector<VersionLink> link_witnesses(const Witness& a, const Witness& b) {
  return Linking(a, b).run();
}

std::string_view to_string(LinkKind kind) {
  switch (kind) {
    case LinkKind::version:
      return "version";
    case LinkKind::contained:
      return "contained";
    case LinkKind::repeat:
      return "repeat";
    case LinkKind::also_said:
      return "also_said";
    case LinkKind::not_same:
      return "not_same";
  }
  return "";
}

}  // namespace readout
