// Sentences that follow each other in a quotation and do not in the words as they were said: what stood between them
// was left out without a mark, or they were turned round.
#include <algorithm>
#include <array>
#include <map>

#include "readout/align/units.h"
#include "readout/discrepancy/rules.h"
#include "readout/discrepancy/weight.h"
#include "readout/statement/rarity.h"

namespace readout {
namespace {

constexpr std::uint32_t kLeastTelling = 3;  // words of what was left out
constexpr std::uint32_t kMostGap = 4000;    // bytes; further apart they may be two answers

// A counterpart seen from the quotation.
struct Seen {
  LinkEnd quoted;
  LinkEnd said;
  const Counterpart* of = nullptr;
};

class SeamRule {
 public:
  SeamRule(const Edition& said, const Edition& quoted, std::uint8_t said_side, std::uint8_t quoted_side,
           std::vector<Discrepancy>& out)
      : said_(said), quoted_(quoted), said_side_(said_side), quoted_side_(quoted_side), out_(out) {}

  void run(std::vector<Seen> seen) {
    std::ranges::sort(
        seen, [](const Seen& x, const Seen& y) { return std::tie(x.quoted, x.said) < std::tie(y.quoted, y.said); });
    for (std::size_t i = 0; i + 1 < seen.size(); ++i) {
      const Seen& first = seen[i];
      const Seen& next = seen[i + 1];
      if (first.quoted.speech != next.quoted.speech || first.said.speech != next.said.speech) continue;
      if (follows(first.quoted.span, next.quoted.span)) judge(first, next);
    }
  }

 private:
  // In one piece of the quotation, with nothing but white space between.
  bool follows(Span x, Span y) const {
    const std::string_view text = quoted_.document.text.view();
    if (x.end > y.begin || y.begin - x.end > 4) return false;
    const std::string_view between = slice(text, {x.end, y.begin});
    return std::ranges::all_of(between, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  }

  bool is_marked(const Seen& first, const Seen& next) const {
    const std::vector<Unit> units =
        make_units(quoted_.document.text.view(), {first.quoted.span.begin, next.quoted.span.end});
    return std::ranges::any_of(units, [](const Unit& unit) { return unit.kind == UnitKind::ellipsis; });
  }

  std::uint32_t telling_words(Span span) const {
    std::uint32_t count = 0;
    for (const Unit& unit : make_units(said_.document.text.view(), span))
      if (is_word(unit.kind) && rarity_of(unit) > 0) ++count;
    return count;
  }

  void judge(const Seen& first, const Seen& next) {
    if (is_marked(first, next)) return;
    const bool reversed = next.said.span.end <= first.said.span.begin;
    const Span gap{first.said.span.end, next.said.span.begin};
    if (!reversed) {
      if (gap.begin >= gap.end || gap.size() > kMostGap || telling_words(gap) < kLeastTelling) return;
    }
    Discrepancy found;
    found.kind = reversed ? DiscrepancyKind::splice : DiscrepancyKind::cut;
    found.weight = reversed ? 78 : 64;
    const Span said{std::min(first.said.span.begin, next.said.span.begin),
                    std::max(first.said.span.end, next.said.span.end)};
    found.places = {{said_side_, said, static_cast<std::int32_t>(first.said.speech)},
                    {quoted_side_,
                     {first.quoted.span.begin, next.quoted.span.end},
                     static_cast<std::int32_t>(first.quoted.speech)}};
    const Span seam{next.quoted.span.begin, next.quoted.span.begin};
    if (reversed)
      found.changes = {{ChangeType::order, next.said.span, next.quoted.span, 78}};
    else
      found.changes = {{ChangeType::unmarked_cut, gap, seam, 64}};
    found.relation = PassageRelation::spliced;
    found.in_marks = true;
    found.basis = first.of->basis;
    out_.push_back(std::move(found));
  }

  const Edition& said_;
  const Edition& quoted_;
  std::uint8_t said_side_;
  std::uint8_t quoted_side_;
  std::vector<Discrepancy>& out_;
};

// Nearly the same words, and nothing else in the other document is as near.
bool is_sure(const Counterpart& one) {
  const std::uint32_t words = std::min(one.pair.words_a, one.pair.words_b);
  return one.pair.shared >= 4 && one.pair.shared * 10 >= words * 7;
}

}  // namespace

void compare_seams(const Edition& a, const Edition& b, bool self, std::span<const Counterpart> counterparts,
                   std::vector<Discrepancy>& out) {
  std::map<LinkEnd, std::uint32_t> of_a, of_b;
  for (const Counterpart& one : counterparts) {
    ++of_a[one.a];
    ++of_b[one.b];
  }
  // The base is the side nearer to the words; where both are as near, it is the longer passage, and tells nothing.
  std::array<std::vector<Seen>, 2> seen;
  for (const Counterpart& one : counterparts) {
    const SpeechKind kind_a = a.speeches[one.a.speech].kind;
    const SpeechKind kind_b = b.speeches[one.b.speech].kind;
    if (!gives_words(kind_a) || !gives_words(kind_b) || !is_sure(one) || of_a[one.a] > 1 || of_b[one.b] > 1) continue;
    if (kind_a == SpeechKind::transcript && kind_b == SpeechKind::direct) seen[0].push_back({one.b, one.a, &one});
    if (kind_b == SpeechKind::transcript && kind_a == SpeechKind::direct) seen[1].push_back({one.a, one.b, &one});
  }
  const std::uint8_t other = self ? 0 : 1;
  SeamRule(a, b, 0, other, out).run(std::move(seen[0]));
  SeamRule(b, a, other, 0, out).run(std::move(seen[1]));
}

}  // namespace readout
