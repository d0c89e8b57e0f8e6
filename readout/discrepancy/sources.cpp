// Who is named as the speaker, through which channel, on which date: where two documents carry one statement.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "readout/align/likeness.h"
#include "readout/align/units.h"
#include "readout/discrepancy/rules.h"
#include "readout/discrepancy/weight.h"
#include "readout/discrepancy/word_values.h"

namespace readout {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr double kCertainRun = 12;  // words in a row that two documents do not share by chance
constexpr double kSpokenAlike = 0.6;

// When a speech was made, as far as its document tells.
Moment when_of(const Edition& edition, std::uint32_t speech) {
  if (is_known(edition.speeches[speech].said)) return edition.speeches[speech].said;
  return is_known(edition.document.dates.said) ? edition.document.dates.said : edition.document.dates.published;
}

// Ways of speaking that one occasion can have at once stand in one group. An agency only hands on; a call or a meeting
// is what is told, and may be told in any way.
enum class Way : std::uint8_t { none, written, social, press };

Way way_of(ChannelKind kind) {
  switch (kind) {
    case ChannelKind::none:
    case ChannelKind::agency:
    case ChannelKind::telephone:
    case ChannelKind::meeting:
      return Way::none;
    case ChannelKind::website:
    case ChannelKind::communique:
    case ChannelKind::document:
      return Way::written;
    case ChannelKind::social_media:
      return Way::social;
    case ChannelKind::broadcast:
    case ChannelKind::newspaper:
    case ChannelKind::briefing:
    case ChannelKind::interview:
      return Way::press;
  }
  return Way::none;
}

class SourceRule {
 public:
  SourceRule(const Edition& a, const Edition& b, std::span<const Counterpart> counterparts,
             std::span<const VersionLink> links, std::vector<Discrepancy>& out)
      : a_(a), b_(b), counterparts_(counterparts), links_(links), out_(out) {}

  void run() {
    compare_speakers();
    compare_polarity();
    compare_offices();
    compare_dates();
    compare_channels();
  }

 private:
  static bool is_close(const Counterpart& one) {
    return one.relation != PassageRelation::reworded && one.relation != PassageRelation::omitted &&
           one.pair.shared >= 5;
  }

  DiscrepancyPlace place(std::uint8_t side, Span span, std::uint32_t speech) const {
    return {side, span, static_cast<std::int32_t>(speech)};
  }

  // The same words, said by another.
  void compare_speakers() {
    std::set<std::pair<std::string, std::string>> told;
    for (const VersionLink& link : links_) {
      if (!has_evidence(link.basis, "speaker:other") || link.kind == LinkKind::also_said) continue;
      const double run = evidence_of(link.basis, "run");
      if (has_evidence(link.basis, "when:apart") && run < kCertainRun) continue;
      if (!is_sentence(link)) continue;
      if (run < kCertainRun && !(link.basis.score >= kSpokenAlike && is_one_text(link))) continue;
      const Person* left = a_.speaker_of(link.a.speech);
      const Person* right = b_.speaker_of(link.b.speech);
      if (left == nullptr || right == nullptr || is_institution_of(*left, *right) || is_spelling_of(*left, *right))
        continue;
      if (told.contains({left->key, right->key})) continue;
      const std::vector<std::string> voices_a = voices_at(a_, link.a.span);
      const std::vector<std::string> voices_b = voices_at(b_, link.b.span);
      std::vector<std::string> both;
      std::ranges::set_intersection(voices_a, voices_b, std::back_inserter(both));
      if (!both.empty() || !told.insert({left->key, right->key}).second) continue;
      Discrepancy found;
      found.kind = DiscrepancyKind::speaker;
      found.weight = 88;
      found.places = {place(0, link.a.span, link.a.speech), place(1, link.b.span, link.b.speech)};
      found.basis = link.basis;
      out_.push_back(std::move(found));
    }
  }

  // Denied here, said there. Who denies a thing and says in other words that it is not so agrees with himself.
  void compare_polarity() {
    std::set<std::pair<std::uint32_t, std::uint32_t>> told;
    for (const VersionLink& link : links_) {
      if (!has_evidence(link.basis, "polarity:other") || link.kind == LinkKind::also_said) continue;
      if (has_evidence(link.basis, "speaker:other") || has_evidence(link.basis, "speaker:unknown")) continue;
      const Polarity left = a_.speeches[link.a.speech].polarity;
      const Polarity right = b_.speeches[link.b.speech].polarity;
      const bool denied = (left == Polarity::denied && right == Polarity::said) ||
                          (left == Polarity::said && right == Polarity::denied);
      if (!denied || link.basis.score < kSpokenAlike) continue;
      if ((negations_in(a_, link.a.span) + negations_in(b_, link.b.span)) % 2 != 0) continue;
      if (!told.insert({link.a.speech, link.b.speech}).second) continue;
      Discrepancy found;
      found.kind = DiscrepancyKind::denial;
      found.weight = 96;
      found.places = {place(0, link.a.span, link.a.speech), place(1, link.b.span, link.b.speech)};
      found.basis = link.basis;
      out_.push_back(std::move(found));
    }
  }

  static std::size_t negations_in(const Edition& edition, Span span) {
    return count_negations(make_units(edition.document.text.view(), span));
  }

  // More than a phrase that anybody may use.
  bool is_sentence(const VersionLink& link) const {
    const auto words = [](const Edition& edition, Span span) {
      return std::ranges::count_if(make_units(edition.document.text.view(), span),
                                   [](const Unit& unit) { return is_word(unit.kind); });
    };
    return words(a_, link.a.span) >= 10 && words(b_, link.b.span) >= 10;
  }

  // Nearly all words of both, and enough of them.
  bool is_one_text(const VersionLink& link) const {
    const PassagePair pair = compare_passages(a_.document.text[link.a.span], b_.document.text[link.b.span]);
    const std::uint32_t longer = std::max(pair.words_a, pair.words_b);
    return pair.shared >= 8 && pair.shared * 10 >= longer * 8;
  }

  // An institution of which nobody tells whether the person speaks for it.
  static bool is_institution_of(const Person& left, const Person& right) {
    return left.kind != PersonKind::person || right.kind != PersonKind::person;
  }

  // "Petrovich" and "Petrovitch": names that differ in a letter or two of their last word.
  static bool is_spelling_of(const Person& left, const Person& right) {
    const auto last = [](const std::string& name) {
      const std::vector<Unit> units = make_units(name, make_span(0, name.size()));
      return units.empty() ? Unit{} : units.back();
    };
    const Unit x = last(left.name), y = last(right.name);
    const Likeness like = likeness(x, y);
    return like.kind == Alike::same || like.kind == Alike::letter_case || like.kind == Alike::spelling ||
           like.kind == Alike::name || (like.kind == Alike::near && x.head == y.head);
  }

  // The ministry here, its minister there: once for two documents.
  void compare_offices() {
    std::map<std::pair<std::string, std::string>, std::vector<const Counterpart*>> by_speakers;
    for (const Counterpart& one : counterparts_) {
      const Person* left = a_.speaker_of(one.a.speech);
      const Person* right = b_.speaker_of(one.b.speech);
      if (left != nullptr && right != nullptr && has_evidence(one.basis, "speaker:office"))
        by_speakers[{left->key, right->key}].push_back(&one);
    }
    for (const auto& [keys, of] : by_speakers) {
      // Three passages, or one that is nearly the same: chance would not do that.
      std::set<LinkEnd> passages;
      for (const Counterpart* one : of) passages.insert(one->a);
      if (passages.size() < 3 && std::ranges::none_of(of, [](const Counterpart* one) { return is_close(*one); }))
        continue;
      const auto best = std::ranges::max_element(of, {}, [](const Counterpart* one) { return one->basis.score; });
      Discrepancy found;
      found.kind = DiscrepancyKind::speaker;
      found.weight = 36;
      for (const std::uint8_t side : {std::uint8_t{0}, std::uint8_t{1}}) {
        std::set<DiscrepancyPlace> named;
        for (const Counterpart* one : of) {
          const LinkEnd& end = side == 0 ? one->a : one->b;
          if (const Span source = (side == 0 ? a_ : b_).speeches[end.speech].source; !source.empty())
            if (std::ranges::none_of(named, [&](const DiscrepancyPlace& old) { return old.span == source; }))
              named.insert(place(side, source, end.speech));
        }
        const LinkEnd& end = side == 0 ? (*best)->a : (*best)->b;
        if (named.empty()) named.insert(place(side, end.span, end.speech));
        found.places.insert(found.places.end(), named.begin(), named.end());
      }
      found.basis = (*best)->basis;
      out_.push_back(std::move(found));
    }
  }

  // The widest gap between two dates of one statement, once for two documents.
  void compare_dates() {
    const Counterpart* widest = nullptr;
    std::int64_t gap = kDay;  // the next day is the evening before in another zone
    std::size_t close = 0;
    for (const Counterpart& one : counterparts_) {
      if (!is_close(one) || has_evidence(one.basis, "speaker:other")) continue;
      close += one.pair.shared >= kCertainRun ? 2 : 1;
      const Moment left = when_of(a_, one.a.speech);
      const Moment right = when_of(b_, one.b.speech);
      if (!is_known(left) || !is_known(right)) continue;
      const std::int64_t here = std::max(left.begin_s - right.end_s, right.begin_s - left.end_s);
      if (here <= gap) continue;
      gap = here;
      widest = &one;
    }
    if (widest == nullptr || close < 2) return;
    Discrepancy found;
    found.kind = DiscrepancyKind::date;
    found.weight = 48;
    const auto date_place = [&](std::uint8_t side, const LinkEnd& end) {
      const Moment when = when_of(side == 0 ? a_ : b_, end.speech);
      return place(side, when.words.empty() ? end.span : when.words, end.speech);
    };
    found.places = {date_place(0, widest->a), date_place(1, widest->b)};
    found.basis = widest->basis;
    out_.push_back(std::move(found));
  }

  // One speech here, told there through two channels that are not one occasion; or through another one.
  void compare_channels() {
    // Of one occasion, beyond doubt: two passages nearly the same, and dates that meet.
    const auto sure = std::ranges::count_if(counterparts_, [](const Counterpart& one) { return is_close(one); });
    const bool meets = std::ranges::any_of(
        counterparts_, [](const Counterpart& one) { return is_close(one) && has_evidence(one.basis, "when:meets"); });
    if (sure < 2 || !meets) return;
    for (const int side : {0, 1}) {
      const Edition& whole = side == 0 ? a_ : b_;
      const Edition& parted = side == 0 ? b_ : a_;
      // Of each speech there: the speech here that carries its words.
      std::map<std::uint32_t, std::uint32_t> carried;
      for (const Counterpart& one : counterparts_) {
        if (!is_close(one) || has_evidence(one.basis, "when:apart")) continue;
        const LinkEnd& there = side == 0 ? one.b : one.a;
        if (parted.speeches[there.speech].parent < 0)
          carried.try_emplace(there.speech, (side == 0 ? one.a : one.b).speech);
      }
      add_between(parted, carried);
      std::map<std::uint32_t, std::map<Way, std::uint32_t>> ways;  // of a speech here: the speeches there
      for (const auto& [there, here] : carried)
        for (const Channel& channel : parted.speeches[there].channels)
          if (way_of(channel.kind) != Way::none) ways[here].try_emplace(way_of(channel.kind), there);
      for (const auto& [speech, found] : ways) {
        if (found.size() > 1) {
          const std::uint8_t there = static_cast<std::uint8_t>(1 - side);
          tell_channels(there, found.begin()->second, there, std::next(found.begin())->second);
          return;
        }
        if (side == 1) continue;
        for (const Channel& channel : whole.speeches[speech].channels) {
          const Way way = way_of(channel.kind);
          if (way == Way::none || way == found.begin()->first) continue;
          tell_channels(0, speech, 1, found.begin()->second);
          return;
        }
      }
    }
  }

  // A speech between two of the same person that one speech carries is of that occasion too.
  static void add_between(const Edition& parted, std::map<std::uint32_t, std::uint32_t>& carried) {
    std::map<std::uint32_t, std::uint32_t> more;
    for (auto at = carried.begin(); at != carried.end(); ++at) {
      const auto next = std::next(at);
      if (next == carried.end() || at->second != next->second) continue;
      const Person* who = parted.speaker_of(at->first);
      if (who == nullptr || who != parted.speaker_of(next->first)) continue;
      for (std::uint32_t s = at->first + 1; s < next->first; ++s)
        if (parted.speeches[s].parent < 0 && parted.speaker_of(s) == who) more.try_emplace(s, at->second);
    }
    carried.merge(more);
  }

  void tell_channels(std::uint8_t side_x, std::uint32_t x, std::uint8_t side_y, std::uint32_t y) {
    const auto channel_place = [&](std::uint8_t side, std::uint32_t speech) {
      const Speech& one = (side == 0 ? a_ : b_).speeches[speech];
      for (const Channel& channel : one.channels)
        if (way_of(channel.kind) != Way::none) return place(side, channel.span, speech);
      return place(side, one.source, speech);
    };
    Discrepancy found;
    found.kind = DiscrepancyKind::channel;
    found.weight = 46;
    found.places = {channel_place(side_x, x), channel_place(side_y, y)};
    found.basis = {"channels", 1, {}};
    out_.push_back(std::move(found));
  }

  const Edition& a_;
  const Edition& b_;
  std::span<const Counterpart> counterparts_;
  std::span<const VersionLink> links_;
  std::vector<Discrepancy>& out_;
};

}  // namespace

void compare_sources(const Edition& a, const Edition& b, std::span<const Counterpart> counterparts,
                     std::span<const VersionLink> links, std::vector<Discrepancy>& out) {
  SourceRule(a, b, counterparts, links, out).run();
}

}  // namespace readout
